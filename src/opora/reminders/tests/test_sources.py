"""Everything that is due is told to those who see the family, and to nobody else."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import resolve
from django.utils import translation

from opora.access.rules import SYSTEM, Actor, Role
from opora.assessments.models import Assessment
from opora.cases import actions as cases
from opora.cases.models import Case, Stay, TeamMember
from opora.cases.tests.factories import department, worker
from opora.common.tests.each import each
from opora.correspondence.models import Agreement
from opora.families import actions as families
from opora.families.rules import Identity
from opora.goods.models import FamilyNeed, Good
from opora.intake.models import Visit
from opora.papers.models import Consent
from opora.partners.models import Partner
from opora.plans.models import Task
from opora.process.models import Route, RouteMember
from opora.process.queries import visible_to
from opora.process.tests.factories import make_route
from opora.programs.models import Program
from opora.reminders.queries import ALL_KINDS, DIARY, KINDS, SOURCES, day_of, reminders_of
from opora.reminders.queries.whose_reminders import sight_of
from opora.reminders.rules import Reminder, next_review
from opora.reminders.tests.factories import BEGAN, ON, life
from opora.reminders.words import TITLES, place_of, title_of

pytestmark = pytest.mark.django_db
OF_FAMILIES = tuple(kind for kind in KINDS if kind != "agreement")


def told(actor: Actor, **details: object) -> dict[str, int]:
    """What somebody is told: the number of each kind's record."""
    return {one.kind: one.key for one in reminders_of(actor=actor, on=ON, **details).reminders}


def test_a_case_manager_is_told_everything_about_the_own_family() -> None:
    found = life()
    assert told(found.scene.case_manager) == {kind: found.numbers[kind] for kind in OF_FAMILIES if kind != "age"}


def test_each_reminder_leads_to_a_page_that_exists() -> None:
    found = life()
    for one in each(reminders_of(actor=found.scene.case_manager, on=ON).reminders):
        assert resolve(one.path).url_name, one.path
        assert one.number == found.case.number, one.kind


def test_the_sources_have_words_and_lead_to_their_kinds() -> None:
    assert set(TITLES) == set(ALL_KINDS) | set(DIARY) and len(ALL_KINDS) == len(SOURCES)
    assert set(ALL_KINDS) - set(KINDS) == {
        *("entry", "approval", "draft", "correction"),
    }, "what only waits has no place in letters and calendars"


def test_a_reminder_says_codes_and_no_more() -> None:
    found = life()
    by_kind = {one.kind: one for one in reminders_of(actor=found.scene.case_manager, on=ON).reminders}
    assert by_kind["consent"].code == by_kind["visit"].code == found.home.client.code
    assert by_kind["birthday"].is_rough and by_kind["birthday"].code == ""


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.ANALYST, Role.VOLUNTEER])
@pytest.mark.parametrize("is_wide", [False, True])
def test_who_sees_no_families_is_told_nothing_of_them_even_in_a_team(role: str, is_wide: bool) -> None:
    found = life()
    outsider = worker(role)
    TeamMember.objects.create(case=found.case, user_id=outsider.user_id, part="volunteer", from_on=BEGAN)
    RouteMember.objects.create(route=found.route, user_id=outsider.user_id, from_on=BEGAN)
    assert told(outsider, is_wide=is_wide) == {}


def test_a_volunteer_is_told_the_own_tasks_and_nothing_else() -> None:
    found = life()
    volunteer = worker(Role.VOLUNTEER)
    Task.objects.filter(member=None).update(worker_id=volunteer.user_id)
    assert told(volunteer) == {"task": found.numbers["task"]}
    task = reminders_of(actor=volunteer, on=ON).reminders[0]
    assert (task.number, task.route_id) == ("", None) and place_of(task) == found.home.client.code


def test_a_colleague_of_another_department_is_told_nothing() -> None:
    life()
    for role in (Role.COORDINATOR, Role.CASE_MANAGER, Role.SPECIALIST):
        assert told(worker(role, department()), is_wide=True) == {}


def test_who_left_the_team_is_told_nothing_any_more() -> None:
    found = life()
    former = worker(Role.SPECIALIST, found.scene.department)
    TeamMember.objects.create(
        case=found.case, user_id=former.user_id, part="specialist", from_on=BEGAN, to_on=BEGAN + timedelta(days=1)
    )
    assert told(former) == {}


