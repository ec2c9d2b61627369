"""Milestones of a mini-project: hearings, applications, answers, each with its day (S4-44, S1-11)."""

from datetime import date, time

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict
from opora.plans.actions.locking import hold_task, line, refuse, touch
from opora.plans.models import Milestone, Plan, Task
from opora.plans.queries.plans import milestone_in_sight


@transaction.atomic
def add_milestone(
    *, actor: Actor, task_id: int, title: str, due_on: date, at: time | None = None, on: date
) -> Milestone:
    """A stop on the way of a mini-project; a hearing begins at an hour."""
    plan, task = hold_task(actor=actor, task_id=task_id, as_own=True)
    if task.kind != Task.Kind.MINI_PROJECT:
        raise Conflict(_("Only a mini-project has milestones. Change the kind of the task first."))
    wrong: dict[str, object] = {}
    kept = line(title, "title", wrong, sentence=_("Write what is to happen on this day."))
    if due_on < plan.begun_on:
        wrong["due_on"] = _("This day is earlier than the beginning of the plan. Check the date.")
    refuse(wrong)
    milestone = Milestone.objects.create(task=task, title=kept, due_on=due_on, at=at)
    _changed(actor, "plans.milestone_added", plan, task, on)
    return milestone


@transaction.atomic
def finish_milestone(*, actor: Actor, milestone_id: int, on: date) -> Milestone:
    """The stop is reached; twice is once."""
    plan, task, milestone = _hold(actor, milestone_id)
    if milestone.done_on is None:
        milestone.done_on = on
        milestone.save(update_fields=["done_on"])
        _changed(actor, "plans.milestone_reached", plan, task, on)
    return milestone


@transaction.atomic
def undo_milestone(*, actor: Actor, milestone_id: int, on: date) -> Milestone:
    """The stop was not reached after all."""
    plan, task, milestone = _hold(actor, milestone_id)
    if milestone.done_on is not None:
        milestone.done_on = None
        milestone.save(update_fields=["done_on"])
        _changed(actor, "plans.milestone_undone", plan, task, on)
    return milestone


def _hold(actor: Actor, milestone_id: int) -> tuple[Plan, Task, Milestone]:
    seen = milestone_in_sight(actor=actor, milestone_id=milestone_id)
    plan, task = hold_task(actor=actor, task_id=seen.task_id, as_own=True)
    return plan, task, Milestone.objects.get(pk=milestone_id)


def _changed(actor: Actor, verb: str, plan: Plan, task: Task, on: date) -> None:
    touch(plan, is_content=False)
    route = plan.route
    audit.record(actor=actor, verb=verb, case_id=route.case_id, route=route.pk, task=task.pk, day=on.isoformat())
