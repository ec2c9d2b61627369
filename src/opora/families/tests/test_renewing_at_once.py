"""Keys are renewed while somebody writes: what was closed with the former key a moment ago opens afterwards."""

from collections.abc import Callable
from threading import Event
from time import sleep
from typing import Any

import pytest
from django.db import transaction

from opora.access.rules import SYSTEM
from opora.common import one_at_a_time
from opora.families import keyring
from opora.families.actions import renew_keys
from opora.families.sealing import opened
from opora.intake.models import Referral
from opora.intake.tests.factories import STORY, make_referral

pytestmark = [pytest.mark.usefixtures("committed"), pytest.mark.django_db(transaction=True)]
AtOnce = Callable[..., list[Any]]


def test_what_is_kept_while_the_keys_are_renewed_opens(
    at_once: AtOnce, settings: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.OPORA_HOME = tmp_path
    monkeypatch.setattr(one_at_a_time, "GRACE", 0.1)
    former = keyring.keyring().current
    written, renewed = Event(), Event()

    def write() -> int:
        with transaction.atomic():
            referral = make_referral()
            written.set()
            # The new key lies there already, and what was closed with the former one is not kept yet.
            while keyring.keyring().current == former:
                sleep(0.01)
            renewed.wait(2)
        return int(referral.pk)

    def renew() -> int:
        written.wait(10)
        people = int(renew_keys(actor=SYSTEM))
        renewed.set()
        return people

    referral_id, _people = at_once(write, renew)

    assert list(keyring.keyring().sealing) == [keyring.keyring().current] != [former]
    assert opened(Referral.objects.get(pk=referral_id), "told")["story"] == STORY
