"""A stock list row by row: what each says, and why a row says nothing that can be kept."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from opora.goods.rules.bringing_in import SaidToLie
from opora.goods.rules.sizes import LONGEST, tidy
from opora.registry.rules.cells import Cell, is_blank, plain, read_day
from opora.registry.rules.issues import CellProblem, Issue, Unreadable, printed
from opora.registry.rules.letters import squash
from opora.registry.rules.table import MOST_ROWS, Sheet
from opora.supplies.rules.columns import Field, columns_of, is_header
from opora.supplies.rules.words_of_rows import category_of, unit_in_title, unit_of

HEADER_WITHIN = 30
LONGEST_NAME = 120
MOST = Decimal(100_000)
WHOLE = frozenset({"piece", "pack", "pair", "set"})
_AMOUNT = re.compile(r"(?P<number>\d[\d ]{0,12}(?:[.,]\d{1,6})?)\s*(?P<unit>[^\d]{0,20})")
_TOTALS = ("итого", "всего", "total")


@dataclass
class Reading:
    """What a workbook says of the stock."""

    rows: list[SaidToLie] = field(default_factory=list)
    rejected: list[Issue] = field(default_factory=list)
    sheets: list[str] = field(default_factory=list)


def read_stock_list(sheets: Sequence[Sheet], *, place: str) -> Reading:
    """Every table of a workbook; goods without a place of their own lie in ``place``. Raises Unreadable."""
    reading = Reading()
    seen = 0
    for sheet in sheets:
        columns: dict[Field, int] = {}
        unit = group = ""
        for above, (number, cells) in enumerate(sheet.rows):
            if not columns:
                found = columns_of(cells)
                if is_header(found):
                    columns = found
                    unit = unit_in_title(str(cells[found[Field.QUANTITY]]))
                    reading.sheets.append(sheet.name)
                elif above >= HEADER_WITHIN:
                    break
                continue
            seen += 1
            if seen > MOST_ROWS:
                raise Unreadable("too_many_rows", most=MOST_ROWS)
            row = _Row(cells, columns, unit, group)
            if heading := row.heading():
                group = heading
                continue
            _read(reading, sheet, number, row, place)
    if not reading.sheets:
        raise Unreadable("no_table")
    return reading


class _Row:
    """A row with what stands above it: the unit in the title of its quantities, the heading of its group."""

    def __init__(self, cells: Sequence[Cell], columns: dict[Field, int], unit: str = "", group: str = "") -> None:
        self.cells, self.columns, self.unit, self.group = cells, columns, unit, group

    def heading(self) -> str:
        """The category that a row alone names: «Продукты питания», and nothing beside it; else nothing."""
        filled = [cell for cell in self.cells if not is_blank(cell)]
        good = self.cell(Field.GOOD)
        if len(filled) != 1 or not isinstance(good, str):
            return ""
        category = category_of(good)
        return category if category != "other" else ""

    def cell(self, name: Field) -> Cell:
        place = self.columns.get(name)
        return self.cells[place] if place is not None and place < len(self.cells) else None

    def text(self, name: Field) -> str:
        value = self.cell(name)
        if is_blank(value):
            return ""
        value = plain(value)
        if isinstance(value, (bool, datetime | date)):
            raise CellProblem("not_a_name")
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return squash(str(value))


def _read(reading: Reading, sheet: Sheet, number: int, row: _Row, place: str) -> None:
    at: Field = Field.GOOD
    try:
        good = row.text(Field.GOOD)
        if good.casefold().startswith(_TOTALS) or (not good and is_blank(row.cell(Field.QUANTITY))):
            return
        if not good:
            raise CellProblem("supply_without_name")
        if len(good) > LONGEST_NAME:
            raise CellProblem("name_too_long", longest=LONGEST_NAME)
        at = Field.UNIT
        said_unit = row.text(Field.UNIT)
        unit = unit_of(said_unit) if said_unit else ""
        if unit is None:
            raise CellProblem("supply_unit")
        at = Field.QUANTITY
        quantity, unit_beside = _quantity(row.cell(Field.QUANTITY))
        unit = unit or unit_beside or row.unit or "piece"
        if unit in WHOLE and quantity != quantity.to_integral_value():
            raise CellProblem("supply_in_parts")
        at = Field.SIZE
        size = tidy(row.text(Field.SIZE))
        if len(size) > LONGEST:
            raise CellProblem("name_too_long", longest=LONGEST)
        at = Field.UNTIL
        until, _notes = read_day(row.cell(Field.UNTIL), epoch=sheet.epoch)
        at = Field.PLACE
        where = row.text(Field.PLACE)[:LONGEST_NAME] or place
        at = Field.CATEGORY
        said_category = row.text(Field.CATEGORY)
        category = category_of(said_category) if said_category or not row.group else row.group
    except CellProblem as problem:
        shown = printed(row.cell(at))
        reading.rejected.append(Issue(sheet.name, number, at.value, "", shown, problem.note.code, problem.note.params))
        return
    reading.rows.append(SaidToLie(where, good, category, unit, size, until, quantity, sheet.name, number))


def _quantity(value: Cell) -> tuple[Decimal, str]:
    """How much there is, and the unit where it stands in the same cell: «5 шт»."""
    if is_blank(value):
        raise CellProblem("supply_without_quantity")
    value = plain(value)
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise CellProblem("supply_quantity")
    unit = ""
    text = str(value) if not isinstance(value, str) else squash(value)
    if (match := _AMOUNT.fullmatch(text)) is None:
        raise CellProblem("supply_quantity")
    if match["unit"]:
        unit = unit_of(match["unit"]) or ""
        if not unit:
            raise CellProblem("supply_quantity")
    try:
        quantity = Decimal(match["number"].replace(" ", "").replace(",", ".")).quantize(Decimal("0.01"))
    except InvalidOperation:
        raise CellProblem("supply_quantity") from None
    if quantity > MOST:
        raise CellProblem("supply_too_much")
    return quantity, unit
