"""The plan as the page of a family shows it: what is worked on now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from opora.access.rules import Actor
from opora.families.sealing import opened
from opora.plans import policies, rules
from opora.plans.models import Goal, Plan
from opora.plans.queries.goal_words import GoalWords, goal_words
from opora.plans.queries.harm import HarmLine, lacking_in
from opora.plans.queries.household import Relative
from opora.plans.queries.plan_told import plan_told
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
    told = plan_told(route, ended_after=on - _FRESH)
    plan, goals = told.plan, told.goals
    harm_missing = lacking_in(route, household, told.tasks, told.waived)
    if plan is None:
        return WorkingPlan(None, may_write, "", [], [], [], None, False, harm_missing)
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
        for task in told.at_hand(after=on - _FRESH)
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
        harm_missing=harm_missing,
    )
