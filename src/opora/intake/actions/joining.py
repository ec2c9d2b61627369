"""Two signals turn out to tell of one family: the path that does not know its family yet learns it from the other.

What was joined by mistake is taken apart as exactly: the path that learned its family so knows none again.
"""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.dates import now
from opora.common.errors import Conflict, NotFound
from opora.intake.models import Referral, SignalJoin
from opora.intake.queries import get_referral
from opora.intake.queries.joined import find_join, why_joined_stay
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
    if len(named) == 2:
        raise Conflict(_("Both signals lead to one family already."))
    given, other, path = (first, second, first_path) if first_path.family_id is None else (second, first, second_path)
    process.name_family(actor=actor, route_id=path.pk, family_id=named[0])
    SignalJoin.objects.create(given=given, other=other, family_id=named[0], by_id=actor.user_id)
    audit.record(
        actor=actor, verb="intake.joined", family_id=named[0], signal=first.pk, other=second.pk, route=first_path.pk
    )
    return first


@transaction.atomic
def part_signals(*, actor: Actor, referral_id: int, join_id: int) -> None:
    """The signal that followed knows no family again, as before. Conflict with every reason, NotFound."""
    found = find_join(actor=actor, referral_id=referral_id, join_id=join_id)
    join = SignalJoin.objects.select_for_update().get(pk=found.join.pk)
    if join.undone_at is not None:
        raise NotFound(_("These two signals are not joined."))
    route_id = join.given.route_id
    if why := why_joined_stay(join):
        raise Conflict(" ".join(str(sentence) for sentence in why))
    process.unname_family(actor=actor, route_id=route_id, family_id=join.family_id)
    join.undone_at, join.undone_by_id = now(), actor.user_id
    join.save(update_fields=["undone_at", "undone_by"])
    audit.record(
        actor=actor,
        verb="intake.parted",
        family_id=join.family_id,
        signal=join.given_id,
        other=join.other_id,
        route=route_id,
    )
