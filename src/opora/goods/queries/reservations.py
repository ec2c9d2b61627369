"""What is put aside for families."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from opora.access.rules import Actor, Scope, scope
from opora.cases.models import Case
from opora.goods import policies, words
from opora.goods.models import Reservation, ReservationLine
from opora.intake.queries import route_of_signal, signals_of_routes
from opora.process.queries import Place, records_called, within_sight

PAGE = 50


def lines_known() -> "Prefetch[str, QuerySet[ReservationLine], str]":
    """What is put aside, read along, in the order of the goods' names."""
    return Prefetch("lines", ReservationLine.objects.select_related("lot__good").order_by("lot__good__name", "lot_id"))


def get_reservation(*, actor: Actor, reservation_id: int) -> Reservation:
    """What is put aside for a family in sight; any, for whoever hands out in the warehouse."""
    found = Reservation.objects.filter(pk=reservation_id).select_related("place", "by").prefetch_related(lines_known())
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


def waiting(*, actor: Actor, text: str = "", limit: int = PAGE + 1, skip: int = 0) -> list[PickLine]:
    """What waits to be handed out, the first to lapse first; text is the code of a family or the number of a signal."""
    found = _waiting(actor)
    if text:
        of_signal = Q(case=None, route__case=None, route_id=route_of_signal(text), route_id__isnull=False)
        found = found.filter(records_called(text) | of_signal)
    clients = ("case__client__merged_into", "route__case__client__merged_into")
    known = found.select_related("place", "by", *clients).prefetch_related(lines_known())
    rows = list(known.order_by("until_on", "pk")[skip : skip + limit])
    return [PickLine(one, said, things_of(one)) for one, said in zip(rows, whose(rows), strict=True)]


def count_waiting(*, actor: Actor) -> int:
    """How much waits to be handed out."""
    return _waiting(actor).count()


def _waiting(actor: Actor) -> QuerySet[Reservation]:
    found = Reservation.objects.filter(end="")
    return found if scope(actor, "goods.hand_out") is Scope.ALL else within_sight(actor, found)


def whose(reservations: Sequence[Reservation]) -> list[str]:
    """The code of each family's adult; where there is no case yet the number of its signal, else of its path."""
    cases = [one.case or (one.route.case if one.route is not None else None) for one in reservations]
    pairs = list(zip(reservations, cases, strict=True))
    signals = signals_of_routes({one.route_id for one, case in pairs if case is None and one.route_id is not None})

    def called(one: Reservation, case: Case | None) -> str:
        if case is not None:
            return case.client.known_code
        if (signal := signals.get(one.route_id or 0)) is not None:
            return _("Signal No. %(n)s") % {"n": signal}
        return f"№ {one.route_id}"

    return [called(one, case) for one, case in pairs]


def waiting_at(place: Place) -> list[Reservation]:
    """What waits for the family of a place; the place has been read for the person already."""
    whose = Q(pk__in=())
    if place.route_id is not None:
        whose |= Q(route_id=place.route_id)
    if place.case_id is not None:
        whose |= Q(case_id=place.case_id)
    found = Reservation.objects.filter(whose, end="").select_related("place").prefetch_related(lines_known())
    return list(found.order_by("until_on", "pk"))


def things_of(reservation: Reservation) -> list[str]:
    """What is put aside, line by line."""
    return [
        words.so_much(line.lot.good.name, line.lot.size, line.quantity, line.lot.good.unit)
        for line in reservation.lines.all()
    ]
