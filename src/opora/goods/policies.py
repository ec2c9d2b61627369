"""Who may look into the stock, keep it and give out of it; the sentences for what may not happen."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, can
from opora.common.errors import Invalid, NotFound, Refused


def unseen() -> NotFound:
    """The one answer for what is not there and for what this person may not see."""
    return NotFound(_("There is no such record in the warehouse."))


def may_read(actor: Actor) -> bool:
    """Whoever works with families sees what there is to give; whoever keeps the warehouse does."""
    return can(actor, "goods.read")


def check_can_read(actor: Actor) -> None:
    """Raise NotFound for everybody else: refusal looks like absence."""
    if not may_read(actor):
        raise unseen()


def may_manage(actor: Actor) -> bool:
    """The workers of the warehouse, the coordinators and the head keep the stock."""
    return can(actor, "goods.manage")


def check_can_manage(actor: Actor) -> None:
    """Raise Refused for everybody else."""
    if not may_manage(actor):
        raise Refused(_("The warehouse is kept by its workers, the coordinators and the head. Ask one of them."))


def check_can_give(actor: Actor) -> None:
    """Help is recorded by those who work with families."""
    if not can(actor, "help.record"):
        raise Refused(_("You may read about this family but not record anything. Ask whoever answers for it."))


def check_day(on: date, *, began: date, field: str = "on") -> None:
    """Nothing is given before the work with the family began."""
    if on < began:
        raise Invalid({field: _("This day is earlier than the beginning of the work. Check the date.")})
