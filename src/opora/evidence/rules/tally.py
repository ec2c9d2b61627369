"""The closed cases of a program, counted: everything the figures and the findings are computed from.

A tally is built from rows here and by `sql/tally.sql` in the database; both give the same one.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from opora.cases.rules.children_then import ChildThen
from opora.evidence.rules import signs
from opora.evidence.rules.children import ChildCounts, people
from opora.evidence.rules.counts import Counts
from opora.evidence.rules.rows import OutcomeRow
from opora.evidence.rules.signs import Sign


@dataclass(frozen=True, slots=True)
class Sums:
    """Plain totals over the closed cases; each name says what is counted."""

    closed: int = 0
    section_pairs: int = 0
    entry_sections: int = 0
    exit_sections: int = 0
    item_pairs: int = 0
    any_solved: int = 0
    solved: int = 0
    new: int = 0
    both_pairs: int = 0
    change_both: int = 0
    followed_up: int = 0
    with_items: int = 0
    without_items: int = 0
    without_assessor: int = 0
    without_sections: int = 0

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))


# Without slots, so that what its statistics ask for again and again is counted once.
@dataclass(frozen=True)
class Tally:
    """Counts over the closed cases of one program.

    `pairs` maps (entry, exit) to the number of cases, `single_entries` are entries of cases without an exit and
    `single_exits` the reverse. `flagged` maps a sign to the number of cases that show it, at least 1. `children` are
    people, each counted once.
    """

    sums: Sums = field(default_factory=Sums)
    pairs: Mapping[tuple[int, int], int] = field(default_factory=dict)
    single_entries: Counts = field(default_factory=Counts)
    single_exits: Counts = field(default_factory=Counts)
    worst_days_late: int = 0
    flagged: Mapping[Sign, int] = field(default_factory=dict)
    children: ChildCounts = field(default_factory=ChildCounts)

    @cached_property
    def paired(self) -> int:
        return sum(self.pairs.values())

    @cached_property
    def changes(self) -> Counts:
        """Entry minus exit over the paired cases."""
        return _counted((entry - exit_, times) for (entry, exit_), times in self.pairs.items())

    @cached_property
    def paired_entries(self) -> Counts:
        return _counted((entry, times) for (entry, _), times in self.pairs.items())

    @cached_property
    def paired_exits(self) -> Counts:
        return _counted((exit_, times) for (_, exit_), times in self.pairs.items())

    @cached_property
    def entries(self) -> Counts:
        """Every entry, whether or not an exit follows it."""
        return self.paired_entries + self.single_entries

    @cached_property
    def exits(self) -> Counts:
        return self.paired_exits + self.single_exits

    def __add__(self, other: "Tally") -> "Tally":
        """Pool two programs; which the reader must have asked for (Q-12).

        A child whom cases of both name stands there twice: whoever knows of it puts the count of people in its place.
        """
        return Tally(
            sums=self.sums + other.sums,
            pairs=Counter(self.pairs) + Counter(other.pairs),
            single_entries=self.single_entries + other.single_entries,
            single_exits=self.single_exits + other.single_exits,
            worst_days_late=max(self.worst_days_late, other.worst_days_late),
            flagged=Counter(self.flagged) + Counter(other.flagged),
            children=self.children + other.children,
        )


def tally(rows: Sequence[OutcomeRow], children: Iterable[ChildThen] = ()) -> Tally:
    """Count the closed cases of one program, and the children they tell of."""
    shown = {sign: sum(map(shows, rows)) for sign, shows in signs.ROW_SIGNS.items()} | {
        sign: len(shows(rows)) for sign, shows in signs.SERIES_SIGNS.items()
    }
    return Tally(
        sums=_sums(rows),
        pairs=Counter((row.entry, row.exit) for row in rows if row.entry is not None and row.exit is not None),
        single_entries=Counts.from_values(row.entry for row in rows if row.entry is not None and row.exit is None),
        single_exits=Counts.from_values(row.exit for row in rows if row.exit is not None and row.entry is None),
        worst_days_late=max((row.days_late for row in rows), default=0),
        flagged={sign: cases for sign, cases in shown.items() if cases},
        children=people(children),
    )


def _sums(rows: Sequence[OutcomeRow]) -> Sums:
    sections = [
        (row.entry_sections, row.exit_sections)
        for row in rows
        if row.entry_sections is not None and row.exit_sections is not None
    ]
    items = [row for row in rows if row.change is not None and row.solved is not None]
    both = [row.change_both for row in rows if row.change is not None and row.change_both is not None]
    return Sums(
        closed=len(rows),
        section_pairs=len(sections),
        entry_sections=sum(entry for entry, _ in sections),
        exit_sections=sum(exit_ for _, exit_ in sections),
        item_pairs=len(items),
        any_solved=sum((row.solved or 0) >= 1 for row in items),
        solved=sum(row.solved or 0 for row in items),
        new=sum(row.new or 0 for row in items),
        both_pairs=len(both),
        change_both=sum(both),
        followed_up=sum(row.followed_up_on is not None for row in rows),
        with_items=sum(row.has_items for row in rows),
        without_items=sum(map(signs.without_items, rows)),
        without_assessor=sum(map(signs.without_assessor, rows)),
        without_sections=sum(map(signs.without_sections, rows)),
    )


def _counted(valued: Iterable[tuple[int, int]]) -> Counts:
    counted: Counter[int] = Counter()
    for value, times in valued:
        counted[value] += times
    return Counts.of(counted)