def test_a_coordinator_is_told_of_the_department_when_asked_to() -> None:
    found = life()
    coordinator = found.scene.coordinator
    assert told(coordinator) == {}
    everything = {kind: found.numbers[kind] for kind in OF_FAMILIES if kind not in {"vote", "task", "review", "age"}}
    assert told(coordinator, is_wide=True) == everything
    assert told(worker(Role.HEAD), is_wide=True) == everything


@pytest.mark.parametrize("role", [Role.HEAD, Role.COORDINATOR, Role.CASE_MANAGER, Role.SPECIALIST, Role.PSYCHOLOGIST])
def test_the_wide_sight_is_the_sight_of_paths(role: str) -> None:
    """The conditions of the wide sight say the same as the one door to paths, for cases and for signals."""
    here = life()
    there = make_route()
    Route.objects.filter(pk=there.pk).update(department=department())
    signal = make_route()
    for route in (there, signal):
        Visit.objects.create(route=route, planned_on=ON)
    who = worker(role, here.scene.department)
    RouteMember.objects.create(route=there, user_id=who.user_id, from_on=BEGAN)
    wide = {one.route_id for one in reminders_of(actor=who, on=ON, kinds=["visit"], is_wide=True).reminders}
    if role in {Role.HEAD, Role.COORDINATOR}:
        assert wide == set(visible_to(who).values_list("pk", flat=True))
    else:
        assert wide == {there.pk} <= set(visible_to(who).values_list("pk", flat=True))


def test_an_invited_colleague_is_told_of_the_path() -> None:
    route = make_route()
    visit = Visit.objects.create(route=route, planned_on=ON)
    visitor = worker(Role.PSYCHOLOGIST)
    assert told(visitor) == {}
    RouteMember.objects.create(route=route, user_id=visitor.user_id, from_on=BEGAN)
    assert told(visitor) == {"visit": visit.pk}


def test_birthdays_are_told_only_to_those_who_may_read_names() -> None:
    found = life()
    manager = found.scene.case_manager
    day = next(one.day for one in reminders_of(actor=manager, on=ON).reminders if one.kind == "birthday")
    assert day == date(2026, 12, 17)
    Route.objects.update(is_palliative=False)
    assert "birthday" not in told(manager)


def test_a_child_who_turns_fourteen_or_eighteen_is_told_of_by_the_month_in_every_open_case() -> None:
    found = life()
    Route.objects.update(is_palliative=False)
    manager, child = found.scene.case_manager, found.home.children[1]
    [one] = reminders_of(actor=manager, on=ON, kinds=["age"]).reminders
    assert one.is_rough and one.code == "" and one.detail == f"{child.code}, 18 лет"
    assert one.day == date(2026, 12, 31), "the day that is kept tells no birthday, and is not late within the month"
    assert one.for_outside().day == date(2026, 12, 1) and one.for_outside().detail == ""
    assert [
        row.key for row in reminders_of(actor=found.scene.coordinator, on=ON, is_wide=True, kinds=["age"]).reminders
    ]
    analyst = worker(Role.ANALYST)
    assert not reminders_of(actor=analyst, on=ON, is_wide=True, kinds=["age"]).reminders
    assert not reminders_of(actor=manager, on=date(2026, 8, 31), kinds=["age"]).reminders
    Case.objects.filter(pk=found.case.pk).update(closed_on=ON)
    assert not reminders_of(actor=manager, on=ON, kinds=["age"]).reminders


def test_a_child_of_29_february_comes_of_age_on_1_march_of_a_common_year() -> None:
    found = life()
    born = Identity(surname="Заповедников", given="Мефодий", birth_date=date(2008, 2, 29))
    families.update_identity(actor=SYSTEM, person=found.home.children[1], identity=born)
    manager = found.scene.case_manager
    due = reminders_of(actor=manager, on=date(2026, 2, 20), kinds=["birthday"]).reminders
    assert [one.day for one in due] == [date(2026, 3, 1)]
    assert not reminders_of(actor=manager, on=date(2025, 11, 1), kinds=["birthday"]).reminders


def test_what_is_far_ahead_waits_until_it_is_near() -> None:
    found = life(on=ON + timedelta(days=40))
    near = set(told(found.scene.case_manager))
    assert near == {"birthday", "review"}
    assert set(told(found.scene.case_manager, ahead=92)) == set(OF_FAMILIES) - {"age"}


def test_what_is_late_is_told_however_late() -> None:
    found = life(on=date(2026, 7, 1))
    late = [one for one in reminders_of(actor=found.scene.case_manager, on=ON).reminders if one.is_late(ON)]
    assert {one.kind for one in late} == set(OF_FAMILIES) - {"birthday", "age", "review"}


