"""An entry is held while it is changed, and what is voided is changed no more."""

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.common.errors import Conflict
from opora.volunteers.models import GivenHours, Helper
from opora.volunteers.queries import helper_in_sight, hours_in_sight

VOIDED = _("This entry is voided. Nothing was changed.")


def held(actor: Actor, helper_id: int) -> Helper:
    """The volunteer or donor, locked until the change is made."""
    seen = helper_in_sight(actor=actor, helper_id=helper_id)
    helper = Helper.every.select_for_update(of=("self",)).get(pk=seen.pk)
    if helper.voided_on is not None:
        raise Conflict(VOIDED)
    return helper


def held_hours(actor: Actor, hours_id: int) -> GivenHours:
    """A line of hours with its volunteer, both locked until the change is made."""
    seen = hours_in_sight(actor=actor, hours_id=hours_id)
    helper = held(actor, seen.helper_id)
    line = GivenHours.every.select_for_update(of=("self",)).get(pk=seen.pk)
    if line.voided_on is not None:
        raise Conflict(VOIDED)
    line.helper = helper
    return line
