"""All that hangs on somebody goes into other hands at once, or not at all."""

from datetime import date, timedelta
from typing import Any

import pytest

from opora.access import actions as access
from opora.access.hanging import hanging_everywhere
from opora.access.models import RoleAssignment, User
from opora.access.rules import SYSTEM, Actor, Role
from opora.assessments.models import AssessmentDraft
from opora.audit.models import JournalEntry
from opora.cases import actions as cases
from opora.cases.models import TeamMember
from opora.cases.queries import visible_to as cases_seen
from opora.cases.tests.factories import department, household, open_case, program, worker
from opora.common.dates import now
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.councils import actions as councils
from opora.councils.models import PanelSeat
from opora.drafts.actions import keep_draft
from opora.drafts.models import FormDraft
from opora.drafts.queries import begun, drafts_of
from opora.duties import actions, queries
from opora.duties.models import Adrift, HandingOn, WorkMark
from opora.instruments.models import InstrumentVersion
from opora.intake import actions as intake
from opora.intake.models import Visit
from opora.plans.models import Task
from opora.plans.tests.factories import Walk, make_plan, make_task, make_walk
from opora.process.actions.transferring import transfer
from opora.process.models import Route, RouteMember
from opora.process.queries import visible_to as routes_seen
from opora.process.tests.factories import BEGAN, make_route
from opora.programs.models import Program, ProgramDepartment

pytestmark = pytest.mark.django_db
TODAY = BEGAN + timedelta(days=10)


class Desk:
    """A case manager with a case, a task, a visit ahead, a signal and a vote; her coordinator, and two colleagues."""

    def __init__(self) -> None:
        self.walk: Walk = make_walk()
        self.leaver = self.walk.manager
        self.coordinator = worker(Role.COORDINATOR, self.walk.department)
        self.colleague = worker(Role.CASE_MANAGER, self.walk.department, "Анна Реброва")
        self.stranger = worker(Role.CASE_MANAGER, department())
        make_plan(route_id=self.walk.route.pk)
        self.task = make_task(route_id=self.walk.route.pk, accountable=f"worker:{self.leaver.user_id}")
        self.signal = make_route(worker_id=self.leaver.user_id)
        self.visit = intake.plan_visit(
            actor=SYSTEM, route_id=self.signal.pk, visitor_ids=[_id(self.leaver)], on=TODAY + timedelta(days=2)
        )
        self.ballot = councils.open_ballot(
            actor=self.coordinator,
            route_id=self.signal.pk,
            member_ids=[_id(self.leaver)],
            chair_id=_id(self.coordinator),
            closes_on=TODAY,
            on=BEGAN,
        )

    def kinds(self, actor: Actor | None = None) -> dict[str, int]:
        found = queries.work_of(actor=actor or self.coordinator, user_id=_id(self.leaver))
        return {one.kind: len(one.items) for one in found}

    def pass_on(self, *, to: Actor | None = None, actor: Actor | None = None, **how: object) -> list[actions.Passed]:
        wanted = to or self.colleague
        kinds = [one.kind for one in queries.work_of(actor=SYSTEM, user_id=_id(self.leaver)) if one.may_go]
        return actions.pass_on(
            actor=actor or self.coordinator,
            user_id=_id(self.leaver),
            **{
                "receivers": {kind: _id(wanted) for kind in kinds},
                "reason": "Уходит в отпуск",
                "on": TODAY,
                **how,
            },  # type: ignore[arg-type]
        )


def _id(actor: Actor) -> int:
    assert actor.user_id is not None
    return actor.user_id


def test_the_page_knows_everything_that_hangs_on_somebody() -> None:
    desk = Desk()
    assert desk.kinds() == {"case": 1, "path": 1, "task": 1, "visit": 1, "seat": 1, "asked": 1}


