"""The plan of a path and its text, for the other questions and the actions of this room."""

from opora.access.rules import Actor
from opora.families.sealing import opened
from opora.plans import policies, rules
from opora.plans.models import Goal, Milestone, Plan, Task
from opora.process.models import Route
from opora.process.queries import visible_to


def levels_of(goal: Goal) -> list[str]:
    """The five descriptions of a goal's levels; none when it has none."""
    return list(opened(goal, "levels"))


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
