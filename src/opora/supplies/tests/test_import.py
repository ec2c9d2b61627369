"""A warehouse comes from its workbook: found by its words, row by row, and once."""

import io
import json
from decimal import Decimal

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse

from opora.access.models import User
from opora.access.rules import SYSTEM, Role
from opora.cases.tests.factories import worker
from opora.cli import import_goods as command
from opora.common.dates import today
from opora.common.errors import Refused
from opora.goods import queries
from opora.goods.models import Good, Lot, Movement, StockPlace
from opora.goods.tests.factories import make_shelf, of
from opora.registry.tests.old_excel import old_workbook
from opora.supplies import actions
from opora.supplies.tests.workbooks import TITLES, workbook

pytestmark = pytest.mark.django_db
ROWS = (
    ("Гречка", "Продукты питания", "уп.", None, 12, "31.12.2027", "Соцсклад"),
    ("Комбинезон зимний", "Одежда", "шт", "98", 3, None, "Соцсклад"),
    ("Комбинезон зимний", "Одежда", "шт", "104", "2 шт", None, "Соцсклад"),
    ("Сахар", "Продукты питания", "кг", None, "1,5", None, None),
    ("Итого", None, None, None, 18.5, None, None),
)


def _stock() -> dict[tuple[str, str], Decimal]:
    lots = Lot.objects.select_related("good").filter(quantity__gt=0)
    return {(lot.good.name, lot.size): lot.quantity for lot in lots}


def _of_old_excel(rows):
    return old_workbook({"Склад": [["Остатки"], [], TITLES, *rows]})


@pytest.mark.parametrize("workbook", [workbook, _of_old_excel], ids=["xlsx", "xls"])
def test_a_workbook_is_brought_in_once_however_often_it_is_sent(workbook):
    seen = actions.import_goods(actor=SYSTEM, data=workbook(ROWS), on=today())
    assert (len(seen.new), len(seen.changed), seen.unchanged, seen.rejected) == (4, 0, 0, ())
    lying = {("Гречка", ""): 12, ("Комбинезон зимний", "98"): 3, ("Комбинезон зимний", "104"): 2, ("Сахар", ""): 1.5}
    assert _stock() == lying
    again = actions.import_goods(actor=SYSTEM, data=workbook(ROWS), on=today())
    assert (len(again.new), len(again.changed), again.unchanged) == (0, 0, 4)
    assert _stock() == lying
    assert queries.unbalanced() == []
    assert {good.category for good in Good.objects.all()} == {"food", "clothes"}


def test_goods_of_which_nothing_is_left_are_nothing_new_however_often_the_list_is_sent():
    rows = (*ROWS[:1], ("Плед", "Постель", "шт", None, 0, None, "Соцсклад"))
    for new, unchanged in ((1, 1), (0, 2)):
        seen = actions.import_goods(actor=SYSTEM, data=workbook(rows), on=today())
        assert (len(seen.new), len(seen.changed), seen.unchanged, seen.rejected) == (new, 0, unchanged, ())
    assert _stock() == {("Гречка", ""): 12}


def test_a_mended_quantity_brings_the_difference_and_what_was_given_out_stays_given():
    shelf = make_shelf()
    shelf.place.name = "Соцсклад"
    shelf.place.save()
    actions.import_goods(actor=SYSTEM, data=workbook(ROWS), on=today())
    rice = Good.objects.get(name="Гречка")
    shelf.give(of(rice, 10), on=today())
    mended = [("Гречка", "Продукты питания", "уп.", None, 15, "31.12.2027", "соцсклад"), *ROWS[1:]]
    seen = actions.import_goods(actor=SYSTEM, data=workbook(mended), on=today())
    assert [one.change for one in seen.changed] == [3]
    assert _stock()[("Гречка", "")] == 5
    less = [("Гречка", "Продукты питания", "уп.", None, 4, "31.12.2027", "Соцсклад"), *ROWS[1:]]
    refused = actions.import_goods(actor=SYSTEM, data=workbook(less), on=today())
    assert [one.code for one in refused.rejected] == ["supply_given_out"]
    assert _stock()[("Гречка", "")] == 5


def test_looking_changes_nothing_and_each_bad_row_says_why():
    bad = (
        ("Мыло", "Гигиена", "шт", None, "много", None, None),
        ("Мыло", "Гигиена", "вагон", None, 1, None, None),
        ("Мыло", "Гигиена", "шт", None, 1.5, None, None),
        (None, "Гигиена", "шт", None, 1, None, None),
        ("Мыло", "Гигиена", "шт", None, None, None, None),
        ("Мыло", "Гигиена", "шт", None, 2, "когда-то", None),
        ("Паста", "Гигиена", "шт", None, 4, None, None),
    )
    seen = actions.preview(actor=SYSTEM, data=workbook(bad))
    assert not Movement.objects.exists() and not Good.objects.exists()
    assert [one.said.good for one in seen.new] == ["Паста"]
    report = seen.report()["rejected"]
    assert [(line["row"], line["column"]) for line in report] == [
        (4, "количество"),
        (5, "единица"),
        (6, "количество"),
        (7, "товар"),
        (8, "количество"),
        (9, "годен до"),
    ]
    assert all(line["reason"].endswith(".") for line in report)


@pytest.mark.parametrize(
    "titles", [("Товар", "Количество"), ("ТОВАР (полное название)", "Кол-во, шт"), ("Item", "Qty")]
)
def test_the_header_is_found_by_its_words(titles):
    seen = actions.import_goods(actor=SYSTEM, data=workbook([("Соль", 3)], titles), on=today())
    assert len(seen.new) == 1
    assert StockPlace.objects.get().name


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4", workbook([("Соль", 3)], ("Что-то", "Ещё"))])
def test_what_is_no_stock_list_is_refused_in_a_sentence(data):
    with pytest.raises(Refused):
        actions.preview(actor=SYSTEM, data=data)


def test_the_command_says_it_in_json(tmp_path, capsys):
    file = tmp_path / "склад.xlsx"
    file.write_bytes(workbook(ROWS))
    import argparse

    asked = argparse.Namespace(file=str(file), json=True, dry_run=False, place="Магазин")
    assert command.run(asked) == 0
    assert json.loads(capsys.readouterr().out)["imported"] == 4
    assert set(StockPlace.objects.values_list("name", flat=True)) == {"Соцсклад", "Магазин"}


def test_in_the_browser_one_looks_first_and_then_brings_it_in():
    keeper = Client()
    keeper.force_login(User.objects.get(pk=worker(Role.WAREHOUSE).user_id))
    book = io.BytesIO(workbook(ROWS))
    book.name = "склад.xlsx"
    assert openpyxl.load_workbook(io.BytesIO(book.getvalue())).sheetnames == ["Склад"]
    looked = keeper.post(reverse("goods:bring_in"), {"file": book})
    assert looked.status_code == 200 and not Good.objects.exists()
    assert "Комбинезон зимний" in looked.content.decode()
    kept = looked.context["kept"]
    taken = keeper.post(reverse("goods:bring_in"), {"kept": kept, "place": "", "take": "1"})
    assert taken.status_code == 302
    assert Good.objects.count() == 3
