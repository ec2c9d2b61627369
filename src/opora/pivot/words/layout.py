"""A table laid out as it is read: rows and columns in their order, each cell with its figure and what it rests on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.common.text import fold
from opora.indicators.words import plain_number
from opora.pivot.queries import Result
from opora.pivot.rules import ALL, Cell, Key, Kind, Order, keys_between, value_in
from opora.pivot.words.choices import dimension_title, figure_title
from opora.pivot.words.naming import group_names
from opora.pivot.words.notes import days_in_words, notes, what

_MOST_DAYS: Final = 36
_TIMES: Final = ("month", "quarter", "year")


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell as it is read: its text, the value behind it, on how many it rests and how that is said.

    `heat` is from 0 to 4: how much of the largest cell it is. A cell without anything has no key to look behind.
    """

    text: str
    value: float | int | None
    n: int
    small: str
    key: Key | None
    heat: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its name, its cells in the order of the columns, and all of them together."""

    code: str | None
    name: str
    cells: Sequence[Shown]
    total: Shown


@dataclass(frozen=True, slots=True)
class Laid:
    """The whole table in words."""

    title: str
    days: str
    row_title: str
    column_title: str
    figure: str
    is_share: bool
    columns: Sequence[tuple[str, str]]
    lines: Sequence[Line]
    total: Line
    notes: Sequence[str]

    @property
    def is_empty(self) -> bool:
        return not self.lines


def lay(result: Result, *, is_narrowed: bool = False) -> Laid:
    """The table in the reader's language."""
    one = result.definition
    known = one.known
    heads = _heads(result, one.columns, of_rows=False) if one.columns else {}
    names = _heads(result, one.rows, of_rows=True)
    names = _sorted(result, names)
    largest = _largest(result)
    lines = [_line(result, code, name, heads, largest) for code, name in names.items()]
    return Laid(
        title=result.title or what(one),
        days=days_in_words(result.period),
        row_title=capfirst(dimension_title(known[one.rows])),
        column_title=capfirst(dimension_title(known[one.columns])) if one.columns else "",
        figure=figure_title(one),
        is_share=one.figure is Kind.SHARE or one.shown != "number",
        columns=list(heads.items()),
        lines=lines,
        total=_line(result, ALL, capfirst(pgettext("table", "in all")), heads, 0),
        notes=notes(result, is_narrowed=is_narrowed),
    )


def _heads(result: Result, code: str, *, of_rows: bool) -> dict[str, str]:
    """The groups of a dimension with their names, in their order; months of the period that have nothing are there."""
    dimension = result.definition.known[code]
    found = result.rows if of_rows else result.columns
    if code in _TIMES and found:
        first = max(result.period.first, result.period.last.replace(year=result.period.last.year - 3))
        found = sorted({*found, *keys_between(code, first, result.period.last, _MOST_DAYS)})
    names = group_names(dimension, found)
    if dimension.order is Order.OWN:
        return names

    def size(name: str) -> tuple[bool, float, str]:
        key: Key = (name, ALL) if of_rows else (ALL, name)
        # A share of few is no large one: groups stand by how many they rest on.
        cell, kind = result.cells[key], result.definition.figure
        weight = cell.n(kind) if kind in (Kind.SHARE, Kind.MEDIAN) else cell.figure(kind) or 0
        return (not name, -weight, fold(names[name]))

    return {name: names[name] for name in sorted(names, key=size)}


def _sorted(result: Result, names: dict[str, str]) -> dict[str, str]:
    """The rows as somebody wants them; what is not known stays last."""
    sort = result.definition.sort
    if sort == "name":
        return {code: names[code] for code in sorted(names, key=lambda code: (not code, fold(names[code])))}
    if sort in ("most", "least"):
        sign = -1 if sort == "most" else 1
        by_size = sorted(names, key=lambda code: (not code, sign * (_figure(result, (code, ALL)) or 0)))
        return {code: names[code] for code in by_size}
    return names


def _figure(result: Result, key: Key) -> float | int | None:
    return value_in(result.cells, key, result.definition.figure, "number")


def _largest(result: Result) -> float:
    one = result.definition
    inner = [key for key in result.cells if key[0] is not ALL and (key[1] is not ALL) == bool(one.columns)]
    return max((value_in(result.cells, key, one.figure, one.shown) or 0 for key in inner), default=0)


def _line(result: Result, code: str | None, name: str, heads: Mapping[str, str], largest: float) -> Line:
    cells = [_shown(result, (code, column), largest) for column in heads]
    return Line(code, name, cells, _shown(result, (code, ALL), 0 if heads else largest, is_total=True))


def _shown(result: Result, key: Key, largest: float, *, is_total: bool = False) -> Shown:
    one = result.definition
    cell = result.cells.get(key)
    # Where nothing is on record, a count is nothing and a share is not to be said.
    if cell is None:
        is_count = one.figure in (Kind.FAMILIES, Kind.PEOPLE, Kind.RECORDS)
        return Shown("0" if is_count else "–", 0 if is_count else None, 0, "", None)
    value = value_in(result.cells, key, one.figure, one.shown)
    is_share = one.figure is Kind.SHARE or one.shown != "number"
    heat = min(4, int(4 * value / largest + 0.5)) if largest and value else 0
    return Shown(_text(value, is_share=is_share), value, cell.n(one.figure), _small(result, cell, is_total), key, heat)


def _text(value: float | int | None, *, is_share: bool) -> str:
    if value is None:
        return "–"
    return f"{plain_number(100 * value)} %" if is_share else plain_number(value)


def _small(result: Result, cell: Cell, is_total: bool) -> str:
    """What stands small beside a figure: of how many a share is, of how many a middle was taken."""
    one, told = result.definition, ""
    if one.figure is Kind.SHARE:
        told = _("%(part)s of %(whole)s") % {"part": plain_number(cell.yes), "whole": plain_number(cell.known)}
    elif one.figure is Kind.MEDIAN or (one.figure is Kind.SUM and is_total):
        told = _("n = %(n)s") % {"n": plain_number(cell.measured)}
    elif one.shown != "number":
        told = plain_number(cell.figure(one.figure))
    if cell.unknown and (is_total or not cell.known):
        unknown = _("not known: %(n)s") % {"n": plain_number(cell.unknown)}
        return f"{told}; {unknown}" if told else unknown
    return told
