"""What was written wrong in a case is set right with a reason, and what stood there stays readable."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from opora.access.models import RoleAssignment
from opora.access.rules import SYSTEM, Actor, Role
from opora.assessments.actions import import_totals
from opora.assessments.rules import ImportedTotal
from opora.audit.models import JournalEntry
from opora.cases import actions
from opora.cases.actions import Wanted
from opora.cases.models import Case, CaseCorrection, FollowUp, TeamMember
from opora.cases.queries import CaseSight, get_case, list_cases, next_free_number, visible_to
from opora.cases.queries.case_file import corrections_of, voided_cases
from opora.cases.rules.listing import CaseFilters
from opora.cases.tests.factories import (
    CLOSED,
    OPENED,
    Scene,
    close_case,
    department,
    household,
    open_case,
    program,
    scene,
    worker,
)
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.evidence.models import CaseFact, MonthTally
from opora.families import actions as families

pytestmark = pytest.mark.django_db
NOW = CLOSED + timedelta(days=300)
WHY = "Перепутали при записи"


def _correct(place: Scene, actor: Actor | None = None, reason: str = WHY, **wanted: object) -> Case:
    return actions.correct_case(
        actor=actor or place.coordinator,
        case_id=place.case.pk,
        wanted=Wanted(**wanted),  # type: ignore[arg-type]
        reason=reason,
        on=NOW,
    )


class TestTheCase:
    def test_number_and_opening_day_change_and_what_stood_there_stays(self) -> None:
        place = scene()
        was = place.case.number
        _correct(place, number="77/2021лд", opened_on=OPENED - timedelta(days=3))
        case = get_case(actor=place.coordinator, case_id=place.case.pk)
        assert (case.number, case.opened_on) == ("77/2021лд", OPENED - timedelta(days=3))
        kept = {one.field: (one.before, one.after, one.reason_text) for one in corrections_of(case)}
        assert kept["number"] == (was, "77/2021лд", WHY)
        assert kept["opened_on"][0] == OPENED.isoformat()
        assert JournalEntry.objects.filter(verb="cases.corrected", case_id=case.pk).count() == 1

    def test_figures_follow_at_once(self) -> None:
        place = scene()
        _correct(place, opened_on=OPENED - timedelta(days=3), number="78/2021лд")
        fact = CaseFact.objects.get(case_id=place.case.pk)
        assert (fact.opened_on, fact.number) == (OPENED - timedelta(days=3), "78/2021лд")

    def test_somebody_answers_from_the_very_first_day(self) -> None:
        place = scene()
        _correct(place, opened_on=OPENED - timedelta(days=3))
        assert TeamMember.objects.get(case=place.case).from_on == OPENED - timedelta(days=3)
        _correct(place, opened_on=OPENED + timedelta(days=2))
        assert TeamMember.objects.get(case=place.case).from_on == OPENED + timedelta(days=2)

    def test_no_opening_after_what_followed_it(self) -> None:
        place = scene()
        close_case(place)
        with pytest.raises(Invalid) as refused:
            _correct(place, opened_on=CLOSED + timedelta(days=1))
        assert set(refused.value.fields) == {"opened_on"}

    def test_no_opening_after_an_assessment(self) -> None:
        place = scene()
        total = ImportedTotal(case_id=place.case.pk, point="entry", on=OPENED + timedelta(days=2), total=9)
        import_totals(actor=SYSTEM, totals=[total])
        with pytest.raises(Invalid) as refused:
            _correct(place, opened_on=OPENED + timedelta(days=5))
        assert set(refused.value.fields) == {"opened_on"}

    def test_everything_that_is_wrong_is_told_at_once(self) -> None:
        place = scene()
        taken = open_case(place.department, place.program, household(), place.case_manager)
        stranger = household()
        with pytest.raises(Invalid) as refused:
            _correct(
                place,
                reason=" ",
                number=taken.number,
                opened_on=NOW + timedelta(days=1),
                client_id=stranger.client.pk,
            )
        assert set(refused.value.fields) == {"reason", "number", "opened_on", "client_id"}
        assert get_case(actor=place.coordinator, case_id=place.case.pk).number == place.case.number

    def test_the_program_changes_and_every_figure_with_it(self) -> None:
        place = scene()
        right = program(place.department)
        _correct(place, program_id=right.pk)
        assert CaseFact.objects.get(case_id=place.case.pk).program_id == right.pk
        assert CaseCorrection.objects.get(case=place.case).after == right.name

    def test_a_department_where_the_case_manager_does_not_work_is_refused(self) -> None:
        place = scene()
        elsewhere = department()
        program(elsewhere)
        head = worker(Role.HEAD)
        Case.objects.filter(pk=place.case.pk).update(program=program())
        with pytest.raises(Invalid) as refused:
            _correct(place, actor=head, department_id=elsewhere.pk)
        assert "department_id" in refused.value.fields
        RoleAssignment.objects.create(user_id=place.case_manager.user_id, role=Role.CASE_MANAGER, department=elsewhere)
        _correct(place, actor=head, department_id=elsewhere.pk)
        assert not visible_to(place.coordinator).filter(pk=place.case.pk).exists()

    def test_another_adult_of_the_family_is_the_client(self) -> None:
        place = scene()
        father = families.add_person(actor=SYSTEM, family=place.home.family, role="father")
        _correct(place, client_id=father.pk)
        assert get_case(actor=place.coordinator, case_id=place.case.pk).client_id == father.pk
        assert CaseFact.objects.get(case_id=place.case.pk).parent_code == father.code


class TestWhoMay:
    def test_the_case_manager_on_the_day_it_was_written_and_not_later(self) -> None:
        place = scene()
        today = timezone.localdate()
        actions.correct_case(
            actor=place.case_manager, case_id=place.case.pk, wanted=Wanted(number="91/2021лд"), reason=WHY, on=today
        )
        with pytest.raises(Refused):
            actions.correct_case(
                actor=place.case_manager,
                case_id=place.case.pk,
                wanted=Wanted(number="92/2021лд"),
                reason=WHY,
                on=today + timedelta(days=1),
            )

    def test_for_others_the_case_is_not_there(self) -> None:
        place, other = scene(), scene()
        with pytest.raises(NotFound):
            _correct(place, actor=other.coordinator, number="93/2021лд")


class TestChildren:
    def test_a_child_of_another_family_is_taken_off_and_the_figures_follow(self) -> None:
        place = scene()
        gone = place.home.children[0]
        actions.take_off_child(actor=place.coordinator, case_id=place.case.pk, person_id=gone.pk, reason=WHY, on=NOW)
        assert [one.person_id for one in place.case.children.all()] == [place.home.children[1].pk]
        assert CaseFact.objects.get(case_id=place.case.pk).children == 1
        assert CaseCorrection.objects.get(case=place.case).before == gone.code

    def test_the_last_child_stays(self) -> None:
        place = scene(children=1)
        with pytest.raises(Invalid):
            actions.take_off_child(
                actor=place.coordinator,
                case_id=place.case.pk,
                person_id=place.home.children[0].pk,
                reason=WHY,
                on=NOW,
            )


class TestTheClosing:
    def _close(self, place: Scene, reason: str, closed_on: date) -> Case:
        return actions.correct_closing(
            actor=place.coordinator, case_id=place.case.pk, reason=reason, closed_on=closed_on, why=WHY, on=NOW
        )

    def test_day_and_reason_change_and_the_look_back_moves_along(self) -> None:
        place = scene()
        close_case(place)
        self._close(place, "moved", date(2022, 10, 2))
        case = get_case(actor=place.coordinator, case_id=place.case.pk)
        assert case.closed_on == date(2022, 10, 2)
        assert case.closings.get().reason == "moved"
        assert FollowUp.objects.get(case=case).due_on == date(2023, 4, 2)
        assert {one.field for one in corrections_of(case)} == {"closed_on", "reason"}

    def test_the_months_count_anew(self) -> None:
        place = scene()
        close_case(place)
        assert MonthTally.objects.filter(program=place.program, month=date(2022, 9, 1)).exists()
        self._close(place, "goals_achieved", date(2022, 10, 2))
        assert not MonthTally.objects.filter(program=place.program, month=date(2022, 9, 1)).exists()
        assert MonthTally.objects.filter(program=place.program, month=date(2022, 10, 1)).exists()

    def test_no_closing_before_the_opening_or_tomorrow(self) -> None:
        place = scene()
        close_case(place)
        for day in (OPENED - timedelta(days=1), NOW + timedelta(days=1)):
            with pytest.raises(Invalid) as refused:
                self._close(place, "no such reason", day)
            assert set(refused.value.fields) == {"reason", "closed_on"}


class TestOpenedByMistake:
    def _void(self, place: Scene, actor: Actor | None = None) -> Case:
        return actions.void_case(actor=actor or place.coordinator, case_id=place.case.pk, reason=WHY, on=NOW)

    def test_it_counts_nowhere(self) -> None:
        place = scene()
        close_case(place)
        self._void(place)
        assert not visible_to(SYSTEM).filter(pk=place.case.pk).exists()
        assert not CaseFact.objects.filter(case_id=place.case.pk).exists()
        assert not MonthTally.objects.filter(program=place.program).exists()
        assert list_cases(actor=place.coordinator, filters=CaseFilters(text=place.case.number)).rows == []
        assert not FollowUp.objects.filter(case=place.case, cancelled_at=None).exists()
        assert CaseSight().standing(place.case_manager, place.case.pk) is None
        with pytest.raises(NotFound):
            get_case(actor=place.case_manager, case_id=place.case.pk)

    def test_its_number_is_given_to_nobody_else(self) -> None:
        place = scene()
        self._void(place)
        assert next_free_number(department=place.department, year=OPENED.year) != place.case.number
        with pytest.raises(Invalid) as refused:
            open_case(place.department, place.program, household(), place.case_manager, number=place.case.number)
        assert "number" in refused.value.fields

    def test_the_family_can_get_its_right_case(self) -> None:
        place = scene()
        self._void(place)
        again = actions.open_case(
            actor=place.coordinator,
            program_id=place.program.pk,
            department_id=place.department.pk,
            family_id=place.home.family.pk,
            client_id=place.home.client.pk,
            child_ids=place.home.child_ids,
            case_manager_id=place.case_manager.user_id,
            on=NOW,
        )
        assert again.family_id == place.home.family.pk

    def test_it_is_found_among_the_mistakes_only_and_can_be_taken_back(self) -> None:
        place = scene()
        close_case(place)
        facts = CaseFact.objects.filter(case_id=place.case.pk).values_list("opened_on", "closed_on", "number")
        before = facts.get()
        due = FollowUp.objects.get(case=place.case).due_on
        self._void(place)
        [(case, why)] = voided_cases(actor=place.coordinator)
        assert case.pk == place.case.pk
        assert why is not None and why.reason_text == WHY
        assert voided_cases(actor=place.case_manager) == []
        actions.take_back_void(actor=place.coordinator, case_id=place.case.pk, reason="Всё верно", on=NOW)
        assert visible_to(place.case_manager).filter(pk=place.case.pk).exists()
        assert facts.get() == before
        assert FollowUp.objects.get(case=place.case, cancelled_at=None).due_on == due

    def test_it_does_not_come_back_beside_the_right_one(self) -> None:
        place = scene()
        self._void(place)
        open_case(place.department, place.program, place.home, place.case_manager, number="99/2021лд")
        with pytest.raises(Invalid):
            actions.take_back_void(actor=place.coordinator, case_id=place.case.pk, reason="Всё верно", on=NOW)

    def test_it_wants_a_reason_and_somebody_who_may(self) -> None:
        place = scene()
        with pytest.raises(Invalid):
            actions.void_case(actor=place.coordinator, case_id=place.case.pk, reason=" ", on=NOW)
        with pytest.raises(Refused):
            self._void(place, place.case_manager)
        with pytest.raises(Conflict):
            actions.take_back_void(actor=place.coordinator, case_id=place.case.pk, reason=WHY, on=NOW)
