"""What was recorded by mistake is put right, put off or voided, and then it counts nowhere."""

from datetime import date, time, timedelta
from decimal import Decimal

import pytest

from opora.access.rules import Actor, Role
from opora.cases import actions as cases
from opora.cases.tests.factories import department, household, program, worker
from opora.common.dates import show_day, today
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.families.sealing import opened
from opora.intake import actions, queries
from opora.intake.models import ContactRecord, UrgentAid, Visit
from opora.intake.rules.visits import ChildSeen
from opora.plans.tests.factories import Walk, make_walk
from opora.process.models import Amendment, Paper
from opora.process.queries import present_papers
from opora.process.tests.factories import BEGAN
from opora.reminders.queries import reminders_of

pytestmark = pytest.mark.django_db


def leader(walk: Walk) -> Actor:
    return worker(Role.COORDINATOR, walk.department)


def call(walk: Walk, actor: Actor, **other: object) -> ContactRecord:
    plain = {"kind": "phone", "party": "mother", "result": "reached", "notes": "Придёт в пятницу", "on": BEGAN}
    return actions.record_contact(actor=actor, route_id=walk.route.pk, **{**plain, **other})


def paper_kinds(walk: Walk) -> set[str]:
    walk.route.refresh_from_db()
    return set(present_papers(route=walk.route))


def test_a_voided_contact_no_longer_satisfies_a_step() -> None:
    walk = make_walk()
    contact = call(walk, walk.manager)
    assert "contact_made" in paper_kinds(walk)
    actions.void_contact(actor=walk.manager, contact_id=contact.pk, reason="Не та семья", on=today())
    assert "contact_made" not in paper_kinds(walk)
    assert not ContactRecord.objects.exists() and ContactRecord.every.get().voided_on == today()
    with pytest.raises(NotFound):
        actions.read_notes(actor=walk.manager, contact_id=contact.pk)


def test_a_voided_visit_is_no_paper_for_the_step_though_its_report_was_approved() -> None:
    walk = make_walk()
    head = leader(walk)
    visit = actions.plan_visit(actor=walk.manager, route_id=walk.route.pk, visitor_ids=[walk.manager.user_id], on=BEGAN)
    actions.report_visit(actor=walk.manager, visit_id=visit.pk, safety="safe", told={}, children=(), on=BEGAN)
    actions.approve_visit(actor=head, visit_id=visit.pk, on=BEGAN)
    assert "visit_report" in paper_kinds(walk)
    actions.void_visit(actor=head, visit_id=visit.pk, reason="Отчёт о другой семье", on=today())
    assert "visit_report" not in paper_kinds(walk)
    assert queries.visits_of(walk.route) == []


def test_an_act_of_help_is_taken_back_by_a_counter_act_and_no_number_is_lost() -> None:
    walk = make_walk()
    aid = actions.give_aid(actor=walk.manager, route_id=walk.route.pk, items={"food": Decimal(2)}, on=BEGAN)
    counter = actions.take_back_aid(actor=walk.manager, aid_id=aid.pk, reason="Набор не отдали", on=today())
    assert counter.reverses_id == aid.pk and counter.items.get().quantity == 2
    assert not UrgentAid.objects.exists(), "neither the act nor its counter-act counts"
    assert "aid_act" not in paper_kinds(walk)
    again = actions.give_aid(actor=walk.manager, route_id=walk.route.pk, items={"food": Decimal(1)}, on=today())
    assert again.act_number not in {aid.act_number, counter.act_number}


def test_the_author_mends_on_the_same_day_and_the_coordinator_later() -> None:
    walk = make_walk()
    contact = call(walk, walk.manager)
    tomorrow = today() + timedelta(days=1)
    with pytest.raises(Refused):
        actions.void_contact(actor=walk.manager, contact_id=contact.pk, reason="Ошибка", on=tomorrow)
    colleague = worker(Role.SPECIALIST, walk.department)
    cases.add_team_member(
        actor=leader(walk), case_id=walk.case.pk, user_id=colleague.user_id, part="specialist", on=BEGAN
    )
    with pytest.raises(Refused):
        actions.void_contact(actor=colleague, contact_id=contact.pk, reason="Ошибка", on=today())
    with pytest.raises(Invalid):
        actions.void_contact(actor=leader(walk), contact_id=contact.pk, reason=" ", on=tomorrow)
    actions.void_contact(actor=leader(walk), contact_id=contact.pk, reason="Ошибка", on=tomorrow)
    assert ContactRecord.every.get().voided_on == tomorrow


