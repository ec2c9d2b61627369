"""A name borne by very many is found near the page first; nobody is hidden by that."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import chain
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opora.access.rules import SYSTEM, Actor, Role
from opora.cases import actions, queries
from opora.cases.models import Case
from opora.cases.queries import searching
from opora.cases.rules.imported import ImportedCase
from opora.cases.rules.listing import CaseFilters, Place, Span, spans
from opora.cases.tests.factories import (
    OPENED,
    Household,
    Scene,
    close_case,
    household,
    open_case,
    program,
    scene,
    worker,
)
from opora.families import actions as families
from opora.families.models import FamilyMember, SearchIndex
from opora.families.rules import Identity

NAME = Identity(surname="Смирнова", given="Ольга")


@pytest.fixture
def common(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every name counts as common."""
    monkeypatch.setattr(searching, "_COMMON", 0)


def named(home: Household) -> Household:
    families.seal_identities(actor=SYSTEM, identities={home.client.pk: NAME})
    return home


def many(place: Scene, days: list[int]) -> list[int]:
    """Cases of families of one name, opened so many days after the first; the newest come first."""
    opened = [
        open_case(
            place.department, place.program, named(household(1)), place.case_manager, on=OPENED + timedelta(days=day)
        )
        for day in days
    ]
    return [case.pk for case in sorted(opened, key=lambda case: (case.opened_on, case.pk), reverse=True)]


def pages(actor: Actor, turn: Callable[[queries.CasePage], dict[str, Any] | None], **first: Any) -> list[list[int]]:
    """What the pages show, turned to the end."""
    found: list[list[int]] = []
    asked: dict[str, Any] | None = first
    while asked is not None:
        page = queries.list_cases(actor=actor, filters=CaseFilters(text="смирнова"), limit=3, **asked)
        found.append([row.id for row in page.rows])
        asked = turn(page)
    return found


def months(home: Household) -> list[int]:
    return SearchIndex.objects.get(person=home.client).months


def month(day: date) -> int:
    return day.year * 12 + day.month


@pytest.mark.parametrize(
    ("to_newer", "first", "last"),
    [(False, date(2022, 1, 1), date(2022, 2, 28)), (True, date(2022, 2, 1), date(2022, 3, 31))],
)
def test_a_span_is_of_whole_months_and_grows(to_newer: bool, first: date, last: date) -> None:
    near, wider, widest = spans(date(2022, 2, 17), to_newer=to_newer)
    assert (near.first_on, near.last_on) == (first, last)
    assert (len(near.months), len(wider.months), len(widest.months)) == (2, 6, 24)
    assert month(date(2022, 2, 1)) in near.months


def test_there_are_no_spans_beyond_the_calendar() -> None:
    assert spans(date.min, to_newer=False) == []
    assert spans(date.max, to_newer=True) == []
    assert Span((month(date(2021, 12, 1)),)).last_on == date(2021, 12, 31)


@pytest.mark.django_db
@pytest.mark.usefixtures("common")
def test_turning_the_pages_of_a_common_name_shows_every_case_once_in_order() -> None:
    place = scene()
    order = many(place, [0, 0, 3, 40, 41, 300, 301, 900, 2000, 2001, 2001])
    older = pages(SYSTEM, lambda page: {"after": page.older} if page.older else None)
    assert list(chain.from_iterable(older)) == order
    last = Place(OPENED - timedelta(days=1), 0)
    newer = pages(SYSTEM, lambda page: {"before": page.newer} if page.newer else None, before=last)
    assert list(chain.from_iterable(reversed(newer))) == order


@pytest.mark.django_db
@pytest.mark.usefixtures("common")
def test_a_common_name_is_found_only_where_one_may_look() -> None:
    here, there = scene(), scene()
    mine = many(here, [0, 400, 1500])
    theirs = many(there, [1, 401, 1501])
    stranger = worker(Role.CASE_MANAGER, here.department)
    for actor, seen in (
        (here.coordinator, mine),
        (there.coordinator, theirs),
        (here.case_manager, mine),
        (stranger, []),
        (worker(Role.ANALYST), []),
    ):
        page = queries.list_cases(actor=actor, filters=CaseFilters(text="смирнова"))
        assert [row.id for row in page.rows] == seen
    close_case(here)
    both = queries.list_cases(actor=SYSTEM, filters=CaseFilters(text="ольга смирн", state="open"))
    assert {row.id for row in both.rows} == {*mine, *theirs}


