"""A small warehouse and a family to give to."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import count

from opora.access.rules import SYSTEM, Actor, Role
from opora.cases.tests.factories import worker
from opora.goods import actions
from opora.goods.actions import Asked, Coming
from opora.goods.models import Good, StockPlace
from opora.plans.tests.factories import Walk, make_walk
from opora.process.tests.factories import BEGAN

_numbers = count(1)
ON = BEGAN


@dataclass
class Shelf:
    """A stock place with its keeper, and a family on its path with its case manager."""

    place: StockPlace
    keeper: Actor
    walk: Walk
    goods: dict[str, Good] = field(default_factory=dict)

    def good(
        self, name: str, *, category: str = "food", unit: str = "pack", has_sizes: bool = False, low_at: int = 0
    ) -> Good:
        """A kind of goods, made the first time it is named."""
        if name not in self.goods:
            self.goods[name] = actions.keep_good(
                actor=SYSTEM,
                name=f"{name} {next(_numbers)}",
                category=category,
                unit=unit,
                has_sizes=has_sizes,
                low_at=Decimal(low_at) if low_at else None,
            )
        return self.goods[name]

    def bring(
        self, good: Good, quantity: int, *, size: str = "", until: date | None = None, on: date = ON, **how: object
    ) -> None:
        """So much of a good comes in."""
        coming = [Coming(good.pk, Decimal(quantity), size, until)]
        actions.receive(actor=self.keeper, place_id=self.place.pk, coming=coming, on=on, **how)  # type: ignore[arg-type]

    def give(self, *asked: Asked, on: date = ON, **how: object) -> object:
        """The case manager gives so much to the family."""
        return actions.give_goods(
            actor=self.walk.manager,
            case_id=self.walk.case.pk,
            place_id=self.place.pk,
            asked=asked,
            on=on,
            **how,  # type: ignore[arg-type]
        )

    def there(self, good: Good) -> Decimal:
        """How much of a good lies here."""
        return sum((lot.quantity for lot in good.lots.filter(place=self.place)), Decimal(0))


def make_shelf() -> Shelf:
    """An empty warehouse, its worker, and a family."""
    place = actions.keep_place(actor=SYSTEM, name=f"Склад {next(_numbers)}", kind="warehouse")
    return Shelf(place, worker(Role.WAREHOUSE), make_walk())


def of(good: Good, quantity: int, size: str = "") -> Asked:
    """So much of a good, asked for."""
    return Asked(Decimal(quantity), good_id=good.pk, size=size)