def test_a_stranger_cannot_mend_what_he_cannot_see() -> None:
    walk = make_walk()
    contact = call(walk, walk.manager)
    with pytest.raises(NotFound):
        actions.void_contact(actor=walk.stranger, contact_id=contact.pk, reason="Ошибка", on=today())


def test_a_correction_keeps_the_former_words_and_lets_go_of_a_paper_that_is_no_longer_true() -> None:
    walk = make_walk()
    contact = call(walk, walk.manager)
    actions.correct_contact(
        actor=walk.manager,
        contact_id=contact.pk,
        kind="phone",
        party="mother",
        result="not_reached",
        notes="Никто не ответил",
        on=BEGAN,
        today=today(),
    )
    assert actions.read_notes(actor=walk.manager, contact_id=contact.pk)[1] == "Никто не ответил"
    kept = Amendment.objects.get(source=f"intake.contact:{contact.pk}")
    assert kept.kind == "corrected" and opened(kept, "before")["text"] == "Придёт в пятницу"
    assert "contact_made" not in paper_kinds(walk)


def test_a_visit_is_put_off_to_an_hour_and_the_former_day_stays_readable() -> None:
    walk = make_walk()
    visit = actions.plan_visit(actor=walk.manager, route_id=walk.route.pk, visitor_ids=[walk.manager.user_id], on=BEGAN)
    later = BEGAN + timedelta(days=2)
    actions.put_off_visit(actor=walk.manager, visit_id=visit.pk, to_on=later, at=time(16, 20), on=BEGAN)
    visit.refresh_from_db()
    assert (visit.planned_on, visit.at) == (later, time(16, 20))
    assert opened(Amendment.objects.get(), "before")["on"] == BEGAN.isoformat()
    actions.cancel_visit(actor=walk.manager, visit_id=visit.pk, reason="Семья уехала к бабушке", on=BEGAN)
    with pytest.raises(Conflict):
        actions.report_visit(actor=walk.manager, visit_id=visit.pk, safety="safe", told={}, children=(), on=later)


def test_a_visit_recorded_on_the_spot_is_the_one_planned_for_that_day() -> None:
    walk = make_walk()
    actions.plan_visit(actor=walk.manager, route_id=walk.route.pk, visitor_ids=[walk.manager.user_id], on=BEGAN)
    child_id = walk.home.child_ids[0]
    actions.record_visit(
        actor=walk.manager,
        route_id=walk.route.pk,
        visitor_ids=[walk.manager.user_id],
        seen_ids=[child_id, walk.home.client.pk],
        note="Дома тепло",
        at=time(16, 20),
        on=BEGAN,
    )
    visit = Visit.objects.get()
    assert visit.held_on == BEGAN and visit.at == time(16, 20)
    assert {one.person_id for one in visit.children.all() if one.was_seen} == {child_id}
    assert [one.pk for one in visit.adults.all()] == [walk.home.client.pk]
    assert visit.children.count() == 2, "of the other child it is known that nobody saw it"


def test_taken_back_at_once_a_planned_visit_is_ahead_again() -> None:
    walk = make_walk()
    me = [walk.manager.user_id]
    planned = actions.plan_visit(actor=walk.manager, route_id=walk.route.pk, visitor_ids=me, at=time(9, 30), on=BEGAN)
    actions.record_visit(
        actor=walk.manager, route_id=walk.route.pk, visitor_ids=me, note="Дома тепло", at=time(16, 20), on=BEGAN
    )
    actions.void_visit(actor=walk.manager, visit_id=planned.pk, is_undo=True, on=today())
    again = Visit.objects.get()
    assert (again.held_on, again.at, again.report) == (None, time(9, 30), None)
    assert not again.children.exists()


