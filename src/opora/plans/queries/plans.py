"""The plan of a path and its text, for the other questions and the actions of this room."""

from opora.access.rules import Actor
from opora.families.sealing import unseal
from opora.plans import policies, rules
from opora.plans.models import Goal, Milestone, Plan, Task
from opora.process.models import Route
from opora.process.queries import visible_to

WORDS, GOAL, LEVELS, TASK, NOTE, PLACE, MILESTONE = (
    "plans.words",
    "plans.goal",
    "plans.levels",
    "plans.task",
    "plans.note",
    "plans.place",
    "plans.milestone",
)
EVENT, STEP, REVISION, REASON, WAIVER = (
    "plans.event",
    "plans.step",
    "plans.revision",
    "plans.reason",
    "plans.waiver",
)


def opened(sealed: bytes | memoryview | None, purpose: str) -> str:
    """The text that was sealed; empty when there is none."""
    return str(unseal(sealed, purpose)) if sealed else ""


def levels_of(goal: Goal) -> list[str]:
    """The five descriptions of a goal's levels; none when it has none."""
    return [str(level) for level in unseal(goal.levels, LEVELS)] if goal.levels else []


def share_in(plan: Plan) -> rules.Share | None:
    """The same for a plan just read."""
    return rules.share(plan.goals.order_by().values_list("state", flat=True), plan.threshold)


def goal_in_sight(*, actor: Actor, goal_id: int) -> Goal:
    """A goal of a path this person sees; NotFound otherwise."""
    found = Goal.objects.select_related("plan__route").filter(pk=goal_id, plan__route__in=visible_to(actor)).first()
    if found is None:
        raise policies.unseen()
    return found


def task_in_sight(*, actor: Actor, task_id: int) -> Task:
    """A task of one's own, or of a path this person sees; NotFound otherwise."""
    known = Task.objects.select_related("plan__route__case", "goal", "worker", "member", "partner", "about", "ended_by")
    found = known.defer("member__identity", "about__identity").filter(pk=task_id).first()
    if found is None or not (policies.is_own(actor, found) or is_seen(actor, found.plan.route)):
        raise policies.unseen()
    return found


def milestone_in_sight(*, actor: Actor, milestone_id: int) -> Milestone:
    """A milestone of such a task; NotFound otherwise."""
    found = Milestone.objects.select_related("task__plan__route").filter(pk=milestone_id).first()
    if found is None or not (policies.is_own(actor, found.task) or is_seen(actor, found.task.plan.route)):
        raise policies.unseen()
    return found


def is_seen(actor: Actor, route: Route) -> bool:
    """Say whether this person sees the path."""
    return visible_to(actor).filter(pk=route.pk).exists()
