"""Paths without a case that were begun by mistake: for whoever leads, and nowhere else."""

from opora.access.rules import Actor, Scope, departments, scope
from opora.families.sealing import opened
from opora.process.models import Amendment, Route
from opora.process.queries.visible import even_voided


def voided_routes(*, actor: Actor, limit: int = 100) -> list[tuple[Route, str]]:
    """The newest first, each with why."""
    reach = scope(actor, "assessment.approve")
    if reach < Scope.DEPARTMENT:
        return []
    found = even_voided(actor).filter(case=None).exclude(voided_on=None)
    if reach is not Scope.ALL:
        found = found.filter(department_id__in=departments(actor, "assessment.approve"))
    routes = list(found.select_related("program", "department").order_by("-voided_on", "-pk")[:limit])
    sources = {f"process.route:{route.pk}": route.pk for route in routes}
    said = Amendment.objects.filter(route__in=routes, source__in=sources, kind=Amendment.Kind.VOIDED).order_by("pk")
    why = {sources[one.source]: opened(one, "reason") for one in said if one.reason is not None}
    return [(route, why.get(route.pk, "")) for route in routes]
