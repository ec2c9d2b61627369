"""Attacks on what was released: hidden numbers are computed from totals and from two releases, and it must fail."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opora.release.rules import TOTAL, Dimension, Limits, Place, Reason, Table, hide, printed
from opora.release.rules.hiding import Released
from opora.release.tests.attacks import span

LIMITS = Limits()
YEAR = (date(2024, 1, 1), date(2024, 12, 31))
PLACES = tuple("АБВГД")


def table(
    counts: Mapping[Place, int],
    *,
    tells: bool = False,
    first: date = YEAR[0],
    last: date = YEAR[1],
    begin: int = 0,
    codes: tuple[str, ...] = ("department", "answer"),
) -> Table:
    """A table by its numbers, its units numbered one after the other."""
    units, at = {}, begin
    for place in sorted(counts):
        units[place] = frozenset(range(at, at + counts[place]))
        at += counts[place]
    width = len(next(iter(counts)))
    groups = [tuple(sorted({place[index] for place in counts})) for index in range(width)]
    dimensions = tuple(
        Dimension(code, groups[index], tells=tells and index == width - 1) for index, code in enumerate(codes[:width])
    )
    return Table("cases", "closed", dimensions, first, last, units)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    rows, columns = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    number = st.one_of(st.just(0), st.integers(1, 4), st.integers(5, 40))
    counts = {(PLACES[row], PLACES[column]): draw(number) for row in range(rows) for column in range(columns)}
    return table(counts, tells=draw(st.booleans()))


@given(tables())
@settings(max_examples=60, deadline=None)
def test_totals_give_no_hidden_number_back(one: Table) -> None:
    found = hide(one, LIMITS)
    assert found.is_proved(())
    for place, why in found.places.items():
        low, high = span([(one, found.places)], 0, place)
        assert high - low >= (LIMITS.least if why.is_its_own else 1), (place, why)
    for place, cells in printed(one).items():
        if 0 < one.size(cells) < LIMITS.least:
            assert place in found.places


KINDS = st.sampled_from([(one, two, three) for one in "АБВ" for two in "12" for three in "xyz"])


@given(st.lists(st.tuples(KINDS, st.integers(0, 9)), min_size=3, max_size=12), st.lists(KINDS, max_size=4))
@settings(max_examples=40, deadline=None)
def test_two_releases_side_by_side_give_nothing_back(
    counted: list[tuple[tuple[str, str, str], int]], more: list[tuple[str, str, str]]
) -> None:
    """The second table has other columns, and its period a few families more; both are laid side by side."""
    kinds = [kind for kind, times in counted for _one in range(times + 1)]
    first = _from_units(_units([(one[0], one[1]) for one in kinds]), ("department", "answer"), date(2024, 6, 30))
    second = _from_units(_units([(one[0], one[2]) for one in kinds + more]), ("department", "year"), YEAR[1])
    before = Released(first, hide(first, LIMITS).places)
    after = hide(second, LIMITS, [before])
    assert after.is_proved([before])
    # Of one department in both tables; of the longer period alone. Nothing else can be.
    could_be = [
        (one, two) for one in (*first.places(), None) for two in second.places() if one is None or one[0] == two[0]
    ]
    released = [(first, before.hidden), (second, after.places)]
    for at, (_table, hidden) in enumerate(released):
        for place, why in hidden.items():
            low, high = span(released, at, place, could_be)
            assert high - low >= (LIMITS.least if why.is_its_own else 1), (at, place, why)


def _units(places: list[Place]) -> dict[Place, frozenset[int]]:
    found: dict[Place, set[int]] = {}
    for unit, place in enumerate(places):
        found.setdefault(place, set()).add(unit)
    return {place: frozenset(units) for place, units in found.items()}


def _from_units(units: dict[Place, frozenset[int]], codes: tuple[str, ...], last: date) -> Table:
    groups = [tuple(sorted({place[index] for place in units})) for index in range(len(codes))]
    dimensions = tuple(Dimension(code, one) for code, one in zip(codes, groups, strict=True))
    return Table("cases", "closed", dimensions, YEAR[0], last, units)


def test_one_small_cell_takes_others_with_it() -> None:
    one = table({("А", "1"): 3, ("А", "2"): 20, ("Б", "1"): 30, ("Б", "2"): 40})
    hidden = hide(one, LIMITS).places
    assert hidden == {
        ("А", "1"): Reason.SMALL,
        ("А", "2"): Reason.BESIDE,
        ("Б", "1"): Reason.BESIDE,
        ("Б", "2"): Reason.BESIDE,
    }


def test_nothing_is_hidden_where_nobody_stands_out() -> None:
    assert not hide(table({("А", "1"): 12, ("А", "2"): 20, ("Б", "1"): 30, ("Б", "2"): 0}), LIMITS).places


@pytest.mark.parametrize(("all_of_them", "is_hidden"), [(9, True), (10, False)])
def test_all_of_a_small_group_is_hidden(all_of_them: int, is_hidden: bool) -> None:
    """«У всех девяти» tells of each of them; of ten it is said."""
    one = table({("А", "no"): 0, ("А", "yes"): all_of_them, ("Б", "no"): 20, ("Б", "yes"): 20}, tells=True)
    assert (("А", "yes") in hide(one, LIMITS).places) is is_hidden
    assert (("А", "no") in hide(one, LIMITS).places) is is_hidden


def test_the_same_table_a_few_families_later_hides_more() -> None:
    """Twenty families until June and twenty-two until July: the two of July would be known by subtraction."""
    june = _from_units(_units([("А",)] * 12 + [("Б",)] * 20), ("department",), date(2024, 6, 30))
    july = _from_units(_units([("А",)] * 12 + [("Б",)] * 20 + [("А",)] * 2), ("department",), date(2024, 7, 31))
    assert not hide(june, LIMITS).places and not hide(july, LIMITS).places
    found = hide(july, LIMITS, [Released(june, {})]).places
    assert found[("А",)] is Reason.EARLIER
    assert found[(TOTAL,)] is Reason.EARLIER or found[("Б",)] is Reason.EARLIER


def test_the_very_same_table_again_hides_nothing_more() -> None:
    one = table({("А", "1"): 12, ("А", "2"): 20, ("Б", "1"): 30, ("Б", "2"): 15})
    assert not hide(one, LIMITS, [Released(one, {})]).places


def test_many_units_of_one_family_are_one_family() -> None:
    """Thirty services of three families tell of three families."""
    units = {("А",): frozenset(range(30)), ("Б",): frozenset(range(30, 90)), ("В",): frozenset(range(90, 160))}
    groups = Dimension("department", ("А", "Б", "В"))
    families = {unit: (unit % 3 if unit < 30 else unit) for unit in range(160)}
    one = Table("services", "given", (groups,), *YEAR, units, families)
    assert hide(one, LIMITS).places[("А",)] is Reason.SMALL
