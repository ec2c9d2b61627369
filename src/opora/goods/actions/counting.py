"""A stock-taking: begun, put down line by line while others go on giving, closed with its differences as movements."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.goods import policies
from opora.goods.actions.asking import check_quantity, checked_size, goods_by_id, stock_place
from opora.goods.actions.ledger import Change, Key, begin_entry, lock_lots, lots_at, write
from opora.goods.actions.warehouse import Coming
from opora.goods.models import CountLine, Lot, StockCount, StockEntry
from opora.goods.queries.counts import get_count
from opora.goods.rules.stock_taking import differences


@transaction.atomic
def begin_count(*, actor: Actor, place_id: int, on: date) -> StockCount:
    """What is there at this moment is noted, by one look at all lots of the place."""
    policies.check_can_manage(actor)
    stock = stock_place(place_id)
    try:
        with transaction.atomic():
            count = StockCount.objects.create(place=stock, began_on=on, begun_by_id=actor.user_id)
    except IntegrityError as error:
        raise Conflict(_("This place is being counted already. Go on with that stock-taking.")) from error
    there = Lot.objects.filter(place=stock, quantity__gt=0).order_by("good__category", "good__name", "size", "pk")
    CountLine.objects.bulk_create(
        [CountLine(count=count, lot_id=pk, expected=quantity) for pk, quantity in there.values_list("pk", "quantity")]
    )
    audit.record(actor=actor, verb="goods.count_begun", day=on.isoformat(), count=count.pk)
    return count


@transaction.atomic
def put_down(
    *, actor: Actor, count_id: int, counted: Mapping[int, Decimal | None], found: Sequence[Coming] = ()
) -> StockCount:
    """Keep what was counted so far, by line; ``found`` is what lies there though it was not written down."""
    count = _open(actor, count_id)
    lines = {line.pk: line for line in CountLine.objects.filter(count=count).select_related("lot__good")}
    changed = []
    for line_id, quantity in counted.items():
        line = lines.get(line_id)
        if line is None:
            raise policies.unseen()
        if quantity is not None and quantity < 0:
            raise Invalid({"": _("Less than nothing cannot lie there: %(good)s.") % {"good": line.lot.good.name}})
        if quantity:
            check_quantity(line.lot.good, quantity)
        if line.counted != quantity:
            line.counted = quantity
            changed.append(line)
    CountLine.objects.bulk_update(changed, ["counted"])
    more = [one for one in found if one.quantity]
    _add(count, more)
    if changed or more:
        audit.record(actor=actor, verb="goods.counted", day=count.began_on.isoformat(), count=count.pk)
    return count


def _add(count: StockCount, found: Sequence[Coming]) -> None:
    if not found:
        return
    goods = goods_by_id({one.good_id for one in found})
    counted: dict[Key, Decimal] = {}
    for one in found:
        if one.good_id not in goods:
            raise Invalid({"": _("Choose the goods from the list.")})
        check_quantity(goods[one.good_id], one.quantity)
        key = Key(count.place_id, one.good_id, checked_size(goods[one.good_id], one.size), one.expires_on)
        counted[key] = counted.get(key, Decimal(0)) + one.quantity
    lots = lots_at(list(counted))
    if CountLine.objects.filter(count=count, lot__in=lots.values()).exists():
        raise Invalid({"": _("This stands in the list already: put the quantity down there.")})
    # Whatever came onto this shelf since the counting began was not there when it began.
    CountLine.objects.bulk_create(
        [
            CountLine(count=count, lot_id=lots[key], expected=Decimal(0), counted=quantity)
            for key, quantity in counted.items()
        ]
    )


@transaction.atomic
def close_count(*, actor: Actor, count_id: int, on: date) -> StockCount:
    """What was found more or less becomes movements of the day on which the counting began.

    What was given out meanwhile is not touched: it was still there when the counting began.
    """
    count = _open(actor, count_id)
    lines = list(CountLine.objects.filter(count=count))
    if all(line.counted is None for line in lines):
        raise Conflict(_("Nothing has been counted yet. Put down at least one line, or call the stock-taking off."))
    found = differences({line.lot_id: line.expected for line in lines}, {line.lot_id: line.counted for line in lines})
    if found:
        count.entry = begin_entry(actor=actor, kind=StockEntry.Kind.COUNTED, on=count.began_on)
        lots = lock_lots(one.lot_id for one in found)
        write(count.entry, [Change(one.lot_id, one.quantity) for one in found], lots, on=count.began_on)
    count.closed_on, count.closed_by_id = on, actor.user_id
    count.save(update_fields=["entry", "closed_on", "closed_by"])
    audit.record(actor=actor, verb="goods.count_closed", day=count.began_on.isoformat(), count=count.pk)
    return count


@transaction.atomic
def call_off_count(*, actor: Actor, count_id: int, on: date) -> StockCount:
    """The stock-taking is given up; nothing changes."""
    count = _open(actor, count_id)
    count.closed_on, count.closed_by_id, count.is_called_off = on, actor.user_id, True
    count.save(update_fields=["closed_on", "closed_by", "is_called_off"])
    audit.record(actor=actor, verb="goods.count_called_off", day=count.began_on.isoformat(), count=count.pk)
    return count


def _open(actor: Actor, count_id: int) -> StockCount:
    policies.check_can_manage(actor)
    get_count(actor=actor, count_id=count_id)
    count = StockCount.objects.select_for_update().get(pk=count_id)
    if count.closed_on is not None:
        raise Conflict(_("This stock-taking is closed. Begin a new one."))
    return count
