"""A hand-out is planned: what each family gets, from where, on which day; and it is over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.goods import policies
from opora.goods.actions.asking import check_quantity, checked_size, goods_by_id, stock_place
from opora.goods.actions.reserving import release_many
from opora.goods.models import Good, HandOut, HandOutLine, Kit, Lot, Reservation, StockPlace
from opora.goods.queries.hand_outs import get_hand_out
from opora.goods.rules.sizes import rank

OLDEST = 120
LONGEST = 400
MOST_LINES = 20


@dataclass(frozen=True, slots=True)
class Planned:
    """A line of a hand-out as somebody asks for it."""

    quantity: Decimal
    good_id: int | None = None
    size: str = ""
    kit_id: int | None = None
    each: str = HandOutLine.Each.FAMILY
    age_from: int | None = None
    age_to: int | None = None


@transaction.atomic
def plan_hand_out(
    *,
    actor: Actor,
    hand_out_id: int | None = None,
    name: str,
    place_id: int,
    lines: Sequence[Planned],
    day: date,
    until: date | None = None,
    on: date,
) -> HandOut:
    """What is to be handed out, from which place and on which day; changed only while nobody stands in it yet."""
    policies.check_can_plan(actor)
    hand_out = _changeable(actor, hand_out_id) if hand_out_id is not None else HandOut(made_on=on, by_id=actor.user_id)
    wrong: dict[str, object] = {}
    if not name.strip() or len(name.strip()) > 120:
        wrong["name"] = _("Say in a few words what is handed out, up to 120 letters.")
    kept_until = until or day
    if kept_until < day:
        wrong["until"] = _("Choose the day of the hand-out or a later one.")
    elif (kept_until - on).days > LONGEST:
        wrong["until"] = _("Choose a day within a year.")
    if wrong:
        raise Invalid(wrong)
    hand_out.name, hand_out.place = name.strip(), stock_place(place_id)
    hand_out.on, hand_out.until_on = day, kept_until
    made = _checked(hand_out.place, lines)
    hand_out.save()
    HandOutLine.objects.filter(hand_out=hand_out).delete()
    for line in made:
        line.hand_out = hand_out
    HandOutLine.objects.bulk_create(made)
    audit.record(actor=actor, verb="goods.hand_out_planned", day=day.isoformat(), hand_out=hand_out.pk)
    return hand_out


def _checked(place: StockPlace, lines: Sequence[Planned]) -> list[HandOutLine]:
    given = [line for line in lines if line.quantity]
    if not given:
        raise Invalid({"": _("Say what each family gets: at least one line with a quantity.")})
    if len(given) > MOST_LINES:
        raise Invalid({"": _("A hand-out has up to twenty lines.")})
    goods = goods_by_id({line.good_id for line in given if line.good_id is not None})
    kits = dict(Kit.objects.filter(pk__in=[line.kit_id for line in given], is_active=True).values_list("pk", "name"))
    return [_line(place, one, goods, kits) for one in given]


def _line(place: StockPlace, one: Planned, goods: dict[int, Good], kits: dict[int, str]) -> HandOutLine:
    line = HandOutLine(quantity=one.quantity, each=one.each, age_from=one.age_from, age_to=one.age_to)
    if one.kit_id is not None:
        if one.kit_id not in kits:
            raise Invalid({"": _("There is no such kit. Choose another one.")})
        if one.quantity != one.quantity.to_integral_value() or not 0 < one.quantity <= 100:
            raise Invalid({"": _("Kits are given whole, up to a hundred at once.")})
        line.kit_id = one.kit_id
    elif one.good_id in goods:
        check_quantity(goods[one.good_id], one.quantity)
        line.good_id, line.size = one.good_id, checked_size(goods[one.good_id], one.size)
        _check_size_said(place, goods[one.good_id], line.size)
    else:
        raise Invalid({"": _("Choose from what is there.")})
    if one.each not in HandOutLine.Each.values:
        raise Invalid({"": _("Choose from the list.")})
    what = kits[one.kit_id] if one.kit_id is not None else f"{goods[line.good_id or 0].name} {line.size}".strip()
    _check_ages(one, what)
    return line


def _check_ages(one: Planned, what: str) -> None:
    ages = [age for age in (one.age_from, one.age_to) if age is not None]
    if ages and one.each != HandOutLine.Each.CHILD:
        raise Invalid({"": _("%(what)s: an age is said only of what each child gets.") % {"what": what}})
    if ages != sorted(ages) or any(not 0 <= age <= OLDEST for age in ages):
        raise Invalid({"": _("%(what)s: the first age is the smaller one.") % {"what": what}})


def _check_size_said(place: StockPlace, good: Good, size: str) -> None:
    """Of goods that lie there in sizes one is named, or nobody could be given anything."""
    if size or not good.has_sizes:
        return
    there = set(Lot.objects.filter(place=place, good=good, quantity__gt=0).values_list("size", flat=True))
    if "" not in there:
        sizes = ", ".join(sorted(there, key=rank)) or _("none lie there")
        raise Invalid({"": _("Say the size of %(good)s. There is: %(sizes)s.") % {"good": good.name, "sizes": sizes}})


def _changeable(actor: Actor, hand_out_id: int) -> HandOut:
    hand_out = held_open(actor, hand_out_id)
    policies.check_can_lead(actor, hand_out)
    if Reservation.objects.filter(hand_out=hand_out).exists():
        raise Conflict(_("Things are put aside for families already. Close this hand-out and plan another one."))
    return hand_out


def held_open(actor: Actor, hand_out_id: int) -> HandOut:
    """A hand-out that goes on still, locked; Conflict when it is over."""
    get_hand_out(actor=actor, hand_out_id=hand_out_id)
    hand_out = HandOut.objects.select_for_update().get(pk=hand_out_id)
    if hand_out.closed_on is not None:
        raise Conflict(_("This hand-out is over. Plan another one."))
    return hand_out


@transaction.atomic
def close_hand_out(*, actor: Actor, hand_out_id: int, on: date) -> HandOut:
    """The hand-out is over: what nobody came for lies on the shelf for everybody again."""
    hand_out = held_open(actor, hand_out_id)
    policies.check_can_lead(actor, hand_out)
    waiting = Reservation.objects.select_for_update(of=("self",)).filter(hand_out=hand_out, end="").order_by("pk")
    release_many(actor=actor, reservations=list(waiting), on=on)
    hand_out.closed_on = on
    hand_out.save(update_fields=["closed_on"])
    audit.record(actor=actor, verb="goods.hand_out_closed", day=hand_out.on.isoformat(), hand_out=hand_out.pk)
    return hand_out
