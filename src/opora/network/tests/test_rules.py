"""Ties compared and parents supposed: the rules that figures and the genogram stand on."""

from hypothesis import given
from hypothesis import strategies as st

from opora.network.rules import Link, TieNow, compare, implied_guardians, implied_parents, parents_of, shared_parents

KINDS = ["supportive", "mixed", "stressful", "broken"]
MAPS = st.dictionaries(st.integers(1, 9), st.builds(TieNow, st.sampled_from(KINDS), st.integers(1, 3)))


@given(MAPS, MAPS)
def test_what_two_maps_say_fits_together(then: dict[int, TieNow], now: dict[int, TieNow]) -> None:
    found = compare(then, now)
    assert found.change == len(found.gained) - len(found.broken)
    assert set(found.restored) <= set(found.gained)
    assert not set(found.stronger) & set(found.gained)
    back = compare(now, then)
    assert (back.gained, back.broken) == (found.broken, found.gained)


@given(MAPS)
def test_a_map_changed_nothing_against_itself(ties: dict[int, TieNow]) -> None:
    found = compare(ties, ties)
    assert (found.restored, found.gained, found.broken, found.stronger, found.change) == ((), (), (), (), 0)


def test_a_tie_is_restored_when_it_was_broken_or_burdened_and_supports_now() -> None:
    then = {1: TieNow("broken"), 2: TieNow("stressful"), 3: TieNow("mixed"), 5: TieNow("supportive", 1)}
    now = {one: TieNow("supportive", 3) for one in (1, 2, 3, 4, 5)}
    found = compare(then, now)
    assert found.restored == (1, 2)
    assert found.gained == (1, 2, 3, 4)
    assert found.stronger == (5,)
    assert (found.supportive_then, found.supportive_now) == (1, 5)


def test_the_mother_and_father_of_a_family_are_supposed_to_be_the_parents() -> None:
    sexes = {"p1": "f", "p2": "m"}
    links = implied_parents({"p3", "p4"}, ["p1", "p2"], sexes, [])
    assert parents_of(links) == {"p3": ("p1", "p2"), "p4": ("p1", "p2")}


def test_what_is_written_goes_before_what_is_supposed() -> None:
    sexes = {"p1": "f", "p2": "m", "m9": "m"}
    links = implied_parents({"p3", "p4"}, ["p1", "p2"], sexes, [Link("parent", "m9", "p3")])
    assert parents_of(links) == {"p3": ("p1",), "p4": ("p1", "p2")}
    both = [Link("parent", "m7", "p3"), Link("parent", "m8", "p3")]
    assert implied_parents({"p3"}, ["p1", "p2"], {}, both) == []


def test_a_guardian_is_drawn_as_guardian_and_a_stepfather_who_adopted_is_not_the_father() -> None:
    adopted = Link("parent", "p2", "p3", "adopted")
    assert implied_parents({"p3"}, ["p1", "p2"], {"p1": "f", "p2": "m"}, [adopted]) == [Link("parent", "p1", "p3")]
    assert parents_of([adopted]) == {}
    assert implied_guardians({"p3", "p4"}, ["p2"], [adopted]) == [Link("parent", "p2", "p4", "foster")]


def test_a_brother_has_the_parents_of_his_sister_until_others_are_written() -> None:
    links = [Link("parent", "m1", "p1"), Link("parent", "m2", "p1"), Link("siblings", "p1", "m3")]
    assert shared_parents(links) == [Link("parent", "m1", "m3"), Link("parent", "m2", "m3")]
    assert shared_parents([*links, Link("parent", "m9", "m3")]) == []
