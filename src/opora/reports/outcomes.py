"""The outcome report of the house itself: everything the outcome page shows, with the table case by case."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.common.dates import show_day
from opora.evidence import words
from opora.evidence.queries import ProgramProfile
from opora.evidence.rules.outcomes import Outcomes, ProgramOutcome
from opora.evidence.rules.rows import Cohort, OutcomeRow
from opora.organization.queries import details
from opora.pictures.dumbbell import HALF, WIDE, DumbbellRow, Labels, dumbbell
from opora.pictures.palette import PAPER, SCREEN, Palette
from opora.pictures.profile import ProfileRow, section_profile
from opora.reports.model import Block, Column, Figure, Figures, Heading, Kind, Picture, Points, Report, Table, Text

ROWS_ON_PAPER = 300
ROWS_IN_PICTURE = 60
# A drawing is not parted between pages, so on paper no drawing may be taller than one.
ROWS_ON_PAGE = 30


def labels() -> Labels:
    """The words of the drawings in the reader's language."""
    return Labels(
        entry=pgettext("picture", "entry"),
        exit=pgettext("picture", "exit"),
        change=pgettext("picture", "change"),
        no_exit=pgettext("picture", "no exit"),
        decimal=words.number(0.5)[1],
    )


def organization_fact() -> list[tuple[str, str]]:
    """Whose report it is, where the organization has told its name."""
    kept = details()
    name = kept.short_name or kept.name
    return [(_("Organization"), name)] if name else []


def period_of(cohort: Cohort) -> str:
    """The period in words."""
    if cohort.closed_from and cohort.closed_to:
        return _("closed from %(start)s to %(end)s") % {
            "start": show_day(cohort.closed_from),
            "end": show_day(cohort.closed_to),
        }
    if cohort.closed_from:
        return _("closed from %(start)s on") % {"start": show_day(cohort.closed_from)}
    if cohort.closed_to:
        return _("closed up to %(end)s") % {"end": show_day(cohort.closed_to)}
    return _("all time")


def rows_picture(
    outcome: ProgramOutcome,
    *,
    palette: Palette = SCREEN,
    narrow: bool = False,
    start: int = 0,
    limit: int = ROWS_IN_PICTURE,
) -> str:
    """Entry and exit of each case shown, under its code and number; `start` and `limit` choose the rows."""
    rows = [
        DumbbellRow(f"{row.parent} · {row.number}", row.entry, row.exit)
        for row in outcome.rows[start : start + limit]
        if row.entry is not None
    ]
    return dumbbell(
        rows,
        title=_("Weak sides at entry and at exit: %(program)s") % {"program": outcome.name},
        description=_("Cases shown: %(cases)s. The figures stand in the table below.")
        % {"cases": words.number(len(rows))},
        labels=labels(),
        palette=palette,
        narrow=narrow,
        wide=HALF if palette is SCREEN else WIDE,
    )


def profile_picture(
    outcome: ProgramOutcome, profile: ProgramProfile, *, palette: Palette = SCREEN, narrow: bool = False
) -> str:
    """Mean number of weak sides by section at entry and exit."""
    rows = [
        ProfileRow(f"{place}. {section.title}", round(section.entry, 1), round(section.exit, 1))
        for place, section in enumerate(profile.sections, start=1)
    ]
    return section_profile(
        rows,
        title=_("Weak sides by section: %(program)s") % {"program": outcome.name},
        description=_("Mean of %(cases)s cases with single items.") % {"cases": words.number(profile.n)},
        labels=labels(),
        palette=palette,
        narrow=narrow,
        wide=HALF if palette is SCREEN else WIDE,
    )


def outcome_table(outcome: ProgramOutcome, rows: Sequence[OutcomeRow]) -> Table:
    """The table with exactly the source's columns; «динамика» is a live formula in a workbook (S3-77, S3-78)."""
    columns = words.columns(outcome.layout)
    places = {column.key: index for index, column in enumerate(columns)}

    def kind(column: words.Column) -> Kind:
        return "day" if column.is_day else "count" if column.is_number else "text"

    return Table(
        name=outcome.name,
        columns=[
            Column(
                column.title,
                kind(column),
                difference=(places["entry"], places["exit"]) if column.key == "change" else None,
            )
            for column in columns
        ],
        rows=[words.cells(row, place=place, layout=outcome.layout) for place, row in enumerate(rows, start=1)],
        total=words.totals(outcome),
    )


def build(
    outcomes: Outcomes, *, profiles: Mapping[int, ProgramProfile], made_on: date, made_by: str, on_paper: bool = False
) -> Report:
    """The report of the house: single cases under their codes, so it stays inside (X-13)."""
    blocks: list[Block] = [
        Heading(_("How it is measured"), 2),
        Table(
            name=_("Definition"),
            columns=[Column(_("Part")), Column(_("Meaning"))],
            rows=[(slot.label, slot.text) for slot in words.measure()],
            in_text=True,
        ),
    ]
    for outcome in outcomes.programs:
        blocks += _program(outcome, profiles.get(outcome.program_id or 0), on_paper=on_paper)
    if outcomes.pooled is not None:
        blocks += [
            Heading(_("Taken together, because it was asked for")),
            Text(_("Programs differ; read this only beside each of them."), "warning"),
            *figures(outcomes.pooled),
            statistics(outcomes.pooled),
        ]
    return Report(
        title=_("Outcomes of programs"),
        subtitle=period_of(outcomes.cohort),
        facts=[*organization_fact(), (_("Figures taken on"), show_day(made_on)), (_("Made by"), made_by)],
        blocks=blocks,
        made_on=made_on,
        flat=_flat(outcomes.programs, made_on),
        confidential=_("Internal: single cases under codes. Not for publication."),
        footer="Опора",
    )


