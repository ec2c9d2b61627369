"""Somebody is away for some days, and a colleague does the work meanwhile."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access import policies
from opora.access.models import Substitution, User
from opora.access.queries import substitutes_for
from opora.access.rules import Actor
from opora.audit.actions import record
from opora.common.dates import now
from opora.common.errors import Conflict, Invalid, NotFound

LONGEST = timedelta(days=100)


@transaction.atomic
def name_substitute(
    *, actor: Actor, user_id: int, substitute_id: int, from_on: date, until_on: date, on: date
) -> Substitution:
    """For these days, both included, a colleague sees and does what the absent one may; it ends by itself.

    The rights are those of the absent at every moment: what is taken from him or her is taken from the substitute.
    """
    policies.check_can_name_substitute(actor, user_id)
    # Two who name somebody for the same person come one after the other.
    if User.objects.select_for_update().filter(pk=user_id, is_active=True).first() is None:
        raise NotFound
    wrong: dict[str, object] = {}
    if substitute_id not in dict(substitutes_for(actor=actor, user_id=user_id)):
        wrong["substitute_id"] = _("Choose a colleague from the list.")
    if from_on < on:
        wrong["from_on"] = _("This day has passed already. Choose today or a later day.")
    if until_on < from_on:
        wrong["until_on"] = _("The last day is earlier than the first. Check the dates.")
    elif until_on - from_on > LONGEST:
        wrong["until_on"] = _("For so long hand the work over instead: somebody must answer for it.")
    if wrong:
        raise Invalid(wrong)
    present = Substitution.objects.filter(absent_id=user_id, revoked_at=None)
    if present.filter(from_on__lte=until_on, until_on__gte=from_on).exists():
        raise Conflict(_("On some of these days somebody stands in already. End that first."))
    named = Substitution.objects.create(
        absent_id=user_id, substitute_id=substitute_id, from_on=from_on, until_on=until_on, by_id=actor.user_id
    )
    record(
        actor=actor,
        verb="access.substitute_named",
        user=user_id,
        substitute=substitute_id,
        day=from_on.isoformat(),
        until=until_on.isoformat(),
    )
    return named


@transaction.atomic
def end_substitution(*, actor: Actor, substitution_id: int, on: date) -> None:
    """The absent is back earlier: from this day on the substitute sees nothing of it any more; twice is once."""
    found = Substitution.objects.select_for_update().filter(pk=substitution_id).first()
    if found is None:
        raise NotFound
    if actor.user_id != found.substitute_id:
        policies.check_can_name_substitute(actor, found.absent_id)
    if found.revoked_at is not None or found.until_on < on:
        return
    if found.from_on >= on:
        found.revoked_at = now()
    else:
        found.until_on = on - timedelta(days=1)
    found.save(update_fields=["revoked_at", "until_on"])
    record(
        actor=actor,
        verb="access.substitution_ended",
        user=found.absent_id,
        substitute=found.substitute_id,
        day=on.isoformat(),
    )
