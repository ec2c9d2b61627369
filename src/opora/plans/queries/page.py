"""The plan as its page shows it, in few questions and never more of them for a longer plan."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from opora.access.rules import Actor
from opora.families.sealing import opened
from opora.plans import policies, rules
from opora.plans.models import Goal, Milestone, Plan, Task
from opora.plans.queries.goal_words import GoalWords, goal_words
from opora.plans.queries.harm import HarmLine, missing_in
from opora.plans.queries.household import Relative, household_of
from opora.plans.queries.life import EventView, FamilyStepView, events_in, family_steps_in
from opora.plans.queries.plans import goal_in_sight, task_in_sight
from opora.plans.queries.views import (
    GoalView,
    TaskView,
    accountable_of,
    is_answered_for,
    view_of_goal,
    view_of_task,
    with_names,
)
from opora.process.models import Route
from opora.process.policies import is_blocked
from opora.process.queries import get_route


@dataclass(frozen=True, slots=True)
class FamilyPart:
    """Of the family's own tasks that were due by now: how many are done (IND-15)."""

    done: int
    due: int


@dataclass(frozen=True, slots=True)
class PlanPage:
    """A path with its plan (None while nobody has begun one) and what this person may do about it."""

    route: Route
    plan: Plan | None
    may_write: bool
    is_blocked: bool
    own_words: str
    goals: list[GoalView]
    loose_tasks: list[TaskView]
    harm_tasks: list[TaskView]
    share: rules.Share | None
    family: FamilyPart
    events: list[EventView]
    family_steps: list[FamilyStepView]
    harm_missing: list[HarmLine]
    is_review_due: bool
    missing: list[str]
    # The people of the family by code and role, for who was there.
    people: list[tuple[int, str]]

    @property
    def may_agree(self) -> bool:
        """Whether a preliminary plan may be agreed on now."""
        return self.may_write and self.plan is not None and self.plan.state == Plan.State.PRELIMINARY

    @property
    def may_correct(self) -> bool:
        """Whether there is something to be kept as a corrected version of a plan in force."""
        plan = self.plan
        return self.may_write and plan is not None and plan.state == Plan.State.CURRENT and plan.is_changed

    @property
    def sections(self) -> list[tuple[int | None, str, list[GoalView]]]:
        """The goals by the sections of the form, those beside the sections last."""
        ordered = sorted(self.goals, key=lambda goal: (goal.section or 99, goal.id))
        grouped = groupby(ordered, key=lambda goal: (goal.section, goal.section_title))
        return [(section, title, list(goals)) for (section, title), goals in grouped]

    @property
    def tasks(self) -> list[TaskView]:
        """All tasks of the plan."""
        served = [task for goal in self.goals for task in goal.tasks]
        return [*served, *self.loose_tasks, *self.harm_tasks]

    @property
    def open_tasks(self) -> list[TaskView]:
        """What is still to be done, the most pressing first."""
        return sorted((task for task in self.tasks if task.is_open), key=lambda task: (task.due_on, task.id))

    @property
    def late_tasks(self) -> list[TaskView]:
        """What is past its day."""
        return [task for task in self.open_tasks if task.is_late]


@dataclass(frozen=True, slots=True)
class PlanPanel:
    """What the page of a path tells of its plan."""

    route: Route
    plan: Plan | None
    share: rules.Share | None
    open_count: int
    late_count: int
    next_due: date | None
    is_review_due: bool
    may_write: bool
    is_blocked: bool


def plan_page(*, actor: Actor, route_id: int, on: date) -> PlanPage:
    """The whole plan of a path this person sees; NotFound otherwise."""
    route = get_route(actor=actor, route_id=route_id)
    # A plan comes along with its goals: one question less for the page that asks most of them.
    goals = list(Goal.objects.filter(plan__route=route).select_related("plan").order_by("pk"))
    plan = goals[0].plan if goals else Plan.objects.filter(route=route).first()
    household = household_of(route, on=on)
    words = goal_words(route) if goals else GoalWords()
    may_write = policies.may_write(actor, route)
    tasks = tasks_in(plan) if plan else []
    views = _opened(tasks, route, household, actor=actor, may_write=may_write, on=on)
    by_goal: dict[int | None, list[TaskView]] = defaultdict(list)
    for view in views:
        by_goal[view.goal_id].append(view)
    return PlanPage(
        route=route,
        plan=plan,
        may_write=may_write,
        is_blocked=is_blocked(route),
        own_words=opened(plan, "own_words") if plan else "",
        goals=[view_of_goal(goal, route_id=route.pk, tasks=by_goal[goal.pk], words=words) for goal in goals],
        loose_tasks=[view for view in by_goal[None] if not view.kind.startswith("harm_")],
        harm_tasks=[view for view in by_goal[None] if view.kind.startswith("harm_")],
        share=rules.share((goal.state for goal in goals), plan.threshold) if plan else None,
        family=family_part(tasks, on),
        events=events_in(route),
        family_steps=family_steps_in(plan) if plan else [],
        harm_missing=missing_in(route, household, tasks),
        is_review_due=_is_review_due(plan, route, on),
        missing=[str(policies.LACKS[lack]) for lack in lacks_of(goals, tasks, household)] if plan else [],
        people=[(one.person_id, one.label) for one in household],
    )


