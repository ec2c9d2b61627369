"""What a workbook says lies in the stock places is written into the ledger, once."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.db import transaction

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.one_at_a_time import one_at_a_time
from opora.goods import policies
from opora.goods.actions.ledger import Change, Key, begin_entry, lock_lots, lots_at, write
from opora.goods.models import Good, Lot, StockEntry, StockPlace
from opora.goods.queries.brought import brought_so_far
from opora.goods.rules.bringing_in import Coming, SaidToLie, name_key, what_comes


@transaction.atomic
def bring_in(*, actor: Actor, rows: Sequence[SaidToLie], on: date) -> tuple[list[Coming], list[Coming]]:
    """Write the differences to what workbooks brought before; gives what was done and what could not be.

    Less than before can be taken only from what still lies there: the rest was given out, and stays so.
    """
    policies.check_can_manage(actor)
    one_at_a_time("goods.import")
    coming = what_comes(rows, brought_so_far())
    moving = [one for one in coming if one.change or one.is_new]
    places = {one.said.place: _place(one.said.place) for one in moving}
    goods = {(one.said.good, one.said.unit): _good(one.said) for one in moving}
    keys = {
        one.said.key: Key(
            places[one.said.place].pk,
            goods[one.said.good, one.said.unit].pk,
            one.said.size,
            one.said.expires_on,
        )
        for one in moving
    }
    lot_ids = lots_at(list(keys.values()))
    lots = lock_lots(lot_ids.values())
    done, refused, changes = [], [], []
    for one in coming:
        lot = lots[lot_ids[keys[one.said.key]]] if one.said.key in keys else None
        if lot is not None and one.change < 0 and not _is_there(lot, -one.change, on):
            refused.append(one)
            continue
        done.append(one)
        if lot is not None and one.change:
            changes.append(Change(lot.pk, one.change))
    if changes:
        entry = begin_entry(actor=actor, kind=StockEntry.Kind.IMPORTED, on=on)
        write(entry, changes, lots, on=on)
        audit.record(actor=actor, verb="goods.imported", count=len(changes), entry=entry.pk)
    return done, refused


def _is_there(lot: Lot, quantity: Decimal, on: date) -> bool:
    return lot.quantity - lot.reserved >= quantity and (lot.last_on is None or lot.last_on <= on)


def _place(name: str) -> StockPlace:
    known = {name_key(place.name): place for place in StockPlace.objects.all()}
    return known.get(name_key(name)) or StockPlace.objects.create(name=name)


def _good(said: SaidToLie) -> Good:
    """A known kind of goods by its name and unit, or a new one; a size shows that it has sizes."""
    known = {name_key(good.name): good for good in Good.objects.filter(unit=said.unit)}
    good = known.get(name_key(said.good))
    if good is None:
        return Good.objects.create(name=said.good, category=said.category, unit=said.unit, has_sizes=bool(said.size))
    if said.size and not good.has_sizes:
        good.has_sizes = True
        good.save(update_fields=["has_sizes"])
    return good
