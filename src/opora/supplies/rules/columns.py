"""What a column title of a stock list means: goods, quantity, unit, category, size, good until, place."""

from collections.abc import Sequence
from enum import StrEnum

from opora.registry.rules.cells import Cell, is_blank
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
    Field.QUANTITY: ("количество", "кол-во", "колич", "остаток", "остатки", "сколько", "в наличии", "наличие",
        "quantity", "qty"),
    Field.UNIT: ("единица", "единицы", "ед. изм", "ед.изм", "ед изм", "едизм", "ед", "unit"),
    Field.CATEGORY: ("категория", "группа", "раздел", "вид товара", "тип", "category"),
    Field.SIZE: ("размер", "рост", "size"),
    Field.UNTIL: ("срок годности", "годен до", "годность", "употребить до", "годен", "срок", "expir", "best before"),
    Field.PLACE: ("место хранения", "место", "склад", "где", "полка", "place", "warehouse"),
}  # fmt: skip
_KEYS = sorted(
    ((title_key(word), field) for field, words in _WORDS.items() for word in words), key=lambda one: -len(one[0])
)


def field_of(title: Cell) -> Field | None:
    """The column a title means."""
    if not isinstance(title, str):
        return None
    key = title_key(title)
    return next((field for word, field in _KEYS if key.startswith(word)), None)


def columns_of(cells: Sequence[Cell]) -> dict[Field, int]:
    """The columns of a header row by what they mean; of two alike the first counts."""
    found: dict[Field, int] = {}
    for place, cell in enumerate(cells):
        if not is_blank(cell) and (field := field_of(cell)) is not None:
            found.setdefault(field, place)
    return found


def is_header(columns: dict[Field, int]) -> bool:
    """A header names the goods and how much there is of them."""
    return all(field in columns for field in NEEDED)
