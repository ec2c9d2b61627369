"""The analytic report: composed from what was recorded, edited, frozen when it goes to the vote (S4-30, D-13)."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.common.seen import check_seen
from opora.families import actions as families
from opora.families.sealing import opened
from opora.intake import policies
from opora.intake.models import AnalyticReport
from opora.intake.queries import get_report
from opora.intake.rules.reports import LONGEST, kept, missing
from opora.process import actions as process
from opora.process.models import Route
from opora.process.queries import workable

OVERTAKEN = _("While you were writing, somebody saved another text of this report. Look at it before you save.")


@transaction.atomic
def write_report(
    *,
    actor: Actor,
    route_id: int,
    sections: Mapping[str, str],
    revision: int | None = None,
    gives_to_vote: bool = False,
    on: date,
) -> AnalyticReport:
    """Keep the draft of the report, and give it to the vote if it is to go there at once.

    Of two people writing at once one wins and the other is told.
    """
    route = workable(actor=actor, route_id=route_id)
    policies.check_day(on, began=route.started_on)
    text = kept(sections)
    if not text:
        raise Invalid({"situation": _("Write at least a few words about what happened.")})
    if long := [name for name, part in text.items() if len(part) > LONGEST]:
        raise Invalid({name: _("This is too long to be kept. Shorten it.") for name in long})
    if gives_to_vote and (lacking := missing(text)):
        raise Invalid({name: _("The panel decides upon this: write a few words.") for name in lacking})
    draft = AnalyticReport.objects.select_for_update().filter(route=route, frozen_on=None).first()
    check_seen(draft.revision if draft else 0, revision or 0, OVERTAKEN)
    draft = draft or AnalyticReport(route=route, written_on=on)
    draft.text, draft.written_on, draft.by_id = text, on, actor.user_id
    draft.revision += 1
    draft.save()
    audit.record(actor=actor, verb="intake.report_written", case_id=route.case_id, route=route.pk)
    return freeze_report(actor=actor, report_id=draft.pk, on=on) if gives_to_vote else draft


@transaction.atomic
def freeze_report(*, actor: Actor, report_id: int, on: date) -> AnalyticReport:
    """Give the report to the vote: it does not change any more, and the path has its paper."""
    found, route = get_report(actor=actor, report_id=report_id)
    workable(actor=actor, route_id=route.pk)
    report = AnalyticReport.objects.select_for_update().get(pk=found.pk)
    if report.frozen_on is not None:
        return report
    policies.check_day(on, began=report.written_on)
    if missing(opened(report, "text")):
        raise Conflict(_("The report needs the situation and a recommendation before it goes to the vote."))
    report.frozen_on = on
    report.save(update_fields=["frozen_on"])
    audit.record(actor=actor, verb="intake.report_frozen", case_id=route.case_id, route=route.pk)
    source = f"intake.report:{report.pk}"
    process.file_paper(actor=actor, route_id=route.pk, kind="analytic_report", source=source, on=on)
    return report


@transaction.atomic
def read_report(*, actor: Actor, report_id: int) -> tuple[AnalyticReport, Route, dict[str, str]]:
    """A report with its sections; reading it is a line in the journal."""
    report, route = get_report(actor=actor, report_id=report_id)
    words = families.open_sealed(
        actor=actor, record=report, field="text", verb="intake.report_read", case_id=route.case_id, route=route.pk
    )
    return report, route, words
