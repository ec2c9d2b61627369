"""What is known of a case is read from where it is kept, for those who see the case, in few questions."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from opora.access.rules import Role
from opora.attention import actions
from opora.attention.models import Aside
from opora.attention.queries import put_aside, who_needs_a_look
from opora.attention.rules import Reason, SignSetting
from opora.attention.words import reason_in_words
from opora.audit.models import JournalEntry
from opora.cases.models import Stay
from opora.cases.tests.factories import department, worker
from opora.common.errors import Invalid, NotFound, Refused
from opora.intake.models import ContactRecord, RiskForm, Visit
from opora.pathways.queries import definition_of
from opora.process.models import RouteStep
from opora.reminders.tests.factories import BEGAN, Life, life
from opora.reminders.words import lateness

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 29)
ASSESSED = date(2026, 8, 25)


def why(found: Life, on: date = ON) -> dict[str, int]:
    looks = who_needs_a_look(actor=found.scene.case_manager, on=on).found
    return {one.sign: one.number for look in looks for one in look.reasons}


def ago(days: int) -> date:
    return ON - timedelta(days=days)


def test_silence_counts_from_the_last_talk_visit_or_assessment_wherever_it_lies() -> None:
    found = life(on=ON)
    assert why(found)["silence"] == (ON - ASSESSED).days
    said = {"kind": "phone", "party": "mother", "result": "reached"}
    ContactRecord.objects.create(case=found.case, on=ago(40), **said)
    assert why(found)["silence"] == 40
    Visit.objects.create(route=found.route, planned_on=ago(30), held_on=ago(30))
    assert why(found)["silence"] == 30
    ContactRecord.objects.create(route=found.route, on=ago(3), **(said | {"result": "not_reached"}))
    assert why(found)["silence"] == 30, "nobody was reached"
    ContactRecord.objects.create(route=found.route, on=ago(3), **said)
    assert "silence" not in why(found)


def test_every_other_sign_is_found() -> None:
    found = life(on=ON)
    for level, day in (("low", 50), ("high", 2)):
        RiskForm.objects.create(route=found.route, on=ago(day), level=level)
    for day in (5, 12, 19):
        Visit.objects.create(route=found.route, planned_on=ago(day), not_held="missed")
    Visit.objects.filter(pk=found.numbers["visit"]).update(planned_on=ago(4))
    Stay.objects.filter(pk=found.numbers["stay"]).update(planned_until=None)
    reasons = why(found, ON)
    assert reasons["risk_up"] == 2 and reasons["no_shows"] == 3 and reasons["visit_late"] == 4
    assert reasons["open_stay"] == (ON - BEGAN).days and reasons["plan_still"] == (ON - BEGAN).days
    assert "assessment_late" not in reasons
    later = why(found, date(2027, 12, 1))
    assert later["assessment_late"] > 0
    Visit.objects.create(route=found.route, planned_on=ago(1), held_on=ago(1))
    assert "no_shows" not in why(found), "the family was met again"


def test_a_family_marked_at_high_risk_stands_first_until_its_path_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a mild answer about risks nor a family that waits longer for something else hides it."""
    found = life(on=ON)
    life(on=ON, manager=found.scene.case_manager)
    known = definition_of(found.route.version)
    danger = replace(next(iter(known.actions.values())), effect="high_risk")
    dangerous = replace(known, actions={**known.actions, "danger": danger})
    monkeypatch.setattr("opora.attention.queries.known.definition_of", lambda version: dangerous)

    def step(number: int, action: str, **more: object) -> None:
        number += found.route.step_count
        place = {"from_stage": "work", "to_stage": "work", "on": ago(8)}
        RouteStep.objects.create(
            route=found.route, version=found.route.version, number=number, action=action, **place, **more
        )

    step(1, "danger")
    step(2, "")
    first = who_needs_a_look(actor=found.scene.case_manager, on=ON).found[0]
    assert (first.case_id, first.is_grave, first.reasons[0]) == (found.case.pk, True, Reason("danger", 8))
    step(3, "", is_override=True)
    assert "danger" not in {
        reason.sign for look in who_needs_a_look(actor=found.scene.case_manager, on=ON).found for reason in look.reasons
    }


def test_lateness_is_said_here_as_everywhere_else() -> None:
    with translation.override("ru"):
        for days in (14, 59, 145, 520):
            assert lateness(ago(days), ON) in reason_in_words(Reason("assessment_late", days))


def test_only_open_cases_in_sight_are_named() -> None:
    found = life(on=ON)
    assert [look.case_id for look in who_needs_a_look(actor=found.scene.coordinator, on=ON).found] == [found.case.pk]
    for stranger in (worker(Role.COORDINATOR, department()), worker(Role.VOLUNTEER), worker(Role.ANALYST)):
        assert who_needs_a_look(actor=stranger, on=ON).among == 0


def test_a_family_put_aside_comes_back_by_itself() -> None:
    found = life(on=ON)
    manager = found.scene.case_manager
    until = ON + timedelta(days=5)
    actions.put_aside(actor=manager, case_id=found.case.pk, until=until, reason="В больнице", on=ON)
    assert why(found) == {}
    assert [(line.until, line.reason) for line in put_aside(actor=manager, on=ON)] == [(until, "В больнице")]
    assert why(found, until) != {} and put_aside(actor=manager, on=until) == []
    assert "больнице" not in str(JournalEntry.objects.get(verb="attention.put_aside").data)
    actions.take_back(actor=manager, case_id=found.case.pk, on=ON)
    actions.take_back(actor=manager, case_id=found.case.pk, on=ON)
    assert why(found) != {}
    assert JournalEntry.objects.filter(verb="attention.taken_back").count() == 1


def test_who_may_not_change_a_case_puts_no_family_aside() -> None:
    found = life(on=ON)
    said = {"case_id": found.case.pk, "until": ON + timedelta(days=5), "reason": "x", "on": ON}
    with pytest.raises(NotFound):
        actions.put_aside(actor=worker(Role.CASE_MANAGER, found.scene.department), **said)
    specialist = worker(Role.SPECIALIST, found.scene.department)
    found.case.team.create(user_id=specialist.user_id, part="specialist", from_on=BEGAN)
    with pytest.raises(Refused):
        actions.put_aside(actor=specialist, **said)
    for wrong in ({"until": ON}, {"until": ON + timedelta(days=93)}, {"reason": " "}):
        with pytest.raises(Invalid):
            actions.put_aside(actor=found.scene.case_manager, **(said | wrong))
    assert not Aside.objects.exists()


def test_the_signs_are_set_by_those_who_may() -> None:
    found = life(on=ON)
    chosen = {"silence": SignSetting(365), "plan_still": SignSetting(60, is_on=False)}
    with pytest.raises(NotFound):
        actions.keep_signs(actor=found.scene.coordinator, chosen=chosen)
    with pytest.raises(Invalid):
        actions.keep_signs(actor=worker(Role.HEAD), chosen={"silence": SignSetting(0)})
    actions.keep_signs(actor=worker(Role.HEAD), chosen=chosen)
    assert why(found) == {}


def test_any_number_of_families_is_looked_at_by_a_handful_of_questions() -> None:
    manager = worker(Role.CASE_MANAGER)
    for _ in range(3):
        life(on=ON, manager=manager)
    with CaptureQueriesContext(connection) as questions:
        looks = who_needs_a_look(actor=manager, on=ON)
    assert looks.among == len(looks.found) == 3 and len(questions) == 5
    assert Reason("silence", (ON - ASSESSED).days) in looks.found[0].reasons
