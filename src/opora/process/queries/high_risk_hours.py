"""Marks of high risk on a path, and how long the authorities were not told (S4-15)."""

from opora.common.dates import local
from opora.pathways.queries import definition_of
from opora.process.models import Route
from opora.process.rules.high_risk_hours import Alarm, alarms, raised_at


def alarms_of(route: Route) -> tuple[Alarm, ...]:
    """Every mark of high risk on a path already read, the oldest first."""
    definition = definition_of(route.version)
    marks = [key for key, action in definition.actions.items() if action.effect == "high_risk"]
    steps = route.steps.filter(action__in=marks).order_by("number").values_list("action", "to_stage", "on", "at")
    return alarms(
        definition,
        [(action, stage, raised_at(on=on, recorded_at=local(at))) for action, stage, on, at in steps],
    )
