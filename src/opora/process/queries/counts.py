"""What the map shows of a program: how many families stand where, how many are late, where they went on."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import Least

from opora.access.rules import Actor, Scope, departments, scope
from opora.process.models import Route, RouteFlow, RouteStanding, RouteStep
from opora.process.queries.visible import visible_to

# Everything past a year counts as so many days, in the kept counts too (migration 0003).
LONGEST = 366


_ARROWS = "SELECT from_stage, to_stage, sum(n) FROM ({flows}) flow GROUP BY 1, 2 ORDER BY 1, 2"
# The day up to which half of the families had gone on, and the first day by which more than half had.
_MEDIANS = """
SELECT from_stage, min(days) FILTER (WHERE 2 * gone >= everybody), min(days) FILTER (WHERE 2 * gone > everybody)
FROM (
    SELECT from_stage, days, sum(sum(n)) OVER (PARTITION BY from_stage ORDER BY days) AS gone,
           sum(sum(n)) OVER (PARTITION BY from_stage) AS everybody
    FROM ({flows}) flow GROUP BY from_stage, days
) passed GROUP BY from_stage
"""


@dataclass(frozen=True, slots=True)
class MapCounts:
    """Families at each stage now, of these late, ended at each place, steps along each arrow, usual days at a stage."""

    standing: dict[str, int]
    late: dict[str, int]
    ended: dict[str, int]
    taken: dict[tuple[str, str], int]
    median_days: dict[str, float]


def map_counts(*, actor: Actor, program_id: int, on: date) -> MapCounts:
    """Counts of one program for the map (S4-42, S4-43): of all, of one's departments, or of the paths in sight."""
    reach = _reach(actor)
    standing: dict[str, int] = {}
    late: dict[str, int] = {}
    for stage, count, pressing in _standing(actor, reach, program_id, on):
        standing[stage], late[stage] = count, pressing
    flows = _flows(actor, reach, program_id)
    taken = _taken(flows)
    ended: dict[str, int] = defaultdict(int)
    for (origin, goal), count in taken.items():
        ended[goal] += count
        ended[origin] -= count
    return MapCounts(
        standing,
        late,
        # Whoever came and neither went on nor stands there has ended there.
        {place: left for place, count in ended.items() if (left := count - standing.get(place, 0)) > 0},
        taken,
        _usual_days(flows),
    )


def routes_at(*, actor: Actor, program_id: int, stage: str, offset: int = 0, limit: int = 25) -> list[Route]:
    """The paths that the map counts at a stage or an exit, the most pressing first; one more than asked."""
    found = _of(actor, _reach(actor), visible_to(actor)).filter(program_id=program_id, stage=stage)
    found = found.select_related("version", "program", "case", "case__client", "worker")
    return list(
        found.defer("version__text", "case__client__identity").order_by("due_on", "pk")[offset : offset + limit + 1]
    )


def _reach(actor: Actor) -> Scope:
    if actor.is_system:
        return Scope.ALL
    return min(scope(actor, "case.read"), scope(actor, "intake.work"))


def _of(actor: Actor, reach: Scope, routes: QuerySet[Route]) -> QuerySet[Route]:
    if reach is Scope.ALL:
        return routes
    if reach is Scope.DEPARTMENT:
        return routes.filter(department_id__in=departments(actor, "case.read"))
    return routes.filter(pk__in=visible_to(actor).values("pk"))


def _standing(actor: Actor, reach: Scope, program_id: int, on: date) -> Iterable[tuple[str, int, int]]:
    """At each stage: how many stand there, and how many of them are late."""
    past = Q(due_on__lt=on)
    if reach < Scope.DEPARTMENT:
        own = _of(actor, reach, Route.objects.filter(program_id=program_id, ended_on=None))
        few = own.order_by("stage").values("stage").annotate(n=Count("pk"), late=Count("pk", past))
        return [(row["stage"], row["n"], row["late"]) for row in few]
    kept = RouteStanding.objects.filter(program_id=program_id)
    if reach is Scope.DEPARTMENT:
        kept = kept.filter(department_id__in=departments(actor, "case.read"))
    many = kept.order_by("stage").values("stage").annotate(n=Sum("count"), late=Sum("count", filter=past))
    return [(row["stage"], row["n"], row["late"] or 0) for row in many if row["n"]]


def _flows(actor: Actor, reach: Scope, program_id: int) -> QuerySet[Any]:
    """How many steps led from where to where after how many days; kept counts, or one's own steps one by one."""
    if reach >= Scope.DEPARTMENT:
        kept = RouteFlow.objects.filter(program_id=program_id).order_by()
        if reach is Scope.DEPARTMENT:
            kept = kept.filter(department_id__in=departments(actor, "case.read"))
        return kept.values("from_stage", "to_stage", "days").annotate(n=Sum("count"))
    own = _of(actor, reach, Route.objects.filter(program_id=program_id)).values("pk")
    steps = RouteStep.objects.filter(route__in=own).exclude(action="", is_override=False).order_by()
    return (
        steps.annotate(days=Least(F("waited"), LONGEST))
        .values("from_stage", "to_stage", "days")
        .annotate(n=Count("pk"))
    )


def _taken(flows: QuerySet[Any]) -> dict[tuple[str, str], int]:
    """Steps along each arrow."""
    return {(origin, goal): int(count) for origin, goal, count in _of_flows(flows, _ARROWS)}


def _usual_days(flows: QuerySet[Any]) -> dict[str, float]:
    """The median of the days families stood at each stage."""
    return {stage: (lower + upper) / 2 for stage, lower, upper in _of_flows(flows, _MEDIANS)}


def _of_flows(flows: QuerySet[Any], statement: str) -> list[tuple[Any, ...]]:
    """The database adds up: as many lines come back as there are arrows or stages, however many days there are."""
    inner, params = flows.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(statement.format(flows=inner), params)
        return cursor.fetchall()
