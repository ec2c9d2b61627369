"""The daily work of a stock place: receiving, sorting, writing off, moving; each is one entry of the ledger."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Invalid
from opora.goods import policies
from opora.goods.actions.asking import check_quantity, checked_size, goods_by_id, stock_place
from opora.goods.actions.ledger import Change, Key, begin_entry, lock_lots, lots_at, write
from opora.goods.models import Donation, Lot, Purpose, StockEntry
from opora.volunteers.queries import is_donor


@dataclass(frozen=True, slots=True)
class Coming:
    """So much of a good that comes onto the shelf."""

    good_id: int
    quantity: Decimal
    size: str = ""
    expires_on: date | None = None


@transaction.atomic
def receive(
    *,
    actor: Actor,
    place_id: int,
    coming: Sequence[Coming],
    donor_id: int | None = None,
    purpose_id: int | None = None,
    remark: str = "",
    kind: str = StockEntry.Kind.RECEIVED,
    on: date,
) -> StockEntry:
    """Goods come in: bought, or given by a donor, whose purpose they bear from then on."""
    policies.check_can_manage(actor)
    stock = stock_place(place_id)
    changes = _arriving(coming, place_id=stock.pk, purpose_id=_purpose(purpose_id))
    donation = None
    if donor_id is not None or purpose_id is not None:
        donation = Donation.objects.create(
            donor_id=_donor(donor_id),
            purpose_id=purpose_id,
            given_on=on,
            remark=remark.strip()[:200],
            by_id=actor.user_id,
        )
    entry = begin_entry(actor=actor, kind=kind, donation=donation, remark=remark[:200], on=on)
    write(entry, changes, lock_lots(one.lot_id for one in changes), on=on)
    audit.record(actor=actor, verb="goods.received", day=on.isoformat(), entry=entry.pk)
    return entry


@transaction.atomic
def note_money(
    *, actor: Actor, donor_id: int | None, money: Decimal, purpose_id: int | None = None, remark: str = "", on: date
) -> Donation:
    """A donor gave money (S0-78)."""
    policies.check_can_manage(actor)
    if not 0 < money < Decimal(10**9):
        raise Invalid({"money": _("Enter a sum greater than zero.")})
    donation = Donation.objects.create(
        donor_id=_donor(donor_id),
        purpose_id=_purpose(purpose_id),
        money=money,
        given_on=on,
        remark=remark.strip()[:200],
        by_id=actor.user_id,
    )
    audit.record(actor=actor, verb="goods.donated", day=on.isoformat(), donation=donation.pk)
    return donation


@transaction.atomic
def sort_goods(
    *, actor: Actor, lot_id: int, quantity: Decimal, into: Sequence[Coming], remark: str = "", on: date
) -> StockEntry:
    """What came in a heap is sorted: so much of the heap goes, what was found in it comes, for the same purpose."""
    policies.check_can_manage(actor)
    heap = _lot(lot_id)
    check_quantity(heap.good, quantity, field="quantity")
    coming = _arriving(into, place_id=heap.place_id, purpose_id=heap.purpose_id)
    if any(one.lot_id == heap.pk for one in coming):
        raise Invalid({"": _("Sort into other goods than those you sort.")})
    changes = [Change(heap.pk, -quantity), *coming]
    entry = begin_entry(actor=actor, kind=StockEntry.Kind.SORTED, remark=remark[:200], on=on)
    write(entry, changes, lock_lots(one.lot_id for one in changes), on=on)
    audit.record(actor=actor, verb="goods.sorted", day=on.isoformat(), entry=entry.pk)
    return entry


@transaction.atomic
def write_off(
    *, actor: Actor, quantities: Mapping[int, Decimal], reason: str, remark: str = "", on: date
) -> StockEntry:
    """Goods that nobody can be given any more leave the stock, and the reason stays."""
    policies.check_can_manage(actor)
    if not reason or reason not in StockEntry.Reason.values:
        raise Invalid({"reason": _("Choose why the goods are written off.")})
    changes = _leaving(quantities)
    entry = begin_entry(actor=actor, kind=StockEntry.Kind.WRITTEN_OFF, reason=reason, remark=remark[:200], on=on)
    write(entry, changes, lock_lots(one.lot_id for one in changes), on=on)
    audit.record(actor=actor, verb="goods.written_off", day=on.isoformat(), entry=entry.pk)
    return entry


@transaction.atomic
def move_goods(
    *, actor: Actor, quantities: Mapping[int, Decimal], to_place_id: int, remark: str = "", on: date
) -> StockEntry:
    """Goods go from one stock place to another; nothing is added and nothing is lost on the way."""
    policies.check_can_manage(actor)
    there = stock_place(to_place_id)
    leaving = _leaving(quantities)
    lots = {lot.pk: lot for lot in Lot.objects.filter(pk__in=[one.lot_id for one in leaving])}
    if any(lot.place_id == there.pk for lot in lots.values()):
        raise Invalid({"place_id": _("The goods lie there already. Choose another place.")})
    keys = {lot.pk: Key(there.pk, lot.good_id, lot.size, lot.expires_on, lot.purpose_id) for lot in lots.values()}
    made = lots_at(list(keys.values()))
    changes = [*leaving, *(Change(made[keys[one.lot_id]], -one.quantity) for one in leaving)]
    entry = begin_entry(actor=actor, kind=StockEntry.Kind.MOVED, remark=remark[:200], on=on)
    write(entry, changes, lock_lots(one.lot_id for one in changes), on=on)
    audit.record(actor=actor, verb="goods.moved", day=on.isoformat(), entry=entry.pk)
    return entry


def _arriving(coming: Sequence[Coming], *, place_id: int, purpose_id: int | None) -> list[Change]:
    """What comes, as changes of lots; new lots are made here, before any is locked."""
    given = [one for one in coming if one.quantity]
    if not given:
        raise Invalid({"": _("Say what came: enter a quantity in at least one line.")})
    goods = goods_by_id({one.good_id for one in given})
    sums: dict[Key, Decimal] = defaultdict(Decimal)
    for one in given:
        if one.good_id not in goods:
            raise Invalid({"": _("Choose the goods from the list.")})
        check_quantity(goods[one.good_id], one.quantity)
        size = checked_size(goods[one.good_id], one.size)
        sums[Key(place_id, one.good_id, size, one.expires_on, purpose_id)] += one.quantity
    lots = lots_at(list(sums))
    return [Change(lots[key], quantity) for key, quantity in sums.items()]


def _leaving(quantities: Mapping[int, Decimal]) -> list[Change]:
    given = {lot_id: quantity for lot_id, quantity in quantities.items() if quantity}
    if not given:
        raise Invalid({"": _("Enter a quantity in at least one line.")})
    found = {lot.pk: lot for lot in Lot.objects.filter(pk__in=given).select_related("good")}
    if len(found) < len(given):
        raise policies.unseen()
    for lot_id, quantity in given.items():
        check_quantity(found[lot_id].good, quantity)
    return [Change(lot_id, -quantity) for lot_id, quantity in sorted(given.items())]


def _lot(lot_id: int) -> Lot:
    found = Lot.objects.select_related("good").filter(pk=lot_id).first()
    if found is None:
        raise policies.unseen()
    return found


def _donor(donor_id: int | None) -> int | None:
    if donor_id is not None and not is_donor(donor_id):
        raise Invalid({"donor_id": _("Choose the donor from the list.")})
    return donor_id


def _purpose(purpose_id: int | None) -> int | None:
    if purpose_id is not None and not Purpose.objects.filter(pk=purpose_id).exists():
        raise Invalid({"purpose_id": _("Choose the purpose from the list.")})
    return purpose_id
