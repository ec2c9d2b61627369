"""Where people stand in a genogram, over random families: rows, ages, and nobody over anybody."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from opora.pictures.generations import STEP, Kin, Tree, generations, lay_out, spread


@st.composite
def families(draw: st.DrawFn) -> Tree:
    """Three generations: couples and single parents with children, some of whom have families of their own."""
    people: list[Kin] = []
    parents: dict[str, tuple[str, ...]] = {}
    couples: list[tuple[str, str]] = []

    def born(low: int, high: int, sex: str = "") -> str:
        year = draw(st.one_of(st.none(), st.integers(low, high)))
        people.append(Kin(f"n{len(people)}", year, sex or draw(st.sampled_from("mf"))))
        return people[-1].node

    def couple(low: int, high: int) -> tuple[str, ...]:
        one = born(low, high, "m")
        if draw(st.booleans()):
            return (one,)
        other = born(low, high, "f")
        if draw(st.booleans()):
            couples.append((one, other))
        return one, other

    middle: list[str] = []
    for _side in range(draw(st.integers(0, 3))):
        above = couple(1930, 1960)
        for _child in range(draw(st.integers(1, 4))):
            middle.append(born(1960, 1990))
            parents[middle[-1]] = above
    middle += [born(1960, 1990) for _one in range(draw(st.integers(1, 2)))]
    for _family in range(draw(st.integers(1, 3))):
        pair = tuple(dict.fromkeys(draw(st.lists(st.sampled_from(middle), min_size=1, max_size=2))))
        if len(pair) == 2 and draw(st.booleans()):
            couples.append((pair[0], pair[1]))
        for _child in range(draw(st.integers(0, 5))):
            parents[born(1990, 2026)] = pair
    return Tree(draw(st.permutations(people)), parents, couples)


@settings(max_examples=40)
@given(families())
def test_nobody_stands_over_anybody_and_nobody_is_lost(tree: Tree) -> None:
    placed = lay_out(tree)
    assert set(placed.places) == set(placed.rows) == {one.node for one in tree.people}
    for row in set(placed.rows.values()):
        line = sorted(placed.places[node] for node, found in placed.rows.items() if found == row)
        assert all(right - left >= STEP - 1e-6 for left, right in pairwise(line))
    assert min(placed.places.values()) == 0


@settings(max_examples=40)
@given(families())
def test_children_stand_one_row_below_both_parents_and_couples_on_one(tree: Tree) -> None:
    rows = generations(tree)
    for child, parents in tree.parents.items():
        for parent in parents:
            assert rows[child] == rows[parent] + 1
    assert all(rows[one] == rows[other] for one, other in tree.couples)
    assert min(rows.values()) == 0


@settings(max_examples=40)
@given(families())
def test_brothers_and_sisters_stand_by_age_with_nobody_between_them(tree: Tree) -> None:
    placed = lay_out(tree)
    born = {one.node: one.born for one in tree.people}
    for parents in set(map(tuple, tree.parents.values())):
        found = [child for child, of in tree.parents.items() if tuple(of) == parents and born[child] is not None]
        line = sorted(found, key=lambda child: placed.places[child])
        assert [born[child] for child in line] == sorted(born[child] or 0 for child in found)


@given(st.lists(st.floats(-50, 50), max_size=12))
def test_places_are_spread_no_farther_than_needed(wanted: list[float]) -> None:
    found = spread(wanted)
    assert all(right - left >= STEP - 1e-6 for left, right in pairwise(found))
    apart = [place * 3.0 * STEP for place in range(len(wanted))]
    assert spread(apart) == apart


def test_records_that_contradict_each_other_still_draw() -> None:
    people = [Kin("a", 1980), Kin("b", 1950), Kin("c", 2010)]
    placed = lay_out(Tree(people, {"a": ("b",), "b": ("c",), "c": ("a",)}))
    assert set(placed.places) == {"a", "b", "c"}
