"""Who is around the family: written down, changed, taken off."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.families.models import FamilyMember
from opora.network.actions.holding import hold_place, hold_record, name_kept, take_off, text_kept
from opora.network.models import KinLink, NetworkMember, NetworkTie
from opora.network.queries.finding import member_in_sight
from opora.process.queries import Place

FIRST_YEAR = 1880
TOO_LONG = _("Write up to 120 letters.")
TEXT_TOO_LONG = _("Write up to 5,000 letters.")


@dataclass(frozen=True, slots=True)
class MemberEntry:
    """Somebody around the family, as it was typed."""

    kind: str
    name: str = ""
    note: str = ""
    person_id: int | None = None
    sex: str = ""
    born_in: int | None = None
    is_dead: bool = False
    died_in: int | None = None
    is_expected: bool = False


@transaction.atomic
def keep_member(
    *,
    actor: Actor,
    route_id: int | None = None,
    case_id: int | None = None,
    member_id: int | None = None,
    entry: MemberEntry,
    on: date,
) -> NetworkMember:
    """Write somebody down, or change what is written; nobody becomes a client by it."""
    if member_id is not None:
        member, place = hold_record(actor=actor, find=partial(member_in_sight, actor=actor, member_id=member_id))
    else:
        place = hold_place(actor=actor, route_id=route_id, case_id=case_id)
        member = NetworkMember(**place.keys, on=on, by_id=actor.user_id)
    put_entry(member, entry, place, on)
    member.save()
    audit.record(actor=actor, verb="network.member_kept", case_id=place.case_id, family_id=place.family_id)
    return member


@transaction.atomic
def void_member(*, actor: Actor, member_id: int, on: date) -> None:
    """Somebody entered by mistake is taken off; who stands on a map or has kin written down stays."""
    member, place = hold_record(actor=actor, find=partial(member_in_sight, actor=actor, member_id=member_id))
    ties = NetworkTie.objects.filter(member=member, record__voided_on=None)
    kin = KinLink.objects.filter(one_member=member) | KinLink.objects.filter(other_member=member)
    if ties.exists() or kin.exists():
        raise Conflict(_("This one stands on a social map or in the genogram. Take the tie or the kinship away first."))
    take_off(actor, member, place, on)
    audit.record(actor=actor, verb="network.member_gone", case_id=place.case_id, family_id=place.family_id)


def put_entry(member: NetworkMember, entry: MemberEntry, place: Place, on: date) -> None:
    """What was typed, checked and put into the record."""
    wrong: dict[str, object] = {}
    name = ""
    if entry.person_id is None:
        name = name_kept(
            entry.name, "name", wrong, sentence=_("Write a name, or what one calls him or her."), too_long=TOO_LONG
        )
    elif not FamilyMember.objects.filter(family_id=place.family_id or 0, person_id=entry.person_id).exists():
        wrong["person_id"] = _("Choose somebody of this family.")
    if entry.kind not in NetworkMember.Kind.values:
        wrong["kind"] = _("Choose who it is.")
    _check_years(entry, wrong, on)
    note = text_kept(entry.note, "note", wrong, too_long=TEXT_TOO_LONG)
    if wrong:
        raise Invalid(wrong)
    member.kind, member.name, member.note, member.person_id = entry.kind, name, note, entry.person_id
    member.sex = entry.sex if entry.sex in NetworkMember.Sex.values else ""
    member.born_in, member.died_in, member.is_expected = entry.born_in, entry.died_in, entry.is_expected
    member.is_dead = entry.is_dead or entry.died_in is not None


def _check_years(entry: MemberEntry, wrong: dict[str, object], on: date) -> None:
    for name, year in (("born_in", entry.born_in), ("died_in", entry.died_in)):
        if year is not None and not FIRST_YEAR <= year <= on.year:
            wrong[name] = _("Write a year that has come already.")
    if entry.born_in and entry.died_in and entry.died_in < entry.born_in:
        wrong["died_in"] = _("Nobody dies before being born. Check the years.")
