"""What workbooks have brought so far, by what tells goods apart."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.db.models import Sum

from opora.access.rules import Actor
from opora.goods import policies
from opora.goods.models import Movement, StockEntry
from opora.goods.rules.bringing_in import Coming, SaidToLie, name_key, what_comes

Key = tuple[str, str, str, str, date | None]


def brought_so_far() -> dict[Key, Decimal]:
    """The sums of all that came from workbooks, also where it was all given out since."""
    found = Movement.objects.filter(entry__kind=StockEntry.Kind.IMPORTED, lot__purpose=None)
    rows = found.values_list("lot__place__name", "lot__good__name", "lot__good__unit", "lot__size", "lot__expires_on")
    return {
        (name_key(place), name_key(good), unit, size, expires): quantity
        for place, good, unit, size, expires, quantity in rows.annotate(sum=Sum("quantity")).order_by()
    }


def coming_of(*, actor: Actor, rows: Sequence[SaidToLie]) -> list[Coming]:
    """What bringing these rows in would do."""
    policies.check_can_manage(actor)
    return what_comes(rows, brought_so_far())