@pytest.mark.django_db
@pytest.mark.usefixtures("common")
@pytest.mark.parametrize("few", [0, 300])
def test_a_common_name_among_ones_own_cases(monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    monkeypatch.setattr(searching, "_FEW", few)
    place = scene()
    mine = many(place, [0, 700])
    for filters in (CaseFilters(text="смирнова"), CaseFilters(text="смирнова", mine=True)):
        page = queries.list_cases(actor=place.case_manager, filters=filters)
        assert [row.id for row in page.rows] == mine


@pytest.mark.django_db
@pytest.mark.usefixtures("common")
def test_an_address_at_the_ends_of_the_calendar_shows_a_page() -> None:
    place = scene()
    order = many(place, [0, 1])
    first, last = Place(date.min, 0), Place(date.max, 0)
    for asked, shown in (
        ({"before": first}, order),
        ({"after": last}, order),
        ({"after": first}, []),
        ({"before": last}, []),
    ):
        page = queries.list_cases(actor=SYSTEM, filters=CaseFilters(text="смирнова"), **asked)
        assert [row.id for row in page.rows] == shown


@pytest.mark.django_db
@pytest.mark.usefixtures("common")
def test_a_page_of_a_common_name_reads_only_what_is_near_it() -> None:
    place = scene()
    many(place, [0, 1, 2000, 2001, 2002, 2003])
    with CaptureQueriesContext(connection) as asked:
        page = queries.list_cases(actor=SYSTEM, filters=CaseFilters(text="смирнова"), limit=3)
    assert len(page.rows) == 3
    assert len(asked) == 5
    assert sum("months" in question["sql"] for question in asked) == 1


@pytest.mark.django_db
def test_the_database_keeps_the_months_whatever_comes_first() -> None:
    place = scene()
    later = OPENED + timedelta(days=400)
    before = named(household(1))
    assert months(before) == []
    case = open_case(place.department, place.program, before, place.case_manager)
    assert months(before) == [month(OPENED)]
    open_case(place.department, program(place.department), before, place.case_manager, number="2", on=later)
    assert months(before) == [month(OPENED), month(later)]
    afterwards = household(1)
    open_case(place.department, place.program, afterwards, place.case_manager, number="3", on=later)
    assert months(named(afterwards)) == [month(later)]
    families.update_identity(actor=SYSTEM, person=afterwards.client, identity=Identity(surname="Иная"))
    assert months(afterwards) == [month(later)]
    grandmother = families.add_person(actor=SYSTEM, family=afterwards.family, role="relative", identity=NAME)
    assert SearchIndex.objects.get(person=grandmother).months == [month(later)]
    Case.objects.filter(pk=case.pk).update(opened_on=OPENED - timedelta(days=90))
    assert months(before) == [month(OPENED - timedelta(days=90)), month(later)]


@pytest.mark.django_db
def test_whoever_joins_another_family_is_found_with_its_cases() -> None:
    place = scene()
    moved = named(household(0))
    assert months(moved) == []
    FamilyMember.objects.create(family=place.home.family, person=moved.client, role="relative")
    assert months(moved) == [month(OPENED)]


@pytest.mark.django_db
def test_a_register_brings_months_too() -> None:
    place = scene()
    homes = [named(household(1)) for _ in range(2)]
    rows = [
        ImportedCase(
            number=f"{number}/2019",
            program_id=place.program.pk,
            department_id=place.department.pk,
            family_id=home.family.pk,
            client_id=home.client.pk,
            child_ids=tuple(home.child_ids),
            opened_on=date(2019, number, 5),
        )
        for number, home in enumerate(homes, 1)
    ]
    actions.import_cases(actor=SYSTEM, cases=rows)
    assert [months(home) for home in homes] == [[month(row.opened_on)] for row in rows]
