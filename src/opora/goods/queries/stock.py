"""What lies where: now by the balances, on any past day by the ledger."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import F, Min, Q, Sum
from django.db.models.functions import Coalesce

from opora.access.rules import Actor
from opora.common.text import fold
from opora.goods import policies, words
from opora.goods.models import Good, Lot, Movement, ReservationLine, StockPlace
from opora.goods.rules.sizes import rank

SOON = 30
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class StockLine:
    """A good in a size in a place: how much lies there, how much of it is put aside, when the first goes off."""

    place_id: int
    good_id: int
    good: str
    category: str
    unit: str
    size: str
    quantity: Decimal
    reserved: Decimal
    earliest_expiry: date | None
    low_at: Decimal | None = None

    @property
    def said(self) -> str:
        """How much there is, with its unit."""
        return words.with_unit(self.quantity, self.unit)


@dataclass(frozen=True, slots=True)
class StockFilters:
    """What narrows the stock list."""

    place_id: int | None = None
    category: str = ""
    words: str = ""
    state: str = ""


def list_places(*, actor: Actor, with_inactive: bool = False) -> list[StockPlace]:
    """The stock places."""
    policies.check_can_read(actor)
    found = StockPlace.objects.all()
    return list(found if with_inactive else found.filter(is_active=True))


def stock_now(*, actor: Actor, filters: StockFilters, on: date) -> list[StockLine]:
    """What lies there now, line by line, in the order of a stock list."""
    policies.check_can_read(actor)
    lots = Lot.objects.filter(quantity__gt=0, place__is_active=True)
    if filters.place_id:
        lots = lots.filter(place_id=filters.place_id)
    if filters.category:
        lots = lots.filter(good__category=filters.category)
    if filters.state == "soon":
        lots = lots.filter(expires_on__lte=on + timedelta(days=SOON))
    rows = lots.values(*_GROUP).annotate(sum=Sum("quantity"), aside=Sum("reserved"), first=Min("expires_on"))
    lines = sorted(map(_line, rows.order_by()), key=_order)
    if filters.state == "low":
        lines = [*_low(lines, filters)]
    return [line for line in lines if fold(filters.words) in fold(line.good)] if filters.words else lines


_GROUP = ("place_id", "good_id", "good__name", "good__category", "good__unit", "good__low_at", "size")


def _line(row: dict[str, Any]) -> StockLine:
    return StockLine(
        place_id=row["place_id"],
        good_id=row["good_id"],
        good=row["good__name"],
        category=row["good__category"],
        unit=row["good__unit"],
        size=row["size"],
        quantity=row["sum"],
        reserved=row["aside"] or ZERO,
        earliest_expiry=row["first"],
        low_at=row["good__low_at"],
    )


def _order(line: StockLine) -> tuple[Any, ...]:
    return (line.place_id, line.category, line.good.lower().replace("ё", "е"), line.good_id, rank(line.size))


def _low(lines: Sequence[StockLine], filters: StockFilters) -> Iterable[StockLine]:
    """Goods of which too little is left over all sizes; also those of which nothing is left."""
    sums: dict[int, Decimal] = {}
    for line in lines:
        sums[line.good_id] = sums.get(line.good_id, ZERO) + line.quantity
    watched = Good.objects.filter(is_active=True, low_at__isnull=False)
    if filters.category:
        watched = watched.filter(category=filters.category)
    for good in watched:
        if sums.get(good.pk, ZERO) < (good.low_at or ZERO):
            yield StockLine(
                place_id=filters.place_id or 0,
                good_id=good.pk,
                good=good.name,
                category=good.category,
                unit=good.unit,
                size="",
                quantity=sums.get(good.pk, ZERO),
                reserved=ZERO,
                earliest_expiry=None,
                low_at=good.low_at,
            )


def stock_on(*, actor: Actor, on: date) -> list[tuple[StockPlace, list[StockLine]]]:
    """What lay in each place at the end of a day, from the ledger alone."""
    policies.check_can_read(actor)
    moved = Movement.objects.filter(on__lte=on).values("lot_id").annotate(sum=Sum("quantity")).order_by()
    balances = {lot_id: quantity for lot_id, quantity in moved.values_list("lot_id", "sum") if quantity}
    aside = ReservationLine.objects.filter(
        Q(reservation__ended_on=None) | Q(reservation__ended_on__gt=on), reservation__made_on__lte=on
    )
    kept = dict(aside.values("lot_id").annotate(sum=Sum("quantity")).order_by().values_list("lot_id", "sum"))
    lines: dict[tuple[Any, ...], StockLine] = {}
    lots = Lot.objects.filter(pk__in=balances).values("pk", "expires_on", *_GROUP)
    for lot in lots:
        key = (lot["place_id"], lot["good_id"], lot["size"])
        before = lines.get(key)
        days = [day for day in (lot["expires_on"], before.earliest_expiry if before else None) if day is not None]
        lines[key] = _line(
            {
                **lot,
                "sum": balances[lot["pk"]] + (before.quantity if before else ZERO),
                "aside": kept.get(lot["pk"], ZERO) + (before.reserved if before else ZERO),
                "first": min(days, default=None),
            }
        )
    by_place: dict[int, list[StockLine]] = {}
    for line in sorted(lines.values(), key=_order):
        by_place.setdefault(line.place_id, []).append(line)
    places = StockPlace.objects.all()
    return [(place, by_place.get(place.pk, [])) for place in places if place.is_active or place.pk in by_place]


def unbalanced() -> list[int]:
    """Lots whose balance is not the sum of their movements, or of which more is put aside than was; always none."""
    moved = Coalesce(Sum("movements__quantity"), ZERO)
    lots = Lot.objects.annotate(moved=moved).exclude(quantity=F("moved")).order_by("pk")
    return list(lots.values_list("pk", flat=True))


def lots_of(*, actor: Actor, good_id: int, place_id: int | None = None) -> list[Lot]:
    """The lots of a good that lie somewhere, the first to go off first."""
    policies.check_can_read(actor)
    found = Lot.objects.filter(good_id=good_id, quantity__gt=0).select_related("place", "good", "purpose")
    if place_id:
        found = found.filter(place_id=place_id)
    return sorted(found, key=lambda lot: (lot.place_id, rank(lot.size), lot.expires_on or date.max, lot.pk))


def get_good(*, actor: Actor, good_id: int) -> Good:
    """A kind of goods."""
    policies.check_can_read(actor)
    found = Good.objects.filter(pk=good_id).first()
    if found is None:
        raise policies.unseen()
    return found


def get_lot(*, actor: Actor, lot_id: int) -> Lot:
    """A lot of goods."""
    policies.check_can_read(actor)
    found = Lot.objects.select_related("place", "good", "purpose").filter(pk=lot_id).first()
    if found is None:
        raise policies.unseen()
    return found


def low_goods() -> set[int]:
    """The kinds of goods of which too little is left, over all sizes and places."""
    watched = Good.objects.filter(is_active=True, low_at__isnull=False)
    there = watched.annotate(there=Coalesce(Sum("lots__quantity"), ZERO))
    return set(there.filter(there__lt=F("low_at")).values_list("pk", flat=True))


def how_it_stands(*, actor: Actor, on: date) -> dict[str, int]:
    """How many kinds of goods run low, how many lots go off soon, how many have gone off, how much waits."""
    policies.check_can_read(actor)
    there = Lot.objects.filter(quantity__gt=0)
    return {
        "low": len(low_goods()),
        "soon": there.filter(expires_on__range=(on, on + timedelta(days=SOON))).count(),
        "gone_off": there.filter(expires_on__lt=on).count(),
    }