def test_what_was_noted_on_the_spot_survives_the_report_written_at_the_desk() -> None:
    walk = make_walk()
    me = [walk.manager.user_id]
    visit = actions.record_visit(
        actor=walk.manager, route_id=walk.route.pk, visitor_ids=me, note="Дома тепло", on=BEGAN
    )
    seen = ChildSeen(walk.home.child_ids[0], was_seen=True, condition="good")
    actions.report_visit(
        actor=walk.manager, visit_id=visit.pk, safety="safe", told={"home": "Чисто"}, children=(seen,), on=BEGAN
    )
    told = actions.read_visit(actor=walk.manager, visit_id=visit.pk)[2]
    assert (told["note"], told["home"]) == ("Дома тепло", "Чисто")


def test_visits_that_found_nobody_are_counted_until_somebody_is_seen() -> None:
    walk = make_walk()
    me = [walk.manager.user_id]
    for days in range(3):
        actions.record_visit(
            actor=walk.manager,
            route_id=walk.route.pk,
            visitor_ids=me,
            was_missed=True,
            on=BEGAN + timedelta(days=days),
        )
    assert queries.missed_in_a_row().filter(route=walk.route).count() == 3
    call(walk, walk.manager, on=BEGAN + timedelta(days=1))
    assert queries.missed_in_a_row().filter(route=walk.route).count() == 1
    actions.void_contact(actor=walk.manager, contact_id=ContactRecord.objects.get().pk, is_undo=True, on=today())
    assert queries.missed_in_a_row().filter(route=walk.route).count() == 3


def test_a_case_without_a_path_has_a_life_too() -> None:
    """A program without a process has open cases and no paths; their families are called and visited all the same."""
    home = household(1)
    place = department()
    head = worker(Role.HEAD)
    case = cases.open_case(
        actor=head,
        program_id=program(place).pk,
        department_id=place.pk,
        family_id=home.family.pk,
        client_id=home.client.pk,
        child_ids=home.child_ids,
        case_manager_id=worker(Role.CASE_MANAGER, place).user_id,
        on=date(2026, 3, 2),
    )
    at = {"actor": head, "case_id": case.pk, "on": BEGAN}
    contact = actions.record_contact(kind="phone", party="mother", result="reached", people_ids=[home.client.pk], **at)
    visit = actions.record_visit(visitor_ids=[head.user_id], seen_ids=home.child_ids, **at)
    seen = actions.record_observation(text="Дети во дворе одни", is_worry=True, **at)
    assert {contact.case_id, visit.case_id, seen.case_id} == {case.pk}
    assert not Paper.objects.exists()
    with pytest.raises(NotFound):
        actions.read_notes(actor=worker(Role.CASE_MANAGER, place), contact_id=contact.pk)


def test_what_is_void_is_in_no_report_and_due_for_nobody() -> None:
    walk = make_walk()
    contact = call(walk, walk.manager)
    ahead = actions.plan_visit(
        actor=walk.manager, route_id=walk.route.pk, visitor_ids=[walk.manager.user_id], on=today()
    )
    due = reminders_of(actor=walk.manager, on=today(), kinds=["visit"]).reminders
    assert [one.route_id for one in due] == [walk.route.pk]
    written = str(actions.compose_report(actor=walk.manager, route_id=walk.route.pk, on=BEGAN))
    assert show_day(BEGAN) in written
    actions.void_contact(actor=walk.manager, contact_id=contact.pk, reason="Не та семья", on=today())
    actions.void_visit(actor=walk.manager, visit_id=ahead.pk, reason="Не та семья", on=today())
    assert not reminders_of(actor=walk.manager, on=today(), kinds=["visit"]).reminders
    assert show_day(BEGAN) not in str(actions.compose_report(actor=walk.manager, route_id=walk.route.pk, on=BEGAN))


def test_a_visit_tells_at_least_one_thing() -> None:
    """Of an empty visit nobody could say later whether anybody was there; an empty home is a thing to tell."""
    walk = make_walk()
    went = {"actor": walk.manager, "route_id": walk.route.pk, "visitor_ids": [walk.manager.user_id], "on": BEGAN}
    with pytest.raises(Invalid) as refused:
        actions.record_visit(**went)
    assert list(refused.value.fields) == ["notes"] and not Visit.every.exists()
    actions.record_visit(**went, was_missed=True)
    made = actions.record_visit(**went, seen_ids=walk.home.child_ids[:1])
    with pytest.raises(Invalid):
        actions.correct_visit(
            actor=walk.manager, visit_id=made.pk, visitor_ids=[walk.manager.user_id], on=BEGAN, today=today()
        )
