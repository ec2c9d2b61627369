"""Counted months put together by years, which a process keeps: after a change those of one year alone are read again.

A year is known by its months and by when each was counted last, so that what is kept of it never tells of before.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from opora.common.kept import Kept
from opora.evidence.models import MonthTally
from opora.evidence.queries.tallies import Added
from opora.evidence.rules.counts import Counts

Sums = list[list[int]]
Told = tuple[int, int, date, datetime]
"""A month by its program and id, and when it was counted last."""
# Ten years of a dozen programs; each takes some twenty kilobytes.
_YEARS = Kept(120)
_WHOLE = Kept(60)


@dataclass(slots=True)
class Year:
    """What the months of a program say together. `days` is None where one was counted before its days were kept."""

    added: Added = field(default_factory=Added)
    apart: list[Mapping[str, int]] = field(default_factory=list)
    sections: Sums = field(default_factory=list)
    days: Counter[int] | None = field(default_factory=Counter)

    def take(self, department_id: int, data: Mapping[str, Any]) -> None:
        """Add a month."""
        if "palliative" in data:
            self.apart.append(data["palliative"])
        self.added.take(data["figures"])
        for entry, exit_, n in data["scores"]:
            self.added.scores[entry, exit_] += n
        for series, shape, n in data["spellings"]:
            self.added.spellings[department_id, series, shape] += n
        add_sections(self.sections, data.get("profile") or ())
        if "days" not in data:
            self.days = None
        elif self.days is not None:
            for days, n in data["days"]:
                self.days[days] += n

    def join(self, other: "Year") -> None:
        """Add what is kept of another year, which stays as it is."""
        self.added.join(other.added)
        self.apart += other.apart
        add_sections(self.sections, other.sections)
        if self.days is not None:
            self.days = None if other.days is None else self.days + other.days


@dataclass(frozen=True, slots=True)
class Whole:
    """What is drawn of all months of a program beside its figures; `days` is None as in a year."""

    sections: Sums
    days: Counts | None


def keep_whole(mark: str, whole: Whole) -> None:
    """What was known of a program when it was counted is kept by its mark for whoever draws it."""
    _WHOLE.put(mark, whole)


def whole_of(mark: str) -> Whole | None:
    """All months of the program that bears this mark; None where cases beside whole months count too."""
    found: Whole | None = _WHOLE.find(mark)
    return found


def told_of(months: QuerySet[MonthTally]) -> list[Told]:
    """By what one knows that months are still as they were counted last."""
    return list(months.order_by("pk").values_list("program_id", "pk", "month", "counted_at"))


def years_of(told_of_months: Iterable[Told]) -> Iterator[tuple[int, Year]]:
    """These months by program and year."""
    known: dict[tuple[int, int], list[tuple[int, datetime]]] = defaultdict(list)
    for program, pk, month, counted_at in told_of_months:
        known[program, month.year].append((pk, counted_at))
    missing = []
    for (program, _year), told in known.items():
        kept = _YEARS.find(tuple(told))
        if kept is None:
            missing += [pk for pk, _at in told]
        else:
            yield program, kept
    if missing:
        yield from _read(missing)


def _read(pks: Sequence[int]) -> Iterator[tuple[int, Year]]:
    read: dict[tuple[int, int], tuple[Year, list[tuple[int, datetime]]]] = defaultdict(lambda: (Year(), []))
    for month in MonthTally.objects.filter(pk__in=pks).order_by("pk"):
        year, told = read[month.program_id, month.month.year]
        year.take(month.department_id, month.data)
        told.append((month.pk, month.counted_at))
    for (program, _year), (year, told) in read.items():
        yield program, _YEARS.put(tuple(told), year)


def add_sections(sums: Sums, more: Sequence[Sequence[int]]) -> None:
    """Add figures section by section."""
    sums.extend([0, 0, 0, 0] for _place in range(len(more) - len(sums)))
    for place, figures in enumerate(more):
        for column, figure in enumerate(figures):
            sums[place][column] += figure
