"""A report is taken on a day: its figures are kept as they are, with a fingerprint; and it leaves as a file."""

from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Invalid
from opora.reports import frozen, pdf, policies, word, workbook
from opora.reports.actions.composing import held
from opora.reports.model import Quote, Report
from opora.reports.models import ComposedReport, TakenReport
from opora.reports.queries.composed import report_in_sight, taken_in_sight
from opora.reports.queries.showing import Whole, compose, show_taken
from opora.reports.rules.changes import to_data
from opora.reports.rules.stamp import fingerprint


@transaction.atomic
def take(*, actor: Actor, report_id: int, on: date) -> TakenReport:
    """The report as it stands today, kept for good: later records change nothing in it."""
    report = held(actor, report_id)
    whole = compose(actor=actor, report=report, on=on)
    if not whole.parts:
        raise Invalid({"__all__": _("The report is empty. Add a block first.")})
    content = frozen.to_data(whole.report)
    last = TakenReport.objects.filter(report=report).aggregate(last=Max("number"))["last"]
    made = TakenReport.objects.create(
        report=report,
        number=(last or 0) + 1,
        on=on,
        content=content,
        figures=to_data(whole.figures),
        quotes=list(whole.quotes),
        departments=policies.counted_over(actor),
        sha256=fingerprint(content, author=actor.name, on=on),
        by_id=actor.user_id,
        author_name=actor.name,
    )
    audit.record(actor=actor, verb="reports.taken", number=report.pk, sha256=made.sha256)
    return made


@transaction.atomic
def export_report(*, actor: Actor, report_id: int, kind: str, on: date) -> bytes:
    """The report with its figures of today as a file; whether it was taken is said in it and in the journal."""
    policies.check_may_compose(actor)
    report = report_in_sight(actor=actor, report_id=report_id)
    told = compose(actor=actor, report=report, on=on).report
    content = _rendered(told, kind)
    _note_quotes(actor, report.pk, told)
    audit.record(actor=actor, verb="reports.exported", number=report.pk, kind=kind)
    return content


@transaction.atomic
def export_taken(*, actor: Actor, taken_id: int, kind: str, on: date) -> bytes:
    """A report as it was taken, as a file."""
    policies.check_may_compose(actor)
    taken = taken_in_sight(actor=actor, taken_id=taken_id)
    told = show_taken(actor=actor, taken=taken, on=on)
    content = _rendered(told, kind)
    _note_quotes(actor, taken.report_id, told)
    audit.record(
        actor=actor, verb="reports.taken_exported", number=taken.report_id, kind=kind, day=taken.on.isoformat()
    )
    return content


@transaction.atomic
def open_report(*, actor: Actor, report_id: int, on: date) -> tuple[ComposedReport, Whole]:
    """The report with its figures of today; that words of families were read stands in the journal."""
    report = report_in_sight(actor=actor, report_id=report_id)
    whole = compose(actor=actor, report=report, on=on)
    _note_quotes(actor, report.pk, whole.report)
    return report, whole


@transaction.atomic
def open_taken(*, actor: Actor, taken_id: int, on: date) -> tuple[TakenReport, Report]:
    """A report as it was taken; that words of families were read stands in the journal."""
    taken = taken_in_sight(actor=actor, taken_id=taken_id)
    told = show_taken(actor=actor, taken=taken, on=on)
    _note_quotes(actor, taken.report_id, told)
    return taken, told


def _note_quotes(actor: Actor, report_id: int, told: Report) -> None:
    """Words of families that were shown, on a page or in a file, stand in the journal; those that are gone do not."""
    if count := sum(isinstance(one, Quote) for one in told.blocks):
        audit.record(actor=actor, verb="reports.quotes_read", number=report_id, count=count)


def _rendered(report: Report, kind: str) -> bytes:
    if kind == "pdf":
        return pdf.render(report)
    if kind == "xlsx":
        return workbook.render(report, summary=_("Summary"))
    if kind == "docx":
        return word.render(report)
    raise policies.unseen()
