"""Two signals turn out to tell of one family: the path that does not know its family yet learns it from the other."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict
from opora.intake.models import Referral
from opora.intake.queries import get_referral
from opora.process import actions as process


@transaction.atomic
def join_signals(*, actor: Actor, referral_id: int, second_id: int) -> Referral:
    """Let both signals lead to the family that one of them names. Conflict with what to do first, NotFound."""
    first, first_path = get_referral(actor=actor, referral_id=referral_id)
    second, second_path = get_referral(actor=actor, referral_id=second_id)
    if first.pk == second.pk:
        raise Conflict(_("This is one and the same signal."))
    named = [path.family_id for path in (first_path, second_path) if path.family_id is not None]
    if not named:
        raise Conflict(
            _("Neither signal names its family yet. Name it on one of the two paths, then the other follows.")
        )
    if len(set(named)) == 2:
        raise Conflict(
            _("The two signals name different families. If it is one, bring the two records of its parent together.")
        )
    for path in (first_path, second_path):
        if path.family_id is None:
            process.name_family(actor=actor, route_id=path.pk, family_id=named[0])
    audit.record(
        actor=actor, verb="intake.joined", family_id=named[0], signal=first.pk, other=second.pk, route=first_path.pk
    )
    return first
