"""Goods are put aside for a family until a day, handed out by the warehouse, or put back on the shelf."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import SYSTEM, Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.goods import policies
from opora.goods.actions.as_service import count_as_service
from opora.goods.actions.asking import Asked, Gifts, goods_by_id, order, shortage, stock_place
from opora.goods.actions.giving import file_act, giving_at, numbered
from opora.goods.actions.ledger import Change, begin_entry, lock_lots, lock_wanted, put_aside_of, shelf_of, write
from opora.goods.actions.meeting_needs import meet_needs
from opora.goods.actions.numbering import unnumbered
from opora.goods.models import Issue, IssueLine, Reservation, ReservationLine, StockEntry
from opora.goods.queries.reservations import get_reservation
from opora.goods.rules.taking import take
from opora.process.queries import place_of


@transaction.atomic
def put_aside(
    *,
    actor: Actor,
    route_id: int | None = None,
    case_id: int | None = None,
    place_id: int,
    asked: Sequence[Asked],
    until: date,
    on: date,
) -> Reservation:
    """Put goods aside for a family: nobody else is given them until that day."""
    place = giving_at(actor=actor, route_id=route_id, case_id=case_id, remark="", on=on)
    stock = stock_place(place_id)
    if until < on:
        raise Invalid({"until": _("Choose today or a later day.")})
    ordered = order(asked)
    reservation = Reservation.objects.create(**place.keys, place=stock, made_on=on, until_on=until, by_id=actor.user_id)
    gifts = Gifts(place, on=on)
    lots = lock_wanted(ordered.wanted, place_id=stock.pk)
    taken, short = take(ordered.wanted, shelf_of(lots, on=on), on=on, may_go=gifts.may_go)
    if short:
        raise shortage(short, ordered.goods)
    ReservationLine.objects.bulk_create(
        [ReservationLine(reservation=reservation, lot_id=one.lot_id, quantity=one.quantity) for one in taken]
    )
    put_aside_of([Change(one.lot_id, reserved=one.quantity) for one in taken], on=on)
    audit.record(
        actor=actor,
        verb="goods.reserved",
        case_id=place.case_id,
        family_id=place.family_id,
        day=until.isoformat(),
        reservation=reservation.pk,
    )
    return reservation


@transaction.atomic
def hand_out(*, actor: Actor, reservation_id: int, on: date) -> Issue:
    """The family came for what was put aside: it goes out with an act. The warehouse knows the family by its code."""
    reservation = _open(actor, reservation_id)
    if on < reservation.made_on:
        raise Invalid({"on": _("It was put aside later than on this day. Check the date.")})
    place = place_of(actor=SYSTEM, route_id=reservation.route_id, case_id=reservation.case_id)
    aside = list(ReservationLine.objects.filter(reservation=reservation).select_related("lot"))
    issue = Issue.objects.create(
        **place.keys,
        kind=Issue.Kind.GOODS,
        given_on=on,
        act_number=unnumbered(),
        place_id=reservation.place_id,
        by_id=actor.user_id,
    )
    file_act(actor=SYSTEM, place=place, issue=issue)
    count_as_service(actor=SYSTEM, place=place, issue=issue)
    lines = lines_of_act(issue, aside)
    IssueLine.objects.bulk_create(lines)
    meet_needs(place=place, lines=lines, goods=goods_by_id({line.good_id for line in lines}), on=on)
    _end(reservation, Reservation.End.HANDED_OUT, on, issue)
    entry = begin_entry(actor=actor, kind=StockEntry.Kind.ISSUED, issue=issue, on=on)
    lots = lock_lots(one.lot_id for one in aside)
    if any(lot.expires_on is not None and lot.expires_on < on for lot in lots.values()):
        raise Conflict(_("Part of what was put aside has gone off. Put it back on the shelf and give something else."))
    write(entry, [Change(one.lot_id, -one.quantity, -one.quantity) for one in aside], lots, on=on)
    return numbered(actor=actor, place=place, issue=issue, verb="goods.handed_out")


@transaction.atomic
def put_back(*, actor: Actor, reservation_id: int, on: date) -> Reservation:
    """What was put aside lies on the shelf for everybody again."""
    reservation = _open(actor, reservation_id)
    release_many(actor=actor, reservations=[reservation], on=on)
    return reservation


@transaction.atomic
def put_back_lapsed(*, on: date) -> int:
    """What nobody came for by its last day goes back on the shelf; says how much was put back."""
    lapsed = list(Reservation.objects.select_for_update().filter(end="", until_on__lt=on).order_by("pk")[:500])
    release_many(actor=SYSTEM, reservations=lapsed, on=on)
    return len(lapsed)


def release_many(*, actor: Actor, reservations: Sequence[Reservation], on: date) -> None:
    """What was put aside for these families, locked already, lies on the shelf again: all lots are locked at once."""
    aside = list(ReservationLine.objects.filter(reservation__in=reservations))
    for one in reservations:
        one.end, one.ended_on = Reservation.End.RELEASED, on
    Reservation.objects.bulk_update(reservations, ["end", "ended_on"])
    lock_lots(line.lot_id for line in aside)
    put_aside_of([Change(line.lot_id, reserved=-line.quantity) for line in aside], on=None)
    entries = [{"case_id": one.case_id, "reservation": one.pk} for one in reservations]
    audit.record_many(actor=actor, verb="goods.released", entries=entries)


def _open(actor: Actor, reservation_id: int) -> Reservation:
    """A reservation that waits still, locked; for its family's workers and for the warehouse."""
    found = get_reservation(actor=actor, reservation_id=reservation_id)
    if not policies.may_manage(actor):
        policies.check_can_give(actor)
    reservation = Reservation.objects.select_for_update(of=("self",)).get(pk=found.pk)
    if reservation.end:
        raise Conflict(_("These goods were handed out or put back already. Nothing was changed."))
    return reservation


def _end(reservation: Reservation, end: str, on: date, issue: Issue | None) -> None:
    reservation.end, reservation.ended_on, reservation.issue = end, on, issue
    reservation.save(update_fields=["end", "ended_on", "issue"])


def lines_of_act(issue: Issue, aside: Sequence[ReservationLine]) -> list[IssueLine]:
    """What was put aside as the lines of an act: by goods and sizes, whatever lots they lie in."""
    sums: dict[tuple[int, str], Decimal] = defaultdict(Decimal)
    for one in aside:
        sums[(one.lot.good_id, one.lot.size)] += one.quantity
    return [
        IssueLine(issue=issue, good_id=good_id, size=size, quantity=quantity)
        for (good_id, size), quantity in sums.items()
    ]
