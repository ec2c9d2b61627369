"""A warehouse in bulk: a shelf as full in a small house as in a large one, and a ledger that grows with the families.

What lies there now was received by the room's own verb. What families were given came and went: a lot that is used up
stays in the table, and every act stands in the ledger, so that the balances remain the sums of the movements.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db import connection

from opora.access.rules import SYSTEM
from opora.common.dates import now
from opora.goods import actions
from opora.goods.models import Category, Good, StockPlace

GOODS, SIZES, EACH = 60, 4, 2
"""So many kinds of goods in so many sizes lie there; each family was given something so many times."""
_OPENED_BEFORE = timedelta(days=4_000)

# Two lines an act. The lots are found by the number of the act, so that all of them move.
# reads: process_route, goods_good, goods_issue, goods_issueline, goods_lot, goods_movement, goods_stockentry
_GIVEN = """
    WITH lots AS (
        INSERT INTO goods_lot (place_id, good_id, size, expires_on, purpose_id, quantity, reserved, last_on)
        SELECT %(place)s, id, '', %(gone)s::date, NULL, 0, 0, %(today)s::date FROM goods_good
        RETURNING id, good_id
    ), shelf AS (
        SELECT id, good_id, row_number() OVER (ORDER BY id) - 1 AS position, count(*) OVER () AS n FROM lots
    ), acts AS (
        INSERT INTO goods_issue
            (by_id, recorded_at, voided_on, route_id, case_id, kind, given_on, act_number, place_id, receiver_id,
             remark, reverses_id)
        SELECT r.worker_id, %(now)s, NULL, r.id, NULL, 'goods',
               r.started_on
                 + (coalesce(r.ended_on, %(today)s::date) - r.started_on)
                 * (60 * turn - (r.id %% 60)::int) / (60 * %(each)s),
               'B-' || r.id || '-' || turn, %(place)s, NULL, NULL, NULL
        FROM process_route r CROSS JOIN generate_series(1, %(each)s) turn
        WHERE r.case_id = ANY(%(cases)s)
        RETURNING id, given_on, by_id
    ), lines AS (
        INSERT INTO goods_issueline (issue_id, good_id, size, quantity, kit_id, kits)
        SELECT a.id, s.good_id, '', 1, NULL, 0
        FROM acts a CROSS JOIN generate_series(0, 1) turn JOIN shelf s ON s.position = (a.id * 2 + turn) %% s.n
    ), entries AS (
        INSERT INTO goods_stockentry (kind, reason, "on", at, donation_id, issue_id, remark, by_id)
        SELECT 'issued', '', given_on, %(now)s, NULL, id, '', by_id FROM acts
        RETURNING id, issue_id, "on"
    ), went AS (
        INSERT INTO goods_movement (entry_id, lot_id, quantity, "on")
        SELECT e.id, s.id, -1, e."on"
        FROM entries e CROSS JOIN generate_series(0, 1) turn JOIN shelf s ON s.position = (e.issue_id * 2 + turn) %% s.n
        RETURNING lot_id
    ), came AS (
        INSERT INTO goods_stockentry (kind, reason, "on", at, donation_id, issue_id, remark, by_id)
        VALUES ('received', '', %(first)s::date, %(now)s, NULL, NULL, '', NULL)
        RETURNING id
    )
    INSERT INTO goods_movement (entry_id, lot_id, quantity, "on")
    SELECT c.id, w.lot_id, count(*), %(first)s::date FROM came c CROSS JOIN went w GROUP BY c.id, w.lot_id
"""


class WarehouseFiller:
    """Stocks one warehouse, then gives every family something."""

    def __init__(self, *, today: date) -> None:
        self.today = today
        self.first = today - _OPENED_BEFORE
        self._batches = 0
        self.place = StockPlace.objects.create(name="Склад")
        kinds = list(Category.values)
        goods = Good.objects.bulk_create(
            Good(
                name=f"Товар {n:02d}",
                category=kinds[n % len(kinds)],
                has_sizes=True,
                low_at=100 if n % 9 == 0 else None,
            )
            for n in range(GOODS)
        )
        coming = [
            actions.Coming(good.pk, Decimal(60), str(50 + 6 * size), today + timedelta(days=30 * size + place))
            for place, good in enumerate(goods)
            for size in range(SIZES)
        ]
        actions.receive(actor=SYSTEM, place_id=self.place.pk, coming=coming, on=today - timedelta(days=1))

    def give(self, case_ids: Sequence[int]) -> None:
        """What these families were given, on their paths, from lots that are used up since."""
        self._batches += 1
        values: dict[str, Any] = {
            "place": self.place.pk,
            "cases": list(case_ids),
            "each": EACH,
            "now": now(),
            "today": self.today,
            "first": self.first,
            # Lots of one kind differ by the day on which they went off.
            "gone": self.today - timedelta(days=400 + self._batches),
        }
        with connection.cursor() as cursor:
            cursor.execute(_GIVEN, values)
