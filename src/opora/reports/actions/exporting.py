"""Taking a report out of the house: checked, made, journaled in one transaction."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.audit import actions as journal
from opora.common.dates import show_day, today
from opora.common.errors import Invalid
from opora.common.language import spoken
from opora.evidence import policies, queries
from opora.evidence.queries.depth import Depth
from opora.evidence.queries.depth_times import Times
from opora.evidence.rules.outcomes import Outcomes
from opora.evidence.rules.rows import Cohort
from opora.evidence.rules.served import Served
from opora.pivot import actions as pivot
from opora.pivot.words import Laid
from opora.reports import depth, donors, flat, pdf, served, tables, workbook
from opora.reports import outcomes as internal
from opora.reports.model import Report, Table, Text

KINDS = ("xlsx", "csv", "pdf")


@transaction.atomic
def export_outcomes(*, actor: Actor, outcomes: Outcomes, kind: str, public: bool = False) -> bytes:
    """The outcome report as a file: "xlsx", "csv" or "pdf"; ``public`` is the PDF without single cases,
    drafted for others; what may leave the house is let go at the desk.

    ``outcomes`` must have been read for this actor. Every export is an entry of the journal: which programs,
    which period, how many cases. Raises Refused, and Invalid for another kind.
    """
    policies.check_can_export_outcomes(actor)
    if kind not in KINDS or (public and kind != "pdf"):
        raise Invalid({"kind": _("A report is a file .xlsx, .csv or .pdf; the one for donors is a .pdf.")})
    profiles = queries.section_profiles(actor=actor, cohort=outcomes.cohort, language=spoken())
    if public:
        content = pdf.render(donors.build(outcomes, profiles=profiles, made_on=today()))
    else:
        report = internal.build(
            outcomes, profiles=profiles, made_on=today(), made_by=actor.name, on_paper=kind == "pdf"
        )
        content = {
            "xlsx": lambda: workbook.render(report, summary=_("Summary")),
            "csv": lambda: flat.render(report),
            "pdf": lambda: pdf.render(report),
        }[kind]()
    journal.record(actor=actor, verb="evidence.exported", **_what(outcomes, kind, public))
    return content


@transaction.atomic
def export_served(*, actor: Actor, found: Served, about: str) -> bytes:
    """Whom the house helped, as a workbook; ``found`` must have been read for this actor. Journaled; raises Refused."""
    policies.check_can_export_outcomes(actor)
    report = served.build(found, about=about, made_on=today(), made_by=actor.name)
    content = workbook.render(report, summary=_("Summary"))
    journal.record(
        actor=actor, verb="evidence.served_exported", period=served.period(found), families=found.whole.families
    )
    return content


@transaction.atomic
def export_depth(*, actor: Actor, found: Depth, waited: Times, about: str) -> bytes:
    """The form in depth as a workbook; both must have been read for this actor. Journaled; raises Refused."""
    policies.check_can_export_outcomes(actor)
    report = depth.build(found, waited, about=about, made_on=today(), made_by=actor.name)
    content = workbook.render(report, summary=_("Summary"))
    journal.record(actor=actor, verb="evidence.depth_exported", program=found.program.name, cases=found.closed)
    return content


@transaction.atomic
def export_table(*, actor: Actor, laid: Laid, what: str, kind: str) -> bytes:
    """A table that this person has just been shown, as "xlsx" or "csv" with everything said of it. Journaled."""
    report = tables.build(laid, made_on=today(), made_by=actor.name)
    content = flat.render(report) if kind == "csv" else workbook.render(report, summary=_("Summary"))
    pivot.note_exported(actor=actor, what=what, rows=len(laid.lines))
    return content


@transaction.atomic
def export_list(*, actor: Actor, table: Table, is_cut: bool = False) -> bytes:
    """A list that this person has just been shown, as a workbook; which list and how many rows is journaled."""
    note = _("The list is longer; these are its first %(rows)s rows. Narrow it by a filter.") % {
        "rows": len(table.rows)
    }
    report = Report(
        title=table.name,
        subtitle="",
        facts=[(_("Figures taken on"), show_day(today())), (_("Made by"), actor.name)],
        blocks=[*([Text(note, "warning")] if is_cut else ()), table],
        made_on=today(),
        confidential=_("For work inside the organization. Not for publication."),
    )
    content = workbook.render(report, summary=_("Summary"))
    journal.record(actor=actor, verb="audit.list_exported", list=table.name, rows=len(table.rows))
    return content


@transaction.atomic
def export_lists(*, actor: Actor, lists: Sequence[Table], title: str) -> bytes:
    """Many lists, each of which this person may open, as one workbook; how many and how many rows is journaled."""
    report = Report(
        title=title,
        subtitle="",
        facts=[
            (_("Figures taken on"), show_day(today())),
            (_("Made by"), actor.name),
            *((table.name, str(len(table.rows))) for table in lists),
        ],
        blocks=list(lists),
        made_on=today(),
        confidential=_("For work inside the organization. Not for publication."),
    )
    content = workbook.render(report, summary=_("Summary"))
    rows = sum(len(table.rows) for table in lists)
    journal.record(actor=actor, verb="audit.list_exported", list=f"{title} ({len(lists)})", rows=rows)
    return content


def write_outcomes(*, actor: Actor, outcomes: Outcomes, path: Path, public: bool = False) -> None:
    """The report as a file on disk, whose ending says what it is; journaled like every export."""
    kind = path.suffix.lstrip(".").lower()
    path.write_bytes(export_outcomes(actor=actor, outcomes=outcomes, kind=kind, public=public))


def read_outcomes(*, actor: Actor, cohort: Cohort) -> Outcomes:
    """All rows of the cohort, as an export needs them."""
    return queries.outcomes(actor=actor, cohort=cohort, limit=None)


def _what(outcomes: Outcomes, kind: str, public: bool) -> dict[str, Any]:
    cohort = outcomes.cohort
    return {
        "kind": f"{kind}, public" if public else kind,
        "programs": [outcome.name for outcome in outcomes.programs],
        "cases": sum(outcome.closed for outcome in outcomes.programs),
        "start": cohort.closed_from.isoformat() if cohort.closed_from else "",
        "end": cohort.closed_to.isoformat() if cohort.closed_to else "",
    }
