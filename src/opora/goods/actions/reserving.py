"""Goods are put aside for a family until a day, handed out by the warehouse, or put back on the shelf."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import SYSTEM, Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.goods import policies
from opora.goods.actions.asking import Asked, Gifts, order, shortage, stock_place
from opora.goods.actions.giving import giving_at
from opora.goods.actions.giving_out import give_out
from opora.goods.actions.ledger import Change, lock_lots, lock_wanted, put_aside_of, shelf_of
from opora.goods.models import Issue, Reservation, ReservationLine
from opora.goods.queries.reservations import get_reservation
from opora.goods.rules.taking import take


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
    (issue,) = give_out(actor=actor, reserved=[reservation], on=on)
    return issue


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
