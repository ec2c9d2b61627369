"""What the family and its plan did: steps, events, tasks, goals, versions."""

from opora.life.queries.scope import Scope
from opora.life.queries.sources.rows import Rows, photos_of, rows_of
from opora.plans.models import FamilyStep, Goal, PlanRevision, Task, UnforeseenEvent


def family_steps(scope: Scope) -> Rows:
    found = FamilyStep.every.filter(scope.records)
    return rows_of(
        found,
        "step",
        by="by_id",
        text="text",
        more="task__title",
        moment="recorded_at",
        voided="voided_on",
        kind="kind",
        photos=photos_of("plans.familystep"),
    )


def events(scope: Scope) -> Rows:
    found = UnforeseenEvent.every.filter(scope.records)
    return rows_of(
        found,
        "event",
        by="by_id",
        text="effect",
        moment="recorded_at",
        voided="voided_on",
        kind="kind",
        reviewed="reviewed_on",
        photos=photos_of("plans.unforeseenevent"),
    )


def tasks(scope: Scope) -> Rows:
    found = Task.objects.filter(scope.of_routes("plan__route_id"), state=Task.State.DONE)
    return rows_of(found, "task", on="ended_on", by="ended_by_id", text="note", more="title", member="member_id")


def goals(scope: Scope) -> Rows:
    found = Goal.objects.filter(scope.of_routes("plan__route_id"), decided_on__isnull=False)
    return rows_of(found, "goal", on="decided_on", by="decided_by_id", more="title", state="state")


def plan_versions(scope: Scope) -> Rows:
    found = PlanRevision.objects.filter(scope.of_routes("plan__route_id"))
    return rows_of(found, "plan", by="by_id", text="reason", kind="kind", number="number", route="plan__route_id")
