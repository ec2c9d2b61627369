"""Tables as blocks: one that somebody keeps for the organization, and the results that families reached."""

from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from opora.access.rules import Scope, scope
from opora.common.errors import NotFound
from opora.pivot.policies import READ
from opora.pivot.queries import Result, find_table, read_table
from opora.pivot.rules import Definition, definition_from, problems_of
from opora.pivot.words import Laid, Line, Shown, lay
from opora.reports.blocks.work import Asked, Drawn, nothing, to_choose
from opora.reports.model import Cell, Column, Kind, Points, Table, Text
from opora.reports.rules.changes import Kept

_MOST_ROWS = 60
_MOST_COLUMNS = 8
# A share with what it is made of takes the room of two figures.
_MOST_IN_WORDS = 4


def saved(asked: Asked) -> Drawn:
    """A table kept for the organization, over the families and the days of the report."""
    number = str(asked.options.get("saved") or "")
    if not number.isdecimal():
        return to_choose(_("Choose a table that is kept for the organization."))
    try:
        kept = find_table(actor=asked.actor, table_id=int(number))
    except NotFound:
        return nothing(_("This table was put away, or it is open to its author alone."))
    definition = definition_from(kept.data)
    if definition.named_fields:
        # A report that was taken is read by people for whom such a field may not be meant.
        return nothing(_("Tables by own fields do not go into reports: a report is read by others too."))
    if problems_of(definition):
        return nothing(_("This table cannot be counted any more. Make it anew."))
    if lacks := _counts_others(asked, definition):
        return nothing(lacks)
    result = _read(asked, definition, title=kept.title)
    laid = _laid(asked, result)
    if laid.is_empty:
        return nothing(_("Nothing of it is on record in this period."))
    about = Text(f"{laid.figure}. {laid.days}", "quiet")
    total = laid.total.total
    figure = Kept(asked.key(f"table.{kept.pk}"), kept.title, total.text, _number(total), total.small)
    return Drawn([about, *_tables(laid), Points(laid.notes, "quiet")], [figure])


def results(asked: Asked) -> Drawn:
    """What families reached in the days of the report, by results: how many hold, how many were lost again."""
    laid = _laid(asked, _read(asked, Definition("results", "result", "holds")))
    if laid.is_empty:
        return nothing(_("No result is on record as reached in this period; that is no “no”: nobody may have asked."))
    refs = [f"result:{line.code}" for line in laid.lines]
    kept = [
        Kept(asked.key(f"result.{line.code}"), line.name, line.total.text, _number(line.total)) for line in laid.lines
    ]
    return Drawn([Text(laid.figure, "quiet"), *_tables(laid, refs), Points(laid.notes, "quiet")], kept)


def _counts_others(asked: Asked, definition: Definition) -> str:
    """Why a table that chose its own program or departments does not belong into this report; empty where it does."""
    programs, places = set(asked.program_ids), set(asked.department_ids)
    if definition.programs and programs and not programs & set(definition.programs):
        return _("This table counts other programs than this report.")
    if definition.departments and places and not places & set(definition.departments):
        return _("This table counts other departments than this report.")
    return ""


def _read(asked: Asked, definition: Definition, title: str = "") -> Result:
    narrowed = replace(
        definition,
        period="days",
        first=asked.first,
        last=asked.last,
        programs=asked.program_ids or definition.programs,
        departments=asked.department_ids or definition.departments,
    )
    # A report that was taken is read by people who may not read of illnesses.
    return read_table(actor=asked.actor, definition=narrowed, as_of=asked.on, title=title, tells_health=False)


def _laid(asked: Asked, result: Result) -> Laid:
    return lay(result, is_narrowed=scope(asked.actor, READ) is not Scope.ALL)


def _tables(laid: Laid, refs: Sequence[str] = ()) -> list[Table | Text]:
    """The table as a page and a sheet of paper can hold it; what does not fit in is said, not cut in silence."""
    as_words = laid.is_share or any(one.small for line in laid.lines for one in (*line.cells, line.total))
    is_wide = len(laid.columns) > (_MOST_IN_WORDS if as_words else _MOST_COLUMNS)
    heads = [] if is_wide else [title for _code, title in laid.columns]
    kind: Kind = "text" if as_words else "decimal"
    columns = [Column(laid.row_title), *(Column(one, kind) for one in (*heads, _last(laid, heads)))]

    def row(line: Line) -> list[Cell]:
        cells = _cells(line, is_wide)
        return [line.name, *(_words(one) if as_words else one.value for one in cells)]

    lines = laid.lines[:_MOST_ROWS]
    drawn: list[Table | Text] = [
        Table(
            laid.title[:31], columns, [row(one) for one in lines], total=row(laid.total), refs=list(refs[:_MOST_ROWS])
        )
    ]
    if (left := len(laid.lines) - len(lines)) > 0:
        more = ngettext(
            "%(n)s more row stands in the table itself.", "%(n)s more rows stand in the table itself.", left
        )
        drawn.append(Text(more % {"n": left}, "quiet"))
    if is_wide:
        drawn.append(Text(_("Its columns stand in the table itself: there are too many for a page."), "quiet"))
    return drawn


def _last(laid: Laid, heads: Sequence[str]) -> str:
    return laid.total.name if heads else laid.figure


def _cells(line: Line, is_wide: bool) -> list[Shown]:
    return [line.total] if is_wide else [*line.cells, line.total]


def _words(one: Shown) -> str:
    return f"{one.text} ({one.small})" if one.small else one.text


def _number(one: Shown) -> float | None:
    return None if one.value is None else float(one.value)
