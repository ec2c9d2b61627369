"""The facts a figure is made of: closed cases of the cohort, as far as the reader may see them."""

from django.db.models import QuerySet

from opora.access.rules import Actor, Scope, scope
from opora.cases.queries import visible_to
from opora.evidence import policies
from opora.evidence.models import CaseFact
from opora.evidence.rules.rows import Cohort

ABILITY = "outcomes.read"


def facts(*, actor: Actor, cohort: Cohort, palliative: bool = False) -> QuerySet[CaseFact]:
    """Facts of the closed cases asked for; of those the actor may not see there is none.

    Social palliative cases are asked for by themselves and stand in no other figure (S4-39).
    """
    policies.check_can_read_outcomes(actor)
    found = CaseFact.objects.filter(closed_on__isnull=False, is_palliative=palliative)
    if scope(actor, ABILITY) is not Scope.ALL:
        found = found.filter(case_id__in=visible_to(actor, ABILITY).values("pk"))
    if cohort.program_ids:
        found = found.filter(program_id__in=cohort.program_ids)
    if cohort.department_ids:
        found = found.filter(department_id__in=cohort.department_ids)
    if cohort.closed_from:
        found = found.filter(closed_on__gte=cohort.closed_from)
    if cohort.closed_to:
        found = found.filter(closed_on__lte=cohort.closed_to)
    return found
