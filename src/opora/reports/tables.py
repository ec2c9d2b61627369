"""A table that somebody made, as a report: its figures as numbers, on how many they rest, and what is said of them."""

from datetime import date

from django.utils.translation import gettext as _

from opora.common.dates import show_day
from opora.pivot.words import Laid, Line
from opora.reports.model import Cell, Column, Heading, Kind, Points, Report, Table
from opora.reports.outcomes import organization_fact

MOST = 5_000


def build(laid: Laid, *, made_on: date, made_by: str) -> Report:
    """The report of a laid table; shares stand as parts of one, so that a workbook reckons with them."""
    figures = _table(laid, laid.figure, is_n=False)
    return Report(
        title=laid.title,
        subtitle=f"{laid.figure}. {laid.days}",
        facts=[*organization_fact(), (_("Figures taken on"), show_day(made_on)), (_("Made by"), made_by)],
        blocks=[
            figures,
            _table(laid, _("Of how many"), is_n=True),
            Heading(_("How it is counted"), 2),
            Points(laid.notes),
        ],
        made_on=made_on,
        flat=_with_notes(figures, laid),
        confidential=_("For work inside the organization. Not for publication."),
    )


def _table(laid: Laid, name: str, *, is_n: bool) -> Table:
    kind: Kind = "count" if is_n else "decimal"
    columns = [Column(laid.row_title)]
    columns += [Column(title, kind) for _code, title in laid.columns]
    columns.append(Column(laid.total.name if laid.columns else laid.figure, kind))

    def row(line: Line) -> list[Cell]:
        cells = [*line.cells, line.total]
        return [line.name, *((cell.n if is_n else cell.value) for cell in cells)]

    return Table(name, columns, [row(line) for line in laid.lines[:MOST]], total=row(laid.total))


def _with_notes(figures: Table, laid: Laid) -> Table:
    """As a file of lines: the rows, their total, and below them what is said of them."""
    wide = len(figures.columns) - 1
    below = [[f"{laid.title}. {laid.days}"], *([note] for note in laid.notes)]
    padded = [[*one, *[None] * wide] for one in ([""], *below)]
    total = [figures.total] if figures.total is not None else []
    return Table(figures.name, figures.columns, [*figures.rows, *total, *padded])
