"""A composed report with its figures as they are now, and one that was taken with its figures as they were."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.access.rules import Actor
from opora.common.dates import show_day
from opora.common.errors import NotFound, Refused
from opora.indicators.words import how_counted
from opora.reports import frozen
from opora.reports.blocks import BUILDERS, Asked, Drawn
from opora.reports.model import Block, Column, Heading, Points, Quote, Report, Table, Text
from opora.reports.models import ComposedReport, ReportBlock, TakenReport
from opora.reports.outcomes import organization_fact
from opora.reports.queries.composed import blocks_of, taken_before
from opora.reports.rules.changes import Changed, Kept, changes, from_data
from opora.voice.queries import quotes_to_publish


@dataclass(frozen=True, slots=True)
class Part:
    """A block of the report with what it comes to."""

    block: ReportBlock
    drawn: Drawn
    scope: str

    @property
    def blocks(self) -> Sequence[Block]:
        """All of it with its heading; what nobody wrote or chose yet leaves no heading behind."""
        head: list[Block] = [Heading(self.block.heading, 2)] if self.block.heading else []
        return [*head, *self._told] if self._told else []

    @property
    def body(self) -> Sequence[Block]:
        """Its own words, and what it shows; on the page of its author also what is yet to be chosen."""
        return [*self._told, Text(self.drawn.choice, "quiet")] if self.drawn.choice else self._told

    @property
    def _told(self) -> Sequence[Block]:
        told: list[Block] = [Text(self.scope, "quiet")] if self.scope and not self.drawn.choice else []
        if self.block.kind != "text" and self.block.text:
            told.append(Text(" ".join(self.block.text.split())))
        return [*told, *self.drawn.blocks]


@dataclass(frozen=True, slots=True)
class Whole:
    """The report: its parts, its figures, what changed since it was last taken, and all of it as one object."""

    parts: Sequence[Part]
    figures: Sequence[Kept]
    quotes: Sequence[int]
    before: TakenReport | None
    changed: Sequence[Changed]
    report: Report
    how_counted: Sequence[str]


def compose(*, actor: Actor, report: ComposedReport, on: date) -> Whole:
    """Every block counted now, over the cases this person sees."""
    parts = [_part(actor, report, block, on) for block in blocks_of(report)]
    figures = list({one.key: one for part in parts for one in part.drawn.figures}.values())
    before = taken_before(actor=actor, report=report)
    changed = changes(from_data(before.figures), figures) if before is not None else []
    blocks = [one for part in parts for one in part.blocks]
    if before is not None:
        blocks += since(before, changed)
    rules = how_counted(one for part in parts for one in part.drawn.counted)
    if rules:
        blocks += [Heading(_("How it is counted"), 2), Points(rules, "quiet")]
    quotes = list(dict.fromkeys(one for part in parts for one in part.drawn.quotes))
    return Whole(parts, figures, quotes, before, changed, _whole(actor, report, blocks, on), rules)


def show_taken(*, actor: Actor, taken: TakenReport, on: date) -> Report:
    """The report as it was taken, with its stamp; words of families only as long as their consent holds."""
    words = quotes_to_publish(actor=actor, on=on, numbers=taken.quotes) if taken.quotes else []
    told = {one.id: Quote(one.text, one.whose, one.id) for one in words}
    gone = _("Words of a family stood here. The consent to publish them is no longer in force.")
    kept = frozen.with_words(frozen.from_data(taken.content), told, gone)
    return replace(kept, facts=[*kept.facts, (pgettext("report", "Fingerprint"), taken.sha256)])


def since(before: TakenReport, changed: Sequence[Changed]) -> list[Block]:
    """What changed since a report was last taken, figure by figure."""
    title = _("What changed since the report of %(day)s") % {"day": show_day(before.on)}
    if not changed:
        return [Heading(title, 2), Text(_("No figure changed."), "quiet")]
    rows = [
        (one.title, one.then.shown if one.then else _("was not told"), one.now.shown if one.now else _("is not told"))
        for one in changed
    ]
    columns = [Column(_("Figure")), Column(pgettext("report", "Was")), Column(pgettext("report", "Is"))]
    return [Heading(title, 2), Table(pgettext("sheet", "What changed"), columns, rows)]


def _part(actor: Actor, report: ComposedReport, block: ReportBlock, on: date) -> Part:
    program = block.program or report.program
    department = block.department or report.department
    asked = Asked(
        actor=actor,
        on=on,
        first=block.first_on or report.first_on,
        last=block.last_on or report.last_on,
        program=program,
        department=(department.pk, department.name) if department is not None else None,
        options=block.options,
        text=block.text,
    )
    try:
        drawn = BUILDERS[block.kind](asked)
    except (Refused, NotFound):
        drawn = Drawn([Text(_("These figures are not part of your work."), "quiet")])
    return Part(block, drawn, own_scope(block))


def own_scope(block: ReportBlock) -> str:
    """Whose families and which days a block speaks of, where that is not what the report speaks of."""
    told = [block.program.name] if block.program is not None else []
    told += [block.department.name] if block.department is not None else []
    if block.first_on and block.last_on:
        told.append(days(block.first_on, block.last_on))
    return " · ".join(told)


def days(first: date, last: date) -> str:
    """A period as it is read."""
    return f"{show_day(first)} – {show_day(last)}"


def _whole(actor: Actor, report: ComposedReport, blocks: Sequence[Block], on: date) -> Report:
    about = report.program.name if report.program is not None else _("Whole organization")
    facts = [*organization_fact(), (_("Program"), about)]
    if report.department is not None:
        facts.append((_("Department"), report.department.name))
    return Report(
        title=report.title,
        subtitle=days(report.first_on, report.last_on),
        facts=[*facts, (_("Figures taken on"), show_day(on)), (_("Made by"), actor.name)],
        blocks=list(blocks),
        made_on=on,
        confidential=internal(),
        footer="Опора",
    )


def internal() -> str:
    """The mark of everything composed here: it leaves the house only through the release desk."""
    return _("For our own people. Outside the house only through a release.")
