"""``stock`` as a program reads it and as a person reads it: whatever moved, the sum of movements is the balance."""

import json
from collections import defaultdict
from datetime import timedelta
from decimal import Decimal

import pytest

from opora.__main__ import main
from opora.access.rules import SYSTEM
from opora.goods import actions
from opora.goods.models import Lot, Movement
from opora.goods.tests.factories import ON, Shelf, make_shelf, of

pytestmark = pytest.mark.django_db
LATER = ON + timedelta(days=3)


@pytest.fixture(autouse=True)
def _stands(monkeypatch):
    monkeypatch.setattr("opora.config.ground.prepare", lambda **_: None)


@pytest.fixture
def shelf() -> Shelf:
    """Goods that came, were given, put aside, written off and carried to another place."""
    found = make_shelf()
    flour, coat = found.good("Мука", unit="kg"), found.good("Куртка", unit="piece", has_sizes=True)
    found.bring(flour, 10, until=ON + timedelta(days=60))
    found.bring(flour, 4, until=ON + timedelta(days=20), on=LATER)
    found.bring(coat, 3, size="104")
    found.give(of(flour, 2))
    actions.put_aside(
        actor=found.walk.manager,
        case_id=found.walk.case.pk,
        place_id=found.place.pk,
        asked=[of(flour, 3)],
        until=LATER,
        on=ON,
    )
    shop = actions.keep_place(actor=SYSTEM, name="Лавка", kind="shop")
    actions.move_goods(actor=found.keeper, quantities={coat.lots.get().pk: Decimal(1)}, to_place_id=shop.pk, on=LATER)
    first = flour.lots.order_by("pk")[0]
    actions.write_off(actor=found.keeper, quantities={first.pk: Decimal("1.5")}, reason="broken", on=LATER)
    return found


def printed(capsys, *arguments):
    assert main(["stock", "--json", *arguments]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_json_is_the_one_agreed_and_the_sum_of_movements_is_the_balance(shelf, capsys):
    told = printed(capsys, "--on", LATER.isoformat())
    assert list(told) == ["places"] and all(list(place) == ["name", "lines"] for place in told["places"])
    lines = {(place["name"], line["good"], line["size"]): line for place in told["places"] for line in place["lines"]}
    for line in lines.values():
        assert list(line) == ["good", "unit", "size", "quantity", "reserved", "earliest_expiry"]
    sums = defaultdict(Decimal)
    for moved in Movement.objects.select_related("lot__place", "lot__good"):
        sums[moved.lot.place.name, moved.lot.good.name, moved.lot.size] += moved.quantity
    assert {key: Decimal(str(line["quantity"])) for key, line in lines.items()} == {
        key: quantity for key, quantity in sums.items() if quantity
    }
    flour = lines[shelf.place.name, shelf.goods["Мука"].name, ""]
    assert (flour["quantity"], flour["reserved"]) == (10.5, 3)
    assert flour["earliest_expiry"] == (ON + timedelta(days=20)).isoformat()
    assert lines["Лавка", shelf.goods["Куртка"].name, "104"]["quantity"] == 1


def test_a_past_day_is_read_from_the_ledger_alone(shelf, capsys):
    told = printed(capsys, "--on", ON.isoformat())
    lines = {line["good"]: line["quantity"] for place in told["places"] for line in place["lines"]}
    assert lines == {shelf.goods["Мука"].name: 8, shelf.goods["Куртка"].name: 3}
    assert printed(capsys, "--on", (ON - timedelta(days=1)).isoformat())["places"] is not None
    assert main(["stock", "--on", "2026-02-30"]) != 0


def test_a_person_reads_it_and_a_balance_that_is_not_the_sum_is_told(shelf, capsys):
    assert main(["stock", "--on", LATER.isoformat()]) == 0
    said = capsys.readouterr().out
    assert shelf.place.name in said and shelf.goods["Мука"].name in said
    Lot.objects.filter(good=shelf.goods["Мука"]).update(quantity=77)
    assert main(["stock"]) == 1
    assert "2" in capsys.readouterr().err, "two lots do not match their movements"
