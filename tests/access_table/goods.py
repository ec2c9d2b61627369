"""What the addresses of goods need: a shelf, an act, a need, something put aside and a stock-taking."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from opora.access.rules import SYSTEM
from opora.goods import actions
from opora.process.models import Route


def goods_of(route: Route, *, words: str, on: date) -> dict[str, int]:
    """Help given on this path; `words` stand in every sealed text."""
    place = actions.keep_place(actor=SYSTEM, name="Социальный склад", kind="warehouse")
    good = actions.keep_good(actor=SYSTEM, name="Мыло", category="hygiene", unit="piece")
    coming = [actions.Coming(good.pk, Decimal(9))]
    actions.receive(actor=SYSTEM, place_id=place.pk, coming=coming, on=on)
    give: dict[str, Any] = {"actor": SYSTEM, "route_id": route.pk, "place_id": place.pk, "on": on}
    one = [actions.Asked(Decimal(1), good_id=good.pk)]
    kept = actions.put_aside(**give, asked=one, until=on + timedelta(days=3))
    line = actions.Planned(Decimal(1), good.pk)
    planned = actions.plan_hand_out(
        actor=SYSTEM, name="Мыло для всех", place_id=place.pk, lines=[line], day=on, until=on + timedelta(days=3), on=on
    )
    need = actions.record_need(
        actor=SYSTEM,
        route_id=route.pk,
        good_id=good.pk,
        quantity=Decimal(2),
        rhythm="month",
        words=words,
        on=on,
    )
    terms = {"amount": Decimal(100), "purpose": words, "decision": words, "basis": "head"}
    issue = actions.give_money(actor=SYSTEM, route_id=route.pk, kind="money", terms=terms, remark=words, on=on)
    actions.give_goods(**give, asked=one, remark=words)
    appeal = actions.ask_for(
        actor=SYSTEM, what="Коляски", way="call", whom="Фонд помощи", note="Можно б/у", on=on, today=on
    )
    return {
        "appeal_id": appeal.pk,
        "good_id": good.pk,
        "lot_id": good.lots.get().pk,
        "reservation_id": kept.pk,
        "hand_out_id": planned.pk,
        "need_id": need.pk,
        "issue_id": issue.pk,
        "count_id": actions.begin_count(actor=SYSTEM, place_id=place.pk, on=on).pk,
    }
