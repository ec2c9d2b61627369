"""Who may read reports and who composes them; what was taken over a wider reach than one's own is not there."""

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, Scope, can, departments, scope
from opora.cases.queries.visible import teams_of
from opora.common.errors import NotFound, Refused
from opora.reports.models import TakenReport


def unseen() -> NotFound:
    """The one answer for a report that is not there and for one this person may not see."""
    return NotFound(_("There is no such report."))


def check_can_read(actor: Actor) -> None:
    """Whoever reads outcomes reads reports, each counted over the cases this person sees."""
    if not can(actor, "outcomes.read"):
        raise unseen()


def may_compose(actor: Actor) -> bool:
    """Whoever may take outcomes out of the house composes reports of them."""
    return can(actor, "outcomes.export")


def check_may_compose(actor: Actor) -> None:
    """Raise Refused for those who may only read."""
    check_can_read(actor)
    if not may_compose(actor):
        raise Refused(_("You may read reports here but not compose them. Ask the head of the organization."))


def reach(actor: Actor) -> list[int] | None:
    """The departments all of whose cases this person counts; None for the whole house."""
    return None if scope(actor, "outcomes.read") is Scope.ALL else sorted(departments(actor, "outcomes.read"))


def counted_over(actor: Actor) -> list[int] | None:
    """The departments whose cases stand in this person's figures, those of own teams among them; None for all."""
    own = reach(actor)
    if own is None:
        return None
    return sorted({*own, *teams_of(actor, "outcomes.read").values_list("case__department_id", flat=True)})


def sees_taken(actor: Actor, taken: TakenReport) -> bool:
    """Whoever reaches the departments it counted; its maker as long as he or she still works in all of them."""
    own = counted_over(actor) if taken.by_id is not None and taken.by_id == actor.user_id else reach(actor)
    return own is None or (taken.departments is not None and bool(own) and set(taken.departments) <= set(own))
