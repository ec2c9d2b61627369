"""A stock list as people keep it: the unit in a title, groups as headings, columns nobody knows."""

from collections.abc import Sequence
from typing import Any

import pytest

from opora.registry.rules.issues import Unreadable
from opora.registry.rules.table import Sheet
from opora.supplies import words
from opora.supplies.rules.reading import Reading, read_stock_list
from opora.supplies.rules.words_of_rows import unit_in_title


def read(*rows: Sequence[Any]) -> Reading:
    return read_stock_list([Sheet("Склад", list(enumerate(rows, 1)))], place="Склад")


@pytest.mark.parametrize(
    ("title", "unit"),
    [("Остаток, кг", "kg"), ("Кол-во (уп.)", "pack"), ("Количество", ""), ("Остаток, на конец месяца", "")],
)
def test_the_unit_is_read_from_the_title_of_the_quantities(title: str, unit: str) -> None:
    assert unit_in_title(title) == unit


def test_a_unit_of_the_title_counts_where_the_row_says_none() -> None:
    reading = read(("Товар", "Остаток, кг"), ("Сахар", "1,5"), ("Соль", "3 уп"))
    assert [(one.good, one.unit, str(one.quantity)) for one in reading.rows] == [
        ("Сахар", "kg", "1.50"),
        ("Соль", "pack", "3.00"),
    ]
    assert reading.rejected == []


def test_a_heading_of_a_group_is_no_good_and_tells_the_category_of_what_stands_below() -> None:
    reading = read(
        ("Остатки на 30.11", None, None),
        ("№", "Номенклатура", "Остаток"),
        (None, "Продукты питания", None),
        (1, "Гречка", 12),
        (None, "Одежда", None),
        (2, "Комбинезон", 3),
        (None, "Итого", 15),
    )
    assert [(one.good, one.category) for one in reading.rows] == [("Гречка", "food"), ("Комбинезон", "clothes")]
    assert reading.rejected == []


def test_a_good_without_a_quantity_is_named_and_left_out() -> None:
    reading = read(("Товар", "Ячейка", "Остаток"), ("Пеленальный стол", "А-3", None))
    assert reading.rows == [] and [one.code for one in reading.rejected] == ["supply_without_quantity"]


def test_what_is_wrong_with_goods_is_said_of_goods_and_of_no_department() -> None:
    reading = read(("Товар", "Остаток"), ("Плед " * 40, 1), (True, 2))
    assert [words.reason(one) for one in reading.rejected] == [
        "Слишком длинно: не больше 120 знаков.",
        "Это не текст. Впишите текстом.",
    ]


def test_of_a_turnover_sheet_what_is_left_at_the_end_is_the_quantity() -> None:
    reading = read(
        (
            "Номенклатура.Код",
            "Номенклатура",
            "Характеристика",
            "Начальный остаток",
            "Приход",
            "Расход",
            "Конечный остаток",
        ),
        ("00-117", "Комбинезон", "92", 7, 4, 9, 2),
        ("00-118", "Плед", None, 5, 0, 5, 0),
    )
    assert [(one.good, one.size, one.quantity) for one in reading.rows] == [("Комбинезон", "92", 2), ("Плед", "", 0)]
    assert reading.rejected == []


def test_what_is_left_beats_a_plain_quantity_and_two_that_are_left_are_asked() -> None:
    assert read(("Товар", "Количество", "Остаток"), ("Соль", 9, 4)).rows[0].quantity == 4
    assert read(("Товар", "Остаток на начало", "Остаток на конец"), ("Соль", 9, 4)).rows[0].quantity == 4
    with pytest.raises(Unreadable) as caught:
        read(("Товар", "Остаток на складе", "Остаток в магазине"), ("Соль", 9, 4))
    assert words.refusal(caught.value.note) == (
        "О количестве говорят два столбца: «Остаток на складе» и «Остаток в магазине». "
        "Оставьте в файле тот, где сказано, сколько лежит сейчас."
    )


def test_the_name_of_a_warehouse_is_no_name_of_goods() -> None:
    rows = read(("Название склада", "Товар", "Остаток"), ("Магазин", "Соль", 3)).rows
    assert [(one.place, one.good) for one in rows] == [("Магазин", "Соль")]
