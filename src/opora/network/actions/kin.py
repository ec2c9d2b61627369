"""Who is whose relative: written down for the genogram, without making anybody a client."""

from datetime import date
from functools import partial

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.families.models import FamilyMember
from opora.network.actions.holding import hold_place, hold_record, take_off
from opora.network.actions.members import MemberEntry, put_entry
from opora.network.models import KinLink, NetworkMember
from opora.network.queries.finding import kin_in_sight, members_at
from opora.network.rules import BONDS, BORN, STATES_OF
from opora.process.queries import Place, records_of_family

RELATIONS = ("mother", "father", "partner", "sibling", "twin", "child")
_SEX = {"mother": "f", "father": "m"}


@transaction.atomic
def add_relative(
    *,
    actor: Actor,
    route_id: int | None = None,
    case_id: int | None = None,
    of: str,
    relation: str,
    entry: MemberEntry,
    state: str = "",
    on: date,
) -> NetworkMember:
    """Add a missing relative of somebody in the genogram: the grandmother, the uncle, a former partner."""
    place = hold_place(actor=actor, route_id=route_id, case_id=case_id)
    if relation not in RELATIONS:
        raise Invalid({"relation": _("Choose what the new one is.")})
    _check_node(actor, place, of, "of")
    member = NetworkMember(**place.keys, on=on, by_id=actor.user_id)
    put_entry(member, entry, place, on)
    member.sex = _SEX.get(relation, member.sex)
    member.save()
    new = f"m{member.pk}"
    kind, one, other = {
        "mother": ("parent", new, of),
        "father": ("parent", new, of),
        "child": ("parent", of, new),
        "partner": ("couple", of, new),
        "sibling": ("siblings", of, new),
        "twin": ("twins", of, new),
    }[relation]
    _write(actor, place, kind, one, other, state, on)
    audit.record(actor=actor, verb="network.member_kept", case_id=place.case_id, family_id=place.family_id)
    return member


@transaction.atomic
def keep_kin(
    *,
    actor: Actor,
    route_id: int | None = None,
    case_id: int | None = None,
    kind: str,
    one: str,
    other: str,
    state: str = "",
    on: date,
) -> KinLink:
    """Write down what two of the genogram are to each other; of a couple or a bond also how it is now.

    Of a parent it says whether by birth, by adoption or as guardian.
    """
    place = hold_place(actor=actor, route_id=route_id, case_id=case_id)
    wrong: dict[str, object] = {}
    if kind not in KinLink.Kind.values:
        wrong["kind"] = _("Choose what they are to each other.")
    if one == other:
        wrong["other"] = _("Nobody is the own relative. Choose two people.")
    if kind == KinLink.Kind.BOND and state not in BONDS:
        wrong["state"] = _("Choose how the two get on with each other.")
    if wrong:
        raise Invalid(wrong)
    for field, node in (("one", one), ("other", other)):
        _check_node(actor, place, node, field)
    return _write(actor, place, kind, one, other, state, on)


@transaction.atomic
def void_kin(*, actor: Actor, link_id: int, on: date) -> None:
    """What is not so is taken back; the people stay."""
    link, place = hold_record(actor=actor, find=partial(kin_in_sight, actor=actor, link_id=link_id))
    take_off(actor, link, place, on)
    audit.record(actor=actor, verb="network.kin_gone", case_id=place.case_id, family_id=place.family_id)


def _parents_beside(known: QuerySet[KinLink], one: str, child: str, *, by_birth: bool) -> int:
    """How many others are parents of the child: those by birth and those who took the place are counted apart."""
    others = known.filter(**_end("other", child)).exclude(**_end("one", one))
    return (others.filter(state=BORN) if by_birth else others.exclude(state=BORN)).count()


def _write(actor: Actor, place: Place, kind: str, one: str, other: str, state: str, on: date) -> KinLink:
    state = state if state in STATES_OF.get(kind, ()) else ""
    ends = {**_end("one", one), **_end("other", other)}
    known = KinLink.objects.filter(records_of_family(actor=actor, place=place), kind=kind)
    same = known.filter(**ends)
    if kind != "parent":
        same = same | known.filter(**{**_end("one", other), **_end("other", one)})
    elif known.filter(**{**_end("one", other), **_end("other", one)}).exists():
        raise Invalid({"other": _("Then each would be the parent of the other. Check who is whose parent.")})
    elif _parents_beside(known, one, other, by_birth=state == BORN) >= 2:
        raise Conflict(_("Two parents are written down already. Take one of them away first."))
    link = same.first() or KinLink(**place.keys, kind=kind, on=on, by_id=actor.user_id, **ends)
    link.state = state
    link.save()
    audit.record(actor=actor, verb="network.kin_kept", case_id=place.case_id, family_id=place.family_id)
    return link


def _end(side: str, node: str) -> dict[str, int]:
    return {f"{side}_{'person' if node.startswith('p') else 'member'}_id": int(node[1:])}


def _check_node(actor: Actor, place: Place, node: str, field: str) -> None:
    """Somebody of the family, or somebody written down around it."""
    kind, number = node[:1], node[1:]
    is_known = number.isdecimal() and (
        (kind == "p" and FamilyMember.objects.filter(family_id=place.family_id or 0, person_id=number).exists())
        or (kind == "m" and members_at(actor=actor, place=place).filter(pk=number).exists())
    )
    if not is_known:
        raise Invalid({field: _("Choose somebody from the list.")})
