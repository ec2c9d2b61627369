"""Keys are renewed from the command line: everything opens afterwards, and nothing of what was copied before."""

from argparse import Namespace
from typing import Any

import pytest

from opora.audit.models import JournalEntry
from opora.cli import renew_keys
from opora.common.errors import Refused
from opora.families.keyring import keyring
from opora.families.sealing import opened, opener
from opora.intake.models import Referral
from opora.intake.tests.factories import STORY, make_referral

pytestmark = pytest.mark.django_db


def test_everything_is_sealed_anew_and_copies_of_before_stay_closed(
    django_capture_on_commit_callbacks: Any, settings: Any, tmp_path: Any
) -> None:
    # Keys of its own: those of the other tests must not change under them.
    settings.OPORA_HOME = tmp_path
    referral = make_referral()
    copied, former = bytes(referral.told or b""), keyring().current
    with django_capture_on_commit_callbacks(execute=True):
        assert renew_keys.run(Namespace(yes=True)) == 0
    assert keyring().current != former and list(keyring().sealing) == [keyring().current]
    assert opened(Referral.objects.get(), "told")["story"] == STORY
    with pytest.raises(Refused):
        opener(Referral, "told")(copied)
    assert JournalEntry.objects.filter(verb="families.keys_renewed").count() == 1


def test_without_a_word_nothing_is_changed(settings: Any, tmp_path: Any) -> None:
    settings.OPORA_HOME = tmp_path
    former = keyring().current
    assert renew_keys.run(Namespace(yes=False)) == 1
    assert keyring().current == former
