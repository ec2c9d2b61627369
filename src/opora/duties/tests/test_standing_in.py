"""A substitute sees and does what the absent one may, for these days, and not a bit more."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils.translation import override

from opora.access import actions as access
from opora.access.models import RoleAssignment, Substitution, User
from opora.access.queries import actor_of
from opora.access.rules import Absent, Actor, Role, can
from opora.audit.models import JournalEntry
from opora.audit.sentences import sentence
from opora.cases import actions as cases
from opora.cases.queries import get_case_file, visible_to
from opora.cases.tests.factories import Scene, department, household, open_case, program, scene, worker
from opora.common.dates import today
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.duties import actions
from opora.intake.tests.factories import make_referral
from opora.plans.queries import tasks_of
from opora.plans.tests.factories import make_plan, make_task, make_walk
from opora.process.models import Route
from opora.process.queries import get_route, may_work
from opora.process.queries import visible_to as routes_seen
from opora.process.queries.whose_hand import whose_hand
from opora.reminders.queries.whose_reminders import sight_of

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def _id(actor: Actor) -> int:
    assert actor.user_id is not None
    return actor.user_id


def _now(actor: Actor) -> Actor:
    """The person as the next page knows him or her."""
    return actor_of(user_id=_id(actor))


def _name(place: Scene, by: Actor, who: Actor, first: date | None = None, last: date | None = None) -> Substitution:
    first = first or today()
    return actions.name_substitute(
        actor=by,
        user_id=_id(place.case_manager),
        substitute_id=_id(who),
        from_on=first,
        until_on=last or first + 5 * DAY,
        on=today(),
    )


def test_for_these_days_the_substitute_sees_the_case_and_may_change_it() -> None:
    place = scene()
    colleague = worker(Role.CASE_MANAGER, place.department)
    with pytest.raises(NotFound):
        get_case_file(actor=_now(colleague), case_id=place.case.pk)
    _name(place, place.case_manager, colleague)
    assert get_case_file(actor=_now(colleague), case_id=place.case.pk).may_change
    cases.add_team_member(
        actor=_now(colleague),
        case_id=place.case.pk,
        user_id=_id(worker(Role.SPECIALIST)),
        part="specialist",
        on=today(),
    )
    assert JournalEntry.objects.filter(verb="cases.member_added", actor_id=_id(colleague)).exists()


def test_it_begins_and_ends_by_itself() -> None:
    place = scene()
    colleague = worker(Role.CASE_MANAGER, place.department)
    named = _name(place, place.case_manager, colleague, today() + DAY)
    assert not visible_to(_now(colleague)).exists()
    Substitution.objects.filter(pk=named.pk).update(from_on=today() - 3 * DAY, until_on=today())
    assert visible_to(_now(colleague)).exists()
    Substitution.objects.filter(pk=named.pk).update(until_on=today() - DAY)
    assert not visible_to(_now(colleague)).exists()


def test_it_never_gives_more_than_the_absent_one_has() -> None:
    place = scene()
    specialist, colleague = worker(Role.SPECIALIST), worker(Role.CASE_MANAGER, place.department)
    cases.add_team_member(
        actor=place.coordinator, case_id=place.case.pk, user_id=_id(specialist), part="specialist", on=today()
    )
    access.name_substitute(
        actor=specialist,
        user_id=_id(specialist),
        substitute_id=_id(colleague),
        from_on=today(),
        until_on=today(),
        on=today(),
    )
    seen = get_case_file(actor=_now(colleague), case_id=place.case.pk)
    assert not seen.may_change  # a case manager alone, but here in the place of a specialist
    assert seen.may_follow_up


def test_what_one_may_in_ones_own_cases_does_not_grow() -> None:
    place = scene()
    specialist = worker(Role.SPECIALIST)
    other = open_case(place.department, place.program, household(), worker(Role.CASE_MANAGER, place.department))
    cases.add_team_member(
        actor=place.coordinator, case_id=other.pk, user_id=_id(specialist), part="specialist", on=today()
    )
    _name(place, place.case_manager, specialist)
    assert get_case_file(actor=_now(specialist), case_id=place.case.pk).may_change
    assert not get_case_file(actor=_now(specialist), case_id=other.pk).may_change


def test_it_never_outlives_the_absent_ones_rights() -> None:
    place = scene()
    colleague = worker(Role.CASE_MANAGER, place.department)
    _name(place, place.case_manager, colleague)
    RoleAssignment.objects.filter(user_id=_id(place.case_manager)).delete()
    assert not visible_to(_now(colleague)).exists()
    assert _now(colleague).stands_for == ()


def test_a_closed_account_is_stood_in_for_by_nobody() -> None:
    place = scene()
    colleague = worker(Role.CASE_MANAGER, place.department)
    _name(place, place.case_manager, colleague)
    User.objects.filter(pk=_id(place.case_manager)).update(is_active=False)
    assert not visible_to(_now(colleague)).exists()


def test_it_is_not_passed_on_from_one_to_the_next() -> None:
    place = scene()
    second, third = (worker(Role.CASE_MANAGER, place.department) for _ in range(2))
    _name(place, place.case_manager, second)
    access.name_substitute(
        actor=second, user_id=_id(second), substitute_id=_id(third), from_on=today(), until_on=today(), on=today()
    )
    assert not visible_to(_now(third)).exists()


def test_paths_tasks_and_reminders_of_the_absent_come_along() -> None:
    walk = make_walk()
    make_plan(route_id=walk.route.pk)
    make_task(route_id=walk.route.pk, accountable=f"worker:{walk.manager.user_id}")
    access.name_substitute(
        actor=walk.manager,
        user_id=_id(walk.manager),
        substitute_id=_id(walk.stranger),
        from_on=today(),
        until_on=today(),
        on=today(),
    )
    substitute = _now(walk.stranger)
    assert routes_seen(substitute).filter(pk=walk.route.pk).exists()
    assert may_work(actor=substitute, route=get_route(actor=substitute, route_id=walk.route.pk))
    assert tasks_of(actor=substitute, on=today()).open_count == 1
    assert list(sight_of(substitute, is_wide=False).case_ids) == [walk.case.pk]


def test_a_substitute_of_the_head_keeps_no_accounts_and_destroys_nothing() -> None:
    head, colleague = worker(Role.HEAD), worker(Role.CASE_MANAGER, department())
    access.name_substitute(
        actor=head, user_id=_id(head), substitute_id=_id(colleague), from_on=today(), until_on=today(), on=today()
    )
    substitute = _now(colleague)
    assert can(substitute, "case.read")
    for ability in ("people.manage", "data.destroy", "journal.read", "process.override", "practice.manage"):
        assert not can(substitute, ability)


class TestWhoNames:
    def test_the_person_and_the_coordinator_and_nobody_else(self) -> None:
        place = scene()
        colleague = worker(Role.CASE_MANAGER, place.department)
        _name(place, place.coordinator, colleague)
        with pytest.raises(NotFound):
            _name(place, colleague, colleague, today() + 20 * DAY)
        assert JournalEntry.objects.get(verb="access.substitute_named").data["substitute"] == colleague.user_id

    def test_nobody_rises_by_naming_himself(self) -> None:
        head, coordinator = worker(Role.HEAD), worker(Role.COORDINATOR, department())
        with pytest.raises(Refused):
            actions.name_substitute(
                actor=coordinator,
                user_id=_id(head),
                substitute_id=_id(coordinator),
                from_on=today(),
                until_on=today(),
                on=today(),
            )

    def test_a_coordinator_lends_no_rights_in_a_department_that_is_not_hers(self) -> None:
        place = scene()
        elsewhere = department()
        specialist = worker(Role.SPECIALIST)
        there = open_case(elsewhere, program(elsewhere), household(), worker(Role.CASE_MANAGER, elsewhere))
        cases.add_team_member(
            actor=worker(Role.HEAD), case_id=there.pk, user_id=_id(specialist), part="specialist", on=today()
        )
        with pytest.raises(Refused, match="отдел"):
            actions.name_substitute(
                actor=place.coordinator,
                user_id=_id(specialist),
                substitute_id=_id(place.coordinator),
                from_on=today(),
                until_on=today(),
                on=today(),
            )

    @pytest.mark.parametrize("role", [Role.ANALYST, Role.ADMINISTRATOR, Role.VOLUNTEER])
    def test_whoever_sees_no_family_stands_in_for_nobody(self, role: str) -> None:
        place = scene()
        with pytest.raises(Invalid):
            _name(place, place.case_manager, worker(role))

    def test_all_that_is_wrong_is_told_at_once(self) -> None:
        place = scene()
        with pytest.raises(Invalid) as refused:
            _name(place, place.case_manager, place.case_manager, today() - DAY, today() - 3 * DAY)
        assert set(refused.value.fields) == {"substitute_id", "from_on", "until_on"}

    def test_one_stands_in_at_a_time_and_it_can_be_ended_early(self) -> None:
        place = scene()
        first, second = (worker(Role.CASE_MANAGER, place.department) for _ in range(2))
        named = _name(place, place.case_manager, first)
        with pytest.raises(Conflict):
            _name(place, place.coordinator, second)
        access.end_substitution(actor=place.case_manager, substitution_id=named.pk, on=today())
        assert not visible_to(_now(first)).exists()
        _name(place, place.coordinator, second)
        assert visible_to(_now(second)).exists()


class TestTheJournal:
    """A line that a substitute writes says for whom he or she stood in."""

    def test_says_for_whom_a_substitute_acted_in_both_languages(self) -> None:
        place = scene()
        stand_in = worker(Role.CASE_MANAGER, place.department, "Анна Реброва")
        _name(place, place.coordinator, stand_in)
        cases.read_case_file(actor=_now(stand_in), case_id=place.case.pk)
        entry = JournalEntry.objects.filter(actor_id=_id(stand_in), case_id=place.case.pk).latest("pk")
        name = User.objects.get(pk=_id(place.case_manager)).name
        assert sentence(entry.verb, entry.data).endswith(f"; замещает коллегу: {name}")
        with override("en"):
            assert sentence(entry.verb, entry.data).endswith(f"; stands in for a colleague: {name}")

    def test_says_nothing_of_it_where_one_acts_in_ones_own_right(self) -> None:
        place = scene()
        stand_in = worker(Role.CASE_MANAGER, place.department)
        _name(place, place.coordinator, stand_in)
        own = open_case(place.department, place.program, household(2, "О"), stand_in)
        cases.read_case_file(actor=_now(stand_in), case_id=own.pk)
        entry = JournalEntry.objects.filter(actor_id=_id(stand_in), case_id=own.pk).latest("pk")
        assert "stands_for" not in entry.data
        access_entries = JournalEntry.objects.filter(actor_id=_id(place.coordinator))
        assert not access_entries.filter(data__has_key="stands_for").exists()

    def test_says_it_of_a_path_without_a_case_too(self) -> None:
        place = scene()
        stand_in = worker(Role.SPECIALIST, place.department)
        signal = make_referral()
        owner = worker(Role.SPECIALIST, signal.route.department)
        Route.objects.filter(pk=signal.route_id).update(worker_id=_id(owner))
        whose = whose_hand(_standing_for(stand_in, owner), case_ids=[], route_ids=[signal.route_id])
        assert whose == {("route", signal.route_id): owner.name}


def _standing_for(actor: Actor, absent: Actor) -> Actor:
    return replace(actor, stands_for=(Absent(_id(absent), absent.name, absent.grants, today()),))
