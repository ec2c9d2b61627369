"""Who may handle the papers of a path, and the sentences for what may not happen."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, Scope, scope
from opora.common.errors import Invalid, NotFound, Refused


def unseen() -> NotFound:
    """The one answer for a paper that does not exist and for one this person may not see."""
    return NotFound(_("There is no such paper."))


def read_only() -> Refused:
    """For whoever may read the path and not work on it."""
    return Refused(_("You may read this path but not record anything on it. Ask whoever answers for it."))


def blocked() -> Refused:
    """After a withdrawal nothing more is gathered or passed on."""
    return Refused(
        _(
            "The consent to data processing is withdrawn: no papers are gathered or passed on. "
            "Record a new consent first."
        )
    )


def check_can_replace_templates(actor: Actor) -> None:
    """Templates belong to those who run the practice."""
    if scope(actor, "practice.manage") is not Scope.ALL:
        raise Refused(_("Only the head or the administrator replaces the templates of letters."))


def check_not_before(on: date, first: date, *, field: str) -> None:
    """A day cannot be earlier than the one it follows."""
    if on < first:
        raise Invalid({field: _("This day is too early. Check the date.")})
