"""Whom the house helped: families, adults and children, each once; what is not known is never put elsewhere."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opora.access.rules import SYSTEM
from opora.cases import actions as cases
from opora.cases.rules.work_spans import WorkSpan, spans_of
from opora.cases.tests import factories
from opora.evidence.queries.served import served
from opora.evidence.rules.served import Count, came, count, people_of, touches
from opora.families import actions as families
from opora.families.rules import Belonging, Birth, Identity, RoleSpan
from opora.families.rules.served import Member, band_of

START, END = date(2025, 1, 1), date(2025, 12, 31)


def member(person, family=1, role="child", born=None, sex="f", **span):
    return Member(person, family, sex, (RoleSpan(role, **span),), born)


def touched(*families):
    return touches([WorkSpan(one, one, 1, 900 + one, START, None) for one in families], [], START, END)


def test_a_life_of_a_case_is_cut_where_it_stood_closed():
    day = date(2025, 3, 1)
    assert spans_of(START, END, [(date(2025, 2, 1), day)]) == [(START, date(2025, 2, 1)), (day, END)]
    assert spans_of(START, None, []) == [(START, None)]


def test_everybody_stands_once_and_under_what_is_known():
    people = people_of(
        [
            member(1, role="mother"),
            member(2, born=Birth(2020, 5, 1)),  # five years old
            member(3, born=Birth(2007, 6, 1), sex="m"),  # eighteen on 1 June
            member(4, born=Birth(2019), sex="m"),  # six
            member(5, born=Birth(2018), sex=""),  # six or seven: the band is not known for sure
            member(6, is_expected=True),
            member(7, to_on=date(2025, 5, 1), ended="moved"),
            member(8, to_on=date(2024, 5, 1), ended="died"),
            member(2, family=2, born=Birth(2020, 5, 1)),  # in a second family as well
        ],
        touched(1, 2),
        {901: 1, 1: 1},
    )
    assert count(people, {1, 2}) == Count(families=2, adults=2, children=4, grown=1, expected=1)
    assert {one.person_id: one.band for one in people if one.what is Belonging.CHILD} == {
        2: (3, 6),
        4: (3, 6),
        5: (7, 11),
        7: None,
    }
    assert count(people, {2}) == Count(families=1, children=1)


def test_a_band_is_named_only_where_both_ends_of_what_is_known_lie_in_it():
    assert band_of(Birth(2018, 12, 1), date(2025, 11, 30)) == (3, 6)
    assert band_of(Birth(2018, 12, 1), date(2025, 12, 1)) == (7, 11)
    assert band_of(Birth(2018), date(2025, 6, 1)) is None
    assert band_of(None, END) is None


def test_new_going_on_and_returned_families_add_up():
    first = {1: date(2025, 2, 1), 2: date(2023, 1, 1), 3: date(2023, 1, 1)}
    assert came([1, 2, 3], first, {2}, START) == {"new": 1, "going_on": 1, "returned": 1}


roles = st.builds(
    RoleSpan,
    st.sampled_from(["child", "child", "mother", "relative"]),
    st.sampled_from([None, date(2024, 6, 1), date(2025, 6, 1)]),
    st.sampled_from([None, date(2025, 8, 1), date(2026, 1, 1)]),
)
births = st.one_of(st.none(), st.builds(Birth, st.integers(2005, 2024)))


@given(
    st.lists(
        st.builds(
            Member,
            st.integers(1, 6),
            st.integers(1, 3),
            st.sampled_from(["f", "m", ""]),
            st.lists(roles, min_size=1, max_size=2).map(tuple),
            births,
        ),
        unique_by=lambda one: (one.person_id, one.family_id),
        max_size=12,
    )
)
def test_no_person_is_ever_counted_twice_nor_in_two_groups(members):
    people = people_of(members, touched(1, 2, 3), {})
    ids = [one.person_id for one in people]
    assert len(ids) == len(set(ids)) and set(ids) <= {one.person_id for one in members}
    whole = count(people, {1, 2, 3})
    assert whole.adults + whole.children + whole.grown + whole.expected == len(people)
    for family in (1, 2, 3):
        part = count(people, {family})
        assert part.adults <= whole.adults and part.children <= whole.children


@pytest.fixture
def place(settings, tmp_path, db):
    settings.OPORA_HOME = tmp_path
    return factories.scene(on=date(2024, 3, 1))


def test_a_family_of_two_programs_is_one_family(place):
    other = factories.program(place.department)
    factories.open_case(place.department, other, place.home, place.case_manager, on=date(2025, 2, 1))
    found = served(actor=SYSTEM, start=START, end=END)
    assert found.whole == Count(families=1, adults=1, children=2)
    assert [count for _name, count in found.programs] == [found.whole, found.whole]
    assert found.came == {"new": 0, "going_on": 1, "returned": 0}
    assert [(kind.code, kind.times, kind.reached.families) for kind in found.kinds] == [("case", 2, 1)]
    only = served(actor=SYSTEM, start=START, end=END, program_ids=(other.pk,))
    assert [name for name, _count in only.programs] == [other.name]


def test_a_family_returns_when_nobody_worked_with_it_on_the_day_before(place):
    factories.close_case(place, kinds=("own_family", "own_family"), on=date(2024, 9, 1))
    assert served(actor=SYSTEM, start=START, end=END).whole == Count()
    cases.reopen_case(actor=SYSTEM, case_id=place.case.pk, reason="Снова трудно", on=date(2025, 4, 1))
    assert served(actor=SYSTEM, start=START, end=END).came == {"new": 0, "going_on": 0, "returned": 1}
    # While the case stood closed nobody was helped.
    assert served(actor=SYSTEM, start=date(2024, 10, 1), end=date(2025, 3, 31)).whole.families == 0


def test_age_and_sex_are_those_that_were_told(place):
    small, unknown = place.home.children
    born = Identity(surname="Синицына", given="Анна", birth_date=date(2020, 5, 1))
    families.update_identity(actor=SYSTEM, person=small, identity=born, sex="f", on=date(2025, 1, 1))
    found = served(actor=SYSTEM, start=START, end=END)
    assert (found.by_band[3, 6], found.by_band[None]) == ({"f": 1}, {"": 1})
    assert found.by_sex["child", ""] == 1 and unknown.pk


def test_a_case_manager_counts_the_own_families_only(place):
    stranger = factories.scene(on=date(2025, 1, 10))
    assert served(actor=place.case_manager, start=START, end=END).whole.families == 1
    assert served(actor=SYSTEM, start=START, end=END).whole.families == 2
    assert served(actor=stranger.case_manager, start=START, end=END).came["new"] == 1
