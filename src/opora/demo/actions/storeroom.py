"""What else happens in a storeroom: a heap sorted, spoiled goods written off, a move to the shop, a stock-taking, and
what is asked for outside.

And help of every kind in the practices that came later: goods for some families, and what is paid for them.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from opora.access.rules import Actor
from opora.cases.models import Case
from opora.demo.actions.warehouse import WarehouseWriter
from opora.demo.queries import FIRST, at_work
from opora.demo.rules.warehouse import (
    APPEAL_TWICE,
    APPEALS,
    HEAP,
    HEAP_HELD,
    MISCOUNTED,
    MOVED,
    PAID,
    SHOP,
    SPOILED,
    WAREHOUSE,
)
from opora.goods import actions
from opora.goods.actions import Coming
from opora.goods.models import Appeal, CountLine, Good, Issue, Lot, StockCount, StockPlace
from opora.process.models import Route

FEW = 3


class StoreroomWriter:
    """Writes it down once, as the keeper of the warehouse and the case managers would have."""

    def __init__(self, actors: Mapping[str, Actor], *, today: date) -> None:
        self.keeper, self.head, self.today = actors["warehouse"], actors["head"], today

    def write(self) -> None:
        """Nothing where no warehouse is; nothing twice."""
        place = StockPlace.objects.filter(name=WAREHOUSE).first()
        if place is None:
            return
        if not StockCount.objects.exists():
            self._keep_order(place)
        if not Appeal.every.exists():
            self._look_for()
        warehouse = WarehouseWriter(self.keeper, today=self.today)
        for practice, cases in at_work().items():
            for case in cases[:FEW] if practice != FIRST else ():
                self._help(warehouse, case)
            if Issue.objects.filter(case__in=cases, kind=Issue.Kind.PAID).exists():
                continue
            for number, paid in enumerate(PAID):
                self._pay(cases[number % len(cases)], *paid)

    def _keep_order(self, place: StockPlace) -> None:
        goods = dict(Good.objects.values_list("name", "pk"))
        shop = StockPlace.objects.get(name=SHOP)
        at: dict[str, Any] = {"actor": self.keeper, "on": self.today - timedelta(days=9)}
        found = [Coming(goods[name], Decimal(n), size) for name, size, n in HEAP_HELD]
        actions.sort_goods(**at, lot_id=self._lot(place, HEAP).pk, quantity=Decimal(2), into=found)
        name, reason, spoiled = SPOILED
        actions.write_off(**at, quantities={self._lot(place, name).pk: Decimal(spoiled)}, reason=reason)
        name, size, moved = MOVED
        actions.move_goods(**at, quantities={self._lot(place, name, size).pk: Decimal(moved)}, to_place_id=shop.pk)
        count = actions.begin_count(actor=self.keeper, place_id=shop.pk, on=self.today - timedelta(days=2))
        lines = CountLine.objects.filter(count=count).order_by("pk")
        counted: dict[int, Decimal | None] = {line.pk: line.expected for line in lines}
        first = lines[0]
        counted[first.pk] = first.expected - MISCOUNTED
        actions.put_down(actor=self.keeper, count_id=count.pk, counted=counted)
        actions.close_count(actor=self.keeper, count_id=count.pk, on=self.today - timedelta(days=2))

    def _look_for(self) -> None:
        """Whom we asked for what families need, and what came of it; one request stands there twice and is voided."""
        for what, whom, way, ago, state, ahead in APPEALS:
            asked_on = self.today - timedelta(days=ago)
            made = actions.ask_for(actor=self.keeper, what=what, whom=whom, way=way, on=asked_on, today=self.today)
            if state:
                actions.answer_appeal(
                    actor=self.keeper,
                    appeal_id=made.pk,
                    state=state,
                    promised_by=self.today + timedelta(days=ahead) if ahead is not None else None,
                    on=asked_on + timedelta(days=2),
                    today=self.today,
                )
        what, whom, why = APPEAL_TWICE
        twice = actions.ask_for(
            actor=self.keeper, what=what, whom=whom, way="call", on=self.today - timedelta(days=3), today=self.today
        )
        actions.void_appeal(actor=self.keeper, appeal_id=twice.pk, reason=why, on=self.today)

    def _lot(self, place: StockPlace, name: str, size: str = "") -> Lot:
        return Lot.objects.filter(place=place, good__name=name, size=size, quantity__gt=0).order_by("pk")[0]

    def _help(self, warehouse: WarehouseWriter, case: Case) -> None:
        """Goods for a family of a practice that came later; those of the first were given some on their way."""
        route_id = Route.objects.filter(case=case).values_list("pk", flat=True).first()
        if route_id is not None and not Issue.objects.filter(route_id=route_id).exists():
            children = list(case.children.order_by("pk").values_list("person_id", flat=True))
            warehouse.write(self.head, route_id, children, 0)

    def _pay(self, case: Case, paid_for: str, amount: int, purpose: str, basis: str, months: int | None = None) -> None:
        terms = {"amount": Decimal(amount), "purpose": purpose, "basis": basis, "paid_for": paid_for}
        if months:
            terms |= {"from_on": self.today.replace(day=1), "months": months}
        if paid_for == "repair":
            terms["estimate"] = Decimal(amount)
        actions.give_money(actor=self.head, case_id=case.pk, kind="paid", terms=terms, on=self.today)
