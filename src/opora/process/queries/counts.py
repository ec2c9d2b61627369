"""What the map shows of a programme: how many families stand where, how many are late, where they went on."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import Least

from opora.access.rules import Actor, Scope, departments, scope
from opora.process.models import Route, RouteFlow, RouteStanding, RouteStep
from opora.process.queries.visible import visible_to
from opora.process.rules.flow import weighted_median

# Everything past a year counts as so many days, in the kept counts too (migration 0003).
LONGEST = 366


@dataclass(frozen=True, slots=True)
class MapCounts:
    """Families at each stage now, of these late, ended at each place, steps along each arrow, usual days at a stage."""

    standing: dict[str, int]
    late: dict[str, int]
    ended: dict[str, int]
    taken: dict[tuple[str, str], int]
    median_days: dict[str, float]


def map_counts(*, actor: Actor, program_id: int, on: date) -> MapCounts:
    """Counts of one programme for the map (S4-42, S4-43): of all, of one's departments, or of the paths in sight."""
    reach = _reach(actor)
    standing: dict[str, int] = {}
    late: dict[str, int] = {}
    for stage, count, pressing in _standing(actor, reach, program_id, on):
        standing[stage], late[stage] = count, pressing
    taken: dict[tuple[str, str], int] = defaultdict(int)
    waited: dict[str, list[tuple[int, int]]] = defaultdict(list)
    ended: dict[str, int] = defaultdict(int)
    for origin, goal, days, count in _flows(actor, reach, program_id):
        taken[origin, goal] += count
        waited[origin].append((days, count))
        ended[goal] += count
        ended[origin] -= count
    return MapCounts(
        standing,
        late,
        # Whoever came and neither went on nor stands there has ended there.
        {place: left for place, count in ended.items() if (left := count - standing.get(place, 0)) > 0},
        dict(taken),
        {stage: weighted_median(pairs) for stage, pairs in waited.items()},
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


def _flows(actor: Actor, reach: Scope, program_id: int) -> Iterable[tuple[str, str, int, int]]:
    """From where, to where, after how many days, how many families."""
    if reach >= Scope.DEPARTMENT:
        kept = RouteFlow.objects.filter(program_id=program_id)
        if reach is Scope.DEPARTMENT:
            kept = kept.filter(department_id__in=departments(actor, "case.read"))
        rows = kept.order_by().values("from_stage", "to_stage", "days").annotate(n=Sum("count"))
        return [(row["from_stage"], row["to_stage"], row["days"], row["n"]) for row in rows]
    own = _of(actor, reach, Route.objects.filter(program_id=program_id)).values("pk")
    steps = RouteStep.objects.filter(route__in=own).exclude(action="", is_override=False).order_by()
    grouped = steps.annotate(days=Least(F("waited"), LONGEST)).values("from_stage", "to_stage", "days")
    return [(row["from_stage"], row["to_stage"], row["days"], row["n"]) for row in grouped.annotate(n=Count("pk"))]
