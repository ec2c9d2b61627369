"""Who may handle the papers of a path, and the sentences for what may not happen."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, Scope, scope
from opora.common.errors import Invalid, NotFound, Refused


def unseen() -> NotFound:
    """The one answer for a paper that does not exist and for one this person may not see."""
    return NotFound(_("There is no such paper."))


def check_can_destroy(actor: Actor) -> None:
    """Data are destroyed, and the term for it is made longer, by the head only."""
    if scope(actor, "data.destroy") is not Scope.ALL:
        raise Refused(_("Only the head destroys data and extends the term for it."))


def destroyed(number: str) -> Refused:
    """After a destruction nothing is recorded on the path any more."""
    return Refused(
        _(
            "The data of this path were destroyed by act No. %(number)s: nothing more is recorded on it. "
            "If the family comes back, take in a new signal."
        )
        % {"number": number}
    )


def check_can_replace_templates(actor: Actor) -> None:
    """Templates belong to those who run the practice."""
    if scope(actor, "practice.manage") is not Scope.ALL:
        raise Refused(_("Templates of letters are replaced by a methodologist, the head or an administrator."))


def check_not_before(on: date, first: date, *, field: str) -> None:
    """A day cannot be earlier than the one it follows."""
    if on < first:
        raise Invalid({field: _("This day is too early. Check the date.")})
