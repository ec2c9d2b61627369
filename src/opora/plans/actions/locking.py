"""What every change of a plan begins and ends with: hold it, be sure this person may, count the change."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.common.errors import Invalid
from opora.common.seen import check_seen
from opora.common.text import squeeze
from opora.plans import policies
from opora.plans.models import Goal, Plan, Task
from opora.plans.queries.plans import goal_in_sight, task_in_sight
from opora.process.models import Route
from opora.process.queries import Place, get_route, recordable

LONGEST_LINE = 500
LONGEST_TEXT = 5_000


def hold_route(*, actor: Actor, route_id: int) -> Route:
    """The path, held until the transaction ends; NotFound when unseen, Refused when its plan is only to be read.

    The path is held before its plan, as in every other room, so that nobody waits for somebody who waits for him.
    """
    route = get_route(actor=actor, route_id=route_id)
    held = Route.objects.select_for_update().filter(pk=route_id)
    route.ended_on, route.facts = held.values_list("ended_on", "facts").get()
    policies.check_can_write(actor, route)
    return route


def hold_place(*, actor: Actor, route_id: int | None, case_id: int | None) -> Place:
    """Where something of the family's life is recorded: a path held as for its plan, or a case that has no path."""
    place = recordable(actor=actor, route_id=route_id, case_id=case_id)
    if place.route is not None:
        hold_route(actor=actor, route_id=place.route.pk)
    return place


def hold(*, actor: Actor, route_id: int, revision: int | None = None) -> tuple[Route, Plan]:
    """The path and its plan, held until the transaction ends; Conflict without one or when it changed meanwhile."""
    route = hold_route(actor=actor, route_id=route_id)
    plan = Plan.objects.select_for_update().filter(route=route).first()
    if plan is None:
        raise policies.no_plan()
    check_seen(plan.edits, revision, policies.CHANGED_MEANWHILE)
    return route, plan


def hold_goal(*, actor: Actor, goal_id: int, revision: int | None) -> tuple[Route, Plan, Goal]:
    """The goal with its plan and path, held; Conflict when it changed meanwhile."""
    seen = goal_in_sight(actor=actor, goal_id=goal_id)
    route, plan = hold(actor=actor, route_id=seen.plan.route_id)
    goal = Goal.objects.select_for_update().get(pk=goal_id)
    check_seen(goal.revision, revision, policies.CHANGED_MEANWHILE)
    return route, plan, goal


def hold_task(*, actor: Actor, task_id: int, revision: int | None = None, as_own: bool = False) -> tuple[Plan, Task]:
    """The task with its plan, held; ``as_own`` also for whoever the task was given to, wherever else that one may look.

    Raises NotFound when unseen, Refused or Conflict when the plan is only to be read.
    """
    seen = task_in_sight(actor=actor, task_id=task_id)
    route = seen.plan.route
    if as_own and policies.is_own(actor, seen):
        policies.check_goes_on(route)
    else:
        policies.check_can_write(actor, route)
    plan = Plan.objects.select_for_update().get(pk=seen.plan_id)
    plan.route = route
    task = Task.objects.select_for_update().get(pk=task_id)
    check_seen(task.revision, revision, policies.CHANGED_MEANWHILE)
    return plan, task


def touch(plan: Plan, *fields: str, is_content: bool = True) -> None:
    """Save a plan that changed; ``is_content`` says that what the family agreed on is no longer what stands there."""
    plan.edits += 1
    plan.is_changed = plan.is_changed or is_content
    plan.save(update_fields=["edits", "is_changed", *fields])


def line(text: str, field: str, wrong: dict[str, object], *, sentence: object) -> str:
    """A line as kept; what is wrong with it goes into ``wrong`` under its field."""
    kept = squeeze(text)
    if not kept:
        wrong[field] = sentence
    elif len(kept) > LONGEST_LINE:
        wrong[field] = _("Write up to 500 letters.")
    return kept


def story(text: str, field: str, wrong: dict[str, object]) -> str:
    """A longer text as kept, which may be empty."""
    kept = text.strip()
    if len(kept) > LONGEST_TEXT:
        wrong[field] = _("Write up to 5,000 letters.")
    return kept


def refuse(wrong: Mapping[str, object]) -> None:
    """Raise Invalid when anything is wrong."""
    if wrong:
        raise Invalid(wrong)


def check_not_before(on: date, first: date, wrong: dict[str, object], *, field: str = "on") -> None:
    """A day cannot be earlier than the one it follows."""
    if on < first:
        wrong[field] = _("This day is earlier than the beginning of the plan. Check the date.")
