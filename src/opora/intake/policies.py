"""Who may take in signals and work on them; the sentences for what may not happen."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, Scope, departments, scope
from opora.common.errors import Invalid, NotFound, Refused


def unseen() -> NotFound:
    """The one answer for a record that does not exist and for one this person may not see."""
    return NotFound(_("There is no such signal."))


def may_register(actor: Actor) -> bool:
    """Signals are taken in by those who work in intake in a department or everywhere."""
    return scope(actor, "intake.work") >= Scope.DEPARTMENT


def departments_for(actor: Actor) -> frozenset[int] | None:
    """The departments whose signals this person takes in; None for all of them."""
    return None if scope(actor, "intake.work") is Scope.ALL else departments(actor, "intake.work")


def may_approve(actor: Actor, *, department_id: int) -> bool:
    """Reports of visits are approved by those who approve assessments: the department's coordinator and the head."""
    reach = scope(actor, "assessment.approve")
    return reach is Scope.ALL or department_id in departments(actor, "assessment.approve")


def check_can_approve(actor: Actor, *, department_id: int) -> None:
    """Raise Refused for everybody else."""
    if not may_approve(actor, department_id=department_id):
        raise Refused(_("The report of a visit is approved by the coordinator or the head."))


def check_can_keep_channels(actor: Actor) -> None:
    """The list of channels belongs to those who run the practice."""
    if scope(actor, "practice.manage") is not Scope.ALL:
        raise Refused(_("The list of channels is changed by a methodologist, the head or an administrator."))


def check_day(on: date, *, began: date, field: str = "on") -> None:
    """Nothing on a path happens before it began."""
    if on < began:
        raise Invalid({field: _("This day is earlier than the beginning of the path. Check the date.")})
