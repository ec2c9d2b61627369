"""The plan of a path with its goals, its tasks and the reasons why none lessens harm, by one question."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

from opora.access.models import User
from opora.common.asked_often import asked_often
from opora.common.told_along import along, record_of
from opora.families.models import Person
from opora.partners.models import Partner
from opora.pathways.queries import definition_of
from opora.plans.models import Goal, HarmWaiver, Plan, Task
from opora.process.models import Route, RouteStep

_HARM = "harm_"


@dataclass(frozen=True, slots=True)
class PlanTold:
    """A plan (None while nobody has begun one) with all its goals; of its tasks those at hand, and those about harm."""

    route: Route
    plan: Plan | None
    goals: list[Goal]
    tasks: list[Task]
    steps: frozenset[str]
    reasons: Mapping[int, str]

    def at_hand(self, *, after: date) -> list[Task]:
        """Open tasks, and those done after a day, the most pressing first: what is to be done before what was done."""
        found = [task for task in self.tasks if task.state == Task.State.OPEN or _done_after(task, after)]
        return sorted(found, key=lambda task: task.state != Task.State.OPEN)

    def waived(self) -> Mapping[int, str] | None:
        """The latest day (ISO) a reason was stated for each child; None when high risk was never raised here."""
        actions = definition_of(self.route.version).actions
        raised = {name for name, action in actions.items() if action.effect == "high_risk"}
        return self.reasons if raised & self.steps else None


def plan_told(route: Route, *, ended_after: date) -> PlanTold:
    """The plan of a path already read, with tasks that are open or were done after a day."""
    [told] = _told(route_id=route.pk, ended_after=ended_after)
    plan = next((record_of(Plan, one) for one in told["told_plan"]), None)
    goals = [record_of(Goal, one) for one in told["told_goals"]]
    tasks = [_task(one) for one in told["told_tasks"]]
    if plan is not None:
        for goal in goals:
            goal.plan = plan
        for task in tasks:
            task.plan = plan
    reasons = {one["child"]: one["on"] for one in told["told_reasons"]}
    return PlanTold(route, plan, goals, tasks, frozenset(told["told_steps"]), reasons)


@asked_often
def _told(*, route_id: int, ended_after: date) -> QuerySet[Route, dict[str, Any]]:
    of_plan = {"plan__route": OuterRef("pk")}
    goals = Goal.objects.filter(**of_plan).order_by("pk")
    lately = Q(state=Task.State.DONE, ended_on__gt=ended_after)
    wanted = Q(state=Task.State.OPEN) | lately | Q(kind__startswith=_HARM)
    tasks = Task.objects.filter(wanted, **of_plan).order_by("due_on", "pk")
    waivers = HarmWaiver.objects.filter(route=OuterRef("pk")).order_by("on")
    steps = RouteStep.objects.filter(route=OuterRef("pk")).order_by().values("action").distinct()
    found: QuerySet[Any, Any] = Route.every.filter(pk=route_id)
    return found.values(
        told_plan=along(Plan.objects.filter(route=OuterRef("pk"))),
        told_goals=along(goals),
        told_tasks=along(tasks, **_WHO),
        told_reasons=ArraySubquery(waivers.values(line=JSONObject(child="child_id", on="on"))),
        told_steps=ArraySubquery(steps),
    )


_WHO = {
    "worker_name": F("worker__name"),
    "worker_works": F("worker__is_active"),
    "member_letter": F("member__code_letter"),
    "member_number": F("member__code_number"),
    "partner_name": F("partner__name"),
    "partner_works": F("partner__is_active"),
    "about_letter": F("about__code_letter"),
    "about_number": F("about__code_number"),
    "ended_name": F("ended_by__name"),
}


def _task(told: Mapping[str, Any]) -> Task:
    task = record_of(Task, told)
    task.worker = _somebody(User, task.worker_id, name=told["worker_name"], is_active=told["worker_works"])
    task.member = _somebody(Person, task.member_id, **_code(told, "member"))
    task.partner = _somebody(Partner, task.partner_id, name=told["partner_name"], is_active=told["partner_works"])
    task.about = _somebody(Person, task.about_id, **_code(told, "about"))
    task.ended_by = _somebody(User, task.ended_by_id, name=told["ended_name"])
    return task


def _code(told: Mapping[str, Any], who: str) -> dict[str, Any]:
    return {"code_letter": told[f"{who}_letter"], "code_number": told[f"{who}_number"]}


def _somebody(model: Any, pk: int | None, **told: Any) -> Any:
    """Who is told of along with a task, by as much as a page says; nobody where nobody is."""
    return record_of(model, {"id": pk, **told}) if pk is not None else None


def _done_after(task: Task, day: date) -> bool:
    return task.state == Task.State.DONE and task.ended_on is not None and task.ended_on > day
