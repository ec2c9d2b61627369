"""The lists of the warehouse: places, goods, kits, norms, and what donations are for."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeVar

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.goods import policies
from opora.goods.actions.asking import check_quantity, checked_size, goods_by_id
from opora.goods.models import Category, GivingNorm, Good, Kit, KitPart, Lot, Purpose, StockPlace
from opora.goods.rules.kits import Part

Entry = TypeVar("Entry", bound=models.Model)
_TWICE = _("There is one with this name already. Give it another name.")


@transaction.atomic
def keep_place(
    *, actor: Actor, place_id: int | None = None, name: str, kind: str, is_active: bool = True
) -> StockPlace:
    """A stock place is added or changed; one in which something lies stays in use."""
    _check(name, kind in StockPlace.Kind.values)
    place = _own(actor, StockPlace, place_id)
    if place.pk and not is_active and Lot.objects.filter(place=place, quantity__gt=0).exists():
        raise Conflict(_("Something lies there still. Move it or write it off first."))
    return _keep(actor, "place", place, {"name": name.strip(), "kind": kind, "is_active": is_active})


@transaction.atomic
def keep_good(
    *,
    actor: Actor,
    good_id: int | None = None,
    name: str,
    category: str,
    unit: str,
    has_sizes: bool = False,
    low_at: Decimal | None = None,
    is_active: bool = True,
) -> Good:
    """A kind of goods is added or changed; its unit stays once something of it came."""
    _check(name, category in Category.values and unit in Good.Unit.values)
    if low_at is not None and low_at <= 0:
        raise Invalid({"low_at": _("Enter a quantity greater than zero.")})
    good = _own(actor, Good, good_id)
    if good.pk and good.unit != unit and Lot.objects.filter(good=good).exists():
        raise Conflict(_("The unit stays: something of it was received already. Add another kind of goods."))
    typed = {"name": name.strip(), "category": category, "unit": unit}
    return _keep(actor, "good", good, {**typed, "has_sizes": has_sizes, "low_at": low_at, "is_active": is_active})


@transaction.atomic
def keep_kit(
    *, actor: Actor, kit_id: int | None = None, name: str, parts: Sequence[Part], is_active: bool = True
) -> Kit:
    """A kit and what it consists of; acts of former days keep what was in it then."""
    _check(name, True)
    given = [part for part in parts if part.quantity]
    if not given:
        raise Invalid({"": _("Say what the kit consists of.")})
    goods = goods_by_id({part.good_id for part in given})
    sums: dict[tuple[int, str], Decimal] = {}
    for part in given:
        if part.good_id not in goods:
            raise Invalid({"": _("Choose the goods from the list.")})
        check_quantity(goods[part.good_id], part.quantity)
        key = (part.good_id, checked_size(goods[part.good_id], part.size))
        sums[key] = sums.get(key, Decimal(0)) + part.quantity
    kit = _keep(actor, "kit", _own(actor, Kit, kit_id), {"name": name.strip(), "is_active": is_active})
    KitPart.objects.filter(kit=kit).delete()
    KitPart.objects.bulk_create(
        [KitPart(kit=kit, good_id=good_id, size=size, quantity=quantity) for (good_id, size), quantity in sums.items()]
    )
    return kit


@transaction.atomic
def keep_norm(
    *,
    actor: Actor,
    norm_id: int | None = None,
    good_id: int | None,
    category: str = "",
    most: Decimal | None,
    days: int,
    is_active: bool = True,
) -> GivingNorm:
    """A norm of giving is added or changed; it warns and never forbids."""
    if (good_id is None) == (not category):
        raise Invalid({"good_id": _("Choose a kind of goods or a category, one of them.")})
    if most is not None and most <= 0:
        raise Invalid({"most": _("Enter a quantity greater than zero.")})
    if not 0 < days <= 3660:
        raise Invalid({"days": _("Enter a number of days from 1 to 3660.")})
    norm = _own(actor, GivingNorm, norm_id)
    typed = {"good_id": good_id, "category": category, "most": most, "days": days, "is_active": is_active}
    return _keep(actor, "norm", norm, typed)


@transaction.atomic
def keep_purpose(
    *,
    actor: Actor,
    purpose_id: int | None = None,
    name: str,
    program_id: int | None = None,
    child_under: int | None = None,
    is_active: bool = True,
) -> Purpose:
    """For whom something is given; once goods bear it, only its words change."""
    _check(name, True, most=200)
    purpose = _own(actor, Purpose, purpose_id)
    was = (purpose.program_id, purpose.child_under)
    if purpose.pk and was != (program_id, child_under) and Lot.objects.filter(purpose=purpose).exists():
        raise Conflict(_("Goods bear this purpose already. Add another one."))
    typed = {"name": name.strip(), "program_id": program_id, "child_under": child_under, "is_active": is_active}
    return _keep(actor, "purpose", purpose, typed)


def _check(name: str, is_chosen: bool, *, most: int = 120) -> None:
    wrong: dict[str, object] = {}
    if not name.strip() or len(name.strip()) > most:
        wrong["name"] = _("Enter a name, up to %(most)s letters.") % {"most": most}
    if not is_chosen:
        wrong["kind"] = _("Choose from the list.")
    if wrong:
        raise Invalid(wrong)


def _own(actor: Actor, model: type[Entry], pk: int | None) -> Entry:
    policies.check_can_manage(actor)
    if pk is None:
        return model()
    found = model._default_manager.select_for_update().filter(pk=pk).first()
    if found is None:
        raise policies.unseen()
    return found


def _keep(actor: Actor, kind: str, entry: Entry, typed: Mapping[str, Any]) -> Entry:
    for field, value in typed.items():
        setattr(entry, field, value)
    try:
        with transaction.atomic():
            entry.save()
    except IntegrityError as error:
        raise Invalid({"name": _TWICE}) from error
    audit.record(actor=actor, verb="goods.list_changed", list=kind, entry=entry.pk)
    return entry
