"""A case number stands once: rows that bear one number are one case told twice, two cases, or a slip."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from opora.cases.rules.numbers import number_key
from opora.registry.rules.header import Field
from opora.registry.rules.read import Reading
from opora.registry.rules.register import RegistryRow, RejectedRow

_YEAR = re.compile(r"(?:19|20)\d\d|(?<=[/\\-])\d\d(?!\d)")
_OF_A_YEAR = re.compile(r"(.+)/((?:19|20)\d\d)")
_TELLS = ("closed_on", "extended_to", "followed_up_on", "entry", "exit")


def is_yearless(number: str) -> bool:
    """Whether a number names no year, so that it may begin anew each year: «7», «№ 7», not «7/2021лд»."""
    return _YEAR.search(number) is None


def with_year(number: str, year: int) -> str:
    """The number of a case among those of all years: «7» of 2021 is «7/2021»."""
    return f"{number}/{year}"


def base_of(key: str) -> str:
    """The number without the year that was put behind it; any other number as it is."""
    match = _OF_A_YEAR.fullmatch(key)
    return match[1] if match else key


def year_behind(key: str) -> int | None:
    """The year that was put behind a number."""
    match = _OF_A_YEAR.fullmatch(key)
    return int(match[2]) if match else None


def reject_repeated(reading: Reading) -> None:
    """A number may stand once per department, and once a year where it names no year.

    The same row written twice is taken once. Of one case that stands in the sheets of two years, told to its end in
    one of them, that telling is taken. Other rows that differ are all set aside, for nobody but the organization can
    say which of them is right. A row that cannot be taken counts as one that differs.
    """
    broken: dict[tuple[str, str], list[RejectedRow]] = {}
    for left_out in reading.rejected_rows:
        if (key := left_out.key) is not None:
            broken.setdefault(key, []).append(left_out)
    by_key = _standing_twice(reading.rows, broken.keys())
    gone: set[int] = set()
    for key, rows in by_key.items():
        clusters = _clusters(rows) if is_yearless(number_key(rows[0].number)) else [rows]
        if len(clusters) > 1:
            reading.restarting.add(key[0])
        for cluster in clusters:
            bad = _broken_beside(cluster, broken.get(key, ()), one_a_year=is_yearless(key[1]))
            if len(cluster) > 1 or bad is not None:
                gone |= _settle(reading, cluster, bad)
    reading.rows = [row for row in reading.rows if id(row) not in gone]


def _standing_twice(
    rows: Sequence[RegistryRow], broken: Collection[tuple[str, str]]
) -> dict[tuple[str, str], list[RegistryRow]]:
    """The rows whose number another row bears too, by department and number; most registers have none."""
    seen: set[tuple[str, str]] = set()
    twice: set[tuple[str, str]] = set()
    for row in rows:
        if (key := row.key) in seen or key in broken:
            twice.add(key)
        seen.add(key)
    found: dict[tuple[str, str], list[RegistryRow]] = {}
    for row in rows if twice else ():
        if row.key in twice:
            found.setdefault(row.key, []).append(row)
    return found


def _clusters(rows: Sequence[RegistryRow]) -> list[list[RegistryRow]]:
    """Rows of one plain number, parted by year; one family with one opening day is one case in any year."""
    clusters: list[list[RegistryRow]] = []
    for row in rows:
        touching = [cluster for cluster in clusters if any(_same(row, other) for other in cluster)]
        merged = [other for cluster in touching for other in cluster] + [row]
        clusters = [cluster for cluster in clusters if cluster not in touching] + [merged]
    return clusters


def _same(one: RegistryRow, other: RegistryRow) -> bool:
    return one.year == other.year or (one.parent, one.opened_on) == (other.parent, other.opened_on)


def _broken_beside(
    cluster: Sequence[RegistryRow], broken: Sequence[RejectedRow], *, one_a_year: bool
) -> RejectedRow | None:
    years = {row.year for row in cluster}
    return next((row for row in broken if not one_a_year or row.year is None or row.year in years), None)


def _settle(reading: Reading, rows: Sequence[RegistryRow], bad: RejectedRow | None) -> set[int]:
    """Set rows of one number aside but for the one that is taken; gives the ids of those that go."""
    alike = bad is None and all(row.says == rows[0].says for row in rows)
    kept = rows[0] if alike else None if bad else _fullest(rows)
    gone = set()
    for row in rows:
        if row is kept:
            continue
        other: RegistryRow | RejectedRow = kept or bad or (rows[0] if row is not rows[0] else rows[1])
        code = "told_further" if kept is not None and not alike else "number_twice"
        place = {"sheet": other.sheet, "row": other.row}
        if code == "told_further":
            reading.warnings.append(row.issue(Field.NUMBER, "told_further", **place))
        else:
            issue, left_out = row.rejection(Field.NUMBER, code, alike=alike, department=row.department, **place)
            reading.rejected.append(issue)
            reading.rejected_rows.append(left_out)
        gone.add(id(row))
    return gone


def _fullest(rows: Sequence[RegistryRow]) -> RegistryRow | None:
    """Of tellings of one case in sheets of their own, the one that says all the others say and goes on from there."""
    if len({row.sheet for row in rows}) < len(rows):
        return None
    for row in rows:
        if all(row is other or _goes_on(row, other) for other in rows):
            return row
    return None


def _goes_on(row: RegistryRow, other: RegistryRow) -> bool:
    told = replace(other, **{name: getattr(row, name) for name in _TELLS if getattr(other, name) is None})
    return told.says == row.says