def test_all_of_it_goes_to_a_colleague_who_may_open_it_and_nothing_stays() -> None:
    desk = Desk()
    passed = desk.pass_on()
    assert sum(len(one.items) for one in passed) == 6
    assert queries.count_left(user_id=_id(desk.leaver)) == 0
    assert TeamMember.objects.get(case=desk.walk.case, part="case_manager", to_on=None).user_id == _id(desk.colleague)
    assert Route.objects.get(pk=desk.walk.route.pk).worker_id == _id(desk.colleague)
    assert Route.objects.get(pk=desk.signal.pk).worker_id == _id(desk.colleague)
    assert Task.objects.get(pk=desk.task.pk).worker_id == _id(desk.colleague)
    assert Visit.objects.get(pk=desk.visit.pk).visitor_ids == [_id(desk.colleague)]
    assert PanelSeat.objects.filter(ballot=desk.ballot, user_id=_id(desk.colleague)).exists()
    assert cases_seen(desk.colleague).filter(pk=desk.walk.case.pk).exists()
    assert routes_seen(desk.colleague).filter(pk=desk.signal.pk).exists()


def test_the_one_who_left_sees_the_family_no_more() -> None:
    desk = Desk()
    desk.pass_on()
    assert not cases_seen(desk.leaver).filter(pk=desk.walk.case.pk).exists()


def test_looking_first_changes_nothing_and_tells_who_gets_what() -> None:
    desk = Desk()
    looked = desk.pass_on(only_look=True)
    assert {(one.kind, one.to_name, len(one.items)) for one in looked} >= {("case", "Анна Реброва", 1)}
    assert len(looked) == 6
    assert desk.kinds() == {"case": 1, "path": 1, "task": 1, "visit": 1, "seat": 1, "asked": 1}
    assert not HandingOn.objects.exists()
    assert not JournalEntry.objects.filter(verb="cases.handed_over").exists()


def test_nothing_goes_to_somebody_who_may_not_open_it_and_all_of_it_is_told_at_once() -> None:
    desk = Desk()
    with pytest.raises(Invalid) as refused:
        desk.pass_on(to=desk.stranger, reason=" ")
    assert set(refused.value.fields) == {"reason", "case", "path", "task", "visit", "seat", "asked"}
    assert desk.walk.case.number in str(refused.value.fields["case"])
    assert desk.kinds()["case"] == 1


def test_each_kind_may_go_to_somebody_else() -> None:
    desk = Desk()
    other = worker(Role.CASE_MANAGER, desk.walk.department)
    desk.pass_on(receivers={"case": _id(desk.colleague), "task": _id(other)})
    assert TeamMember.objects.get(case=desk.walk.case, part="case_manager", to_on=None).user_id == _id(desk.colleague)
    assert Task.objects.get(pk=desk.task.pk).worker_id == _id(other)
    assert desk.kinds() == {"path": 1, "visit": 1, "seat": 1, "asked": 1}


def test_it_is_written_down_and_every_family_has_its_line_in_the_journal() -> None:
    desk = Desk()
    desk.pass_on()
    [kept] = queries.passed_on(actor=desk.coordinator, user_id=_id(desk.leaver))
    assert (kept.reason, kept.by_id, kept.on) == ("Уходит в отпуск", _id(desk.coordinator), TODAY)
    assert JournalEntry.objects.filter(verb="cases.handed_over", case_id=desk.walk.case.pk).count() == 1
    assert JournalEntry.objects.filter(verb="plans.task_passed_on").count() == 1
    assert JournalEntry.objects.get(verb="duties.passed_on").data["count"] == 6


def test_a_coordinator_passes_on_what_lies_in_her_department_only() -> None:
    desk = Desk()
    elsewhere = department()
    RoleAssignment.objects.create(user_id=_id(desk.leaver), role=Role.CASE_MANAGER, department=elsewhere)
    open_case(elsewhere, program(elsewhere), household(), desk.leaver)
    [cases_here] = [
        one for one in queries.work_of(actor=desk.coordinator, user_id=_id(desk.leaver)) if one.kind == "case"
    ]
    assert (len(cases_here.items), cases_here.hidden) == (1, 1)
    desk.pass_on()
    assert queries.count_left(user_id=_id(desk.leaver)) == 1


def test_a_colleague_may_not_look_at_the_work_of_another() -> None:
    desk = Desk()
    with pytest.raises(NotFound):
        queries.work_of(actor=desk.colleague, user_id=_id(desk.leaver))
    with pytest.raises(NotFound):
        desk.pass_on(actor=desk.colleague)
    assert desk.kinds(desk.leaver)["case"] == 1


