"""The one way into the ledger: lots are locked in one order, what moves is written down, balances follow.

Everything else of a deed is done before the first lot is locked, so that others wait for its last steps only. Whoever
needs a path locked, locks it before the lots; new lots are made before any is locked. So no two deeds wait for each
other.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection
from django.db.models import Sum
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.common.dates import now
from opora.common.errors import Conflict
from opora.common.planning import ask_known
from opora.goods.models import Donation, Issue, Lot, Movement, StockEntry
from opora.goods.rules.taking import OnShelf, Wanted, least_since

MOST = Decimal("1000000")
NOTHING = Decimal(0)
# Entries, movements and balances by one statement: while lots are locked, others wait for every round to the database.
# Where many families are given to at once, each act has an entry of its own: changes say which, by its place in order.
_WRITE = """
WITH entry AS MATERIALIZED (
    SELECT nextval(pg_get_serial_sequence('goods_stockentry', 'id')) AS id, issue_id, n
    FROM unnest(%s::bigint[]) WITH ORDINALITY AS act (issue_id, n)
), head AS (
    INSERT INTO goods_stockentry (id, issue_id, kind, reason, "on", at, donation_id, remark, by_id)
    SELECT id, issue_id, %s::text, %s::text, %s::date, %s::timestamptz, %s::bigint, %s::text, %s::bigint FROM entry
), change AS (
    SELECT * FROM unnest(%s::bigint[], %s::bigint[], %s::numeric[], %s::numeric[])
        AS change (n, lot_id, quantity, reserved)
), moved AS (
    INSERT INTO goods_movement (entry_id, lot_id, quantity, "on")
    SELECT entry.id, lot_id, quantity, %s::date FROM change JOIN entry USING (n) WHERE quantity <> 0
), balance AS (
    UPDATE goods_lot AS lot
    SET quantity = lot.quantity + total.quantity, reserved = lot.reserved + total.reserved,
        last_on = GREATEST(lot.last_on, %s::date)
    FROM (SELECT lot_id, sum(quantity) AS quantity, sum(reserved) AS reserved FROM change GROUP BY lot_id) AS total
    WHERE lot.id = total.lot_id
)
SELECT id FROM entry
"""
_BALANCES = """
UPDATE goods_lot AS lot SET reserved = lot.reserved + change.reserved, last_on = GREATEST(lot.last_on, %s::date)
FROM (
    SELECT lot_id, sum(reserved) AS reserved FROM unnest(%s::bigint[], %s::numeric[]) AS change (lot_id, reserved)
    GROUP BY lot_id
) AS change WHERE lot.id = change.lot_id
"""
# Only what may serve is locked, in the order of the lots: other sizes of the same good are free for others.
_WANTED = """
SELECT id, place_id, good_id, size, expires_on, purpose_id, quantity, reserved, last_on FROM goods_lot
WHERE place_id = %s::bigint AND quantity > 0
    AND (id = ANY(%s::bigint[]) OR (good_id, size) IN (SELECT * FROM unnest(%s::bigint[], %s::text[])))
