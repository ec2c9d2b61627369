"""Who sees which cases, and how they are found."""

from datetime import date, timedelta
from typing import Any

import pytest

from opora.access.rules import SYSTEM, Actor, Role
from opora.cases import actions, queries
from opora.cases.rules.listing import CaseFilters, Place, parse_place
from opora.cases.tests.factories import (
    CLOSED,
    OPENED,
    close_case,
    department,
    household,
    open_case,
    program,
    scene,
    worker,
)
from opora.common.errors import NotFound
from opora.families import actions as families
from opora.families.rules.identity import Identity

pytestmark = pytest.mark.django_db


def numbers(actor: Actor = SYSTEM, **wanted: Any) -> list[str]:
    page = queries.list_cases(actor=actor, filters=CaseFilters(**wanted))
    return [row.number for row in page.rows]


@pytest.mark.parametrize(
    ("role", "own", "foreign"),
    [
        (Role.HEAD, True, True),
        (Role.COORDINATOR, True, False),
        (Role.CASE_MANAGER, False, False),
        (Role.SPECIALIST, False, False),
        (Role.PSYCHOLOGIST, False, False),
        (Role.ANALYST, False, False),
        (Role.VOLUNTEER, False, False),
        (Role.ADMINISTRATOR, False, False),
    ],
)
def test_who_sees_cases_without_being_in_the_team(role: str, own: bool, foreign: bool) -> None:
    place, other = scene(), scene()
    reader = worker(role, None if role == Role.HEAD else place.department)
    seen = set(queries.visible_to(reader))
    assert (place.case in seen, other.case in seen) == (own, foreign)


def test_a_coordinator_also_sees_the_cases_of_his_teams_elsewhere() -> None:
    place, other = scene(), scene()
    specialist = Actor(
        user_id=worker(Role.SPECIALIST, other.department).user_id,
        name="",
        grants=frozenset({(Role.COORDINATOR, place.department.pk), (Role.SPECIALIST, other.department.pk)}),
    )
    assert set(queries.visible_to(specialist)) == {place.case}
    actions.add_team_member(
        actor=SYSTEM, case_id=other.case.pk, user_id=specialist.own_id, part="specialist", on=OPENED
    )
    assert set(queries.visible_to(specialist)) == {place.case, other.case}


def test_a_hidden_case_and_no_case_are_refused_alike() -> None:
    place = scene()
    stranger = worker(Role.CASE_MANAGER, place.department)
    said = set()
    for case_id in (place.case.pk, 0):
        with pytest.raises(NotFound) as refusal:
            queries.get_case_file(actor=stranger, case_id=case_id)
        said.add(str(refusal.value))
    assert len(said) == 1


def test_a_number_is_found_in_any_spelling_and_by_its_beginning() -> None:
    place = scene()
    for number in ("17/2021 лд", "170/2021 лд", "17/2022лд"):
        open_case(place.department, place.program, household(1), place.case_manager, number=number)
    assert numbers(text="17/2021лд") == ["17/2021 лд"]
    assert numbers(text="17/2021 ЛД") == ["17/2021 лд"]
    assert numbers(text="17/2021") == ["17/2021 лд"]
    assert set(numbers(text="№17")) == {"17/2021 лд", "17/2022лд"}
    assert numbers(text="1") == ["1/2021лд"]
    for part_of_a_run in ("17/20", "2021", "18", "17%"):
        assert numbers(text=part_of_a_run) == []
    assert numbers(text="нет такого") == []


def test_codes_and_names_find_the_cases_of_the_family() -> None:
    place = scene()
    other = open_case(place.department, place.program, household(1), place.case_manager)
    families.update_identity(
        actor=SYSTEM, person=place.home.children[0], identity=Identity(surname="Ёлкина", given="Полина")
    )
    assert numbers(text=place.home.client.code) == [place.case.number]
    assert numbers(text=place.home.children[1].code.lower()) == [place.case.number]
    assert numbers(text="елкина пол") == [place.case.number]
    assert other.number not in numbers(text="елкина")
    analyst = worker(Role.ANALYST)
    assert numbers(analyst, text="елкина") == []


