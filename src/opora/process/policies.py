"""Who may do what on a path, and the sentences for what may not happen."""

from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, Part, Scope, reaches, scope
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.process.models import Route
from opora.process.rules.withdrawn_consent import blocks

OVERTAKEN = _("While you had this page open, somebody took a step on this path. Look at it as it is now.")

BEFORE_WORK = timedelta(days=183)

WITHDRAWN = _("The consent to data processing was withdrawn: only ending the work or protecting a child is possible.")


def unseen() -> NotFound:
    """The one answer for a path that does not exist and for a path that this person may not see."""
    return NotFound(_("There is no such path."))


def read_only() -> Refused:
    """For whoever may read the path and not work on it."""
    return Refused(_("You may read this path but not record anything on it. Ask whoever answers for it."))


def within(actor: Actor, ability: str, *, department_id: int, takes_part: Part = False) -> bool:
    """Say whether an ability reaches a path: by the whole house, by its department, or by taking part in it."""
    return reaches(actor, ability, department_id=department_id, part=takes_part)


def check_can_begin(actor: Actor, *, department_id: int) -> None:
    """Signals are taken in by those who do so in this department."""
    if not within(actor, "intake.work", department_id=department_id):
        raise Refused(_("You may not take in signals for this department. Ask its coordinator."))


def check_can_override(actor: Actor) -> None:
    """Only the head moves a path outside the process."""
    if scope(actor, "process.override") is Scope.NONE:
        raise Refused(_("Only the head of the organization may move a family outside the process."))


def is_blocked(route: Route) -> bool:
    """Say whether a withdrawn consent, or a destruction after it, stands in the way of working with the data (X-11)."""
    return blocks(route.facts)


def check_not_blocked(route: Route) -> None:
    """Raise Refused where nothing may be gathered or passed on; ending the work and protecting a child never ask."""
    if is_blocked(route):
        raise Refused(
            _(
                "The consent to data processing is withdrawn: nothing is gathered or passed on. The work may be ended, "
                "and danger to a child reported. If the family changes its mind, record a new consent first."
            )
        )


def check_goes_on(route: Route) -> None:
    """Raise Conflict when the path has come to its end."""
    if route.ended_on is not None:
        raise Conflict(_("This path has ended. Nothing was changed."))


def check_not_long_before(on: date, *, began: date) -> None:
    """Something may have been so before the family came, but not long before: a slip in the year is asked about."""
    if on < began - BEFORE_WORK:
        told = _("This day is more than half a year before the work with the family began. Check the date.")
        raise Invalid({"on": told})
