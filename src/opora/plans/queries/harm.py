"""Children in an institution on a path of high risk: is less harm planned for them and for their mother? (S4-19)"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef
from django.db.models.functions import JSONObject

from opora.access.rules import Actor
from opora.families.models import Placement
from opora.pathways.queries import definition_of
from opora.plans.models import HarmWaiver, Task
from opora.plans.queries.household import Relative, household_of
from opora.process.models import Route, RouteStep
from opora.process.queries import get_route


@dataclass(frozen=True, slots=True)
class HarmLine:
    """A child away from home for whom nothing is planned and no reason is stated; what is still to be planned."""

    child_id: int
    code: str
    since: date
    lacks_child: bool
    lacks_mother: bool


def harm_reduction_missing(*, actor: Actor, route_id: int, on: date) -> list[HarmLine]:
    """Children placed in an institution on this path without tasks for child and mother and without a stated reason."""
    route = get_route(actor=actor, route_id=route_id)
    return missing_in(route, household_of(route, on=on))


def missing_in(route: Route, household: Iterable[Relative], tasks: Sequence[Task] | None = None) -> list[HarmLine]:
    """The same for a path and a family just read; the tasks of the plan are asked for when not given."""
    away = [one for one in household if is_away(one)]
    if not away:
        return []
    if tasks is None:
        tasks = list(Task.objects.filter(plan__route=route, kind__startswith="harm_"))
    return lacking_in(route, away, tasks, lambda: _waived(route))


def is_away(one: Relative) -> bool:
    """Whether it is a child in an institution."""
    return one.is_child and one.placement == Placement.Kind.INSTITUTION and one.placed_on is not None


def lacking_in(
    route: Route, household: Iterable[Relative], tasks: Iterable[Task], waived: Callable[[], Mapping[int, str] | None]
) -> list[HarmLine]:
    """The same where the tasks that lessen harm have been read; reasons are asked for only where something lacks."""
    planned = [task for task in tasks if task.state != Task.State.CANCELLED]
    served = {task.about_id for task in planned if task.kind == Task.Kind.HARM_CHILD}
    for_mother = any(task.kind == Task.Kind.HARM_MOTHER for task in planned)
    lacking = [one for one in household if is_away(one) and (one.person_id not in served or not for_mother)]
    stated = waived() if lacking else None
    if stated is None:
        return []
    return [
        HarmLine(one.person_id, one.code, one.placed_on, one.person_id not in served, not for_mother)
        for one in lacking
        # A reason speaks of one placement: after the next one it is asked for again.
        if one.placed_on is not None and stated.get(one.person_id, "") < one.placed_on.isoformat()
    ]


def _waived(route: Route) -> dict[int, str] | None:
    """The latest day (ISO) a reason was stated for each child; None when high risk was never raised on this path."""
    actions = definition_of(route.version).actions
    raised = [name for name, action in actions.items() if action.effect == "high_risk"]
    risky = RouteStep.objects.filter(route=OuterRef("pk"), action__in=raised)
    waivers = HarmWaiver.objects.filter(route=OuterRef("pk")).order_by("on")
    stated = waivers.values(line=JSONObject(child="child_id", on="on"))
    found = Route.objects.filter(Exists(risky), pk=route.pk).values_list(ArraySubquery(stated), flat=True)
    rows = list(found)
    return {line["child"]: line["on"] for line in rows[0]} if rows else None