ORDER BY id FOR NO KEY UPDATE
"""
_COLUMNS = ("id", "place_id", "good_id", "size", "expires_on", "purpose_id", "quantity", "reserved", "last_on")


@dataclass(frozen=True, slots=True)
class Key:
    """What makes a lot: the place, the good, its size, the day it goes off, for whom it was given."""

    place_id: int
    good_id: int
    size: str = ""
    expires_on: date | None = None
    purpose_id: int | None = None

    @property
    def order(self) -> tuple[Any, ...]:
        return (self.place_id, self.good_id, self.size, self.expires_on or date.max, self.purpose_id or 0)


@dataclass(frozen=True, slots=True)
class Change:
    """So much more of a lot, or less of it; and so much more or less of it put aside."""

    lot_id: int
    quantity: Decimal = NOTHING
    reserved: Decimal = NOTHING


def lots_at(keys: Collection[Key]) -> dict[Key, int]:
    """The lots with these keys, made where there are none; asked for before any lot is locked."""
    wanted = sorted(set(keys), key=lambda key: key.order)
    if not wanted:
        return {}
    found = _known(wanted)
    missing = [key for key in wanted if key not in found]
    if missing:
        Lot.objects.bulk_create([_lot(key) for key in missing], ignore_conflicts=True)
        found |= _known(missing)
    return found


def _known(keys: Sequence[Key]) -> dict[Key, int]:
    lots = Lot.objects.filter(place_id__in={key.place_id for key in keys}, good_id__in={key.good_id for key in keys})
    rows = lots.values_list("place_id", "good_id", "size", "expires_on", "purpose_id", "pk")
    known = {Key(*row[:-1]): row[-1] for row in rows}
    return {key: known[key] for key in keys if key in known}


def _lot(key: Key) -> Lot:
    return Lot(
        place_id=key.place_id,
        good_id=key.good_id,
        size=key.size,
        expires_on=key.expires_on,
        purpose_id=key.purpose_id,
    )


def lock_lots(lot_ids: Iterable[int]) -> dict[int, Lot]:
    """The lots as they are now, in the one order in which everybody locks them; others may still read them."""
    found = Lot.objects.select_for_update(no_key=True).filter(pk__in=set(lot_ids)).order_by("pk")
    return {lot.pk: lot for lot in found}


def lock_wanted(wanted: Sequence[Wanted], *, place_id: int) -> dict[int, Lot]:
    """The lots of a place that may serve what is wanted, found and locked by one question."""
    certain = [one.lot_id for one in wanted if one.lot_id is not None]
    goods, sizes = [one.good_id for one in wanted], [one.size for one in wanted]
    rows = ask_known(_WANTED, [place_id, certain, goods, sizes])
    return {row[0]: Lot.from_db(connection.alias, _COLUMNS, row) for row in rows}


def shelf_of(lots: Mapping[int, Lot], *, on: date) -> list[OnShelf]:
    """What of locked lots may be taken on a day; of an earlier day, what was there on every day since."""
    least = _least(lots.values(), on)
    return [
        OnShelf(
            lot_id=lot.pk,
            good_id=lot.good_id,
            size=lot.size,
            free=min(lot.quantity - lot.reserved, least.get(lot.pk, lot.quantity)),
            expires_on=lot.expires_on,
            purpose_id=lot.purpose_id,
        )
        for lot in lots.values()
    ]


def _least(lots: Iterable[Lot], on: date) -> dict[int, Decimal]:
    late = {lot.pk: lot.quantity for lot in lots if lot.last_on is not None and lot.last_on > on}
    if not late:
        return {}
    since: dict[int, list[tuple[date, Decimal]]] = {lot_id: [] for lot_id in late}
    moved = Movement.objects.filter(lot_id__in=late, on__gt=on).values("lot_id", "on").annotate(sum=Sum("quantity"))
    for lot_id, day, quantity in moved.order_by().values_list("lot_id", "on", "sum"):
        since[lot_id].append((day, quantity))
    return {lot_id: least_since(now, since[lot_id]) for lot_id, now in late.items()}


def begin_entry(
    *,
    actor: Actor,
    kind: str,
    on: date,
    donation: Donation | None = None,
    issue: Issue | None = None,
    reason: str = "",
    remark: str = "",
) -> StockEntry:
    """The head of what is written down next; it is kept together with its movements, as the last thing of a deed."""
    return StockEntry(
        kind=kind, on=on, donation=donation, issue=issue, reason=reason, remark=remark.strip(), by_id=actor.user_id
    )


def write(entry: StockEntry, changes: Sequence[Change], lots: Mapping[int, Lot], *, on: date) -> None:
    """Write movements down and let the balances of locked lots follow; Conflict when there is less than goes out."""
    _check_there(changes, lots, on)
    [(entry.pk,)] = _write(entry, [(entry.issue_id, changes)], on)


def write_for_each(
    entry: StockEntry, given: Sequence[tuple[int | None, Sequence[Change]]], lots: Mapping[int, Lot], *, on: date
) -> None:
    """The same for many acts at once: an entry like this for each act by its id, all of them by one statement."""
    sums: dict[int, Change] = {}
    for one in (change for _issue_id, changes in given for change in changes):
        so_far = sums.get(one.lot_id, Change(one.lot_id))
        sums[one.lot_id] = Change(one.lot_id, so_far.quantity + one.quantity, so_far.reserved + one.reserved)
    _check_there(list(sums.values()), lots, on)
    _write(entry, given, on)


def _check_there(changes: Sequence[Change], lots: Mapping[int, Lot], on: date) -> None:
    least = _least([lots[one.lot_id] for one in changes if one.quantity < 0], on)
    for one in changes:
        lot = lots[one.lot_id]
        free = lot.quantity - lot.reserved - one.reserved
        if one.quantity < 0 and min(free, least.get(lot.pk, free)) + one.quantity < 0:
            raise Conflict(_("There is less on the shelf than is to go out. Look at what is there now."))


def _write(entry: StockEntry, given: Sequence[tuple[int | None, Sequence[Change]]], on: date) -> list[tuple[Any, ...]]:
    head = [entry.kind, entry.reason, on, now(), entry.donation_id, entry.remark, entry.by_id]
    rows = [
        (n, one.lot_id, one.quantity, one.reserved)
        for n, (_issue_id, changes) in enumerate(given, start=1)
        for one in changes
    ]
    columns = [[row[place] for row in rows] for place in range(4)]
    return ask_known(_WRITE, [[issue_id for issue_id, _changes in given], *head, *columns, on, on])


def put_aside_of(changes: Sequence[Change], *, on: date | None) -> None:
    """So much more or less of locked lots is put aside; the database lets nobody put aside what is not there.

    Of what comes back no day is said: it was put aside on one that the lot knows already.
    """
    if changes:
        with connection.cursor() as cursor:
            cursor.execute(_BALANCES, [on, [one.lot_id for one in changes], [one.reserved for one in changes]])
