"""The social map: a tie set on a day makes the map of that day; the maps of former days stay as they were."""

from datetime import date
from functools import partial

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.families.sealing import opened
from opora.network.actions.holding import hold_record, text_kept
from opora.network.actions.members import TEXT_TOO_LONG
from opora.network.models import NetworkRecord, NetworkTie
from opora.network.queries.finding import maps_at, member_in_sight, record_in_sight
from opora.process.queries import Place


@transaction.atomic
def set_tie(
    *,
    actor: Actor,
    member_id: int,
    kind: str,
    strength: int = 2,
    direction: str = "both",
    agreed: str = "",
    on: date,
) -> NetworkRecord:
    """Say what ties the family to somebody from a day on; without a kind the tie is taken off the map.

    The first tie of a day begins a new version with all ties of the one before, so that both can be compared.
    """
    member, place = hold_record(actor=actor, find=partial(member_in_sight, actor=actor, member_id=member_id))
    wrong: dict[str, object] = {}
    if kind and kind not in NetworkTie.Kind.values:
        wrong["kind"] = _("Choose what ties them.")
    if strength not in {1, 2, 3}:
        wrong["strength"] = _("Choose how strong the tie is.")
    if direction not in NetworkTie.Direction.values:
        wrong["direction"] = _("Choose from the list.")
    said = text_kept(agreed, "agreed", wrong, too_long=TEXT_TOO_LONG)
    if wrong:
        raise Invalid(wrong)
    current = _map_of(actor, place, on)
    NetworkTie.objects.filter(record=current, member=member).delete()
    if kind:
        NetworkTie.objects.create(
            record=current, member=member, kind=kind, strength=strength, direction=direction, agreed=said
        )
    if current.confirmed_on is not None:
        # What the parent confirmed was another map.
        current.confirmed_on = None
        current.save(update_fields=["confirmed_on"])
    audit.record(
        actor=actor, verb="network.tie_set", case_id=place.case_id, family_id=place.family_id, day=on.isoformat()
    )
    return current


@transaction.atomic
def confirm_map(*, actor: Actor, record_id: int, on: date) -> NetworkRecord:
    """The parent looked at the map and says that it is so (S0-33)."""
    record, place = hold_record(actor=actor, find=partial(record_in_sight, actor=actor, record_id=record_id))
    if record.kind != NetworkRecord.Kind.MAP:
        raise Conflict(_("Only a map is confirmed."))
    if on < record.on:
        raise Invalid({"on": _("This day is earlier than the map. Check the date.")})
    record.confirmed_on = on
    record.save(update_fields=["confirmed_on"])
    audit.record(
        actor=actor,
        verb="network.map_confirmed",
        case_id=place.case_id,
        family_id=place.family_id,
        day=record.on.isoformat(),
    )
    return record


def _map_of(actor: Actor, place: Place, on: date) -> NetworkRecord:
    known = list(maps_at(actor=actor, place=place).order_by("-on", "-pk")[:1])
    newest = known[0] if known else None
    if newest is not None and newest.on == on:
        return newest
    if newest is not None and newest.on > on:
        raise Conflict(_("There is a later map already. Change that one, or take today’s day."))
    made = NetworkRecord.objects.create(**place.keys, kind=NetworkRecord.Kind.MAP, on=on, by_id=actor.user_id)
    if newest is not None:
        NetworkTie.objects.bulk_create(
            NetworkTie(
                record=made,
                member_id=one.member_id,
                kind=one.kind,
                strength=one.strength,
                direction=one.direction,
                agreed=opened(one, "agreed"),
            )
            for one in newest.ties.order_by("pk")
        )
    return made
