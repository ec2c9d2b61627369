"""Finding the header of a table among the rows of a sheet: in one row, or in two or three that belong together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from opora.registry.rules.cells import Cell, is_blank, read_codes, read_day
from opora.registry.rules.choices import Choices
from opora.registry.rules.fields import Field
from opora.registry.rules.header import Header, header_of, read_header, titles_of
from opora.registry.rules.issues import CellProblem
from opora.registry.rules.kinds_of_rows import department_named
from opora.registry.rules.letters import squash

# How many filled rows of a sheet may stand above its header.
HEADER_WITHIN = 30
TALLEST = 3
# A row of column numbers has at least so many.
FEWEST_NUMBERS = 4

Row = tuple[int, Sequence[Cell]]


class Rows:
    """The filled rows of a sheet, of which the next ones may be looked at before they are taken."""

    def __init__(self, rows: Iterator[Row]) -> None:
        self._rows = rows
        self._waiting: list[Row] = []

    def take(self) -> Row | None:
        """The next filled row, None at the end."""
        return self._waiting.pop(0) if self._waiting else self._next()

    def look(self, ahead: int = 0) -> Row | None:
        """The row that will be taken next, or one after it; it stays."""
        while len(self._waiting) <= ahead:
            row = self._next()
            if row is None:
                return None
            self._waiting.append(row)
        return self._waiting[ahead]

    def _next(self) -> Row | None:
        return next((row for row in self._rows if not all(is_blank(cell) for cell in row[1])), None)


@dataclass(frozen=True)
class Found:
    """A header, the row at which it begins, and the department that a row right above it names."""

    at: int
    header: Header
    heading: str = ""


def first_header(rows: Rows, choices: Choices) -> tuple[Found | None, Found | None]:
    """The first complete header of a sheet, its rows taken; without one, the header that lacks least."""
    nearly: Found | None = None
    heading = ""
    for _seen in range(HEADER_WITHIN):
        row = rows.look()
        if row is None:
            break
        for found in _headers_here(rows, choices, heading):
            if not found.header.missing:
                for _row in range(found.header.height):
                    rows.take()
                return found, None
            if nearly is None or len(found.header.missing) < len(nearly.header.missing):
                nearly = found
        heading = department_named(row[1]) or heading
        rows.take()
    return None, nearly


def next_header(rows: Rows, choices: Choices, heading: str) -> Found | None:
    """A complete header further down, its rows taken: a second table of the sheet, or the header of a new page.

    `heading` is the department that the last heading has named.
    """
    row = rows.look()
    if row is None or not is_words(row[1]):
        return None
    for found in _headers_here(rows, choices, heading):
        if not found.header.missing:
            for _row in range(found.header.height):
                rows.take()
            return found
    return None


def _headers_here(rows: Rows, choices: Choices, heading: str) -> Iterator[Found]:
    """The headers that begin with the next row: of as few rows as make it complete, and one more that parts it."""
    first = rows.look()
    if first is None or department_named(first[1]) is not None:
        return
    block = [first[1]]
    header = read_header(first[1], choices)
    for height in range(2, TALLEST + 1):
        below = rows.look(height - 1)
        if below is None or not is_words(below[1]) or department_named(below[1]) is not None:
            break
        complete = _is_complete(header)
        if complete and not _parts(below[1], block):
            break
        taller = header_of(titles_of([*block, below[1]]), height, choices)
        if _begins_below(header_of(titles_of([*block[1:], below[1]]), height - 1, choices), taller):
            break
        block.append(below[1])
        if taller is not None and (header is None or len(taller.missing) < len(header.missing) or complete):
            header = taller
    if header is not None:
        yield Found(first[0], replace(header, is_headed=bool(heading) or _is_headed(rows, header)), heading)


def _begins_below(lower: Header | None, taller: Header | None) -> bool:
    """Whether a header needs not its first row: without it all columns are there, or all but a department it has not.

    What stands above is then the title of the whole table, also of one whose departments stand in rows.
    """
    if lower is None or taller is None:
        return False
    return not lower.missing or lower.missing == taller.missing == (Field.DEPARTMENT,)


def _is_headed(rows: Rows, header: Header) -> bool:
    """Whether the rows of a table are told apart by headings that name their department: one stands first."""
    for ahead in (header.height, header.height + 1):
        below = rows.look(ahead)
        if below is None or not is_column_numbers(below[1]):
            return below is not None and bool(department_named(below[1]))
    return False


def _is_complete(header: Header | None) -> bool:
    return header is not None and not header.missing


def is_words(cells: Sequence[Cell]) -> bool:
    """Whether a row holds texts only, and none of them a code or a day: the titles of a header, or a remark."""
    if any(cell is not None and not isinstance(cell, str) for cell in cells):
        return False
    filled = [cell for cell in cells if isinstance(cell, str) and not is_blank(cell)]
    return bool(filled) and not any(map(_is_data, filled))


def _is_data(text: str) -> bool:
    if not any(sign.isdigit() for sign in text):
        return False
    for reader in (read_codes, read_day):
        try:
            reader(text)
        except CellProblem:
            continue
        return True
    return squash(text).isdigit()


def _parts(below: Sequence[Cell], block: Sequence[Sequence[Cell]]) -> bool:
    """Whether a row of words parts the titles above it: two texts or more, one under an empty title cell."""
    filled = [index for index, cell in enumerate(below) if not is_blank(cell)]
    titled = [index for index, title in enumerate(titles_of(block)) if title]
    return len(filled) > 1 and any(index not in titled for index in filled)


def is_column_numbers(cells: Sequence[Cell]) -> bool:
    """Whether a row only counts the columns, as official forms do beneath the header: 1 | 2 | 3, or А | Б | 1 | 2.

    The numbers may stand in brackets, leave a column out, or say how one is reckoned: «9 = 7 - 8».
    """
    signs = [_sign(cell) for cell in cells if not is_blank(cell)]
    if not signs or signs[0] not in ("1", "2", "А"):
        return False
    while signs and signs[0] in ("А", "Б", "В", "Г"):
        signs.pop(0)
    if len(signs) < FEWEST_NUMBERS or not all(sign.isdecimal() and len(sign) <= 2 for sign in signs):
        return False
    numbers = [int(sign) for sign in signs]
    gaps = [later - earlier for earlier, later in pairwise(numbers)]
    return numbers[0] in (1, 2) and set(gaps) <= {1, 2} and gaps.count(2) <= 1


def _sign(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if not isinstance(cell, int | str) or isinstance(cell, bool):
        return ""
    return squash(str(cell)).partition("=")[0].strip(" ().")