def named(page: PlanPage, names: Mapping[int, str]) -> PlanPage:
    """The same plan with the people of the family as this reader may call them."""
    return replace(
        page,
        goals=[replace(goal, tasks=tuple(with_names(task, names) for task in goal.tasks)) for goal in page.goals],
        loose_tasks=[with_names(task, names) for task in page.loose_tasks],
        harm_tasks=[with_names(task, names) for task in page.harm_tasks],
        harm_missing=[replace(line, code=names.get(line.child_id, line.code)) for line in page.harm_missing],
        people=[(person_id, names.get(person_id, label)) for person_id, label in page.people],
    )


def plan_panel(*, actor: Actor, route_id: int, on: date) -> PlanPanel:
    """The plan in a few figures, without its text."""
    route = get_route(actor=actor, route_id=route_id)
    plan = Plan.objects.filter(route=route).first()
    states = list(plan.goals.order_by().values_list("state", flat=True)) if plan else []
    due = list(plan.tasks.filter(state="open").order_by("due_on").values_list("due_on", flat=True)) if plan else []
    return PlanPanel(
        route=route,
        plan=plan,
        share=rules.share(states, plan.threshold) if plan else None,
        open_count=len(due),
        late_count=sum(day < on for day in due),
        next_due=due[0] if due else None,
        is_review_due=_is_review_due(plan, route, on),
        may_write=policies.may_write(actor, route),
        is_blocked=is_blocked(route),
    )


def goals_to_serve(*, actor: Actor, route_id: int) -> list[tuple[int, str, bool]]:
    """The goals of a path a task may serve: number, words, and whether the goal is still worked on."""
    route = get_route(actor=actor, route_id=route_id)
    goals = Goal.objects.filter(plan__route=route).order_by("pk")
    return [(goal.pk, opened(goal, "title"), goal.state == Goal.State.ACTIVE) for goal in goals]


def goal_view(*, actor: Actor, goal_id: int, on: date) -> GoalView:
    """One goal of a path this person sees, with its tasks."""
    goal = goal_in_sight(actor=actor, goal_id=goal_id)
    route = goal.plan.route
    tasks = [task for task in tasks_in(goal.plan) if task.goal_id == goal.pk]
    may_write = policies.may_write(actor, route)
    views = _opened(tasks, route, household_of(route), actor=actor, may_write=may_write, on=on)
    return view_of_goal(goal, route_id=route.pk, tasks=views, words=goal_words(route))


def task_view(*, actor: Actor, task_id: int, on: date) -> TaskView:
    """One task: of a path this person sees, or given to this person."""
    task = task_in_sight(actor=actor, task_id=task_id)
    route = task.plan.route
    may_write = policies.may_write(actor, route)
    return _opened([task], route, household_of(route), actor=actor, may_write=may_write, on=on)[0]


def tasks_in(plan: Plan) -> list[Task]:
    """The tasks of a plan with whoever answers for them, the most pressing first."""
    known = Task.objects.filter(plan=plan).select_related("worker", "member", "partner", "about", "ended_by")
    return list(known.defer("member__identity", "about__identity").order_by("due_on", "pk"))


def family_part(tasks: list[Task], on: date) -> FamilyPart:
    """The family's own tasks done, of those that are done or were due by the day; cancelled ones do not count."""
    own = [task for task in tasks if task.member_id is not None and task.state != Task.State.CANCELLED]
    done = sum(task.state == Task.State.DONE for task in own)
    return FamilyPart(done, done + sum(task.state == Task.State.OPEN and task.due_on <= on for task in own))


def lacks_of(goals: list[Goal], tasks: list[Task], household: list[Relative]) -> tuple[rules.Lack, ...]:
    """What stands in the way of agreeing on the plan."""
    roles = _roles(household)
    return rules.lacks(
        [goal.pk for goal in goals if goal.state == Goal.State.ACTIVE],
        [
            rules.TaskFacts(
                task.goal_id,
                accountable_of(task).kind,
                task.state == Task.State.OPEN,
                is_answered_for(task, roles),
            )
            for task in tasks
            if task.state != Task.State.CANCELLED
        ],
    )


def _opened(
    tasks: list[Task], route: Route, household: list[Relative], *, actor: Actor, may_write: bool, on: date
) -> list[TaskView]:
    projects = [task.pk for task in tasks if task.kind == Task.Kind.MINI_PROJECT]
    stops: dict[int, list[Milestone]] = defaultdict(list)
    for stop in Milestone.objects.filter(task__in=projects).order_by("due_on", "pk") if projects else ():
        stops[stop.task_id].append(stop)
    roles, goes_on = _roles(household), route.ended_on is None and not is_blocked(route)
    return [
        view_of_task(
            task,
            route_id=route.pk,
            roles=roles,
            milestones=stops[task.pk],
            may_finish=may_write or (goes_on and policies.is_own(actor, task)),
            on=on,
        )
        for task in tasks
    ]


def _roles(household: list[Relative]) -> Mapping[int, str]:
    return {one.person_id: one.role for one in household}


def _is_review_due(plan: Plan | None, route: Route, on: date) -> bool:
    """Say whether the plan is to be looked at again: while the family is on its way, and the day has come."""
    due = plan.review_due_on if plan is not None else None
    return route.ended_on is None and due is not None and due <= on
