"""What the family needs, whether somebody outside must help with it, and who does (S0-45, S0-47)."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Invalid
from opora.network.actions.holding import LONGEST_NAME, hold_place, hold_record, take_off, text_kept
from opora.network.actions.members import TEXT_TOO_LONG, TOO_LONG
from opora.network.models import OutsideNeed
from opora.network.queries.finding import need_in_sight
from opora.partners.models import Partner


@dataclass(frozen=True, slots=True)
class NeedEntry:
    """A need as it was typed."""

    text: str
    outside: str = ""
    partner_id: int | None = None
    contact: str = ""
    result: str = ""


@transaction.atomic
def keep_need(
    *,
    actor: Actor,
    route_id: int | None = None,
    case_id: int | None = None,
    need_id: int | None = None,
    entry: NeedEntry,
    on: date,
) -> OutsideNeed:
    """Write a need down, or how it stands now; whoever names an organization says that it is needed."""
    if need_id is not None:
        need, place = hold_record(actor=actor, find=partial(need_in_sight, actor=actor, need_id=need_id))
    else:
        place = hold_place(actor=actor, route_id=route_id, case_id=case_id)
        need = OutsideNeed(**place.keys, on=on, by_id=actor.user_id)
    _put(need, entry, on)
    need.save()
    audit.record(actor=actor, verb="network.need_kept", case_id=place.case_id, family_id=place.family_id)
    return need


@transaction.atomic
def void_need(*, actor: Actor, need_id: int, on: date) -> None:
    """A need written down by mistake."""
    need, place = hold_record(actor=actor, find=partial(need_in_sight, actor=actor, need_id=need_id))
    take_off(actor, need, place, on)


def _put(need: OutsideNeed, entry: NeedEntry, on: date) -> None:
    wrong: dict[str, object] = {}
    text = text_kept(entry.text, "text", wrong, too_long=TEXT_TOO_LONG)
    if not text:
        wrong["text"] = _("Write what the family needs.")
    contact = entry.contact.strip()
    if len(contact) > LONGEST_NAME:
        wrong["contact"] = TOO_LONG
    if entry.outside not in OutsideNeed.Outside.values:
        wrong["outside"] = _("Choose from the list.")
    if entry.result not in OutsideNeed.Result.values:
        wrong["result"] = _("Choose from the list.")
    if entry.partner_id is not None and not Partner.objects.filter(pk=entry.partner_id).exists():
        wrong["partner_id"] = _("Choose an organization from the list.")
    elif entry.partner_id is not None and entry.outside == OutsideNeed.Outside.NO:
        wrong["outside"] = _("An organization is named. Say that it is needed, or take it away.")
    if wrong:
        raise Invalid(wrong)
    outside = OutsideNeed.Outside.YES if entry.partner_id is not None else entry.outside
    need.text, need.outside, need.partner_id, need.contact = text, outside, entry.partner_id, contact
    if need.result != entry.result:
        need.ended_on = on if entry.result else None
    need.result = entry.result
