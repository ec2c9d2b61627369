"""How the house grows: the same pages of a small and of a large one in turn, the outcome table, an import.

Both are filled by this checkout; what is asked of them stands in `probe.py`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack

from opora.bench.beside import HERE, Pair, Side, pair_of, side_of

MOST_GROWTH = 1.3
TABLE_AT = 5_000
SHELF = "issues at once"
TABLES = "tables beside bare SQL"
STUDY = "outcome study"


def measure(
    *, small: int, large: int, import_rows: int, only: Sequence[str], say: Callable[..., None]
) -> Iterator[list[str]]:
    """Measure two houses of these sizes; gives the lines to print, part by part."""
    if list(only) == [STUDY]:
        # It needs no house but one of its own, however large that is.
        yield _study_lines(large, say)
        return
    with ExitStack() as stack:
        sides = [stack.enter_context(side_of(HERE)) for _size in (small, large)]
        for side, size in zip(sides, (small, large), strict=True):
            say(f"Inventing {size} cases")
            turns = side.ask(grow=size)["turns"]
        yield from _growth(sides[::-1], [name for name in turns if not only or name in only], (small, large), say)
        if not only or SHELF in only:
            say("Giving from one shelf by eight writers")
            yield _shelf_lines(sides[0])
        if not only or TABLES in only:
            say(f"Counting tables at {large} cases, ours and bare")
            yield ["", "Tables counted anew: processor time beside bare SQL (at most 2 wanted)"]
            found = sides[1].ask(tables=True)
            yield [f"{_beside_line(one, large)}   {name}" for name, one in found.items()]
        if only:
            return
        yield [
            "",
            "Outcome table with statistics, all rows: processor time beside bare SQL and SciPy (at most 1.5 wanted)",
        ]
        for side, size in zip(sides, (max(small, min(TABLE_AT, large)), large), strict=True):
            say(f"Computing the outcome table at {size} cases, ours and bare")
            side.ask(grow=size)
            yield [_beside_line(side.ask(table=True), size)]
        say(f"Computing all indicators at {large} cases, ours and bare")
        yield ["", "All indicators with twelve months, nothing kept: processor time beside bare SQL (at most 2 wanted)"]
        yield [_beside_line(sides[1].ask(figures=True), large)]
        yield _study_lines(large, say)
        say(f"Importing a workbook of {import_rows} rows")
        took = sides[1].ask(rows=import_rows)
        yield [
            "",
            f"Import of {import_rows} rows beside {large} cases: {took['first']:.1f} s (under 60 wanted); "
            f"the same file again: {took['again']:.1f} s",
            f"Peak memory: {sides[0].ask(peak=True)['peak']:.0f} and {sides[1].ask(peak=True)['peak']:.0f} MiB",
        ]


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
    ]


def _beside_line(found: Mapping[str, float], size: int) -> str:
    return (
        f"  {size:>7} cases   ours {found['ours']:6.3f} s   bare {found['bare']:6.3f} s   ratio {found['ratio']:5.2f}"
    )