def test_an_account_closes_only_when_nothing_hangs_on_it() -> None:
    desk = Desk()
    admin = worker(Role.ADMINISTRATOR)
    with pytest.raises(Refused, match="6"):
        access.deactivate(actor=admin, user_id=_id(desk.leaver))
    assert User.objects.get(pk=_id(desk.leaver)).is_active
    desk.pass_on()
    access.deactivate(actor=admin, user_id=_id(desk.leaver))
    assert not User.objects.get(pk=_id(desk.leaver)).is_active


def test_many_cases_go_in_a_fixed_number_of_questions(django_assert_max_num_queries: Any) -> None:
    desk = Desk()
    carried = program(desk.walk.department)
    for _number in range(7):
        open_case(desk.walk.department, carried, household(), desk.leaver)
    with django_assert_max_num_queries(75):
        desk.pass_on(receivers={"case": _id(desk.colleague)})
    assert cases_seen(desk.colleague).count() == 8


@pytest.fixture(params=["everything is walked through", "only what changed is asked about"])
def looked(request: pytest.FixtureRequest) -> None:
    """Whatever happens after all work was looked at is found as surely as by walking through all of it."""
    if request.param == "only what changed is asked about":
        actions.look_for_adrift()


@pytest.mark.usefixtures("looked")
class TestNobodysWork:
    def test_a_case_whose_manager_lost_the_role_is_nobodys(self) -> None:
        desk = Desk()
        assert queries.unowned(actor=desk.coordinator, on=TODAY) == []
        RoleAssignment.objects.filter(user_id=_id(desk.leaver)).delete()
        kinds = {one.kind: len(one.items) for one in queries.unowned(actor=desk.coordinator, on=TODAY)}
        assert kinds == {"case": 1, "path": 1, "task": 1, "visit": 1, "seat": 1}

    def test_a_department_taken_away_counts_too(self) -> None:
        desk = Desk()
        RoleAssignment.objects.filter(user_id=_id(desk.leaver)).update(department=department())
        assert "case" in {one.kind for one in queries.unowned(actor=desk.coordinator, on=TODAY)}

    @pytest.mark.parametrize("goes", ["to a colleague", "to another program"])
    def test_what_stays_with_the_former_manager_of_a_family_is_nobodys(self, goes: str) -> None:
        desk = Desk()
        place = {"route_id": desk.walk.route.pk, "on": BEGAN}
        ahead = {"visitor_ids": [_id(desk.leaver)], "route_id": desk.walk.route.pk, "on": TODAY + timedelta(days=2)}
        intake.plan_visit(actor=SYSTEM, **ahead)  # type: ignore[arg-type]
        seats = {"member_ids": [_id(desk.leaver)], "chair_id": _id(desk.coordinator), "closes_on": TODAY}
        councils.open_ballot(actor=desk.coordinator, **seats, **place)  # type: ignore[arg-type]
        assert queries.unowned(actor=desk.coordinator, on=TODAY) == []
        if goes == "to a colleague":
            cases.hand_over(actor=desk.coordinator, case_id=desk.walk.case.pk, to_user_id=_id(desk.colleague), on=TODAY)
        else:
            other = Program.objects.create(code="other", name="Другая программа")
            ProgramDepartment.objects.create(program=other, department=desk.walk.department)
            transfer(
                actor=desk.coordinator,
                case_id=desk.walk.case.pk,
                program_id=other.pk,
                department_id=desk.walk.department.pk,
                case_manager_id=_id(desk.colleague),
                reason="Семья готова жить дома",
                on=TODAY,
            )
        assert queries.unowned(actor=desk.coordinator, on=TODAY) == [], "invited to the path, one may open it still"
        RouteMember.objects.filter(route=desk.walk.route).update(to_on=TODAY)
        found = {one.kind: one.items for one in queries.unowned(actor=desk.coordinator, on=TODAY)}
        assert {kind: len(items) for kind, items in found.items()} == {"task": 1, "visit": 1, "seat": 1}
        assert {item.case_id for items in found.values() for item in items} == {desk.walk.case.pk}
        for kind, [item] in found.items():
            actions.assign(actor=desk.coordinator, kind=kind, key=item.key, to_user_id=_id(desk.colleague), on=TODAY)
        assert queries.unowned(actor=desk.coordinator, on=TODAY) == []

    def test_a_volunteer_does_a_task_without_seeing_the_family(self) -> None:
        desk = Desk()
        helper = worker(Role.VOLUNTEER, desk.walk.department)
        Task.objects.filter(pk=desk.task.pk).update(worker=_id(helper))
        RouteMember.objects.create(route=desk.walk.route, user_id=_id(helper), from_on=BEGAN, to_on=TODAY)
        assert queries.unowned(actor=desk.coordinator, on=TODAY) == []

    def test_it_is_given_to_somebody_with_one_tap(self) -> None:
        desk = Desk()
        User.objects.filter(pk=_id(desk.leaver)).update(is_active=False)
        for one in queries.unowned(actor=desk.coordinator, on=TODAY):
            for item in one.items:
                actions.assign(
                    actor=desk.coordinator, kind=one.kind, key=item.key, to_user_id=_id(desk.colleague), on=TODAY
                )
        assert queries.unowned(actor=desk.coordinator, on=TODAY) == []
        assert cases_seen(desk.colleague).filter(pk=desk.walk.case.pk).exists()
        assert Task.objects.get(pk=desk.task.pk).worker_id == _id(desk.colleague)

    def test_it_goes_to_nobody_who_may_not_open_it_and_not_twice(self) -> None:
        desk = Desk()
        User.objects.filter(pk=_id(desk.leaver)).update(is_active=False)
        give = {"actor": desk.coordinator, "kind": "case", "key": desk.walk.case.pk, "on": TODAY}
        with pytest.raises(Invalid):
            actions.assign(to_user_id=_id(desk.stranger), **give)  # type: ignore[arg-type]
        actions.assign(to_user_id=_id(desk.colleague), **give)  # type: ignore[arg-type]
        with pytest.raises(Conflict):
            actions.assign(to_user_id=_id(desk.coordinator), **give)  # type: ignore[arg-type]

    def test_only_who_leads_is_told(self) -> None:
        desk = Desk()
        User.objects.filter(pk=_id(desk.leaver)).update(is_active=False)
        assert queries.unowned(actor=desk.colleague, on=TODAY) == []
        with pytest.raises(NotFound):
            actions.assign(
                actor=desk.colleague, kind="case", key=desk.walk.case.pk, to_user_id=_id(desk.colleague), on=TODAY
            )

    def test_it_is_found_with_hardly_more_than_one_question_a_kind(self, django_assert_max_num_queries: Any) -> None:
        desk = Desk()
        RoleAssignment.objects.filter(user_id=_id(desk.leaver)).delete()
        kinds = [one for one in hanging_everywhere() if one.unowned is not None]
        with django_assert_max_num_queries(len(kinds) + 6):
            queries.unowned(actor=desk.coordinator, on=TODAY)