def test_an_ended_path_asks_for_no_visit_but_still_for_the_destruction_of_data() -> None:
    found = life()
    Route.objects.update(ended_on=ON)
    assert set(told(found.scene.case_manager)) == set(OF_FAMILIES) - {
        "visit",
        "need",
        "stage",
        "milestone",
        "consent",
        "plan",
        "event",
        "birthday",
    }


def test_a_renewed_consent_is_not_asked_for() -> None:
    found = life()
    old = Consent.objects.get()
    Consent.objects.create(
        route=old.route, person=old.person, purpose=old.purpose, signed_on=ON, number="2", valid_until=None
    )
    assert "consent" not in told(found.scene.case_manager)


def test_only_some_kinds_can_be_asked_for() -> None:
    found = life()
    assert set(told(found.scene.case_manager, kinds=["visit", "stage"])) == {"visit", "stage"}
    assert told(found.scene.case_manager, kinds=[]) == {}


def test_too_many_of_a_kind_are_cut_and_it_is_said() -> None:
    found = life()
    Visit.objects.bulk_create(Visit(route=found.route, planned_on=ON) for _ in range(5))
    due = reminders_of(actor=found.scene.case_manager, on=ON, kinds=["visit", "plan"], limit=3)
    assert [one.kind for one in due.reminders] == ["visit"] * 3 + ["plan"] and due.has_more


@pytest.mark.parametrize("is_wide", [False, True])
def test_the_questions_do_not_grow_with_the_families(is_wide: bool) -> None:
    def asked(actor: Actor) -> int:
        with CaptureQueriesContext(
            connection,
        ) as questions:
            assert reminders_of(actor=actor, on=ON, is_wide=is_wide).reminders
        return len(questions)

    first = life()
    who = first.scene.coordinator if is_wide else first.scene.case_manager
    few = asked(who)
    for _ in range(3):
        life(manager=first.scene.case_manager)
    assert asked(who) == few <= 10


MONTH_ENDS = sorted(date(year, month, day) for year in (2027, 2028) for month in (1, 2, 8, 11, 12) for day in (1, 28))


@pytest.mark.parametrize("months", [1, 3, 6])
def test_the_database_and_the_rule_count_months_alike(months: int) -> None:
    found = life()
    Program.objects.update(review_months=months)
    for last_on in sorted([*MONTH_ENDS, date(2028, 2, 29), date(2027, 11, 30), date(2028, 12, 31)]):
        Assessment.objects.create(
            case=found.case, point="review", status="approved", on=last_on, is_total_only=True, weak=3
        )
        due = reminders_of(actor=found.scene.case_manager, on=date(2030, 1, 1), kinds=["review"]).reminders
        assert [one.day for one in due] == [next_review(last_on, months)]


def test_a_closed_case_is_not_assessed_again_but_looked_back_at() -> None:
    found = life()
    Case.objects.update(closed_on=ON)
    assert {"review", "follow_up"} & set(told(found.scene.case_manager)) == {"follow_up"}


def test_a_case_handed_over_is_the_next_ones() -> None:
    found = life()
    successor = worker(Role.CASE_MANAGER, found.scene.department)
    cases.hand_over(actor=SYSTEM, case_id=found.case.pk, to_user_id=successor.user_id, on=ON)
    assert set(told(found.scene.case_manager)) == {"task"}
    assert "visit" in told(successor)


def test_what_is_ones_own_stands_apart_from_what_is_common() -> None:
    mine, other = life(), life()
    Case.objects.filter(pk=other.case.pk).update(department=mine.scene.department)
    Route.objects.filter(pk=other.route.pk).update(department=mine.scene.department)
    lead = Actor(mine.scene.case_manager.user_id, "x", frozenset({("coordinator", mine.scene.department.pk)}))
    day = day_of(actor=lead, on=ON, limit=20)
    assert {one.case_id for one in day.own} == {mine.case.pk}
    assert {one.case_id for one in day.common if one.kind not in {"stage", "birthday", "age"}} == {other.case.pk}
    names = [one.name for one in (*day.own, *day.common)]
    assert len(names) == len(set(names))


def test_an_agreement_that_ends_is_told_two_months_before_to_those_who_sign() -> None:
    office = Partner.objects.create(name="Отдел опеки", kind="guardianship")
    until = ON + timedelta(days=50)
    agreement = Agreement.objects.create(partner=office, signed_on=BEGAN, until_on=until, scope="x")
    Agreement.objects.create(partner=office, signed_on=BEGAN, until_on=ON + timedelta(days=80), scope="y")
    assert told(worker(Role.HEAD)) == {"agreement": agreement.pk}
    assert told(worker(Role.SPECIALIST)) == {}
    Agreement.objects.update(ended_on=ON)
    assert told(worker(Role.HEAD)) == {}


