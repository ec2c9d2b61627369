"""Who may look into the stock, keep it and give out of it; the sentences for what may not happen."""

from datetime import date
from typing import NoReturn

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, can
from opora.common.errors import Invalid, NotFound, Refused
from opora.goods.models import HandOut


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


def may_give(actor: Actor) -> bool:
    """Say whether the person records help: those who work with families do."""
    return can(actor, "help.record")


def check_can_give(actor: Actor) -> None:
    """Raise Refused for everybody else."""
    if not may_give(actor):
        refuse_giving()


def refuse_giving() -> NoReturn:
    """What is said to whoever reads about a family and records nothing for it."""
    raise Refused(_("You may read about this family but not record anything. Ask whoever answers for it."))


def may_plan(actor: Actor) -> bool:
    """A hand-out is planned by whoever keeps the warehouse, and by whoever gives to families."""
    return may_manage(actor) or may_give(actor)


def check_can_plan(actor: Actor) -> None:
    """Raise Refused for everybody else."""
    if not may_plan(actor):
        raise Refused(_("Hand-outs are planned by those who keep the warehouse and those who work with families."))


def may_lead(actor: Actor, hand_out: HandOut) -> bool:
    """A hand-out is changed, and is over, by the word of whoever planned it or keeps the warehouse."""
    return may_manage(actor) or (actor.user_id is not None and hand_out.by_id == actor.user_id)


def check_can_lead(actor: Actor, hand_out: HandOut) -> None:
    """Raise Refused for everybody else."""
    if not may_lead(actor, hand_out):
        raise Refused(
            _("A hand-out is changed and closed by whoever planned it or keeps the warehouse. Ask one of them.")
        )


def check_day(on: date, *, began: date, field: str = "on") -> None:
    """Nothing is given before the work with the family began."""
    if on < began:
        raise Invalid({field: _("This day is earlier than the beginning of the work. Check the date.")})
