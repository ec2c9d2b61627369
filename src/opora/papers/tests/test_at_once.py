"""Two people at the papers of one path at one moment: every number goes to one paper, every withdrawal counts once."""

from collections.abc import Callable
from typing import Any

import pytest

from opora.audit.models import JournalEntry
from opora.common.errors import Conflict
from opora.papers import actions
from opora.papers.models import Consent, DestructionTimer, Letter
from opora.papers.tests.factories import colleague, path_of_family
from opora.process.tests.factories import BEGAN

pytestmark = [pytest.mark.usefixtures("committed"), pytest.mark.django_db(transaction=True)]


def test_two_letters_get_two_numbers_and_a_consent_is_withdrawn_once(at_once: Callable[..., list[Any]]) -> None:
    route, home = path_of_family()
    actor, person = colleague(), home.client.pk
    at = {"actor": actor, "route_id": route.pk, "person_id": person, "on": BEGAN}
    letters = at_once(*[lambda: actions.write_letter(**at, kind="support")] * 3)
    assert sorted(one.number for one in letters) == ["1/2026", "2/2026", "3/2026"]
    assert Letter.objects.count() == 3
    consents = at_once(*[lambda: actions.record_consent(**at, purpose="processing")] * 2)
    assert len({one.number for one in consents}) == 2
    withdrawn = at_once(*[lambda: actions.withdraw_consent(actor=actor, consent_id=consents[0].pk, on=BEGAN)] * 2)
    assert sorted(type(one) for one in withdrawn if isinstance(one, Conflict)) == [Conflict]
    assert Consent.objects.filter(withdrawn_on=BEGAN).count() == DestructionTimer.objects.count() == 1
    assert JournalEntry.objects.filter(verb="papers.consent_withdrawn").count() == 1
