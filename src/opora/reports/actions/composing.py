"""A report is begun, said what it is about, copied for the next period, put away and brought back."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.models import Department
from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.dates import add_months
from opora.common.errors import Invalid
from opora.common.language import said
from opora.common.seen import check_seen
from opora.common.text import squeeze
from opora.logic.queries import models_of
from opora.programs.models import Program
from opora.reports import policies
from opora.reports.models import ComposedReport, ReportBlock
from opora.reports.queries.composed import report_in_sight
from opora.reports.queries.presets import find_preset
from opora.reports.rules.kinds import KINDS
from opora.reports.rules.presets import PresetBlock

_CHANGED = _("This report was changed in another window. Compare it and save again.")
_TITLE = 200


@dataclass(frozen=True, slots=True)
class About:
    """Whose families and which days a report speaks of."""

    title: str
    first_on: date
    last_on: date
    program_id: int | None = None
    department_id: int | None = None


@transaction.atomic
def begin(*, actor: Actor, about: About, preset: str = "", on: date) -> ComposedReport:
    """A new report: empty, or with the blocks and the prompts of a preset."""
    policies.check_may_compose(actor)
    _check(about)
    chosen = find_preset(preset) if preset else None
    made = ComposedReport.objects.create(
        title=squeeze(about.title),
        preset=preset,
        program_id=about.program_id,
        department_id=about.department_id,
        first_on=about.first_on,
        last_on=about.last_on,
        begun_by_id=actor.user_id,
        changed_by_id=actor.user_id,
        begun_on=on,
    )
    for place, one in enumerate(chosen.blocks if chosen is not None else (), 1):
        ReportBlock.objects.create(
            report=made,
            place=place,
            kind=one.kind,
            heading=said(one.heading),
            prompt=said(one.prompt),
            options=_options(one, made.program),
        )
    audit.record(actor=actor, verb="reports.begun", number=made.pk)
    return made


@transaction.atomic
def change_about(*, actor: Actor, report_id: int, about: About, revision: int | None = None) -> ComposedReport:
    """What a report is called, whose families it speaks of and which days; its blocks follow."""
    report = held(actor, report_id)
    check_seen(report.revision, revision, _CHANGED)
    _check(about)
    report.title, report.first_on, report.last_on = squeeze(about.title), about.first_on, about.last_on
    report.program_id, report.department_id = about.program_id, about.department_id
    touch(actor, report)
    audit.record(actor=actor, verb="reports.changed", number=report.pk)
    return report


@transaction.atomic
def copy(*, actor: Actor, report_id: int, on: date) -> ComposedReport:
    """The same report for the time right after: its blocks as they are, to be compared with the one it comes from."""
    policies.check_may_compose(actor)
    source = report_in_sight(actor=actor, report_id=report_id)
    first, last = following(source.first_on, source.last_on)
    made = ComposedReport.objects.create(
        title=source.title,
        preset=source.preset,
        program=source.program,
        department=source.department,
        first_on=first,
        last_on=last,
        copy_of=source,
        begun_by_id=actor.user_id,
        changed_by_id=actor.user_id,
        begun_on=on,
    )
    for one in ReportBlock.objects.filter(report=source):
        one.pk, one.report, one.revision = None, made, 1
        one.save(force_insert=True)
    audit.record(actor=actor, verb="reports.begun", number=made.pk)
    return made


@transaction.atomic
def put_away(*, actor: Actor, report_id: int, on: date) -> ComposedReport:
    """A report nobody works on any more; what was taken of it stays to be read."""
    report = held(actor, report_id)
    report.put_away_on = on
    touch(actor, report)
    audit.record(actor=actor, verb="reports.put_away", number=report.pk)
    return report


@transaction.atomic
def bring_back(*, actor: Actor, report_id: int) -> ComposedReport:
    """Work goes on with a report that was put away."""
    report = held(actor, report_id)
    report.put_away_on = None
    touch(actor, report)
    audit.record(actor=actor, verb="reports.brought_back", number=report.pk)
    return report


def following(first: date, last: date) -> tuple[date, date]:
    """The period right after: whole months after whole months, else as many days."""
    begin = date.fromordinal(last.toordinal() + 1)
    if first.day == 1 and begin.day == 1:
        months = (begin.year - first.year) * 12 + begin.month - first.month
        return begin, date.fromordinal(add_months(begin, months).toordinal() - 1)
    return begin, date.fromordinal(2 * last.toordinal() - first.toordinal() + 1)


def held(actor: Actor, report_id: int) -> ComposedReport:
    """A report that this person may change, held until the change is written."""
    policies.check_may_compose(actor)
    found = report_in_sight(actor=actor, report_id=report_id)
    return ComposedReport.objects.select_for_update(of=("self",)).get(pk=found.pk)


def touch(actor: Actor, report: ComposedReport) -> None:
    """Who changed a report last, and that it is another one now."""
    report.changed_by_id = actor.user_id
    report.revision += 1
    report.save()


def _options(one: PresetBlock, program: Program | None) -> dict[str, Any]:
    """What a preset chooses; where it leaves the model open, the one by which the program works."""
    if program is None or "model" not in KINDS[one.kind].options or "model" in one.options:
        return dict(one.options)
    models = models_of(program=program)
    return {**one.options, "model": models[0].code} if models else dict(one.options)


def _check(about: About) -> None:
    wrong: dict[str, object] = {}
    if not 0 < len(squeeze(about.title)) <= _TITLE:
        wrong["title"] = _("Give the report a title, up to 200 letters.")
    if about.last_on < about.first_on:
        wrong["last_on"] = _("The period ends before it begins. Change one of the two days.")
    if about.program_id is not None and not Program.objects.filter(pk=about.program_id).exists():
        wrong["program_id"] = _("Choose from the list.")
    if about.department_id is not None and not Department.objects.filter(pk=about.department_id).exists():
        wrong["department_id"] = _("Choose from the list.")
    if wrong:
        raise Invalid(wrong)
