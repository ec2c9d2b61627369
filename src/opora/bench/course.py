"""How the house grows: the same pages of a small and of a large one in turn, the outcome table, an import.

Both are filled by this checkout; what is asked of them stands in `probe.py`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from typing import Any

from opora.bench.beside import HERE, Pair, Side, pair_of, side_of

MOST_GROWTH = 1.3
TABLE_AT = 5_000
STUDY = "outcome study"

_Lines = Iterator[list[str]]


class _Houses:
    """The small house and the large one, filled when a part first asks for them."""

    def __init__(self, sides: Sequence[Side], sizes: tuple[int, int], say: Callable[..., None]) -> None:
        self.sizes, self.say = sizes, say
        self._sides = sides

    @property
    def small(self) -> Side:
        return self._filled(0)

    @property
    def large(self) -> Side:
        return self._filled(1)

    def turns(self) -> Sequence[str]:
        """The pages that are measured in turn."""
        self._filled(0)
        return list(self._grow(1, self.sizes[1])["turns"])

    def of(self, size: int) -> Side:
        """The large house where it is as large, else the small one grown to this size."""
        place = int(size >= self.sizes[1])
        self._grow(place, size)
        return self._sides[place]

    def _filled(self, place: int) -> Side:
        self._grow(place, self.sizes[place])
        return self._sides[place]

    def _grow(self, place: int, size: int) -> Mapping[str, Any]:
        self.say(f"Inventing {size} cases")
        return self._sides[place].ask(grow=size)


def measure(
    *, small: int, large: int, import_rows: int, only: Sequence[str], say: Callable[..., None]
) -> Iterator[list[str]]:
    """Measure two houses of these sizes; gives the lines to print, part by part. `only` names parts, or pages."""
    if list(only) == [STUDY]:
        # It needs no house but one of its own, however large that is.
        yield _study_lines(large, say)
        return
    with ExitStack() as stack:
        houses = _Houses([stack.enter_context(side_of(HERE)) for _size in (small, large)], (small, large), say)
        if not only or set(only) - PARTS.keys():
            names = [name for name in houses.turns() if not only or name in only]
            yield from _growth((houses.large, houses.small), names, houses.sizes, say)
        for name, part in PARTS.items():
            if not only or name in only:
                yield from part(houses, import_rows)
        if not only:
            peaks = [side.ask(peak=True)["peak"] for side in (houses.small, houses.large)]
            yield [f"Peak memory: {peaks[0]:.0f} and {peaks[1]:.0f} MiB"]


def _shelf(houses: _Houses, _rows: int) -> _Lines:
    side = houses.small
    houses.say("Giving from one shelf by eight writers")
    yield _shelf_lines(side)


def _tables(houses: _Houses, _rows: int) -> _Lines:
    size, side = houses.sizes[1], houses.large
    houses.say(f"Counting tables at {size} cases, ours and bare")
    yield ["", "Tables counted anew: processor time beside bare SQL (at most 2 wanted)"]
    found = side.ask(tables=True)
    yield [f"{_beside_line(one, size)}   {name}" for name, one in found.items()]


def _outcome_table(houses: _Houses, _rows: int) -> _Lines:
    yield [
        "",
        "Outcome table with statistics, all rows: processor time beside bare SQL and SciPy (at most 1.5 wanted)",
    ]
    small, large = houses.sizes
    for size in dict.fromkeys((max(small, min(TABLE_AT, large)), large)):
        side = houses.of(size)
        houses.say(f"Computing the outcome table at {size} cases, ours and bare")
        yield [_beside_line(side.ask(table=True), size)]


def _indicators(houses: _Houses, _rows: int) -> _Lines:
    size, side = houses.sizes[1], houses.large
    houses.say(f"Computing all indicators at {size} cases, ours and bare")
    yield ["", "All indicators with twelve months, nothing kept: processor time beside bare SQL (at most 2 wanted)"]
    yield [_beside_line(side.ask(figures=True), size)]


def _study(houses: _Houses, _rows: int) -> _Lines:
    yield _study_lines(houses.sizes[1], houses.say)


def _import(houses: _Houses, rows: int) -> _Lines:
    size, side = houses.sizes[1], houses.large
    houses.say(f"Importing a workbook of {rows} rows")
    took = side.ask(rows=rows)
    yield [
        "",
        f"Import of {rows} rows beside {size} cases: {took['first']:.1f} s (under 60 wanted); "
        f"the same file again: {took['again']:.1f} s",
    ]


# In this order: an import makes the large house larger.
PARTS: Mapping[str, Callable[[_Houses, int], _Lines]] = {
    "issues at once": _shelf,
    "tables beside bare SQL": _tables,
    "outcome table": _outcome_table,
    "indicators": _indicators,
    STUDY: _study,
    "import": _import,
}


def _growth(
    sides: Sequence[Side], names: Sequence[str], sizes: tuple[int, int], say: Callable[..., None]
) -> Iterator[list[str]]:
    """Each kind of page: what the large house needs for it to what the small one needs."""
    yield [
        f"Growth from {sizes[0]} to {sizes[1]} cases: processor time of a page, medians of pairs in turn "
        f"(at most {MOST_GROWTH} wanted)",
        f"  {'':<28} {'growth':<23} {'queries':>9}   {'large and small, per page':>26}",
    ]
    for name in names:
        say(f"Measuring in turn: {name}")
        yield [_growth_line(pair_of(sides, name))]


def _growth_line(pair: Pair) -> str:
    spread = f"({min(pair.cpu):.2f} to {max(pair.cpu):.2f})"
    mine, theirs = (seconds * 1000 for seconds in pair.seconds)
    queries = f"{pair.queries[0]:4d} {pair.queries[1]:4d}"
    return f"  {pair.name:<28} {pair.growth:6.2f} {spread:<16} {queries}   {mine:9.1f} and {theirs:7.1f} ms"


def _study_lines(cases: int, say: Callable[..., None]) -> list[str]:
    """The outcome study of every program, in a house of its own that has nothing but what the study reads."""
    say(f"Studying the outcomes of {cases} cases, ours and bare")
    with side_of(HERE) as side:
        found = side.ask(study=cases)
    return [
        "",
        "Outcome study, nothing kept in memory: processor time beside bare SQL and SciPy (at most 1.5 wanted)",
        f"{_beside_line(found, cases)}   memory of the process {found['peak']:.0f} MiB (under 1024 wanted)",
    ]


def _shelf_lines(side: Side) -> list[str]:
    """Issues a second by eight writers at once, and what they would be if each kept the whole place to itself."""
    found = side.ask(shelf=True)
    ours, handed, row, place, alone, cores = (
        found[name] for name in ("lots", "at once", "row", "place", "alone", "cores")
    )
    took, spent, held = (found[name] * 1000 for name in ("took", "spent", "held"))
    acts, kept = found["acts"], found["acts in place"]
    return [
        "",
        "200 issues from one shelf by eight writers; no deadlock, nothing negative",
        f"  as hand-outs, each writer's share at once: {handed:.0f} a second; one by one: {ours:.0f} a second",
        f"  one by one, locking all that lies in the place: {place:.0f} a second; hand-outs are {handed / place:.1f} "
        f"times as quick (at least 10 wanted), one by one without that lock {ours / place:.1f} times",
        f"  one by one, locking the row of the place: {row:.0f} a second; hand-outs are {handed / row:.1f} times as "
        f"quick, one by one without that lock {ours / row:.1f} times",
        f"  one writer alone, one by one: {alone:.0f} a second; eight are {ours / alone:.1f} times as quick, and "
        f"{cores:.0f} cores allow {cores:.0f} times at most: what keeps the place to itself is no quicker than one",
        f"  whole acts, with paper, service, number and journal: {acts:.0f} a second, locking the row of the place "
        f"{kept:.0f}: {acts / kept:.1f} times as quick",
        f"  an act alone takes {took:.1f} ms, {spent:.1f} of processors, and keeps others waiting for {held:.1f} ms: "
        f"{cores:.0f} cores allow {cores * 1000 / spent:.0f} acts a second, what is kept {1000 / held:.0f}",
    ]


def _beside_line(found: Mapping[str, float], size: int) -> str:
    return (
        f"  {size:>7} cases   ours {found['ours']:6.3f} s   bare {found['bare']:6.3f} s   ratio {found['ratio']:5.2f}"
    )
