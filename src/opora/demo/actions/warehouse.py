"""The invented warehouse: what came, what families were given of it, what they need, what waits for them."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import cycle
from typing import Any

from opora.access.rules import Actor
from opora.demo.rules.warehouse import (
    DONORS,
    GIVEN,
    GOODS,
    KIT,
    NEEDS,
    NORMS,
    PURPOSE,
    SHOP,
    WAREHOUSE,
    InventedGood,
)
from opora.goods import actions
from opora.goods.actions import Asked, Coming
from opora.goods.models import Good, Kit, StockPlace
from opora.goods.rules.kits import Part
from opora.process.models import Route
from opora.volunteers import actions as volunteers

# So long ago the first goods came; no family of the demonstration came earlier.
_OPENED_BEFORE = timedelta(days=900)
_EVERY = 3


class WarehouseWriter:
    """Stocks the shelves once, then gives every third family something of it."""

    def __init__(self, keeper: Actor, *, today: date) -> None:
        self.keeper, self.today = keeper, today
        self._given, self._needs = cycle(GIVEN), cycle(NEEDS)
        self.goods: dict[str, int] = {}

    def write(self, actor: Actor, route_id: int, children: list[int], number: int) -> None:
        """Something given to a family whose work goes on, and what it needs."""
        route = Route.objects.get(pk=route_id)
        if number % _EVERY or route.ended_on is not None or route.case_id is None:
            return
        if not self.goods:
            self._stock_up()
        where: dict[str, Any] = {"actor": actor, "route_id": route_id}
        on = max(route.started_on, self.today - timedelta(days=5 + number % 40))
        kits, things = next(self._given)
        asked = [Asked(Decimal(n), good_id=self.goods[name], size=size) for name, size, n in things]
        if kits:
            asked.append(Asked(Decimal(kits), kit_id=self.kit_id))
        name, size, quantity, rhythm = next(self._needs)
        actions.record_need(
            **where,
            good_id=self.goods[name],
            size=size,
            quantity=Decimal(quantity),
            rhythm=rhythm,
            person_id=children[0] if children and rhythm == "once" else None,
            due_on=self.today + timedelta(days=number % 17 - 3),
            on=on,
        )
        actions.give_goods(**where, place_id=self.place_id, asked=asked, on=on)
        if number % (_EVERY * 4) == 0:
            self._further(actor, route_id, number)

    def _further(self, actor: Actor, route_id: int, number: int) -> None:
        """In turn: something that waits in the warehouse, money with its purpose."""
        if number % (_EVERY * 8):
            terms = {"amount": Decimal(7500), "purpose": "Анализы и лекарства ребёнку", "basis": "application"}
            actions.give_money(actor=actor, route_id=route_id, kind="money", terms=terms, on=self.today)
        else:
            actions.put_aside(
                actor=actor,
                route_id=route_id,
                place_id=self.place_id,
                asked=[Asked(Decimal(1), kit_id=self.kit_id)],
                until=self.today + timedelta(days=3),
                on=self.today,
            )

    def _stock_up(self) -> None:
        known = StockPlace.objects.filter(name=WAREHOUSE).first()
        if known is None:
            self._found()
            known = StockPlace.objects.get(name=WAREHOUSE)
        self.place_id = known.pk
        self.goods = dict(Good.objects.values_list("name", "pk"))
        self.kit_id = Kit.objects.values_list("pk", flat=True).get(name=KIT[0])

    def _found(self) -> None:
        actor, on = self.keeper, self.today - _OPENED_BEFORE
        house = actions.keep_place(actor=actor, name=WAREHOUSE, kind="warehouse")
        shop = actions.keep_place(actor=actor, name=SHOP, kind="shop")
        made = {one.name: self._keep(one) for one in GOODS}
        parts = [Part(made[name], "", Decimal(n)) for name, n in KIT[1].items()]
        actions.keep_kit(actor=actor, name=KIT[0], parts=parts)
        for name, most, days in NORMS:
            actions.keep_norm(actor=actor, good_id=made[name], most=Decimal(most), days=days)
        donors = [volunteers.keep_donor(actor=actor, name=name, giver=kind, on=on).pk for name, kind in DONORS]
        purpose = actions.keep_purpose(actor=actor, name=PURPOSE[0], child_under=PURPOSE[1])
        for part, donor_id in enumerate(donors):
            coming = [one for good in GOODS[part :: len(donors)] for one in self._coming(good, made[good.name])]
            actions.receive(actor=actor, place_id=house.pk, coming=coming, donor_id=donor_id, on=on)
        gift = [Coming(made["Подгузники"], Decimal(12), "4")]
        actions.receive(actor=actor, place_id=house.pk, coming=gift, donor_id=donors[0], purpose_id=purpose.pk, on=on)
        sold = [one for good in GOODS if good.in_shop for one in self._coming(good, made[good.name])]
        actions.receive(actor=actor, place_id=shop.pk, coming=sold, donor_id=donors[2], on=on)
        actions.note_money(actor=actor, donor_id=donors[3], money=Decimal(15_000), on=self.today - timedelta(days=20))

    def _keep(self, one: InventedGood) -> int:
        good = actions.keep_good(
            actor=self.keeper,
            name=one.name,
            category=one.category,
            unit=one.unit,
            has_sizes="" not in one.came,
            low_at=Decimal(one.low_at) if one.low_at else None,
        )
        return int(good.pk)

    def _coming(self, one: InventedGood, good_id: int) -> list[Coming]:
        until = self.today + timedelta(days=one.good_for) if one.good_for else None
        return [Coming(good_id, Decimal(n), size, until) for size, n in one.came.items()]
