"""A laid table as its pages show it: cut to what a page holds, each cell with the address of its cases."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from opora.access.rules import Actor, Scope, scope
from opora.pictures.bars import Bar, bars
from opora.pivot import policies, words
from opora.pivot.queries import Result
from opora.pivot.words import Laid, Line, Shown
from opora.web.pivot.asking import cell_query
from opora.web.shell.drawing import as_drawing

ROWS, COLUMNS, DRAWN = 120, 24, 24


@dataclass(frozen=True, slots=True)
class Linked:
    """A cell with the address of what stands behind it; a cell without anything has none."""

    cell: Shown
    url: str
    column: str

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing on record: on a phone such a cell is left out."""
        return self.cell.key is None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the page."""

    name: str
    cells: Sequence[Linked]
    total: Linked


@dataclass(frozen=True, slots=True)
class Page:
    """What the template needs."""

    laid: Laid
    columns: Sequence[str]
    rows: Sequence[Row]
    total: Row
    cuts: Sequence[str]


def is_narrowed(actor: Actor) -> bool:
    """Whether this person counts only some of the families."""
    return scope(actor, policies.READ) is not Scope.ALL


def page_of(result: Result, actor: Actor, *, on: date | None = None) -> Page:
    """The page of a table."""
    laid = words.lay(result, is_narrowed=is_narrowed(actor))
    base = reverse("pivot:cases")
    more = {"on": on.isoformat()} if on else {}

    def linked(cell: Shown, column: str) -> Linked:
        is_there = cell.key is not None
        url = f"{base}?{cell_query(result.definition, cell.key, **more)}" if is_there and cell.key is not None else ""
        return Linked(cell, url, column)

    names = [name for _code, name in laid.columns[:COLUMNS]]

    def row(line: Line) -> Row:
        cells = [linked(cell, name) for cell, name in zip(line.cells[:COLUMNS], names, strict=False)]
        return Row(line.name, cells, linked(line.total, laid.total.name if names else laid.figure))

    return Page(laid, names, [row(line) for line in laid.lines[:ROWS]], row(laid.total), _cuts(laid))


def picture_of(result: Result, laid: Laid) -> tuple[SafeString, SafeString] | None:
    """The rows all together as bars, for a wide page and for a phone; nothing where nobody asked for it."""
    lines = laid.lines[:DRAWN]
    if not result.definition.is_drawn or not any(line.total.value for line in lines):
        return None
    rows = [Bar(line.name, line.total.value, line.total.text) for line in lines]
    description = _("The same figures stand in the table below.")
    wide, narrow = (
        as_drawing(bars(rows, title=f"{laid.title}: {laid.figure}", description=description, narrow=one))
        for one in (False, True)
    )
    return wide, narrow


def _cuts(laid: Laid) -> list[str]:
    """What a page does not hold is said, and is to be had in the workbook."""
    found = []
    if len(laid.lines) > ROWS:
        found.append(
            _("The first %(shown)s of %(all)s rows are shown; all of them stand in the file.")
            % {"shown": ROWS, "all": len(laid.lines)}
        )
    if len(laid.columns) > COLUMNS:
        found.append(
            _("The first %(shown)s of %(all)s columns are shown; all of them stand in the file.")
            % {"shown": COLUMNS, "all": len(laid.columns)}
        )
    return found


def where_of(result: Result, key: Any, laid: Laid) -> str:
    """Which cell of a table it is, in the words of its row and its column."""
    row, column = key
    names = {line.code: line.name for line in laid.lines} | {None: laid.total.name}
    heads = dict(laid.columns)
    told = [names.get(row, "")] if row is not None or column is None else []
    if column is not None:
        told.append(heads.get(column, ""))
    return " · ".join(one for one in told if one)