def test_filters_narrow_the_list() -> None:
    place, other = scene(), scene("shelter", "{n}")
    close_case(place)
    assert numbers(state="open") == ["1"]
    assert numbers(state="closed") == ["1/2021лд"]
    assert numbers(program_id=other.program.pk) == ["1"]
    assert numbers(department_id=place.department.pk) == ["1/2021лд"]
    assert numbers(other.case_manager, mine=True) == ["1"]
    assert numbers(place.coordinator, mine=True) == []
    assert numbers(due_on=date(2023, 3, 17)) == []
    assert numbers(due_on=date(2023, 3, 18)) == ["1/2021лд"]


def test_a_row_speaks_in_codes() -> None:
    place = scene()
    close_case(place)
    row = queries.list_cases(actor=place.case_manager, filters=CaseFilters()).rows[0]
    assert row.client_code == place.home.client.code
    assert row.child_codes == tuple(child.code for child in place.home.children)
    assert (row.case_manager, row.closed_on) == ("Елена Соколова", CLOSED)
    assert row.follow_up_due_on == date(2023, 3, 18)
    assert not row.in_stay


def test_pages_follow_one_another_without_gap_or_overlap() -> None:
    place = department(pattern="{n}")
    carried, manager = program(place), worker(Role.CASE_MANAGER, place)
    opened = []
    for n in range(7):
        day = OPENED + timedelta(n // 3)
        opened.append(open_case(place, carried, household(1), manager, on=day).pk)
    expected = sorted(opened, key=lambda pk: (OPENED + timedelta(opened.index(pk) // 3), pk), reverse=True)
    seen: list[int] = []
    page = queries.list_cases(actor=SYSTEM, filters=CaseFilters(), limit=3)
    assert page.newer is None
    assert page.count == 7
    seen += [row.id for row in page.rows]
    while page.older is not None:
        before = page
        page = queries.list_cases(actor=SYSTEM, filters=CaseFilters(), after=page.older, limit=3)
        seen += [row.id for row in page.rows]
        back = queries.list_cases(actor=SYSTEM, filters=CaseFilters(), before=page.newer, limit=3)
        assert [row.id for row in back.rows] == [row.id for row in before.rows]
    assert seen == expected
    assert back.newer == before.newer


@pytest.mark.parametrize("text", ["", "x", "20210618", "20211318-5", "20210618-", "20210618-5-6", "²0210618-5"])
def test_a_broken_place_shows_the_first_page(text: str) -> None:
    assert parse_place(text) is None


def test_a_place_is_read_back() -> None:
    assert parse_place(str(Place(OPENED, 42))) == Place(OPENED, 42)


def test_a_family_is_offered_only_to_those_who_may_see_it() -> None:
    place, new = scene(), household(1)
    stranger = worker(Role.CASE_MANAGER, department())
    assert [known.id for known in queries.find_families(actor=place.coordinator, text=place.home.client.code)] == [
        place.home.family.pk
    ]
    assert queries.find_families(actor=stranger, text=place.home.client.code) == []
    assert [known.id for known in queries.find_families(actor=stranger, text=new.client.code)] == [new.family.pk]
    with pytest.raises(NotFound):
        queries.get_known_family(actor=stranger, family_id=place.home.family.pk)


def test_the_case_file_says_what_this_person_may_do() -> None:
    place = scene()
    specialist = worker(Role.SPECIALIST, place.department)
    actions.add_team_member(
        actor=SYSTEM, case_id=place.case.pk, user_id=specialist.own_id, part="specialist", on=OPENED
    )
    told = {
        actor.name: (found.may_change, found.may_follow_up)
        for actor in (place.case_manager, place.coordinator, specialist)
        for found in [queries.get_case_file(actor=actor, case_id=place.case.pk)]
    }
    assert list(told.values()) == [(True, True), (True, True), (False, True)]


def test_a_case_file_takes_few_queries(django_assert_max_num_queries: Any) -> None:
    place = scene("shelter", "{n}", children=4)
    actions.start_stay(actor=SYSTEM, case_id=place.case.pk, on=OPENED)
    actions.extend_stay(actor=SYSTEM, case_id=place.case.pk, until=CLOSED, reason="Суд", on=OPENED)
    close_case(place, kinds=["own_family"] * 4)
    with django_assert_max_num_queries(9):
        found = queries.get_case_file(actor=place.case_manager, case_id=place.case.pk)
    assert found.closing is not None
    assert [home.label for home in found.closing.children.all()]
