"""Cases, people, forms and outcomes, counted by hand."""

from datetime import date
from typing import Any

import pytest

from opora.access.models import User
from opora.access.rules import Actor, Role
from opora.cases.models import Case, Closing, TeamMember
from opora.evidence.actions import refresh_facts
from opora.evidence.tests import world
from opora.families.models import FamilyMember
from opora.indicators.tests.houses import path, service, signal
from opora.instruments.models import InstrumentVersion
from opora.pivot.rules import ALL, Kind, value_in
from opora.pivot.tests.asking import figures, table, whole
from opora.services.models import Provision

pytestmark = pytest.mark.django_db
SECTIONS = [
    {"code": "1", "items": [{"code": "1.1", "position": 0}, {"code": "1.2", "position": 1}]},
    {"code": "2", "items": [{"code": "2.1", "position": 2}, {"code": "2.2", "position": 3}]},
]


def form() -> InstrumentVersion:
    """A form of two sections with two items each; 2 and 3 are weak."""
    made = world.version()
    # A published form is never changed; this one is made so, and nobody has filled it in.
    definition = made.definition | {"sections": SECTIONS}
    return InstrumentVersion.objects.create(
        instrument=made.instrument, number=made.number + 1, definition=definition, sha256="f" * 64
    )


def rated(case: Case, before: list[Any], after: list[Any] | None, in_version: InstrumentVersion, **more: Any) -> None:
    world.form(case, "entry", before, in_version=in_version, **more)
    if after is not None:
        world.form(case, "exit", after, in_version=in_version, on=date(2024, 12, 1))


@pytest.fixture
def two() -> tuple[Case, Case]:
    """Two closed cases, the second without an exit; the first received a service."""
    version = form()
    first = world.case(homes=("own_family",), children=("С1",))
    second = world.case(homes=("unknown",), children=("С2", "С3"))
    rated(first, [3, 2, 0, None], [0, 3, 2, 1], version, ages={str(first.children.get().person_id): 5})
    rated(second, [2, 0, 0, 0], None, version)
    Provision.objects.create(case=first, on=date(2024, 5, 1), service=service(), format="individual", provider="own")
    for one in (first, second):
        for child in one.children.all():
            FamilyMember.objects.create(family=one.family, person=child.person, role="child")
    refresh_facts(case_ids=[first.pk, second.pk])
    return first, second


def test_items_at_entry_and_what_became_of_them(two: tuple[Case, Case]) -> None:
    """Not rated is unknown and stands in no share; solved of what was weak and rated again."""
    assert figures("items_weak_entry", "item") == {"efo:1": 2, "efo:2": 1, "efo:3": 0, "efo:4": 0, "all": 3}
    found = table("items_weak_entry", "item", kind="share")
    assert (found.cells["efo:4", ALL].known, found.cells["efo:4", ALL].unknown) == (1, 1)
    assert figures("items_weak_entry", "section", kind="families") == {"efo:1": 2, "efo:2": 0, "all": 2}
    assert figures("items_weak_exit", "item") == {"efo:1": 0, "efo:2": 1, "efo:3": 1, "efo:4": 0, "all": 2}
    assert figures("items_solved", "item", kind="share") == {"efo:1": 1, "efo:2": 0, "all": 0.5}
    assert figures("items_new", "section") == {"efo:2": 1, "all": 1}, "an item nobody rated before is not new"


def test_services_beside_sections(two: tuple[Case, Case]) -> None:
    """S3-52: of the weak items of families that received a direction, by section: how many were solved."""
    direction = str(service().direction_id)
    assert figures("items_solved", "received_direction", "section", kind="share") == {
        (direction, "efo:1"): 0.5,
        (direction, "all"): 0.5,
        ("all", "efo:1"): 0.5,
        ("all", "all"): 0.5,
    }
    assert figures("items_weak_entry", "received_direction", "weak_section", kind="families") == {
        (direction, "efo:1"): 1,
        ("", "efo:1"): 1,
        (direction, "all"): 1,
        ("", "all"): 1,
        ("all", "efo:1"): 2,
        ("all", "all"): 2,
    }


def test_a_family_in_two_rows_counts_in_each_and_once_in_all(two: tuple[Case, Case]) -> None:
    """Rows overlap, and the whole is no sum of them; parts are parts of the whole."""
    first, _second = two
    other = service("walk")
    Provision.objects.create(case=first, on=date(2024, 6, 1), service=other, format="individual", provider="own")
    found = table("cases", "received_service", day="closed")
    assert figures("cases", "received_service", day="closed") == {
        str(service().pk): 1, str(other.pk): 1, "": 1, "all": 2,
    }  # fmt: skip
    shares = [value_in(found.cells, (row, ALL), Kind.FAMILIES, "of_column") for row in found.rows]
    assert shares == [0.5, 0.5, 0.5]


