"""Who draws up a plan and who does its tasks, and the sentences for what may not happen."""

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, hands
from opora.common.errors import Conflict, NotFound, Refused
from opora.plans.models import Task
from opora.plans.rules import Lack
from opora.process.models import Route
from opora.process.policies import check_not_blocked, is_blocked, within
from opora.process.queries import takes_part

CHANGED_MEANWHILE = _(
    "While you had this page open, somebody changed the plan. Look at it as it is now and repeat if needed."
)
LACKS = {
    Lack.NO_GOAL: _("Set at least one goal."),
    Lack.GOAL_WITHOUT_TASK: _("Give each goal at least one task."),
    Lack.NO_FAMILY_TASK: _("Agree on at least one task which somebody of the family answers for."),
    Lack.NOBODY_ANSWERS: _("Somebody who answers for a task does not work or live here any more: name another."),
}


def unseen() -> NotFound:
    """The one answer for a plan or a task that does not exist and for one this person may not see."""
    return NotFound(_("There is no such plan or task."))


def no_plan() -> Conflict:
    """For whoever changes a plan that nobody has begun."""
    return Conflict(_("There is no plan yet. Begin it first."))


def reaches(actor: Actor, route: Route) -> bool:
    """Say whether the person draws up plans on this path, whatever state the path is in."""
    if within(actor, "plan.write", department_id=route.department_id):
        return True
    part = takes_part(actor=actor, route=route) if hands(actor, "plan.write") else frozenset()
    return within(actor, "plan.write", department_id=route.department_id, takes_part=part)


def may_write(actor: Actor, route: Route) -> bool:
    """Say whether the person may change the plan now."""
    return route.ended_on is None and not is_blocked(route) and reaches(actor, route)


def check_can_write(actor: Actor, route: Route) -> None:
    """Raise Refused or Conflict unless the person may change the plan of this path now."""
    if not reaches(actor, route):
        raise Refused(_("You may read this plan but not change it. Ask whoever answers for the family."))
    check_goes_on(route)


def check_goes_on(route: Route) -> None:
    """Raise when the path has ended or the consent to data processing is withdrawn."""
    if route.ended_on is not None:
        raise Conflict(_("The path of this family has ended: its plan is only to be read."))
    check_not_blocked(route)


def is_own(actor: Actor, task: Task) -> bool:
    """Say whether the task was given to this person, or to one he or she stands in for, who still does tasks here."""
    return task.worker_id in hands(actor, "task.do")
