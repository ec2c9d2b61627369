"""The facts a figure is made of: closed cases of the cohort, as far as the reader may see them."""

from django.db.models import Q, QuerySet

from opora.access.rules import Actor, Scope, scope
from opora.cases.queries import closings_undone, visible_to
from opora.evidence import policies
from opora.evidence.models import CaseFact
from opora.evidence.rules.rows import Cohort

ABILITY = "outcomes.read"


def facts(*, actor: Actor, cohort: Cohort, palliative: bool = False) -> QuerySet[CaseFact]:
    """Facts of the closed cases asked for; of those the actor may not see there is none.

    Social palliative cases are asked for by themselves and stand in no other figure (S4-39).
    """
    found = _within(CaseFact.objects.filter(closed_on__isnull=False, is_palliative=palliative), actor, cohort)
    return found.filter(_in_period(cohort))


def opened_again(*, actor: Actor, cohort: Cohort) -> QuerySet[CaseFact]:
    """Facts of cases that were closed in the period and opened again since, so that they count in it no more."""
    undone = closings_undone(closed_from=cohort.closed_from, closed_to=cohort.closed_to)
    found = CaseFact.objects.filter(case_id__in=undone, is_palliative=False)
    still = Q(closed_on__isnull=False) & _in_period(cohort)
    return _within(found, actor, cohort).exclude(still)


def opened(*, actor: Actor, cohort: Cohort) -> QuerySet[CaseFact]:
    """Facts of the cases opened in the period, closed since or not; social palliative ones aside."""
    found = _within(CaseFact.objects.filter(is_palliative=False), actor, cohort)
    if cohort.closed_from:
        found = found.filter(opened_on__gte=cohort.closed_from)
    return found.filter(opened_on__lte=cohort.closed_to) if cohort.closed_to else found


def _within(found: QuerySet[CaseFact], actor: Actor, cohort: Cohort) -> QuerySet[CaseFact]:
    policies.check_can_read_outcomes(actor)
    if scope(actor, ABILITY) is not Scope.ALL:
        found = found.filter(case_id__in=visible_to(actor, ABILITY).values("pk"))
    if cohort.program_ids:
        found = found.filter(program_id__in=cohort.program_ids)
    if cohort.department_ids:
        found = found.filter(department_id__in=cohort.department_ids)
    return found


def _in_period(cohort: Cohort) -> Q:
    wanted = Q()
    if cohort.closed_from:
        wanted &= Q(closed_on__gte=cohort.closed_from)
    if cohort.closed_to:
        wanted &= Q(closed_on__lte=cohort.closed_to)
    return wanted
