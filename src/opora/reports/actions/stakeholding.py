"""The report of a study for interested people is read and made into a file."""

from datetime import date

from django.db import transaction

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.evidence import policies as evidence
from opora.reports import pdf, policies, stakeholders, word
from opora.reports.model import Report
from opora.reports.queries.showing import internal
from opora.studies import queries
from opora.studies.models import Hypothesis

FILES = {"pdf": pdf.render, "docx": word.render}


def read_stakeholders(*, actor: Actor, hypothesis_id: int, on: date) -> tuple[Hypothesis, Report]:
    """The report; before somebody opened the data there is none (NotFound)."""
    found = queries.hypothesis_in_sight(actor=actor, hypothesis_id=hypothesis_id)
    if not queries.is_opened(found):
        raise policies.unseen()
    return found, stakeholders.build(actor=actor, found=found, made_on=on, confidential=internal())


@transaction.atomic
def export_stakeholders(*, actor: Actor, hypothesis_id: int, kind: str, on: date) -> bytes:
    """The same as a file; it leaves the house only through a release, and says so."""
    evidence.check_can_export_outcomes(actor)
    if kind not in FILES:
        raise policies.unseen()
    found, report = read_stakeholders(actor=actor, hypothesis_id=hypothesis_id, on=on)
    content = FILES[kind](report)
    audit.record(actor=actor, verb="reports.stakeholders", number=found.number, kind=kind)
    return content
