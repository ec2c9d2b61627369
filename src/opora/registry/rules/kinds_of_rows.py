"""What a row of a register is: a case, another child of the one above, a total, a line of words, or nothing."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from opora.registry.rules.cells import (
    LONGEST_NAME,
    Cell,
    Formula,
    holds_code,
    is_blank,
    read_case_number,
    read_codes,
    read_count,
    read_day,
)
from opora.registry.rules.header import Field, Header
from opora.registry.rules.issues import CellProblem
from opora.registry.rules.letters import russian_letters, squash

_TOTALS = re.compile(r"итог|всего|сумма|средн|медиан|total|ср\b")
_NO_DEPARTMENT = re.compile(
    r"\bгод|полугод|квартал|месяц|январ|феврал|\bмарт|апрел|\bма[йя]\b|\bиюн|\bиюл|август|сентябр|октябр|ноябр|декабр"
    r"|реестр|список|случа|\bсемь|закрыт|открыт|переход|выбы"
)
# «Отдел „Маяк“», «Отделение 2»; «Отдел» alone is a title, and one of several words before it is somebody's post.
_DEPARTMENT_NAMED = re.compile(r"(отдел|отделение|подразделение|филиал)[\s:№«\"„]+\S")
_IDENTIFYING = (Field.PARENT, Field.CHILDREN, Field.OPENED, Field.CLOSED)
_READERS: Mapping[Field, Callable[[Cell], object]] = {
    Field.PARENT: read_codes,
    Field.CHILDREN: read_codes,
    Field.NUMBER: read_case_number,
    Field.OPENED: read_day,
    Field.CLOSED: read_day,
    Field.EXTENDED: read_day,
    Field.FOLLOWED_UP: read_day,
    Field.ENTRY: read_count,
    Field.EXIT: read_count,
}
# A line of words stands in one cell, or in two: «Исполнитель» and a name.
LONGEST_REMARK = 2
_OF_THE_CASE = tuple(field for field in Field if field not in (Field.CHANGE, Field.CHILDREN))
_MEANING = tuple(field for field in Field if field not in (Field.CHANGE, Field.DEPARTMENT))


def is_empty_row(cells: Sequence[Cell], header: Header) -> bool:
    """True when no column says anything; a department alone or a pre-filled formula says nothing."""
    return all(is_blank(cell_of(cells, header, field)) for field in _MEANING)


def is_total_row(cells: Sequence[Cell], header: Header) -> bool:
    """True for «Итого», «Всего», «Среднее», «Ср. балл»: a word of that kind and neither codes nor days."""
    opened = cell_of(cells, header, Field.OPENED)
    # Nearly every row of a register says the day on which its case began, and needs no look at its words.
    if isinstance(opened, date) and _is_understood(Field.OPENED, opened):
        return False
    if not any(isinstance(cell, str) and _is_total(cell) for cell in cells):
        return False
    return not any(_says_something(field, cell_of(cells, header, field)) for field in _IDENTIFYING)


def heading_of(cells: Sequence[Cell], header: Header) -> str | None:
    """The department that a row names for the rows below it: a text in its column, and nothing else.

    Empty where the text is a stretch of time or another heading, so that nobody knows whose the rows below are; None
    where the row says nothing or is a total.
    """
    value = cell_of(cells, header, Field.DEPARTMENT)
    if not isinstance(value, str) or is_blank(value) or _is_total(value):
        return None
    return "" if _NO_DEPARTMENT.search(russian_letters(value)) else value


def department_named(cells: Sequence[Cell]) -> str | None:
    """The department that a row names in any column for the rows below: «Отдел …», and nothing beside it.

    Empty as in `heading_of`.
    """
    only: Cell = None
    for cell in cells:
        if not is_blank(cell):
            if only is not None or not isinstance(cell, str):
                return None
            only = cell
    name = squash(only) if isinstance(only, str) else ""
    if len(name) > LONGEST_NAME or not _DEPARTMENT_NAMED.match(russian_letters(name)):
        return None
    return "" if _NO_DEPARTMENT.search(russian_letters(name)) else name


def has_other_words(cells: Sequence[Cell], header: Header) -> bool:
    """Whether a row of totals holds texts where codes and days stand, so that somebody should look at it."""
    values = (cell_of(cells, header, field) for field in _IDENTIFYING)
    return any(isinstance(value, str) and not is_blank(value) and not _is_total(value) for value in values)


def more_children(cells: Sequence[Cell], above: Sequence[Cell], header: Header) -> bool:
    """Whether a row only names another child of the case above it.

    Everything else about the case is empty, as merged cells leave it, or says the same as above.
    """
    if not all(_adds_nothing(cell_of(cells, header, field), cell_of(above, header, field)) for field in _OF_THE_CASE):
        return False
    mine = _codes_in(cell_of(cells, header, Field.CHILDREN))
    theirs = _codes_in(cell_of(above, header, Field.CHILDREN))
    return bool(mine) and theirs is not None and not set(mine or ()) & set(theirs)


def _adds_nothing(value: Cell, above: Cell) -> bool:
    return value == above or isinstance(value, Formula) or is_blank(value)


def _codes_in(value: Cell) -> tuple[str, ...] | None:
    """The codes of a cell; None when it cannot be read."""
    try:
        return read_codes(value)[0]
    except CellProblem:
        return None


def remark_in(cells: Sequence[Cell], header: Header) -> Field | None:
    """The column in which a line of words begins that is no case: a signature, a note between tables.

    Such a line fills one or two columns, and no reader makes sense of what stands there. None for any other row.
    """
    filled = []
    for field in _MEANING:
        if not is_blank(cell_of(cells, header, field)):
            filled.append(field)
            if len(filled) > LONGEST_REMARK:
                return None
    if not filled:
        return None
    said = [(field, cell_of(cells, header, field)) for field in filled]
    if any(field is Field.CHILDREN and isinstance(value, str) and holds_code(value) for field, value in said):
        # «С25 (7 лет)»: a child, whom no reader makes out; it is asked about.
        return None
    if any(not isinstance(value, str) or _is_understood(field, value) for field, value in said):
        return None
    return min(filled, key=lambda field: header.columns[field].index)


def _is_understood(field: Field, value: Cell) -> bool:
    try:
        _READERS[field](value)
    except CellProblem:
        return False
    return True


def _is_total(text: str) -> bool:
    return _TOTALS.match(russian_letters(text)) is not None


def _says_something(field: Field, value: Cell) -> bool:
    if isinstance(value, Formula) or is_blank(value) or (isinstance(value, str) and _is_total(value)):
        return False
    # Below a table «5» or «12 семей» counts the families above it.
    return _is_understood(field, value)


def cell_of(cells: Sequence[Cell], header: Header, field: Field) -> Cell:
    """What a row says in a column; nothing where the table has no such column."""
    column = header.columns.get(field)
    return cells[column.index] if column is not None and column.index < len(cells) else None
