"""Who may read which kind of change, and the sentences for what may not happen."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.circumstances.rules import KINDS, ChangeKind
from opora.common.errors import NotFound
from opora.process.policies import within
from opora.process.queries import Place, takes_part

RESTRICTED = frozenset(code for code, kind in KINDS.items() if kind.is_restricted)


def unseen() -> NotFound:
    """The one answer for a change that does not exist and for one this person may not see."""
    return NotFound(_("There is no such record."))


def reads_health(actor: Actor, place: Place) -> bool:
    """Whether this person may read of the family's health: not everybody in a team may."""
    if within(actor, "health.read", department_id=place.department_id):
        return True
    part = takes_part(actor=actor, route=place.route) if place.route is not None else frozenset()
    return within(actor, "health.read", department_id=place.department_id, takes_part=part)


def kinds_for(actor: Actor, place: Place) -> Mapping[str, ChangeKind]:
    """The kinds this person reads and records here."""
    if reads_health(actor, place):
        return KINDS
    return {code: kind for code, kind in KINDS.items() if not kind.is_restricted}
