"""The ledger as a list: what moved, when, by whom, why."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q

from opora.access.rules import Actor
from opora.goods import policies, words
from opora.goods.models import Movement

PAGE = 50


@dataclass(frozen=True, slots=True)
class MovementFilters:
    """What narrows the list of movements."""

    kind: str = ""
    place_id: int | None = None
    good_id: int | None = None
    category: str = ""
    from_on: date | None = None
    to_on: date | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class MovementRow:
    """A movement, told: nothing of the family stands in it, only the number of the act."""

    pk: int
    on: date
    kind: str
    kind_code: str
    good: str
    place: str
    quantity: Decimal
    unit: str
    act: str
    donor: str
    reason: str
    remark: str
    by: str


def movements(
    *, actor: Actor, filters: MovementFilters, before: tuple[date, int] | None = None, limit: int = PAGE + 1
) -> list[MovementRow]:
    """Movements, the newest first, below the day and number named."""
    policies.check_can_read(actor)
    found = Movement.objects.select_related(
        "lot__good", "lot__place", "entry__issue", "entry__donation__donor", "entry__by"
    )
    found = found.defer("entry__issue__remark")
    if filters.kind:
        found = found.filter(entry__kind=filters.kind)
    if filters.place_id:
        found = found.filter(lot__place_id=filters.place_id)
    if filters.good_id:
        found = found.filter(lot__good_id=filters.good_id)
    if filters.category:
        found = found.filter(lot__good__category=filters.category)
    if filters.words:
        found = found.filter(lot__good__name__icontains=filters.words)
    if filters.from_on:
        found = found.filter(on__gte=filters.from_on)
    if filters.to_on:
        found = found.filter(on__lte=filters.to_on)
    if before is not None:
        day, pk = before
        found = found.filter(Q(on__lt=day) | Q(on=day, pk__lt=pk))
    return [_row(one) for one in found.order_by("-on", "-pk")[:limit]]


def _row(one: Movement) -> MovementRow:
    entry = one.entry
    donation = entry.donation
    return MovementRow(
        pk=one.pk,
        on=one.on,
        kind=str(entry.get_kind_display()),
        kind_code=entry.kind,
        good=words.named(one.lot.good.name, one.lot.size),
        place=one.lot.place.name,
        quantity=one.quantity,
        unit=words.unit(one.lot.good.unit),
        act=entry.issue.act_number if entry.issue is not None else "",
        donor=donation.donor.name_text if donation is not None and donation.donor is not None else "",
        reason=str(entry.get_reason_display()) if entry.reason else "",
        remark=entry.remark,
        by=entry.by.name if entry.by is not None else "",
    )
