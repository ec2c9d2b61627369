"""The plan as the page of a family shows it: what is worked on now, in few questions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from opora.access.rules import Actor
from opora.common.asked_often import asked_often
from opora.families.sealing import opened
from opora.plans import policies, rules
from opora.plans.models import Goal, Plan, Task
from opora.plans.queries.goal_words import GoalWords, goal_words
from opora.plans.queries.harm import HarmLine, missing_in
from opora.plans.queries.household import Relative
from opora.plans.queries.views import GoalView, TaskView, view_of_goal, view_of_task, with_names
from opora.process.models import Route
from opora.process.policies import is_blocked

_FRESH = timedelta(days=7)
"""A task done so lately is still shown among the others."""


@dataclass(frozen=True, slots=True)
class WorkingPlan:
    """A plan in its present state; `plan` is None while nobody has begun one."""

    plan: Plan | None
    may_write: bool
    own_words: str
    open_goals: list[GoalView]
    reached: list[GoalView]
    loose_tasks: list[TaskView]
    share: rules.Share | None
    is_review_due: bool
    harm_missing: list[HarmLine]

    @property
    def open_tasks(self) -> list[TaskView]:
        """What is still to be done, the most pressing first."""
        found = [task for goal in self.open_goals for task in goal.tasks] + self.loose_tasks
        return sorted((task for task in found if task.is_open), key=lambda task: (task.due_on, task.id))


def working_plan(
    *,
    actor: Actor,
    route: Route,
    household: list[Relative],
    names: Mapping[int, str],
    may_write: bool,
    on: date,
) -> WorkingPlan:
    """The plan of a path already read; ``names`` are those of the family's people as this reader may know them."""
    goals = _goals(route_id=route.pk)
    plan = goals[0].plan if goals else next(iter(_plans(route_id=route.pk)), None)
    if plan is None:
        return WorkingPlan(None, may_write, "", [], [], [], None, False, missing_in(route, household))
    tasks = _at_hand(plan, on)
    goes_on = route.ended_on is None and not is_blocked(route)
    roles = {one.person_id: one.role for one in household}
    views = [
        with_names(
            view_of_task(
                task,
                route_id=route.pk,
                roles=roles,
                milestones=(),
                may_finish=may_write or (goes_on and policies.is_own(actor, task)),
                on=on,
            ),
            names,
        )
        for task in tasks
    ]
    words = goal_words(route) if goals else GoalWords()
    shown = [
        view_of_goal(goal, route_id=route.pk, tasks=[view for view in views if view.goal_id == goal.pk], words=words)
        for goal in goals
        if goal.state != Goal.State.CANCELLED
    ]
    open_goals = [goal for goal in shown if goal.is_open]
    return WorkingPlan(
        plan=plan,
        may_write=may_write,
        own_words=opened(plan, "own_words"),
        open_goals=open_goals,
        reached=[goal for goal in shown if goal.state == Goal.State.ACHIEVED],
        loose_tasks=[view for view in views if view.goal_id not in {goal.id for goal in open_goals}],
        share=rules.share((goal.state for goal in goals), plan.threshold),
        is_review_due=goes_on and plan.review_due_on is not None and plan.review_due_on <= on,
        harm_missing=missing_in(route, household),
    )


@asked_often
def _goals(*, route_id: int) -> QuerySet[Goal]:
    return Goal.objects.filter(plan__route=route_id).select_related("plan").order_by("pk")


@asked_often
def _plans(*, route_id: int) -> QuerySet[Plan]:
    return Plan.objects.filter(route=route_id).order_by("pk")[:1]


@asked_often
def _tasks(*, plan_id: int, ended_after: date) -> QuerySet[Task]:
    lately = Q(state=Task.State.DONE, ended_on__gt=ended_after)
    known = Task.objects.filter(Q(state=Task.State.OPEN) | lately, plan=plan_id)
    known = known.select_related("worker", "member", "partner", "about", "ended_by")
    return known.defer("member__identity", "about__identity").order_by("due_on", "pk")


def _at_hand(plan: Plan, on: date) -> list[Task]:
    """Open tasks, and those done within the last days, the most pressing first."""
    found = _tasks(plan_id=plan.pk, ended_after=on - _FRESH)
    for task in found:
        task.plan = plan
    # What is to be done stands before what was done.
    return sorted(found, key=lambda task: task.state != Task.State.OPEN)