def _program(outcome: ProgramOutcome, profile: ProgramProfile | None, *, on_paper: bool) -> Iterable[Block]:
    yield Heading(outcome.name)
    if not outcome.closed:
        yield Text(_("No case was closed in this period."), "quiet")
        yield from findings(outcome)
        yield from _palliative(outcome, on_paper=on_paper)
        return
    yield from verdicts(outcome)
    yield from figures(outcome)
    shown = outcome.rows[:ROWS_ON_PAPER] if on_paper else outcome.rows
    yield outcome_table(outcome, shown)
    if len(shown) < outcome.closed:
        left = words.number(outcome.closed - len(shown))
        yield Text(_("%(cases)s more cases stand in the workbook.") % {"cases": left}, "quiet")
    if outcome.paired:
        yield from _rows_pictures(outcome)
    if profile is not None and profile.n:
        caption = _("Weak sides by section, mean of %(cases)s cases") % {"cases": words.number(profile.n)}
        yield Picture(profile_picture(outcome, profile, palette=PAPER), caption)
    yield statistics(outcome)
    yield from _palliative(outcome, on_paper=on_paper)
    yield from findings(outcome)
    yield Heading(_("Limits of this result"), 2)
    yield Points(words.caveats(outcome), "quiet")


def findings(outcome: ProgramOutcome, *, level: int = 2) -> Iterable[Block]:
    """What weakens these figures, where anything was found."""
    if outcome.findings:
        yield Heading(_("What to know about these data"), level)
        yield Points([words.finding_text(finding) for finding in outcome.findings])


def _palliative(outcome: ProgramOutcome, *, on_paper: bool) -> Iterable[Block]:
    """Social palliative cases by themselves, with why they are in no other figure (S4-39)."""
    if not outcome.palliative.closed:
        return
    yield Heading(_("Social palliative"), 2)
    yield Text(words.palliative_caveat(outcome), "quiet")
    rows = outcome.palliative_rows[:ROWS_ON_PAPER] if on_paper else outcome.palliative_rows
    if rows:
        yield replace(outcome_table(outcome, rows), name=palliative_name(outcome), total=None)


def palliative_name(outcome: ProgramOutcome) -> str:
    """What the palliative cases of a program are called beside its table."""
    return _("Palliative: %(program)s") % {"program": outcome.name}


def _rows_pictures(outcome: ProgramOutcome) -> Iterable[Block]:
    """The first cases as drawings of a page at most; those beyond stand in the table alone."""
    shown = min(len(outcome.rows), ROWS_IN_PICTURE)
    caption = _("Weak sides at entry and at exit, case by case")
    for start in range(0, shown, ROWS_ON_PAGE):
        drawn = min(ROWS_ON_PAGE, shown - start)
        if all(row.entry is None for row in outcome.rows[start : start + drawn]):
            continue
        if outcome.closed > ROWS_ON_PAGE:
            caption = _("Weak sides at entry and at exit, cases %(first)s–%(last)s of %(cases)s") % {
                "first": words.number(start + 1),
                "last": words.number(start + drawn),
                "cases": words.number(outcome.closed),
            }
        yield Picture(rows_picture(outcome, palette=PAPER, start=start, limit=drawn), caption)


def verdicts(outcome: ProgramOutcome) -> Iterable[Block]:
    """The answer to both parts of the hypothesis, with its reason."""
    yield Text(f"{wellbeing(outcome)} {words.verdict_reason(outcome)}")
    said = {"verdict": words.verdict(outcome.children_verdict)}
    kept = _("Child kept in the family: %(verdict)s.") % said
    yield Text(f"{kept} {words.children_reason(outcome)}")


def wellbeing(outcome: ProgramOutcome) -> str:
    """The verdict on the first part of the hypothesis as a sentence."""
    return _("Well-being: %(verdict)s.") % {"verdict": words.verdict(outcome.verdict)}


def figures(outcome: ProgramOutcome) -> Iterable[Block]:
    """The four figures that a reader looks for first."""
    wanted = ("closed", "improved", "hodges_lehmann", "missing_exit")
    by_code = {line.code: line for line in words.lines(outcome)}
    found = [by_code[code] for code in wanted if code in by_code]
    yield Figures([Figure(line.label, line.value, line.note) for line in found])


def statistics(outcome: ProgramOutcome) -> Table:
    """Every figure of the program with what limits it."""
    return Table(
        name=_("Statistics"),
        columns=[Column(_("Figure")), Column(_("Value")), Column(_("Remark"))],
        rows=[(line.label, line.value, line.note) for line in words.lines(outcome)],
        in_text=True,
    )


def _flat(programs: Sequence[ProgramOutcome], made_on: date) -> Table:
    """All programs in one table: the program first, the columns of the wider layout, the day the figures were taken."""
    columns = [column for column in words.columns("shelter") if column.key != "place"]
    kinds: dict[str, Kind] = {
        column.key: "day" if column.is_day else "count" if column.is_number else "text" for column in columns
    }
    wanted = [index for index, column in enumerate(words.columns("shelter")) if column.key != "place"]
    rows = [
        (outcome.name, *(words.cells(row, place=0, layout="shelter")[index] for index in wanted), made_on)
        for outcome in programs
        for row in outcome.rows
    ]
    rows += [
        (palliative_name(outcome), *(words.cells(row, place=0, layout="shelter")[index] for index in wanted), made_on)
        for outcome in programs
        for row in outcome.palliative_rows
    ]
    return Table(
        name="csv",
        columns=[
            Column(_("Program")),
            *(Column(column.title, kinds[column.key]) for column in columns),
            Column(_("Figures taken on"), "day"),
        ],
        rows=rows,
    )
