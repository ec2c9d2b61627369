"""What a column title of a stock list means: goods, quantity, unit, category, size, good until, place.

Titles are those people type and those a report of an accounting program bears («Номенклатура», «Характеристика»,
«Начальный остаток», «Приход», «Расход», «Конечный остаток»): what lies there now is the quantity, never what came, went
or lay there before.
"""

from collections.abc import Container, Sequence
from enum import StrEnum

from opora.registry.rules.cells import Cell, is_blank
from opora.registry.rules.issues import Unreadable
from opora.registry.rules.letters import squash
from opora.registry.rules.titles import title_key


class Field(StrEnum):
    """A column of a stock list."""

    GOOD = "good"
    QUANTITY = "quantity"
    UNIT = "unit"
    CATEGORY = "category"
    SIZE = "size"
    UNTIL = "until"
    PLACE = "place"


NEEDED = (Field.GOOD, Field.QUANTITY)

# A title means a field when it begins with one of its words; the longer word decides.
_WORDS: dict[Field, tuple[str, ...]] = {
    Field.GOOD: ("наименование", "название", "товар", "вещь", "вещи", "позиция", "номенклатура", "предмет",
        "good", "item", "name"),
    Field.QUANTITY: ("количество", "кол-во", "колич", "остаток", "остатки", "конечный остаток", "сколько", "в наличии",
        "наличие", "quantity", "qty"),
    Field.UNIT: ("единица", "единицы", "ед. изм", "ед.изм", "ед изм", "едизм", "ед", "unit"),
    Field.CATEGORY: ("категория", "группа", "раздел", "вид товара", "вид номенклатуры", "тип", "category"),
    Field.SIZE: ("размер", "рост", "характеристика", "size"),
    Field.UNTIL: ("срок годности", "годен до", "годность", "употребить до", "годен", "срок", "expir", "best before"),
    Field.PLACE: ("место хранения", "место", "склад", "название склада", "наименование склада", "где", "полка", "place",
        "warehouse"),
}  # fmt: skip
_KEYS = sorted(
    ((title_key(word), field) for field, words in _WORDS.items() for word in words), key=lambda one: -len(one[0])
)


# Of a quantity these say that it is not what lies there now; of goods that it is their number and not their name.
_NOT_NOW = ("начал", "приход", "расход", "поступ", "выдан", "списан", "минимал", "норма", "заказ", "резерв", "план",
    "цена", "сумм", "opening", "received", "issued")  # fmt: skip
_NOT_A_NAME = ("код", "артикул", "номер", "code")
# Beside a plain «количество» the column that says what is left is meant.
_LEFT = ("остат", "конечн", "вналич", "налич", "closing")


def field_of(title: Cell) -> Field | None:
    """The column a title means."""
    if not isinstance(title, str):
        return None
    key = title_key(title)
    found = next((field for word, field in _KEYS if key.startswith(word)), None)
    if found is Field.QUANTITY and any(word in key for word in _NOT_NOW):
        return None
    if found is Field.GOOD and key.endswith(_NOT_A_NAME):
        return None
    return found


def columns_of(cells: Sequence[Cell]) -> dict[Field, int]:
    """The columns of a header row by what they mean; of two alike the first counts.

    Of quantities the one that says what is left counts; raises Unreadable where two say so, for the wrong one would
    be a wrong stock.
    """
    found: dict[Field, list[int]] = {}
    for place, cell in enumerate(cells):
        if not is_blank(cell) and (field := field_of(cell)) is not None:
            found.setdefault(field, []).append(place)
    if not is_header(found):
        return {field: places[0] for field, places in found.items()}
    amounts = found[Field.QUANTITY]
    left = [place for place in amounts if any(word in title_key(str(cells[place])) for word in _LEFT)] or amounts
    if len(left) > 1:
        one, other = (str(cells[place]) for place in left[:2])
        raise Unreadable("two_quantities", one=squash(one), other=squash(other))
    return {field: places[0] for field, places in found.items()} | {Field.QUANTITY: left[0]}


def is_header(columns: Container[Field]) -> bool:
    """A header names the goods and how much there is of them."""
    return all(field in columns for field in NEEDED)
