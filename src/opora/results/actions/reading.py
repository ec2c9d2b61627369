"""Reading the results of a family is a line in the journal (X-10)."""

from datetime import date

from django.db import transaction

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.process.queries import place_of
from opora.results.actions.refreshing import refresh_results, settle_results
from opora.results.models import ResultDue
from opora.results.queries.family import FamilyResults, results_of
from opora.results.queries.listing import Filters, ResultLine, list_results

AT_ONCE = 1_000


@transaction.atomic
def read_results(*, actor: Actor, route_id: int | None = None, case_id: int | None = None, on: date) -> FamilyResults:
    """Everything that is aimed at, reached and lost in a case; who read it stands in the journal."""
    place = place_of(actor=actor, route_id=route_id, case_id=case_id)
    found = results_of(actor=actor, place=place, on=on)
    if place.case_id is not None and ResultDue.objects.filter(case_id=place.case_id).exists():
        refresh_results(case_ids=[place.case_id])
    audit.record(actor=actor, verb="results.read", case_id=place.case_id, family_id=place.family_id)
    return found


@transaction.atomic
def look_at_results(*, actor: Actor, filters: Filters, offset: int = 0, limit: int, on: date) -> list[ResultLine]:
    """Results over the families whose figures this person reads; that somebody looked stands in the journal.

    What changed since is brought up to date first, as far as one view may take.
    """
    settle_results(most=AT_ONCE)
    audit.record(actor=actor, verb="results.looked")
    return list_results(actor=actor, filters=filters, offset=offset, limit=limit, on=on)
