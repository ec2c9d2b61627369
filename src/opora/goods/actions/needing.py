"""Needs of a family for things: recorded, and ended when they are no more (S0-51)."""

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.goods import policies
from opora.goods.actions.asking import check_quantity, checked_size
from opora.goods.actions.giving import people_at
from opora.goods.models import Category, FamilyNeed, Good
from opora.goods.queries.needs import get_need
from opora.process import actions as process
from opora.process.queries import recordable

_MOST = Decimal(100_000)


@transaction.atomic
def record_need(
    *,
    actor: Actor,
    route_id: int | None = None,
    case_id: int | None = None,
    category: str = "",
    good_id: int | None = None,
    size: str = "",
    quantity: Decimal,
    rhythm: str,
    person_id: int | None = None,
    words: str = "",
    due_on: date | None = None,
    on: date,
) -> FamilyNeed:
    """What a family needs, how much of it, how often and for whom; due at once unless a later day is said."""
    place = recordable(actor=actor, route_id=route_id, case_id=case_id)
    policies.check_can_give(actor)
    policies.check_day(on, began=place.began_on)
    good = Good.objects.filter(pk=good_id).first() if good_id is not None else None
    if good_id is not None and good is None:
        raise Invalid({"good_id": _("Choose the goods from the list.")})
    if good is None and category not in Category.values:
        raise Invalid({"category": _("Choose what is needed.")})
    if rhythm not in FamilyNeed.Rhythm.values:
        raise Invalid({"rhythm": _("Choose how often it is needed.")})
    if not 0 < quantity < _MOST:
        raise Invalid({"quantity": _("Enter a quantity greater than zero.")})
    if good is not None:
        check_quantity(good, quantity, field="quantity")
    if person_id is not None and person_id not in {one.pk for one in people_at(place)}:
        raise Invalid({"person_id": _("Choose somebody of the family.")})
    need = FamilyNeed.objects.create(
        **place.keys,
        category=good.category if good is not None else category,
        good=good,
        size=checked_size(good, size, field="size") if good is not None else "",
        quantity=quantity,
        rhythm=rhythm,
        person_id=person_id,
        words=words.strip(),
        since_on=due_on or on,
        due_on=due_on or on,
        by_id=actor.user_id,
    )
    audit.record(
        actor=actor, verb="goods.need_recorded", case_id=place.case_id, family_id=place.family_id, need=need.pk
    )
    return need


@transaction.atomic
def end_need(*, actor: Actor, need_id: int, on: date) -> FamilyNeed:
    """The family no longer needs it; what was given for it stays told."""
    found = get_need(actor=actor, need_id=need_id)
    place = recordable(actor=actor, route_id=found.route_id, case_id=found.case_id)
    need = FamilyNeed.objects.select_for_update(of=("self",)).get(pk=found.pk)
    if need.ended_on is not None:
        raise Conflict(_("It is noted already that this is no longer needed."))
    if on < need.since_on:
        # Ended before it ever was: it was recorded by mistake.
        process.void(actor=actor, record=need, what="need", is_undo=True, on=on)
        return need
    need.ended_on, need.due_on = on, None
    need.save(update_fields=["ended_on", "due_on"])
    audit.record(actor=actor, verb="goods.need_ended", case_id=place.case_id, family_id=place.family_id, need=need.pk)
    return need