def test_families_once_and_cases_each(two: tuple[Case, Case]) -> None:
    first, _second = two
    again = world.case(opened_on=date(2024, 2, 1), closed_on=None, in_program=world.program("Другая"))
    Case.objects.filter(pk=again.pk).update(family=first.family)
    assert whole("cases", day="opened") == (2, 2, 0)
    assert whole("cases", day="opened", kind="records") == (3, 3, 0)
    assert figures("cases", "program", day="opened") == {
        str(first.program_id): 2,
        str(again.program_id): 1,
        "all": 2,
    }
    assert whole("cases", day="closed", kind="records") == (2, 2, 0)
    assert whole("cases", day="in_work", kind="records", first=date(2024, 12, 11)) == (1, 1, 0)
    assert whole("cases", day="closed", kind="median")[:2] == (335.0, 2)


def test_outcomes_say_how_many_are_unknown(two: tuple[Case, Case]) -> None:
    """Of the second case nothing is known: it is in no share and never a no (X-06)."""
    assert whole("outcomes") == (0, 1, 1)
    assert figures("cases", "outcome", day="closed") == {"same": 1, "": 1, "all": 2}
    assert whole("outcomes", kind="median") == (0, 1, 1)


def test_children_once_by_age_and_home(two: tuple[Case, Case]) -> None:
    """An age nobody wrote down and a home nobody knows are unknown, not some other group."""
    assert figures("children", "age", day="closed") == {"3-6": 1, "": 2, "all": 3}
    assert figures("children", "home", day="closed") == {"own_family": 1, "": 2, "all": 3}
    assert figures("children_home", "age") == {"3-6": 1, "": None, "all": 1}
    assert whole("children_home") == (1, 1, 2), "where two of them live nobody knows"
    assert figures("cases", "child_age", day="closed") == {"3-6": 1, "": 1, "all": 2}
    assert figures("cases", "children", day="closed") == {"1": 1, "2": 1, "all": 2}
    assert figures("people", "role", day="closed") == {"child": 3, "all": 3}


def test_who_answered_on_the_day_and_how_the_family_came(two: tuple[Case, Case]) -> None:
    first, second = two
    workers = [User.objects.create(email=f"{one}@opora.example", name=one) for one in ("а", "б")]
    TeamMember.objects.create(
        case=first, user=workers[0], part="case_manager", from_on=date(2024, 1, 10), to_on=date(2024, 6, 1)
    )
    TeamMember.objects.create(case=first, user=workers[1], part="case_manager", from_on=date(2024, 6, 1))
    assert figures("cases", "manager", day="opened") == {str(workers[0].pk): 1, "": 1, "all": 2}
    assert figures("cases", "manager", day="closed") == {str(workers[1].pk): 1, "": 1, "all": 2}
    signal(path(case=first), channel="site")
    assert figures("cases", "channel", day="closed") == {"site": 1, "": 1, "all": 2}
    Closing.objects.filter(case=second).update(reason="moved")
    assert figures("cases", "reason", day="closed") == {"moved": 1, "": 1, "all": 2}
    FamilyMember.objects.create(family=first.family, person=first.client, role="mother")
    assert figures("cases", "household", day="closed") == {"mother": 1, "": 1, "all": 2}
    assert figures("cases", "palliative", day="closed") == {"no": 2, "all": 2}
    assert figures("cases", "lived", day="closed") == {"no": 2, "all": 2}


def test_only_what_the_reader_reaches(two: tuple[Case, Case]) -> None:
    """A coordinator of one department counts its families and no others; who has no families counts none."""
    first, _second = two
    elsewhere = world.case(in_department=world.department("Другой отдел"))
    refresh_facts(case_ids=[elsewhere.pk])

    def reader(role: str, department_id: int | None) -> Actor:
        user = User.objects.create(email=f"{role}{department_id}@opora.example", name="Рита")
        return Actor(user_id=user.pk, name="Рита", grants=frozenset({(role, department_id)}))

    own = reader(Role.COORDINATOR, first.department_id)
    assert whole("cases", day="closed", actor=own) == (2, 2, 0)
    assert figures("cases", "department", day="closed", actor=own) == {str(first.department_id): 2, "all": 2}
    assert table("cases", "program", day="closed", actor=reader(Role.CASE_MANAGER, None)).cells == {}


def test_filters_programs_and_an_empty_period(two: tuple[Case, Case]) -> None:
    only = figures("cases", "outcome", day="closed", filters={"child_age": ("3-6",)})
    assert only == {"same": 1, "all": 1}
    assert table("cases", "outcome", day="closed", programs=(999_999,)).cells == {}
    assert table("cases", "outcome", day="closed", as_of=date(2023, 1, 1)).cells == {}
