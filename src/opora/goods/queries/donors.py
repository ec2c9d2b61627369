"""What donors gave, and what became of it: for the report to them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Max, Sum
from django.db.models.functions import Coalesce

from opora.access.rules import Actor
from opora.common.text import fold
from opora.goods import policies
from opora.goods.models import Donation, Movement
from opora.volunteers.queries import DonorEntry, donors


@dataclass(frozen=True, slots=True)
class DonorLine:
    """A donor with what was given in a period: how often, money, units of goods."""

    donor: DonorEntry
    times: int
    money: Decimal
    units: Decimal
    last_on: date | None


def donors_report(*, actor: Actor, from_on: date | None, to_on: date, text: str = "") -> list[DonorLine]:
    """Each donor once, the most generous day by day first; text is a part of the name.

    Gifts stay told though the entry is a donor's no more.
    """
    policies.check_can_read(actor)
    gave = _within(Donation.objects.filter(donor__isnull=False), "given_on", from_on, to_on)
    times = {
        pk: (count, last_on)
        for pk, count, last_on in gave.order_by()
        .values_list("donor_id")
        .annotate(count=Count("pk"), last_on=Max("given_on"))
    }
    money = dict(
        _within(Donation.objects.filter(money__isnull=False), "given_on", from_on, to_on)
        .values("donor_id")
        .annotate(sum=Sum("money"))
        .order_by()
        .values_list("donor_id", "sum")
    )
    came = _within(
        Movement.objects.filter(entry__donation__donor__isnull=False, entry__kind="received"), "on", from_on, to_on
    )
    units = dict(
        came.values("entry__donation__donor_id")
        .annotate(sum=Coalesce(Sum("quantity"), Decimal(0)))
        .order_by()
        .values_list("entry__donation__donor_id", "sum")
    )
    lines = [
        DonorLine(one, count, money.get(one.pk, Decimal(0)), units.get(one.pk, Decimal(0)), last_on)
        for one in donors(actor=actor, with_ids=times)
        if fold(text) in fold(one.name)
        for count, last_on in [times.get(one.pk, (0, None))]
    ]
    return sorted(lines, key=lambda line: (-line.times, line.donor.name))


def _within(found: Any, day: str, from_on: date | None, to_on: date) -> Any:
    found = found.filter(**{f"{day}__lte": to_on})
    return found.filter(**{f"{day}__gte": from_on}) if from_on is not None else found
