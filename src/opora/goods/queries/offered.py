"""What may be given now: by category, with the sizes that are there, with kits, and what is usual."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import F, Q

from opora.access.rules import Actor
from opora.common.choices import offered
from opora.goods import policies, words
from opora.goods.models import (
    Category,
    FamilyNeed,
    GivingNorm,
    Good,
    HandOutLine,
    Issue,
    Kit,
    KitPart,
    Lot,
    MoneyHelp,
    Purpose,
    StockEntry,
    StockPlace,
)
from opora.goods.queries.issues import given_before
from opora.goods.rules import kits as kit_rules
from opora.goods.rules.norms import Beyond, Given, Norm, beyond
from opora.goods.rules.sizes import neighbors, rank
from opora.process.queries import Place
from opora.volunteers.queries import DonorEntry, donors

CATEGORIES = offered(*Category)
PLACE_KINDS = offered(*StockPlace.Kind)
UNITS = tuple((one.value, one.label) for one in Good.Unit)
RHYTHMS = offered(*FamilyNeed.Rhythm)
BASES = offered(*MoneyHelp.Basis)
PAID_FOR = offered(*(one for one in MoneyHelp.PaidFor if one.value))
MONEY_KINDS = offered(Issue.Kind.CERTIFICATE, Issue.Kind.MONEY, Issue.Kind.PAID)
ISSUE_KINDS = offered(*Issue.Kind)
REASONS = offered(*(one for one in StockEntry.Reason if one.value))
ENTRY_KINDS = offered(*StockEntry.Kind)
EACH = offered(*HandOutLine.Each)


@dataclass(frozen=True, slots=True)
class Offer:
    """A good in a size of which something may be given."""

    good_id: int
    size: str
    name: str
    category: str
    unit: str
    free: Decimal
    expires_on: date | None
    purposes: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """How much may be given, with its unit."""
        return words.with_unit(self.free, self.unit)


@dataclass(frozen=True, slots=True)
class KitOffer:
    """A kit, what is in it, and how many of it can be put together."""

    kit_id: int
    name: str
    parts: tuple[str, ...]
    whole: int


def offers(*, actor: Actor, place_id: int, on: date) -> list[Offer]:
    """What of a place may be given on a day: not what has gone off, not what is put aside."""
    policies.check_can_read(actor)
    lots = Lot.objects.filter(place_id=place_id, quantity__gt=F("reserved"), good__is_active=True)
    lots = lots.filter(Q(expires_on=None) | Q(expires_on__gte=on))
    found: dict[tuple[int, str], Offer] = {}
    for lot in lots.select_related("good", "purpose"):
        key = (lot.good_id, lot.size)
        before = found.get(key)
        days = [day for day in (lot.expires_on, before.expires_on if before else None) if day is not None]
        purposes = set(before.purposes if before else ()) | ({lot.purpose.name} if lot.purpose is not None else set())
        found[key] = Offer(
            good_id=lot.good_id,
            size=lot.size,
            name=lot.good.name,
            category=lot.good.category,
            unit=lot.good.unit,
            free=lot.quantity - lot.reserved + (before.free if before else Decimal(0)),
            expires_on=min(days, default=None),
            purposes=tuple(sorted(purposes)),
        )
    return _in_order(found.values())


def _in_order(found: Iterable[Offer]) -> list[Offer]:
    order = list(Category.values)
    return sorted(found, key=lambda one: (order.index(one.category), one.name.lower(), one.good_id, rank(one.size)))


def offers_with(issue: Issue, there: Sequence[Offer]) -> list[Offer]:
    """What may be given when an act is written anew: what is there, and what the act gave."""
    found = {(one.good_id, one.size): one for one in there}
    for line in issue.lines.all():
        key = (line.good_id, line.size)
        if key in found:
            found[key] = replace(found[key], free=found[key].free + line.quantity)
        else:
            good = line.good
            found[key] = Offer(good.pk, line.size, good.name, good.category, good.unit, line.quantity, None)
    return _in_order(found.values())


def sizes_instead(good_id: int, size: str, there: Sequence[Offer]) -> list[str]:
    """The neighbors of a size that is not there."""
    return neighbors(size, [one.size for one in there if one.good_id == good_id])


def kits_offered(*, there: Sequence[Offer]) -> list[KitOffer]:
    """The kits in use, and how many of each the shelf yields."""
    free = {(one.good_id, one.size): one.free for one in there}
    found = []
    for kit in Kit.objects.filter(is_active=True).prefetch_related("parts__good"):
        parts = list(kit.parts.all())
        whole = kit_rules.how_many([kit_rules.Part(part.good_id, part.size, part.quantity) for part in parts], free)
        found.append(KitOffer(kit.pk, kit.name, tuple(said_part(part) for part in parts), whole))
    return found


def said_part(part: KitPart) -> str:
    """A part of a kit in words."""
    return words.so_much(part.good.name, part.size, part.quantity, part.good.unit)


def parts_of(kit: Kit) -> list[KitPart]:
    """What a kit consists of."""
    return list(kit.parts.all())


def said_parts(kit: Kit) -> str:
    """The same in one line."""
    return ", ".join(said_part(part) for part in parts_of(kit))


def norms_in_use() -> list[Norm]:
    """The norms of giving that hold now."""
    return [
        Norm(
            one.pk,
            one.good.name if one.good is not None else str(Category(one.category).label),
            one.good.unit if one.good is not None else "",
            one.good_id,
            one.category,
            one.most,
            one.days,
        )
        for one in GivingNorm.objects.filter(is_active=True).select_related("good")
    ]


def beyond_norms(*, place: Place, giving: Sequence[tuple[int, str, Decimal]], on: date) -> list[Beyond]:
    """The norms that giving this (good, category, quantity) to the family would pass: to be said, not forbidden."""
    norms = norms_in_use()
    if not norms:
        return []
    since = on - timedelta(days=max(norm.days for norm in norms))
    before = [Given(*row) for row in given_before(place=place, since=since)]
    return beyond(norms, before, [Given(good, category, quantity, on) for good, category, quantity in giving], on=on)


def list_goods(*, actor: Actor, with_inactive: bool = False) -> list[Good]:
    """The kinds of goods."""
    policies.check_can_read(actor)
    found = Good.objects.all()
    return list(found if with_inactive else found.filter(is_active=True))


def list_kits(*, actor: Actor) -> list[Kit]:
    """The kits with their parts."""
    policies.check_can_read(actor)
    return list(Kit.objects.prefetch_related("parts__good"))


def list_norms(*, actor: Actor) -> list[GivingNorm]:
    """The norms of giving."""
    policies.check_can_read(actor)
    return list(GivingNorm.objects.select_related("good"))


def list_donors(*, actor: Actor) -> list[DonorEntry]:
    """The donors, from the one list of those who give."""
    policies.check_can_read(actor)
    return donors(actor=actor)


def list_purposes(*, actor: Actor) -> list[Purpose]:
    """The purposes of donations."""
    policies.check_can_read(actor)
    return list(Purpose.objects.select_related("program"))
