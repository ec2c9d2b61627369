"""Reports that are composed here, and each time they were taken."""

from datetime import date

from django.db.models import QuerySet

from opora.access.rules import Actor
from opora.reports import policies
from opora.reports.models import ComposedReport, ReportBlock, TakenReport
from opora.voice.queries.quotes import publishable


def list_reports(*, actor: Actor, put_away: bool = False) -> "QuerySet[ComposedReport]":
    """The reports that are worked on, the last changed first; those put away apart."""
    policies.check_can_read(actor)
    found = ComposedReport.objects.select_related("program", "department", "begun_by", "changed_by")
    return found.filter(put_away_on__isnull=not put_away)


def report_in_sight(*, actor: Actor, report_id: int) -> ComposedReport:
    """One report; raises NotFound."""
    policies.check_can_read(actor)
    found = ComposedReport.objects.select_related("program", "department", "changed_by").filter(pk=report_id).first()
    if found is None:
        raise policies.unseen()
    return found


def blocks_of(report: ComposedReport) -> list[ReportBlock]:
    """The blocks of a report already found, in their order."""
    return list(ReportBlock.objects.filter(report=report).select_related("program", "department"))


def block_in_sight(*, actor: Actor, block_id: int) -> ReportBlock:
    """One block; raises NotFound."""
    policies.check_can_read(actor)
    found = ReportBlock.objects.select_related("report__program", "report__department").filter(pk=block_id).first()
    if found is None:
        raise policies.unseen()
    return found


def taken_of(*, actor: Actor, report: ComposedReport) -> list[TakenReport]:
    """Each time a report was taken that this person may read, the newest first."""
    policies.check_can_read(actor)
    found = TakenReport.objects.filter(report=report).defer("content").select_related("by")
    return [one for one in found if policies.sees_taken(actor, one)]


def taken_in_sight(*, actor: Actor, taken_id: int) -> TakenReport:
    """A report as it was taken; raises NotFound."""
    policies.check_can_read(actor)
    found = TakenReport.objects.select_related("report__program", "by").filter(pk=taken_id).first()
    if found is None or not policies.sees_taken(actor, found):
        raise policies.unseen()
    return found


def words_gone(*, taken: TakenReport, on: date) -> int:
    """How many words of families stood in a taken report and may be shown no more."""
    return len(taken.quotes) - len(publishable(taken.quotes, on)) if taken.quotes else 0


def taken_before(*, actor: Actor, report: ComposedReport) -> TakenReport | None:
    """With what a report is compared: the last time it was taken, else the last time of the one it was copied from."""
    seen: set[int] = set()
    source: ComposedReport | None = report
    while source is not None and source.pk not in seen:
        seen.add(source.pk)
        if found := taken_of(actor=actor, report=source):
            return found[0]
        source = source.copy_of
    return None
