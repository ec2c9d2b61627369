"""Naming who stands in: whoever may not see all of somebody's work does not lend it out either."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from opora.access import actions as access
from opora.access.models import Substitution
from opora.access.rules import Actor, Scope, scope
from opora.common.errors import Refused
from opora.duties import policies
from opora.duties.queries import work_of


@transaction.atomic
def name_substitute(
    *, actor: Actor, user_id: int, substitute_id: int, from_on: date, until_on: date, on: date
) -> Substitution:
    """For some days a colleague does the work of one who is away."""
    policies.check_can_look(actor, user_id)
    sees_all = actor.user_id == user_id or scope(actor, "case.read") is Scope.ALL
    if not sees_all and any(one.hidden for one in work_of(actor=actor, user_id=user_id)):
        raise Refused(_("This person works in other departments too. Ask the head to name the substitute."))
    return access.name_substitute(
        actor=actor, user_id=user_id, substitute_id=substitute_id, from_on=from_on, until_on=until_on, on=on
    )