def test_receivers_are_those_who_may_open_it_the_least_loaded_first() -> None:
    desk = Desk()
    items = queries.work_of(actor=desk.coordinator, user_id=_id(desk.leaver))[0].items
    found = [one.user_id for one in queries.receivers_for(items=items, besides=_id(desk.leaver), on=TODAY)]
    assert _id(desk.stranger) not in found
    assert {_id(desk.colleague), _id(desk.coordinator)} <= set(found)
    assert _id(desk.leaver) not in found


def test_a_closed_case_goes_along_only_while_somebody_is_to_look_back_at_it() -> None:
    desk = Desk()
    cases.close_case(
        actor=SYSTEM,
        case_id=desk.walk.case.pk,
        reason="goals_achieved",
        summary="Семья справляется",
        placements=dict.fromkeys(desk.walk.home.child_ids, "own_family"),
        on=date(2026, 3, 10),
    )
    assert desk.kinds()["case"] == 1
    cases.record_follow_up_done(actor=SYSTEM, case_id=desk.walk.case.pk, on=date(2026, 9, 10))
    assert "case" not in desk.kinds()


def _begin(desk: Desk, writer: Actor | None = None, **typed: list[str]) -> FormDraft:
    route_id = desk.walk.route.pk
    keep_draft(
        actor=writer or desk.leaver,
        form="intake:new_contact",
        subject=f"route_id={route_id}",
        address=f"/routes/{route_id}/intake/contact/",
        title="Контакт",
        typed=typed or {"notes": ["Печь дымит"]},
        route_id=route_id,
    )
    return FormDraft.objects.latest("pk")


