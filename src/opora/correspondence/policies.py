"""Who may see, write, approve and mend letters, and the sentences for what may not happen."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, can
from opora.common.dates import day_of
from opora.common.errors import Invalid, NotFound, Refused
from opora.correspondence.models import OfficialLetter
from opora.process.policies import within
from opora.process.queries import Place


def unseen() -> NotFound:
    """The one answer for a letter that does not exist and for one this person may not see."""
    return NotFound(_("There is no such letter."))


def check_can_read(actor: Actor) -> None:
    """Letters, agreements and meetings are for those who work with partners."""
    if not can(actor, "partners.read"):
        raise unseen()


def may_keep(actor: Actor) -> bool:
    """Say whether the person keeps agreements, meetings and letters about no family."""
    return can(actor, "partners.change")


def check_may_keep(actor: Actor) -> None:
    """Raise Refused unless the person keeps what the organization has with others."""
    if not may_keep(actor):
        raise Refused(_("You may read this but not change it. Ask the coordinator."))


def may_sign(actor: Actor, place: Place | None) -> bool:
    """Say whether the person may let a letter leave the house for the organization."""
    if place is None:
        return can(actor, "letters.sign")
    return within(actor, "letters.sign", department_id=place.department_id)


def check_may_sign(actor: Actor, place: Place | None) -> None:
    """Raise Refused unless the person may approve letters here."""
    if not may_sign(actor, place):
        raise Refused(_("A letter is approved by the coordinator or the head. Ask them."))


def may_mend_general(actor: Actor, letter: OfficialLetter, on: date) -> bool:
    """A letter about no family is mended on its day by whoever made it, later by those who approve letters."""
    is_own = actor.user_id is not None and letter.by_id == actor.user_id
    is_today = letter.recorded_at is not None and day_of(letter.recorded_at) == on
    return can(actor, "letters.sign") or (is_own and is_today)


def check_day(on: date, *, first: date | None, today: date) -> None:
    """A letter is of a day that has come, and not from before the work began."""
    if on > today:
        raise Invalid({"on": _("This day has not come yet. Enter today or an earlier day.")})
    if first is not None and on < first:
        raise Invalid({"on": _("This day is too early: the work with the family had not begun.")})
