"""The same things go to many families at once: put aside for all of them, handed out to those who came.

Each family has an act of its own, as if it had been given to alone; only what is written is written together. Paths are
held before the lots, and both in one order, as everywhere in the warehouse.
"""

from collections.abc import Collection, Sequence
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from opora.access.rules import Actor, Scope, scope
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.goods import policies
from opora.goods.actions.giving_out import give_out
from opora.goods.actions.ledger import Change, lock_wanted, put_aside_of, shelf_of
from opora.goods.actions.planning_hand_outs import held_open
from opora.goods.models import HandOut, HandOutLine, Issue, Reservation, ReservationLine
from opora.goods.queries.hand_outs import MOST_FAMILIES, families_in, key_of
from opora.goods.queries.shares import Households, dues_of, each_of
from opora.goods.rules.sharing import share
from opora.goods.rules.taking import Taken, together
from opora.process import actions as process
from opora.process.queries import Place, places_among, recordable_among, within_sight


@transaction.atomic
def put_aside_for_many(
    *, actor: Actor, hand_out_id: int, route_ids: Collection[int] = (), case_ids: Collection[int] = (), on: date
) -> list[Reservation]:
    """Put aside for each of these families what the hand-out gives it. Nobody gets half of it: where the shelf does
    not yield all of it for everybody, nothing is put aside, and it is said for how many it is not enough.
    """
    policies.check_can_give(actor)
    hand_out = held_open(actor, hand_out_id)
    places = _chosen(actor, hand_out, route_ids, case_ids, on)
    day = max(hand_out.on, on)
    households = Households(places, on=day)
    dues = dues_of(each_of(HandOutLine.objects.filter(hand_out=hand_out)), households)
    if any(not one.wanted for one in dues):
        raise Invalid({"families": _("For some of these families there is nothing in this hand-out. Untick them.")})
    process.hold_paths([place.route_id for place in places if place.route_id is not None])
    wanted = [one.wanted for one in dues]
    lots = lock_wanted(together(line for lines in wanted for line in lines), place_id=hand_out.place_id)
    shared = share(wanted, shelf_of(lots, on=on), on=day, may_go=households.gifts())
    if without := sum(1 for _taken, short in shared if short):
        said = ngettext(
            "There is not enough on the shelf: %(n)s family would get nothing. Untick as many.",
            "There is not enough on the shelf: %(n)s families would get nothing. Untick as many.",
            without,
        )
        raise Conflict(said % {"n": without})
    made = _keep(actor, hand_out, places, on)
    _put_aside(made, [taken for taken, _short in shared], on)
    lines = [
        {**_about(place), "day": one.until_on.isoformat(), "reservation": one.pk}
        for place, one in zip(places, made, strict=True)
    ]
    audit.record_many(actor=actor, verb="goods.reserved", entries=lines)
    return made


def _chosen(
    actor: Actor, hand_out: HandOut, route_ids: Collection[int], case_ids: Collection[int], on: date
) -> list[Place]:
    """The families that were ticked: all of them in sight and to be recorded for, each once, none of them in it yet."""
    asked = len(set(route_ids)) + len(set(case_ids))
    if not asked:
        raise Invalid({"families": _("Choose at least one family.")})
    if asked > MOST_FAMILIES:
        raise Invalid({"families": _("Up to %(most)s families are given to at once.") % {"most": MOST_FAMILIES}})
    places = places_among(actor=actor, route_ids=route_ids, case_ids=case_ids)
    if len(places) < asked:
        raise policies.unseen()
    if len(recordable_among(actor=actor, places=places)) < asked:
        policies.refuse_giving()
    known = families_in(hand_out)
    for place in places:
        policies.check_day(on, began=place.began_on)
        key = key_of(place.family_id, place.route_id)
        if key in known:
            raise Conflict(_("One of these families stands in this hand-out already. Choose again."))
        known.add(key)
    return places


def _keep(actor: Actor, hand_out: HandOut, places: Sequence[Place], on: date) -> list[Reservation]:
    try:
        return Reservation.objects.bulk_create(
            Reservation(
                **place.keys,
                hand_out=hand_out,
                place_id=hand_out.place_id,
                made_on=on,
                until_on=max(hand_out.until_on, on),
                by_id=actor.user_id,
            )
            for place in places
        )
    except IntegrityError as error:
        raise Conflict(_("One of these families stands in this hand-out already. Choose again.")) from error


def _put_aside(made: Sequence[Reservation], taken: Sequence[Sequence[Taken]], on: date) -> None:
    ReservationLine.objects.bulk_create(
        ReservationLine(reservation=one, lot_id=part.lot_id, quantity=part.quantity)
        for one, parts in zip(made, taken, strict=True)
        for part in parts
    )
    put_aside_of([Change(part.lot_id, reserved=part.quantity) for parts in taken for part in parts], on=on)


@transaction.atomic
def hand_out_to_many(*, actor: Actor, hand_out_id: int, reservation_ids: Collection[int], on: date) -> list[Issue]:
    """These families came: what was put aside for each goes out with an act of its own, numbered in their order."""
    hand_out = held_open(actor, hand_out_id)
    found = _came(actor, hand_out, reservation_ids, on)
    return give_out(actor=actor, reserved=found, on=on)


def _came(actor: Actor, hand_out: HandOut, reservation_ids: Collection[int], on: date) -> list[Reservation]:
    """What waits for those who came, locked in one order; for the warehouse, and for whoever works with them."""
    if not reservation_ids:
        raise Invalid({"came": _("Tick who came.")})
    asked = Reservation.objects.filter(hand_out=hand_out, pk__in=reservation_ids)
    if scope(actor, "goods.hand_out") is not Scope.ALL:
        asked = within_sight(actor, asked)
        policies.check_can_give(actor)
    if asked.count() < len(set(reservation_ids)):
        raise policies.unseen()
    held = Reservation.objects.select_for_update(of=("self",)).filter(pk__in=reservation_ids).order_by("pk")
    found = list(held)
    if any(one.end for one in found):
        raise Conflict(_("Somebody marked one of them meanwhile. Look at the list as it is now."))
    if any(on < one.made_on for one in found):
        raise Invalid({"on": _("It was put aside later than on this day. Check the date.")})
    return found


@transaction.atomic
def give_to_many(
    *, actor: Actor, hand_out_id: int, route_ids: Collection[int] = (), case_ids: Collection[int] = (), on: date
) -> list[Issue]:
    """All of them have got it already: put aside and handed out in one go."""
    made = put_aside_for_many(actor=actor, hand_out_id=hand_out_id, route_ids=route_ids, case_ids=case_ids, on=on)
    return hand_out_to_many(actor=actor, hand_out_id=hand_out_id, reservation_ids=[one.pk for one in made], on=on)


def _about(place: Place) -> dict[str, int | None]:
    return {"case_id": place.case_id, "family_id": place.family_id}
