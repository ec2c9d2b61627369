"""Begun forms about plans and tasks that can be written no more."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from opora.common.lapses import Lapse, by_number
from opora.plans.models import Plan, Task

_TASK = {
    Task.State.DONE.value: "task.done",
    Task.State.CANCELLED.value: "task.cancelled",
}
_TASK_SAID = {
    "task.done": _("The task is done meanwhile, so this form cannot be sent any more."),
    "task.cancelled": _("The task was cancelled meanwhile, so this form cannot be sent any more."),
}
_PLAN_SAID = {
    "plan.begun": _("The plan has been begun meanwhile: go on with it."),
    "plan.agreed": _("The plan has been agreed on meanwhile, so this form cannot be sent any more."),
}


def _tasks(task_ids: Collection[int]) -> dict[int, str]:
    ended = Task.objects.filter(pk__in=task_ids).exclude(state=Task.State.OPEN)
    return {pk: _TASK[state] for pk, state in ended.values_list("pk", "state")}


def _begun(route_ids: Collection[int]) -> dict[int, str]:
    return dict.fromkeys(Plan.objects.filter(route__in=route_ids).values_list("route_id", flat=True), "plan.begun")


def _agreed(route_ids: Collection[int]) -> dict[int, str]:
    in_force = Plan.objects.filter(route__in=route_ids).exclude(state=Plan.State.PRELIMINARY)
    return dict.fromkeys(in_force.values_list("route_id", flat=True), "plan.agreed")


LAPSES = (
    Lapse(("plans:finish", "plans:task", "plans:cancel", "plans:milestones"), by_number("task_id", _tasks), _TASK_SAID),
    Lapse(("plans:begin",), by_number("route_id", _begun), _PLAN_SAID),
    Lapse(("plans:agree",), by_number("route_id", _agreed), _PLAN_SAID),
)
