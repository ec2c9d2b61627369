"""Children in an institution on a path of high risk: is less harm planned for them and for their mother? (S4-19)"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from opora.access.rules import Actor
from opora.families.models import Placement
from opora.plans.models import HarmWaiver, Task
from opora.plans.queries.household import Relative, household_of
from opora.process.models import Route
from opora.process.queries import definition_of, get_route


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
    away = [one for one in household if one.is_child and one.placement == Placement.Kind.INSTITUTION and one.placed_on]
    if not away or not is_of_high_risk(route):
        return []
    if tasks is None:
        tasks = list(Task.objects.filter(plan__route=route, kind__startswith="harm_"))
    planned = [task for task in tasks if task.state != Task.State.CANCELLED]
    served = {task.about_id for task in planned if task.kind == Task.Kind.HARM_CHILD}
    for_mother = any(task.kind == Task.Kind.HARM_MOTHER for task in planned)
    # A reason speaks of one placement: after the next one it is asked for again.
    waived = set(HarmWaiver.objects.filter(route=route).values_list("child_id", "on"))
    return [
        HarmLine(one.person_id, one.code, one.placed_on, one.person_id not in served, not for_mother)
        for one in away
        if one.placed_on is not None
        and (one.person_id not in served or not for_mother)
        and not any(child == one.person_id and day >= one.placed_on for child, day in waived)
    ]


def is_of_high_risk(route: Route) -> bool:
    """Say whether high risk was ever raised on this path."""
    actions = definition_of(route.version).actions
    raised = [name for name, action in actions.items() if action.effect == "high_risk"]
    return bool(raised) and route.steps.filter(action__in=raised).exists()
