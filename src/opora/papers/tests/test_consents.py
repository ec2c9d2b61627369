"""Consents: one paper for one purpose; a withdrawal blocks the work and starts the term of destruction."""

from datetime import timedelta

import pytest

from opora.access.rules import Role
from opora.cases.tests.factories import department, worker
from opora.common.dates import today
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.papers import actions
from opora.papers.models import Consent, DestructionTimer
from opora.papers.queries.consents import may_share
from opora.papers.tests.factories import PDF, colleague, path_of_family
from opora.process.models import Amendment, Paper, Route
from opora.process.policies import is_blocked
from opora.process.tests.factories import BEGAN

pytestmark = pytest.mark.django_db


def consented(purpose: str = "processing") -> tuple[Route, Consent]:
    route, home = path_of_family()
    person = home.children[0] if purpose == "processing_child" else home.client
    consent = actions.record_consent(
        actor=colleague(), route_id=route.pk, person_id=person.pk, purpose=purpose, scope="Имя и адрес", on=BEGAN
    )
    return route, consent


def test_a_consent_to_processing_is_a_paper_of_the_path() -> None:
    route, consent = consented()
    assert Paper.objects.get(route=route).kind == "consent"
    assert "Имя".encode() not in bytes(consent.scope or b"")
    assert actions.read_consent(actor=colleague(), consent_id=consent.pk)[1] == "Имя и адрес"


def test_a_consent_to_one_use_more_does_not_open_the_work() -> None:
    route, _consent = consented("publication")
    assert not Paper.objects.filter(route=route).exists()


def test_two_consents_never_bear_the_same_number() -> None:
    numbers = {consented()[1].number for _time in range(5)}
    assert len(numbers) == 5


def test_a_withdrawal_blocks_the_work_for_thirty_days_and_closes_nothing() -> None:
    route, consent = consented()
    on = BEGAN + timedelta(days=10)
    actions.withdraw_consent(actor=colleague(), consent_id=consent.pk, on=on)
    route.refresh_from_db()
    assert is_blocked(route) and route.facts["processing_blocked"] is True
    assert route.ended_on is None
    term = DestructionTimer.objects.get()
    assert term.due_on == on + timedelta(days=30) and term.state == "waiting"
    assert not Paper.objects.filter(route=route, withdrawn_on=None).exists()
    with pytest.raises(Refused):
        actions.add_file(actor=colleague(), route_id=route.pk, kind="plan", name="a.pdf", data=PDF, on=on)


def test_a_consent_entered_by_mistake_never_allowed_anything_and_begins_no_term() -> None:
    route, consent = consented("sharing")
    assert may_share(route, on=BEGAN)
    head = worker(Role.HEAD)
    actions.void_consent(actor=head, consent_id=consent.pk, reason="Не та семья", on=BEGAN)
    assert not may_share(route, on=BEGAN) and not DestructionTimer.objects.exists()
    route.refresh_from_db()
    assert not is_blocked(route)
    with pytest.raises(Conflict, match="по ошибке"):
        actions.withdraw_consent(actor=head, consent_id=consent.pk, on=BEGAN)


def test_the_paper_of_a_consent_entered_by_mistake_counts_no_more() -> None:
    route, consent = consented()
    with pytest.raises(NotFound):
        actions.void_consent(
            actor=worker(Role.COORDINATOR, department()), consent_id=consent.pk, reason="Не та семья", on=today()
        )
    actions.void_consent(actor=worker(Role.HEAD), consent_id=consent.pk, reason="Не та семья", on=today())
    assert not Paper.objects.filter(route=route, withdrawn_on=None).exists()
    assert Amendment.objects.get(source=f"papers.consent:{consent.pk}").kind == "voided"


def test_a_term_ended_by_a_consent_that_was_a_mistake_runs_again() -> None:
    route, consent = consented()
    given = {"route_id": route.pk, "person_id": consent.person_id, "purpose": "processing"}
    actions.withdraw_consent(actor=colleague(), consent_id=consent.pk, on=BEGAN)
    wrong = actions.record_consent(actor=colleague(), **given, on=BEGAN)
    right = actions.record_consent(actor=colleague(), **given, on=BEGAN)
    head = worker(Role.HEAD)
    actions.void_consent(actor=head, consent_id=right.pk, reason="Внесли дважды", on=BEGAN)
    assert DestructionTimer.objects.get().state == "cancelled", "the other consent holds"
    actions.void_consent(actor=head, consent_id=wrong.pk, reason="Не тот человек", on=BEGAN)
    term = DestructionTimer.objects.get()
    assert (term.state, term.ended_on, term.due_on) == ("waiting", None, BEGAN + timedelta(days=30))
    route.refresh_from_db()
    assert is_blocked(route)
    with pytest.raises(Conflict):
        actions.void_consent(actor=head, consent_id=consent.pk, reason="Отозвано", on=BEGAN)


def test_a_new_consent_ends_the_term() -> None:
    route, consent = consented()
    actions.withdraw_consent(actor=colleague(), consent_id=consent.pk, on=BEGAN)
    actions.record_consent(
        actor=colleague(), route_id=route.pk, person_id=consent.person_id, purpose="processing", on=BEGAN
    )
    route.refresh_from_db()
    assert not is_blocked(route) and route.facts["processing_blocked"] is False
    assert DestructionTimer.objects.get().state == "cancelled"


def test_a_consent_of_another_person_does_not_end_the_term() -> None:
    route, home = path_of_family()
    actor = colleague()
    consent = actions.record_consent(
        actor=actor, route_id=route.pk, person_id=home.client.pk, purpose="processing", on=BEGAN
    )
    actions.withdraw_consent(actor=actor, consent_id=consent.pk, on=BEGAN)
    actions.record_consent(
        actor=actor, route_id=route.pk, person_id=home.child_ids[0], purpose="processing_child", on=BEGAN
    )
    route.refresh_from_db()
    assert is_blocked(route)


def test_a_withdrawal_of_a_publication_blocks_nothing() -> None:
    route, consent = consented("publication")
    actions.withdraw_consent(actor=colleague(), consent_id=consent.pk, on=BEGAN)
    route.refresh_from_db()
    assert not is_blocked(route)


def test_a_consent_is_withdrawn_once_and_not_before_it_was_signed() -> None:
    _route, consent = consented()
    with pytest.raises(Invalid):
        actions.withdraw_consent(actor=colleague(), consent_id=consent.pk, on=BEGAN - timedelta(days=1))
    actions.withdraw_consent(actor=colleague(), consent_id=consent.pk, on=BEGAN)
    with pytest.raises(Conflict):
        actions.withdraw_consent(actor=colleague(), consent_id=consent.pk, on=BEGAN)


def test_a_stranger_gives_no_consent_for_this_family() -> None:
    route, _home = path_of_family()
    _other, stranger = path_of_family()
    with pytest.raises(NotFound):
        actions.record_consent(
            actor=colleague(), route_id=route.pk, person_id=stranger.client.pk, purpose="processing", on=BEGAN
        )
