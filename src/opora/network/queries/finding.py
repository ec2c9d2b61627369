"""Records about the people around a family, found for somebody."""

from typing import TypeVar

from django.db.models import QuerySet

from opora.access.rules import Actor
from opora.network import policies
from opora.network.models import KinLink, NetworkMember, NetworkRecord, OutsideNeed
from opora.process.models import WorkRecord
from opora.process.queries import Place, records_of_family, within_sight

Row = TypeVar("Row", bound=WorkRecord)


def member_in_sight(*, actor: Actor, member_id: int) -> NetworkMember:
    """Somebody around a family this person sees; NotFound for any other."""
    return _one(actor, NetworkMember.objects.filter(pk=member_id))


def kin_in_sight(*, actor: Actor, link_id: int) -> KinLink:
    """A kinship this person sees; NotFound for any other."""
    return _one(actor, KinLink.objects.filter(pk=link_id))


def record_in_sight(*, actor: Actor, record_id: int) -> NetworkRecord:
    """A map or a talk this person sees; NotFound for any other, and for a voided one."""
    return _one(actor, NetworkRecord.objects.filter(pk=record_id))


def need_in_sight(*, actor: Actor, need_id: int) -> OutsideNeed:
    """A need this person sees; NotFound for any other, and for a voided one."""
    return _one(actor, OutsideNeed.objects.filter(pk=need_id))


def members_at(*, actor: Actor, place: Place) -> QuerySet[NetworkMember]:
    """Everybody written down around the family of a place in sight."""
    return NetworkMember.objects.filter(records_of_family(actor=actor, place=place))


def maps_at(*, actor: Actor, place: Place) -> QuerySet[NetworkRecord]:
    """The social maps of the family of a place in sight."""
    found = NetworkRecord.objects.filter(records_of_family(actor=actor, place=place))
    return found.filter(kind=NetworkRecord.Kind.MAP)


def _one(actor: Actor, rows: "QuerySet[Row]") -> Row:
    found = within_sight(actor, rows).first()
    if found is None:
        raise policies.unseen()
    return found
