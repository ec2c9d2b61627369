"""One program's outcome as the page lays it out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from opora.evidence import words
from opora.evidence.queries import ProgramProfile
from opora.evidence.queries.figures import FIGURES
from opora.evidence.rules.outcomes import ProgramOutcome
from opora.evidence.rules.rows import OutcomeRow
from opora.reports.outcomes import profile_picture, rows_picture
from opora.web.shell.drawing import as_drawing
from opora.web.shell.wording import write_day

TAGS = {"agree": "ok", "disagree": "late", "not_enough": "warn", "not_judged": "plain"}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell under the table: what stands there, under which title, and whether it is a figure."""

    title: str
    value: str | int | date | None
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class PageTable:
    """The outcome table as a page shows it: `lines` are its rows, drawn; `shown` is how many there are."""

    columns: Sequence[words.Column]
    lines: SafeString
    shown: int
    totals: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Answer:
    """One part of the hypothesis with its verdict."""

    tag: str
    said: str
    reason: str
    short: str


@dataclass(frozen=True, slots=True)
class Noticed:
    """A finding with its cases' address."""

    code: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing in two geometries."""

    wide: SafeString
    narrow: SafeString


@dataclass(frozen=True, slots=True)
class Part:
    """Everything the page shows of one program."""

    outcome: ProgramOutcome
    wellbeing: Answer
    children: Answer
    in_a_line: str
    lines: Sequence[words.Line]
    linked: frozenset[str]
    findings: Sequence[Noticed]
    caveats: Sequence[str]
    table: PageTable
    picture: Picture | None
    profile: Picture | None
    profile_cases: int


def table_of(
    outcome: ProgramOutcome,
    rows: Sequence[OutcomeRow],
    *,
    first: int = 1,
    with_total: bool = True,
    may_open: bool = False,
    remark: str = "",
    remarks: Mapping[int, str] | None = None,
) -> PageTable:
    """Rows with exactly the source's columns (S3-77, S3-78); ``first`` is the place of the first row.

    With the title ``remark`` a last column says of each case what ``remarks`` has by its id.
    """
    columns = words.columns(outcome.layout)
    said = remarks or {}
    beside = [words.Column("remark", remark)] if remark else []

    def lines() -> Iterator[str]:
        for place, row in enumerate(rows, start=first):
            cells = words.cells(row, place=place, layout=outcome.layout)
            more = "".join(f"<td>{escape(said.get(row.case_id, ''))}</td>" for _column in beside)
            yield f"<tr>{_cells(cells, columns, row.case_id, may_open)}{more}</tr>"

    totals = zip(columns, words.totals(outcome), strict=True)
    return PageTable(
        [*columns, *beside],
        # A row has a dozen cells of three kinds: written here it takes a twentieth of what a template takes for it.
        mark_safe("\n".join(lines())),  # noqa: S308
        len(rows),
        [Cell(column.title, value, column.is_number) for column, value in totals] if with_total else [],
    )


@lru_cache(maxsize=1_024)
def _cells(
    cells: tuple[str | int | date | None, ...], columns: tuple[words.Column, ...], case_id: int, may_open: bool
) -> str:
    """The cells of a row: of the rows of a page few change at a time."""
    drawn = zip(columns, cells, strict=True)
    return "".join(_cell(column, value, case_id, may_open) for column, value in drawn)


def _cell(column: words.Column, value: str | int | date | None, case_id: int, may_open: bool) -> str:
    """One cell, escaped; the number of the case leads to it for whoever may open cases."""
    if isinstance(value, date):
        return f"<td>{write_day(value)}</td>"
    text = "" if value is None else escape(str(value))
    if column.key == "number":
        link = f'<a href="{reverse("cases:file", args=[case_id])}">{text}</a>' if may_open else text
        return f'<th scope="row">{link}</th>'
    return f'<td class="num">{text}</td>' if column.is_number else f"<td>{text}</td>"


def wellbeing_of(outcome: ProgramOutcome) -> Answer:
    """The verdict on the first part of the hypothesis."""
    return Answer(
        TAGS[outcome.verdict.answer],
        words.verdict(outcome.verdict),
        words.verdict_reason(outcome),
        words.short_verdict(outcome.verdict),
    )


def laid_out(
    outcome: ProgramOutcome, profile: ProgramProfile | None, *, first: int = 1, may_open: bool = False
) -> Part:
    """The outcome in words, tables and pictures."""
    return Part(
        outcome=outcome,
        wellbeing=wellbeing_of(outcome),
        children=Answer(
            TAGS[outcome.children_verdict.answer],
            words.verdict(outcome.children_verdict),
            words.children_reason(outcome),
            words.short_verdict(outcome.children_verdict),
        ),
        in_a_line=words.in_a_line(outcome),
        lines=words.lines(outcome),
        linked=frozenset(FIGURES) if outcome.program_id else frozenset(),
        findings=[
            Noticed(str(finding.code), words.finding_title(finding), words.finding_text(finding))
            for finding in outcome.findings
        ],
        caveats=words.caveats(outcome),
        table=table_of(outcome, outcome.rows, first=first, may_open=may_open),
        picture=_both(rows_picture(outcome), rows_picture(outcome, narrow=True)) if _has_picture(outcome) else None,
        profile=(
            _both(profile_picture(outcome, profile), profile_picture(outcome, profile, narrow=True))
            if profile is not None and profile.n
            else None
        ),
        profile_cases=profile.n if profile else 0,
    )


def _has_picture(outcome: ProgramOutcome) -> bool:
    return any(row.entry is not None for row in outcome.rows)


def _both(wide: str, narrow: str) -> Picture:
    return Picture(as_drawing(wide), as_drawing(narrow))
