"""What a block is asked, what it comes to, and the one way in which figures stand in a table."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.access.rules import Actor
from opora.evidence.rules.rows import Cohort
from opora.indicators import words
from opora.indicators.models import Target
from opora.indicators.queries import Indicator
from opora.indicators.rules import Figure, Period, period_of
from opora.programs.models import Program
from opora.reports.model import Block, Cell, Column, Table, Text
from opora.reports.rules.changes import Kept


@dataclass(frozen=True, slots=True)
class Asked:
    """For whom, about whose families and which days, and what the block was told."""

    actor: Actor
    on: date
    first: date
    last: date
    program: Program | None = None
    department: tuple[int, str] | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""

    @property
    def period(self) -> Period:
        return period_of(self.first, self.last, self.on)

    @property
    def program_ids(self) -> tuple[int, ...]:
        return () if self.program is None else (self.program.pk,)

    @property
    def department_ids(self) -> tuple[int, ...]:
        return () if self.department is None else (self.department[0],)

    @property
    def cohort(self) -> Cohort:
        return Cohort(self.program_ids, self.department_ids, self.first, min(self.last, self.on))

    def key(self, code: str) -> str:
        """The name of a figure in every report about the same families, whatever its days."""
        whose = f"p{self.program.pk}" if self.program else "all"
        return f"{code}@{whose}" + (f"d{self.department[0]}" if self.department else "")


@dataclass(frozen=True, slots=True)
class Drawn:
    """The parts of a block, its figures to be compared with the report taken before, and whose words it quotes.

    ``counted`` are indicators of whose rules the block itself says nothing: the report says them once for all.
    """

    blocks: Sequence[Block]
    figures: Sequence[Kept] = ()
    quotes: Sequence[int] = ()
    choice: str = ""
    """What its author has yet to choose or to write: said on the page, and nowhere else."""
    counted: Sequence[Indicator] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A figure in a table, with what it is called there."""

    title: str
    indicator: Indicator
    now: Figure
    before: Figure | None = None
    target: Target | None = None
    remark: str = ""


def nothing(why: str) -> Drawn:
    """A block that has nothing to show says so."""
    return Drawn([Text(why, "quiet")])


def to_choose(what: str) -> Drawn:
    """A block whose author has not chosen yet what it shows: it leaves nothing on paper."""
    return Drawn((), choice=what)


_OPTIONAL = 7


def figure_columns(first: str) -> list[Column]:
    """The columns under which every figure stands: never without what it is made of."""
    return [
        Column(first),
        Column(pgettext("report", "Value")),
        Column(pgettext("report", "Of how many"), only="reading"),
        Column(pgettext("report", "Numerator"), "decimal", only="workbook"),
        Column(pgettext("report", "Denominator"), "decimal", only="workbook"),
        Column(pgettext("report", "Not known"), "decimal", only="workbook"),
        Column(pgettext("report", "In the period before")),
        Column(pgettext("report", "Target")),
        Column(pgettext("report", "Remark")),
    ]


def figure_row(one: Line) -> list[Cell]:
    """A figure under those columns; what cannot be said is a dash and its reason, never a nought."""
    measure, now = one.indicator.measure, one.now
    # A middle has no parts: it stands as a value, and beside it of how many it was taken.
    is_plain = now.numerator is None and now.denominator is None
    return [
        one.title,
        shown(one),
        words.rests_on(now, measure),
        now.value if is_plain else now.numerator,
        now.denominator,
        now.unknown or None,
        "" if one.before is None else words.show(one.before, measure),
        "" if one.target is None else target_in_words(one.target, one.indicator),
        one.remark or words.reason(now),
    ]


def bare_row(title: str, remark: str, value: str = "–") -> list[Cell]:
    """A row under those columns of which there is no more to say than this."""
    return [title, value, "", None, None, None, "", "", remark]


def shown(one: Line) -> str:
    """The figure with its unit."""
    measure = one.indicator.measure
    told = words.show(one.now, measure)
    return told if measure.is_share or one.now.value is None else f"{told} ({words.unit(measure)})"


def kept(asked: Asked, one: Line) -> Kept:
    """The figure for the next report to be compared with."""
    measure = one.indicator.measure
    value = None if one.now.value is None else float(one.now.value)
    return Kept(
        asked.key(one.indicator.code),
        words.title(one.indicator),
        shown(one) if one.now.value is not None else words.reason(one.now),
        value,
        words.rests_on(one.now, measure),
    )


def target_in_words(target: Target, one: Indicator) -> str:
    """A target as it is read."""
    return f"{target.get_way_display()} {words.show_value(float(target.value), one.measure)}"


def figure_table(name: str, first: str, lines: Iterable[tuple[list[Cell], str]]) -> Table:
    """Rows of figures, each opened by what it is."""
    found = list(lines)
    columns = figure_columns(first)
    # A target nobody set and a remark nobody made are no columns; what a figure is made of always is one.
    kept = [place for place in range(len(columns)) if place < _OPTIONAL or any(row[place] for row, _ref in found)]
    rows = [[row[place] for place in kept] for row, _ref in found]
    return Table(name, [columns[place] for place in kept], rows, refs=[ref for _row, ref in found])


def whole_house(asked: Asked) -> str:
    """That a figure cannot be narrowed as far as the report is; empty where nothing was narrowed."""
    if asked.department is None:
        return ""
    return _("Here one department cannot be told apart; counted is the whole program.")
