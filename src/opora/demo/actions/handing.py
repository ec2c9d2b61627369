"""A hand-out of the demonstration: some families have come for their kits, for others they still wait."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from opora.access.rules import Actor
from opora.demo.rules.warehouse import HAND_OUT, KIT, WAREHOUSE
from opora.goods import actions, queries
from opora.goods.actions import Coming, Planned
from opora.goods.models import HandOut, Kit, StockPlace

FAMILIES, CAME = 8, 5


def write_hand_out(actors: Mapping[str, Actor], *, today: date) -> None:
    """Once: a lorry brings what the kits need, the coordinator chooses the families, the warehouse marks who came."""
    kit, place = Kit.objects.filter(name=KIT[0]).first(), StockPlace.objects.filter(name=WAREHOUSE).first()
    if kit is None or place is None or HandOut.objects.exists():
        return
    keeper, coordinator = actors["warehouse"], actors["coordinator"]
    coming = [Coming(part.good_id, part.quantity * FAMILIES, part.size) for part in queries.parts_of(kit)]
    actions.receive(actor=keeper, place_id=place.pk, coming=coming, on=today)
    line = Planned(Decimal(1), kit_id=kit.pk)
    until = today + timedelta(days=7)
    planned = actions.plan_hand_out(
        actor=coordinator, name=HAND_OUT, place_id=place.pk, lines=[line], day=today, until=until, on=today
    )
    hand_out = queries.get_hand_out(actor=coordinator, hand_out_id=planned.pk)
    found = queries.candidates(actor=coordinator, hand_out=hand_out, filters=queries.CandidateFilters())
    chosen = [one.route_id for one in found if one.route_id is not None and one.case_id is not None][:FAMILIES]
    if not chosen:
        return
    aside = actions.put_aside_for_many(actor=coordinator, hand_out_id=planned.pk, route_ids=chosen, on=today)
    came = [one.pk for one in aside[:CAME]]
    actions.hand_out_to_many(actor=keeper, hand_out_id=planned.pk, reservation_ids=came, on=today)
