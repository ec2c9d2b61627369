"""Cases of earlier years taken over from a register, and corrected by it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from opora.access.models import Department
from opora.access.rules import SYSTEM, Role
from opora.audit.models import JournalEntry
from opora.cases import actions, queries
from opora.cases.models import Case, StayExtension
from opora.cases.rules.imported import ImportedCase
from opora.cases.tests.factories import department, household, program, scene, worker
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.programs.models import Program

pytestmark = pytest.mark.django_db


def all_known(**asked):
    """Everything that comes by the thousand, together."""
    return {key: case for some in queries.known_cases(**asked) for key, case in some.items()}


def row(place: Department, carried: Program, number: str = "1", **changes: Any) -> ImportedCase:
    home = household(2)
    told = ImportedCase(
        number=number,
        program_id=carried.pk,
        department_id=place.pk,
        family_id=home.family.pk,
        client_id=home.client.pk,
        child_ids=tuple(home.child_ids),
        opened_on=date(2021, 8, 17),
        closed_on=date(2021, 9, 20),
    )
    return replace(told, **changes)


@pytest.fixture
def centre() -> Department:
    return department(pattern="{n}")


@pytest.fixture
def shelter(centre: Department) -> Program:
    return program(centre, layout="shelter")


def test_a_row_of_the_crisis_centre_becomes_a_case_with_stay_and_follow_up(
    centre: Department, shelter: Program
) -> None:
    told = row(centre, shelter, has_stay=True, extended_to=date(2021, 9, 10), followed_up_on=date(2022, 3, 30))
    (case_id,) = actions.import_cases(actor=SYSTEM, cases=[told])
    case = Case.objects.get(pk=case_id)
    stay = case.stays.get()
    assert (stay.from_on, stay.planned_until, stay.left_on) == (
        date(2021, 8, 17),
        date(2021, 9, 10),
        date(2021, 9, 20),
    )
    assert stay.extensions.get().new_until == date(2021, 9, 10)
    follow_up = case.follow_ups.get()
    assert (follow_up.due_on, follow_up.done_on) == (date(2022, 3, 20), date(2022, 3, 30))
    assert case.closings.get().reason == "not_recorded"
    assert [child.person_id for child in case.children.all()] == list(told.child_ids)
    assert JournalEntry.objects.filter(verb="cases.imported", case_id=case_id).count() == 1


def test_a_row_of_support_becomes_a_case_without_stay_or_promised_visit(centre: Department) -> None:
    told = row(centre, program(centre), "17/2021 лд")
    (case_id,) = actions.import_cases(actor=SYSTEM, cases=[told])
    case = Case.objects.get(pk=case_id)
    assert not case.stays.exists()
    assert not case.follow_ups.exists()
    assert case.number_key == "17/2021лд"


def test_what_was_imported_is_known_again_and_nothing_changes(centre: Department, shelter: Program) -> None:
    rows = [
        row(centre, shelter, "1", has_stay=True, followed_up_on=date(2022, 3, 30)),
        row(centre, shelter, "2", has_stay=True, extended_to=date(2021, 9, 10)),
        row(centre, shelter, "3", closed_on=None),
    ]
    ids = actions.import_cases(actor=SYSTEM, cases=rows)
    known = all_known(actor=SYSTEM, department_ids=[centre.pk])
    again = [replace(told, case_id=known[told.key].case_id) for told in rows]
    assert [told.case_id for told in again] == ids
    assert actions.reimport_cases(actor=SYSTEM, cases=again) == []


def test_a_corrected_register_changes_what_differs(centre: Department, shelter: Program) -> None:
    first, second = row(centre, shelter, "1", has_stay=True), row(centre, shelter, "2", has_stay=True)
    one, two = actions.import_cases(actor=SYSTEM, cases=[first, second])
    corrected = replace(
        first,
        number="2",
        case_id=one,
        child_ids=first.child_ids[:1],
        closed_on=date(2021, 10, 1),
        extended_to=date(2021, 9, 25),
        followed_up_on=date(2022, 4, 1),
    )
    swapped = replace(second, number="1", case_id=two)
    assert actions.reimport_cases(actor=SYSTEM, cases=[corrected, swapped]) == [one, two]
    case = Case.objects.get(pk=one)
    assert (case.number, case.closed_on, case.children.count()) == ("2", date(2021, 10, 1), 1)
    assert case.stays.get().left_on == date(2021, 10, 1)
    assert StayExtension.objects.filter(stay__case=case).count() == 1
    assert case.follow_ups.get().done_on == date(2022, 4, 1)
    assert Case.objects.get(pk=two).number == "1"
    assert actions.reimport_cases(actor=SYSTEM, cases=[corrected, swapped]) == []


def test_a_case_that_lives_here_is_not_overwritten() -> None:
    place = scene()
    known = all_known(actor=SYSTEM, department_ids=[place.department.pk])
    (told,) = known.values()
    assert told.lived
    with pytest.raises(NotFound):
        actions.reimport_cases(actor=SYSTEM, cases=[replace(told, number="99")])
    assert Case.objects.get().number == place.case.number


def test_a_register_is_refused_as_a_whole(centre: Department, shelter: Program) -> None:
    good = row(centre, shelter, "1")
    for bad, refusal in (
        (row(centre, shelter, "№ 1"), Invalid),
        (row(centre, shelter, "2", closed_on=date(2021, 1, 1)), Invalid),
    ):
        with pytest.raises(refusal):
            actions.import_cases(actor=SYSTEM, cases=[good, bad])
    assert not Case.objects.exists()
    actions.import_cases(actor=SYSTEM, cases=[good])
    with pytest.raises(Conflict):
        actions.import_cases(actor=SYSTEM, cases=[row(centre, shelter, "3"), row(centre, shelter, "1")])
    assert Case.objects.count() == 1


def test_registers_are_brought_in_by_the_head_and_the_departments_coordinator(
    centre: Department, shelter: Program
) -> None:
    told = row(centre, shelter)
    for role, place in ((Role.CASE_MANAGER, centre), (Role.COORDINATOR, department()), (Role.ANALYST, None)):
        with pytest.raises(Refused):
            actions.import_cases(actor=worker(role, place), cases=[told])
    coordinator = worker(Role.COORDINATOR, centre)
    (case_id,) = actions.import_cases(actor=coordinator, cases=[told])
    assert actions.reimport_cases(actor=coordinator, cases=[replace(told, case_id=case_id, closed_on=None)]) == [
        case_id
    ]


def test_an_imported_case_goes_on_like_any_other(centre: Department, shelter: Program) -> None:
    (case_id,) = actions.import_cases(actor=SYSTEM, cases=[row(centre, shelter, has_stay=True)])
    actions.reopen_case(actor=SYSTEM, case_id=case_id, reason="Новая беда", on=date(2022, 1, 1))
    manager = worker(Role.CASE_MANAGER, centre)
    actions.hand_over(actor=SYSTEM, case_id=case_id, to_user_id=manager.own_id, on=date(2022, 1, 1))
    actions.start_stay(actor=manager, case_id=case_id, on=date(2022, 1, 2))
    assert Case.objects.get(pk=case_id).closed_on is None


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.booleans(), st.integers(0, 90), st.booleans()), min_size=1, max_size=6))
def test_importing_twice_changes_nothing(kinds: list[tuple[bool, bool, int, bool]]) -> None:
    place = department(pattern="{n}")
    carried = program(place, layout="shelter")
    rows = []
    for n, (has_stay, is_closed, days, is_visited) in enumerate(kinds, start=1):
        closed_on = date(2021, 9, 20) if is_closed else None
        rows.append(
            row(
                place,
                carried,
                str(n),
                has_stay=has_stay,
                closed_on=closed_on,
                extended_to=date.fromordinal(date(2021, 8, 17).toordinal() + days) if has_stay and days else None,
                followed_up_on=date(2022, 3, 30) if is_visited and is_closed else None,
            )
        )
    actions.import_cases(actor=SYSTEM, cases=rows)
    known = all_known(actor=SYSTEM, department_ids=[place.pk])
    assert {key: replace(told, case_id=None) for key, told in known.items()} == {told.key: told for told in rows}
