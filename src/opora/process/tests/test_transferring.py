"""An open case goes over to another program: carried, not ended, counted once, with its history."""

from datetime import timedelta

import pytest

from opora.access.models import RoleAssignment
from opora.access.rules import SYSTEM, Actor, Role
from opora.audit.models import JournalEntry
from opora.cases import actions as cases
from opora.cases.models import Case, Closing, TeamMember
from opora.cases.queries import list_cases, next_free_number, visible_to
from opora.cases.rules.listing import CaseFilters
from opora.cases.tests.factories import OPENED, Scene, department, household, open_case, program, scene, worker
from opora.common.errors import Conflict, Invalid, Refused
from opora.evidence.models import CaseFact
from opora.process.actions import invite
from opora.process.actions.transferring import transfer
from opora.process.models import Route
from opora.process.queries import visible_to as paths_seen
from opora.process.tests.factories import make_route, publish_trial, trial_program

pytestmark = pytest.mark.django_db
NOW = OPENED + timedelta(days=60)


class Move:
    """An open case in one program, and another program with a process and a case manager of its own."""

    def __init__(self) -> None:
        self.scene: Scene = scene()
        publish_trial()
        self.program, self.place = trial_program()
        self.receiver = worker(Role.CASE_MANAGER, self.place, "Анна Реброва")
        self.case = self.scene.case

    def go(self, actor: Actor | None = None, **changes: object) -> object:
        wanted = {
            "actor": actor or self.scene.coordinator,
            "case_id": self.case.pk,
            "program_id": self.program.pk,
            "department_id": self.place.pk,
            "case_manager_id": self.receiver.user_id,
            "reason": "Семья готова жить дома",
            "on": NOW,
        }
        return transfer(**{**wanted, **changes})

    def now(self) -> Case:
        return Case.objects.select_related("program").get(pk=self.case.pk)


def test_it_goes_on_there_and_does_not_end() -> None:
    move = Move()
    was = move.case.number
    done = move.go()
    case = move.now()
    assert (case.program_id, case.department_id, case.closed_on) == (move.program.pk, move.place.pk, None)
    assert (done.was, done.number) == (was, case.number)  # type: ignore[attr-defined]
    assert case.number != was
    assert not Closing.objects.filter(case=case).exists()
    assert JournalEntry.objects.get(verb="cases.transferred", case_id=case.pk).data["was"] == was


def test_people_are_counted_once_and_in_the_program_where_the_work_goes_on() -> None:
    move = Move()
    move.go()
    assert [(one.case_id, one.program_id) for one in CaseFact.objects.all()] == [(move.case.pk, move.program.pk)]
    assert CaseFact.objects.get().opened_on == OPENED


def test_the_new_team_sees_it_with_its_history_and_the_old_one_no_more() -> None:
    move = Move()
    move.go()
    assert visible_to(move.receiver).filter(pk=move.case.pk).exists()
    assert not visible_to(move.scene.case_manager).filter(pk=move.case.pk).exists()
    assert TeamMember.objects.get(case=move.case, part="case_manager", to_on=None).from_on == NOW
    assert Case.objects.get(pk=move.case.pk).family_id == move.scene.home.family.pk


def test_an_invitation_ends_for_whoever_may_not_work_where_the_case_goes_on() -> None:
    move = Move()
    begun = make_route(family_id=move.scene.home.family.pk)
    Route.objects.filter(pk=begun.pk).update(case=move.case, stage="work")
    route = Route.objects.get(case=move.case)
    here, everywhere = worker(Role.CASE_MANAGER, move.case.department), worker(Role.PSYCHOLOGIST)
    for colleague in (here, everywhere):
        invite(actor=SYSTEM, route_id=route.pk, user_id=colleague.own_id, on=OPENED)
        assert paths_seen(colleague).filter(pk=route.pk).exists()
    looked = move.go(only_look=True)
    assert here.name in looked.left, "the look ahead tells who will see the family no more"  # type: ignore[attr-defined]
    assert paths_seen(here).filter(pk=route.pk).exists(), "a look changes nothing"
    move.go()
    assert not paths_seen(here).filter(pk=route.pk).exists()
    assert paths_seen(everywhere).filter(pk=route.pk).exists(), "the vote or visit it was given for goes along"
    [ended] = JournalEntry.objects.filter(verb="process.invitation_ended")
    assert ended.data["user"] == here.user_id


def test_the_path_stands_at_the_chosen_stage_of_the_new_process() -> None:
    move = Move()
    move.go(stage="start")
    route = Route.objects.get(case=move.case)
    assert (route.stage, route.program_id, route.ended_on, route.worker_id) == (
        "start",
        move.program.pk,
        None,
        move.receiver.user_id,
    )
    with pytest.raises(Invalid) as refused:
        move.go(stage="no such stage")
    assert set(refused.value.fields) == {"stage"}


def test_looking_first_changes_nothing() -> None:
    move = Move()
    looked = move.go(only_look=True, stage="work")
    assert (looked.case_manager, looked.left) == ("Анна Реброва", ("Елена Соколова",))  # type: ignore[attr-defined]
    assert (move.now().program_id, move.now().number) == (move.scene.program.pk, move.case.number)
    assert not JournalEntry.objects.filter(verb="cases.transferred").exists()


def test_the_former_number_stays_this_cases() -> None:
    move = Move()
    was = move.case.number
    move.go()
    assert next_free_number(department=move.scene.department, year=OPENED.year) != was
    with pytest.raises(Invalid) as refused:
        open_case(move.scene.department, move.scene.program, household(), move.scene.case_manager, number=was)
    assert "number" in refused.value.fields
    found = list_cases(actor=SYSTEM, filters=CaseFilters(text=was))
    assert [row.id for row in found.rows] == [move.case.pk]


def test_whoever_works_in_both_departments_stays_case_manager() -> None:
    move = Move()
    RoleAssignment.objects.create(
        user_id=move.scene.case_manager.user_id, role=Role.CASE_MANAGER, department=move.place
    )
    done = move.go(case_manager_id=None)
    assert done.left == ()  # type: ignore[attr-defined]
    assert TeamMember.objects.filter(case=move.case).count() == 1


def test_everything_that_stands_in_the_way_is_told_at_once() -> None:
    move = Move()
    open_case(move.place, move.program, move.scene.home, move.receiver)
    with pytest.raises(Invalid) as refused:
        move.go(reason=" ", case_manager_id=move.scene.case_manager.user_id, on=OPENED - timedelta(days=1))
    assert set(refused.value.fields) == {"reason", "target", "case_manager_id", "on"}


def test_a_case_manager_does_not_transfer_and_a_closed_case_is_not_transferred() -> None:
    move = Move()
    with pytest.raises(Refused):
        move.go(actor=move.scene.case_manager)
    cases.close_case(
        actor=SYSTEM,
        case_id=move.case.pk,
        reason="goals_achieved",
        summary="Семья справляется",
        placements=dict.fromkeys(move.scene.home.child_ids, "own_family"),
        on=NOW,
    )
    with pytest.raises(Conflict):
        move.go()


def test_a_family_in_the_centre_moves_out_first() -> None:
    place, elsewhere = scene("shelter", "{n}"), department()
    receiver = worker(Role.CASE_MANAGER, elsewhere)
    target = program(elsewhere)
    cases.start_stay(actor=SYSTEM, case_id=place.case.pk, on=OPENED)
    with pytest.raises(Invalid):
        transfer(
            actor=place.coordinator,
            case_id=place.case.pk,
            program_id=target.pk,
            department_id=elsewhere.pk,
            case_manager_id=receiver.user_id,
            reason="Едут домой",
            on=NOW,
        )
