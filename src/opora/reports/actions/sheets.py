"""The progress sheet is opened and made into a file; both stand in the journal of the family."""

from datetime import date

from django.db import transaction

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.process.queries import Place, place_of
from opora.reports import pdf, progress
from opora.reports.model import Report


@transaction.atomic
def read_sheet(
    *, actor: Actor, route_id: int | None = None, case_id: int | None = None, on: date
) -> tuple[Place, Report]:
    """The sheet of a family this person sees; raises NotFound for any other."""
    place = place_of(actor=actor, route_id=route_id, case_id=case_id)
    report = progress.build(actor=actor, place=place, on=on)
    audit.record(actor=actor, verb="reports.sheet_read", case_id=place.case_id, family_id=place.family_id)
    return place, report


@transaction.atomic
def export_sheet(*, actor: Actor, route_id: int | None = None, case_id: int | None = None, on: date) -> bytes:
    """The sheet as a PDF to give along."""
    place = place_of(actor=actor, route_id=route_id, case_id=case_id)
    report = progress.build(actor=actor, place=place, on=on)
    audit.record(actor=actor, verb="reports.sheet_exported", case_id=place.case_id, family_id=place.family_id)
    return pdf.render(report)
