"""A family is accompanied as a social palliative case: until its child is of age (S4-39)."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid, Refused
from opora.common.news import tell
from opora.process import policies
from opora.process.actions.locking import lock
from opora.process.models import Route
from opora.process.queries import may_change


@transaction.atomic
def set_palliative(*, actor: Actor, route_id: int, is_palliative: bool, reason: str, on: date) -> Route:
    """Say that a path is of this type, or no longer: with a reason, for it changes how its success is counted."""
    route = lock(actor=actor, route_id=route_id)
    policies.check_goes_on(route)
    if not may_change(actor=actor, route=route):
        raise Refused(_("Only whoever may change the case says of what type it is."))
    if route.is_palliative is is_palliative:
        raise Conflict(_("This is recorded already. Nothing was changed."))
    if not reason.strip():
        raise Invalid({"reason": _("Say why.")})
    if on < route.started_on:
        raise Invalid({"on": _("This day is earlier than the beginning of the path. Check the date.")})
    route.is_palliative, route.palliative_reason, route.palliative_on = is_palliative, reason.strip(), on
    route.save(update_fields=["is_palliative", "palliative_reason", "palliative_on"])
    verb = "process.palliative_set" if is_palliative else "process.palliative_ended"
    audit.record(actor=actor, verb=verb, case_id=route.case_id, family_id=route.family_id, route=route.pk)
    tell("routes.changed", route_ids=[route.pk])
    if route.case_id is not None:
        tell("cases.changed", case_ids=[route.case_id])
    return route
