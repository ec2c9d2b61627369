"""What is put aside for families."""

from dataclasses import dataclass

from django.db.models import Prefetch, Q

from opora.access.rules import Actor, Scope, scope
from opora.goods import policies, words
from opora.goods.models import Reservation, ReservationLine
from opora.process.queries import Place, within_sight

_LINES = Prefetch("lines", ReservationLine.objects.select_related("lot__good").order_by("lot__good__name", "lot_id"))


def get_reservation(*, actor: Actor, reservation_id: int) -> Reservation:
    """What is put aside for a family in sight; any, for whoever hands out in the warehouse."""
    found = Reservation.objects.filter(pk=reservation_id).select_related("place", "by").prefetch_related(_LINES)
    if scope(actor, "goods.hand_out") is not Scope.ALL:
        found = within_sight(actor, found)
    if (reservation := found.first()) is None:
        raise policies.unseen()
    return reservation


@dataclass(frozen=True, slots=True)
class PickLine:
    """What waits for a family: its code or number, what is to be put together."""

    reservation: Reservation
    whose: str
    things: list[str]


def waiting(*, actor: Actor, limit: int = 200) -> list[PickLine]:
    """Everything that waits to be handed out, the first to lapse first; the family by its code."""
    found = Reservation.objects.filter(end="")
    if scope(actor, "goods.hand_out") is not Scope.ALL:
        found = within_sight(actor, found)
    known = found.select_related("place", "by", "case__client", "route__case__client").prefetch_related(_LINES)
    return [PickLine(one, _whose(one), things_of(one)) for one in known.order_by("until_on", "pk")[:limit]]


def _whose(one: Reservation) -> str:
    """The code of the family's adult, or the number of a path that has no case yet."""
    case = one.case or (one.route.case if one.route is not None else None)
    return case.client.code if case is not None else f"№ {one.route_id}"


def waiting_at(place: Place) -> list[Reservation]:
    """What waits for the family of a place; the place has been read for the person already."""
    whose = Q(pk__in=())
    if place.route_id is not None:
        whose |= Q(route_id=place.route_id)
    if place.case_id is not None:
        whose |= Q(case_id=place.case_id)
    found = Reservation.objects.filter(whose, end="").select_related("place").prefetch_related(_LINES)
    return list(found.order_by("until_on", "pk"))


def things_of(reservation: Reservation) -> list[str]:
    """What is put aside, line by line."""
    return [
        words.so_much(line.lot.good.name, line.lot.size, line.quantity, line.lot.good.unit)
        for line in reservation.lines.all()
    ]