def test_begun_forms_go_along_with_their_families() -> None:
    desk = Desk()
    _begin(desk)
    assert desk.kinds()["begun"] == 1
    desk.pass_on()
    kept = begun(actor=desk.colleague, form="intake:new_contact", subject=f"route_id={desk.walk.route.pk}")
    assert kept is not None and kept.typed == {"notes": ["Печь дымит"]}
    assert drafts_of(actor=desk.leaver) == []
    assert queries.count_left(user_id=_id(desk.leaver)) == 0
    assert JournalEntry.objects.filter(verb="drafts.passed_on").count() == 1


def test_work_adrift_stays_known_when_all_was_looked_at_and_nothing_else_is_asked_for() -> None:
    """The same is said before and after; what is cared for is asked for no more, however much there is."""
    desk = Desk()
    RoleAssignment.objects.filter(user_id=_id(desk.leaver)).delete()
    before = queries.unowned(actor=desk.coordinator, on=TODAY)
    actions.look_for_adrift()
    assert not WorkMark.objects.exists() and Adrift.objects.filter(kind="visit").count() == 1
    assert queries.unowned(actor=desk.coordinator, on=TODAY) == before != []
    Task.objects.filter(pk=desk.task.pk).update(worker=_id(desk.colleague))
    assert "task" not in {one.kind for one in queries.unowned(actor=desk.coordinator, on=TODAY)}
    actions.look_for_adrift()
    assert not Adrift.objects.filter(kind="task").exists()


def test_where_nothing_changed_nothing_is_walked_through(django_assert_max_num_queries: Any) -> None:
    desk = Desk()
    actions.look_for_adrift()
    with django_assert_max_num_queries(4):
        assert queries.unowned(actor=desk.coordinator, on=TODAY) == []


def test_a_begun_form_goes_to_nobody_who_may_not_open_what_it_speaks_of() -> None:
    desk = Desk()
    draft = _begin(desk)
    with pytest.raises(Invalid) as refused:
        # In the department, but not in the team: the case itself stays where it is.
        desk.pass_on(receivers={"begun": _id(desk.colleague)})
    assert set(refused.value.fields) == {"begun"}
    assert FormDraft.objects.get(pk=draft.pk).user_id == _id(desk.leaver)


def test_begun_by_both_the_form_keeps_what_both_typed() -> None:
    desk = Desk()
    _begin(desk, desk.coordinator, notes=["Звонили из школы"])
    _begin(desk)
    desk.pass_on(receivers={"begun": _id(desk.coordinator)})
    assert FormDraft.objects.count() == 1
    kept = begun(actor=desk.coordinator, form="intake:new_contact", subject=f"route_id={desk.walk.route.pk}")
    assert kept is not None and kept.typed == {"notes": ["Звонили из школы\n\nПечь дымит"]}


def test_a_form_about_no_family_yet_is_counted_read_by_nobody_and_keeps_nobody_from_leaving() -> None:
    desk = Desk()
    keep_draft(
        actor=desk.leaver, form="intake:new", subject="", address="/signals/new/", title="Сигнал", typed={"a": ["б в"]}
    )
    [group] = [
        one for one in queries.work_of(actor=desk.coordinator, user_id=_id(desk.leaver)) if one.kind == "begun_alone"
    ]
    assert (group.total, group.items, group.may_go) == (1, [], False)
    desk.pass_on()
    assert queries.count_left(user_id=_id(desk.leaver)) == 0


def test_an_unfinished_assessment_goes_along_and_gaps_of_the_new_hands_are_filled() -> None:
    desk = Desk()
    case_id = desk.walk.case.pk
    version = InstrumentVersion.objects.order_by("pk")[0]

    def draft(actor: Actor, **payload: object) -> None:
        AssessmentDraft.objects.create(
            case_id=case_id, point="entry", user_id=_id(actor), version=version, payload=payload, saved_at=now()
        )

    draft(desk.leaver, answers={"1.1": 2, "1.2": 1}, on="2026-05-01")
    draft(desk.coordinator, answers={"1.1": 0, "1.2": ""}, on="")
    assert desk.kinds()["draft"] == 1
    desk.pass_on(receivers={"draft": _id(desk.coordinator)})
    [left] = AssessmentDraft.objects.all()
    assert left.user_id == _id(desk.coordinator)
    assert left.payload_told == {"answers": {"1.1": 0, "1.2": 1}, "on": "2026-05-01"}