def test_what_keeps_its_department_is_told_as_the_sight_says_also_after_a_family_moved() -> None:
    """The kept department only shortens the way: moved families, families afar and all others are told of as before."""
    here, there = life(), life()
    other, kinds = department(), ["stay", "follow_up", "need"]
    leader, stranger = here.scene.coordinator, worker(Role.COORDINATOR, other)
    manager = there.scene.case_manager

    def agrees(actor: Actor) -> int:
        sight = sight_of(actor, is_wide=True)
        slow = replace(sight, places=None)
        sources = [source for source in SOURCES if source.kind in kinds and source.lines is not None]
        found = [set(source.lines(one).values_list("r_kind", "r_key")) for one in (sight, slow) for source in sources]
        assert found[: len(sources)] == found[len(sources) :]
        return sum(map(len, found[: len(sources)]))

    before = agrees(leader)
    assert before and agrees(stranger) == 0
    Case.objects.filter(pk=here.case.pk).update(department=other)
    Route.objects.filter(pk=here.route.pk).update(department=other)
    assert agrees(stranger) == len(kinds)
    assert agrees(leader) == before - len(kinds)
    # A stay saved by somebody who read it before the move does not bring the former department back.
    stay = Stay.objects.filter(case=here.case).get()
    Stay.objects.filter(pk=stay.pk).update(department=here.scene.department)
    stay.save()
    assert Stay.objects.get(pk=stay.pk).department_id == other.pk
    # Somebody who leads elsewhere and works with this family.
    TeamMember.objects.create(case=here.case, user_id=leader.user_id, part="specialist", from_on=BEGAN)
    assert agrees(leader) == before
    assert agrees(worker(Role.HEAD)) and agrees(manager)


def test_what_a_family_needs_waits_for_its_case_manager_and_for_whoever_noted_it() -> None:
    """A psychologist or a lawyer of the team brings no nappies; whoever said they are needed, and who leads, know."""
    here = life()
    psychologist, specialist = (worker(role, here.scene.department) for role in (Role.PSYCHOLOGIST, Role.SPECIALIST))
    for one, part in ((psychologist, "psychologist"), (specialist, "specialist")):
        TeamMember.objects.create(case=here.case, user_id=one.user_id, part=part, from_on=BEGAN)
    FamilyNeed.objects.filter(pk=here.numbers["need"]).update(by_id=specialist.user_id)
    told_of = {"manager": here.scene.case_manager, "who noted it": specialist, "psychologist": psychologist}
    assert {name: "need" in told(one) for name, one in told_of.items()} == {
        "manager": True,
        "who noted it": True,
        "psychologist": False,
    }
    assert "visit" in told(psychologist), "of the rest the whole team is told"
    assert "need" in told(here.scene.coordinator, is_wide=True)
    manager = TeamMember.objects.get(case=here.case, part="case_manager")
    TeamMember.objects.filter(pk=manager.pk).update(to_on=ON)
    assert "need" not in told(here.scene.case_manager)


def test_before_there_is_a_case_a_need_waits_for_whoever_answers_for_the_path() -> None:
    answers, invited = worker(Role.CASE_MANAGER), worker(Role.PSYCHOLOGIST)
    route = make_route()
    Route.objects.filter(pk=route.pk).update(worker_id=answers.user_id, case=None)
    for one in (answers, invited):
        RouteMember.objects.create(route=route, user_id=one.user_id, from_on=BEGAN)
    FamilyNeed.objects.create(route=route, category="food", quantity=1, rhythm="once", since_on=ON, due_on=ON)
    assert ("need" in told(answers), "need" in told(invited)) == (True, False)


def test_what_a_family_needs_is_named_inside_the_house_only() -> None:
    """Porridge is named by its good and size, what was asked for by its kind alone by that; letters say neither."""
    here = life()
    need = FamilyNeed.objects.get(pk=here.numbers["need"])

    def said() -> Reminder:
        found = day_of(actor=here.scene.case_manager, on=ON, limit=40)
        return next(one for one in (*found.own, *found.common) if one.kind == "need")

    with translation.override("ru"):
        assert title_of(said()) == "Привезти: продукты"
        need.good, need.size = Good.objects.create(name="Подгузники", category="baby", unit="pack"), "4"
        need.save()
        assert title_of(said()) == "Привезти: Подгузники, 4"
        assert title_of(said().for_outside()) == "Привезти то, что нужно семье"
