"""Children are people: each is counted once, by its role and age on the day of closing (IND-20)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opora.access.rules import SYSTEM
from opora.cases import actions as cases
from opora.cases.rules.children_then import ChildThen
from opora.cases.tests import factories
from opora.evidence import words
from opora.evidence.models import ChildClosings
from opora.evidence.queries import outcomes
from opora.evidence.rules import Cohort
from opora.evidence.rules.children import ChildCounts, each_told, named_twice, people
from opora.evidence.rules.shares import share_of
from opora.families import actions as families
from opora.families.rules import Belonging, Identity

FIRST, SECOND = date(2024, 6, 1), date(2025, 3, 1)
CHILD, GROWN, GONE = Belonging.CHILD, Belonging.GROWN, Belonging.GONE


def told(case, person, what=CHILD, home="own_family", closed_on=FIRST, **more):
    return ChildThen(case, person, closed_on, what, home if what is CHILD else "", **more)


def test_two_cases_of_one_family_with_one_child_gone_are_one_child():
    # Anna (1) is named by both cases, Pyotr (2) had left when the second was closed: adding up gives 3 of 3.
    lines = [told(10, 1), told(10, 2), told(11, 1, closed_on=SECOND), told(11, 2, GONE, closed_on=SECOND)]
    assert each_told(lines) == ChildCounts(children=3, known=3, kept=3, gone=1)
    assert people(lines) == ChildCounts(children=1, known=1, kept=1, gone=1)


def test_the_last_closing_is_believed_and_of_one_day_the_one_that_knows():
    moved = [told(10, 1), told(11, 1, home="institution", closed_on=SECOND)]
    assert people(moved) == ChildCounts(children=1, known=1, kept=0)
    forgotten = [told(10, 1), told(11, 1, home="unknown", closed_on=SECOND)]
    assert people(forgotten) == ChildCounts(children=1, known=0, kept=0)
    same_day = [told(10, 1, home="relatives"), told(11, 1, home="")]
    assert people(same_day) == ChildCounts(children=1, known=1, with_relatives=1)


def test_who_came_of_age_between_two_closings_is_told_apart():
    lines = [told(10, 1), told(11, 1, GROWN, closed_on=SECOND)]
    assert people(lines) == ChildCounts(grown=1)


def test_six_months_later_each_child_stands_once_too():
    lines = [
        told(10, 1, later_on=date(2024, 12, 1), later_home="own_family"),
        told(11, 1, closed_on=SECOND, later_on=date(2025, 9, 1), later_home="institution"),
        told(11, 2, closed_on=SECOND, later_on=date(2025, 9, 1), later_home="own_family"),
    ]
    counted = people(lines)
    assert (counted.known_later, counted.kept_later) == (2, 1)


lines_of_children = st.lists(
    st.builds(
        ChildThen,
        st.integers(1, 6),
        st.integers(1, 4),
        st.sampled_from([FIRST, SECOND, date(2025, 8, 1)]),
        st.sampled_from([CHILD, CHILD, GROWN, GONE, Belonging.DIED, Belonging.EXPECTED]),
        st.sampled_from(["", "unknown", "own_family", "relatives", "institution"]),
        st.one_of(st.none(), st.just(date(2025, 12, 1))),
        st.sampled_from(["", "unknown", "own_family", "hospital"]),
    ),
    unique_by=lambda one: (one.case_id, one.person_id),
    max_size=12,
)


@given(lines_of_children, st.randoms())
def test_nobody_stands_twice_and_the_order_of_cases_means_nothing(lines, chance):
    counted = people(lines)
    everybody = {one.person_id for one in lines}
    assert counted.children + counted.grown + counted.gone + counted.died <= len(everybody)
    assert 0 <= counted.kept <= counted.known <= counted.children
    assert 0 <= counted.kept_later <= counted.known_later <= len(everybody)
    assert named_twice(lines) == each_told(lines) - counted
    chance.shuffle(lines)
    assert people(lines) == counted
    by_person = [people([one for one in lines if one.person_id == person]) for person in everybody]
    assert sum(by_person, ChildCounts()) == counted


@pytest.fixture
def home(settings, tmp_path):
    settings.OPORA_HOME = tmp_path


@pytest.fixture
def place(home, db):
    return factories.scene(on=date(2024, 1, 10))


def _second_case(place, program=None, on=date(2024, 9, 1)):
    return factories.open_case(place.department, program or place.program, place.home, place.case_manager, on=on)


def _close(place, case, kinds, on):
    cases.close_case(
        actor=SYSTEM,
        case_id=case.pk,
        reason="goals_achieved",
        summary="Семья справляется сама.",
        placements=kinds,
        on=on,
    )


def _children(**cohort):
    found = outcomes(actor=SYSTEM, cohort=Cohort(**cohort))
    return [program.children for program in found.programs if program.closed]


def test_a_family_with_two_closed_cases_has_the_children_it_has(place):
    stays, leaves = place.home.children
    _close(place, place.case, {stays.pk: "own_family", leaves.pk: "own_family"}, FIRST)
    again = _second_case(place)
    cases.leave_family(
        actor=SYSTEM, case_id=again.pk, person_id=leaves.pk, why="moved", day=date(2025, 1, 15), on=date(2025, 2, 1)
    )
    _close(place, again, {stays.pk: "own_family"}, SECOND)
    (children,) = _children()
    assert (children.children, children.known, children.gone, children.grown) == (1, 1, 1, 0)
    assert children.kept == share_of(1, 1)
    # Each period by itself tells what was so then.
    assert [one.kept for one in _children(closed_to=date(2024, 12, 31))] == [share_of(2, 2)]
    assert [one.kept for one in _children(closed_from=date(2025, 1, 1))] == [share_of(1, 1)]
    line = next(
        line for line in words.lines(outcomes(actor=SYSTEM, cohort=Cohort()).programs[0]) if line.code == "children"
    )
    assert line.value.startswith("1 из 1") and "ушли из семьи: 1" in line.note


def test_a_pool_counts_a_child_of_two_programs_once(place):
    other = factories.program(place.department)
    _close(place, place.case, dict.fromkeys(place.home.child_ids, "own_family"), FIRST)
    _close(place, _second_case(place, other), dict.fromkeys(place.home.child_ids, "own_family"), SECOND)
    found = outcomes(actor=SYSTEM, cohort=Cohort(pooled=True))
    assert [program.children.kept for program in found.programs if program.closed] == [share_of(2, 2)] * 2
    assert found.pooled.children.kept == share_of(2, 2)


def test_a_birth_date_learned_later_tells_who_had_come_of_age(place):
    grown, _small = place.home.children
    _close(place, place.case, dict.fromkeys(place.home.child_ids, "own_family"), FIRST)
    _close(place, _second_case(place), dict.fromkeys(place.home.child_ids, "own_family"), SECOND)
    assert [one.kept for one in _children()] == [share_of(2, 2)]
    # Eighteen on 1 December 2024: a child at the first closing, none at the second.
    named = Identity(surname="Синицына", given="Анна", birth_date=date(2006, 12, 1))
    families.update_identity(actor=SYSTEM, person=grown, identity=named, case_id=place.case.pk, on=date(2025, 4, 1))
    (children,) = _children()
    assert (children.kept, children.grown) == (share_of(1, 1), 1)
    assert [one.kept for one in _children(closed_to=date(2024, 12, 31))] == [share_of(2, 2)]


def test_the_ledger_of_closings_follows_closing_and_opening_again(place):
    _close(place, place.case, dict.fromkeys(place.home.child_ids, "own_family"), FIRST)
    again = _second_case(place)
    _close(place, again, dict.fromkeys(place.home.child_ids, "own_family"), SECOND)
    assert set(ChildClosings.objects.values_list("closings", flat=True)) == {2}
    cases.reopen_case(actor=SYSTEM, case_id=again.pk, reason="Снова трудно", on=date(2025, 5, 1))
    assert set(ChildClosings.objects.values_list("closings", flat=True)) == {1}
    assert [one.kept for one in _children()] == [share_of(2, 2)]
