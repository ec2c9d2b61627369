"""The sheets of a LibreOffice spreadsheet (.ods), row by row as its XML is read.

Repeated cells and rows are counted and never spread out while they are empty, so a used range may reach as far as it
likes. Notes beside cells are no part of them.
"""

import zipfile
from collections.abc import Iterator
from datetime import date, datetime

from opora.registry.rules.cells import EPOCHS, Cell, Failure, Formula
from opora.registry.rules.issues import Unreadable
from opora.registry.rules.table import MOST_ROWS, Merged, Sheet
from opora.registry.xlsx import WIDEST
from opora.registry.xml_parts import Attributes, parse, parser_of

CONTENT = "content.xml"
MOST_SHEETS = 200
_CHUNK = 2**16

Row = tuple[int, tuple[Cell, ...]]


def open_ods(archive: zipfile.ZipFile) -> list[Sheet]:
    """The tables in their order, each read as its rows are asked for."""
    frames = _Frames()
    parse(archive, CONTENT, frames.start, frames.end)
    if len(frames.names) > MOST_SHEETS:
        raise Unreadable("file_is_hostile")
    return [
        Sheet(name, _rows(archive, place), frames.epoch, tuple(frames.merged[place]))
        for place, name in enumerate(frames.names)
    ]


class _Frames:
    """A first look: the names of the tables, which cells are shown as one, and the day from which serials count."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.merged: list[list[Merged]] = []
        self.epoch = EPOCHS[1900]
        self.row = self.column = 0
        self.repeated = 1

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "null-date":
            self.epoch = date.fromisoformat(attributes.get("table:date-value", f"{self.epoch}"))
        elif name == "table":
            self.names.append(attributes.get("table:name", ""))
            self.merged.append([])
            self.row = 0
        elif name == "table-row":
            self.row, self.column = self.row + 1, 0
            self.repeated = _times(attributes, "table:number-rows-repeated")
        elif name in ("table-cell", "covered-table-cell"):
            rows = _times(attributes, "table:number-rows-spanned")
            columns = _times(attributes, "table:number-columns-spanned")
            if rows > 1 or columns > 1:
                self.merged[-1].append((self.row, self.row + rows - 1, self.column, self.column + columns - 1))
            self.column += _times(attributes, "table:number-columns-repeated")

    def end(self, name: str) -> None:
        if name == "table-row":
            self.row += self.repeated - 1


def _rows(archive: zipfile.ZipFile, place: int) -> Iterator[Row]:
    """Filled rows of one table."""
    reader = _TableReader(place)
    parser = parser_of(reader.start, reader.end, reader.hear)
    with archive.open(CONTENT) as stream:
        while chunk := stream.read(_CHUNK):
            parser.Parse(chunk, False)
            for number, cells, times in reader.done:
                for further in range(min(times, MOST_ROWS + 1)):
                    yield number + further, cells
            reader.done.clear()
        parser.Parse(b"", True)


class _TableReader:
    """Follows the XML of the whole file and keeps the finished rows of one table."""

    def __init__(self, place: int) -> None:
        self.place, self.table = place, -1
        self.done: list[tuple[int, tuple[Cell, ...], int]] = []
        self.row = self.column = 0
        self.cells: list[Cell] = []
        self.has: Attributes = {}
        self.text: list[str] = []
        self.repeated = 1
        self.aside = 0
        self.in_words = False

    @property
    def is_here(self) -> bool:
        return self.table == self.place

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "table":
            self.table += 1
            self.row = 0
        elif not self.is_here:
            return
        elif name == "table-row":
            self.row, self.column, self.cells = self.row + 1, 0, []
            self.repeated = _times(attributes, "table:number-rows-repeated")
        elif name in ("table-cell", "covered-table-cell"):
            self.has, self.text = attributes, []
        elif name == "annotation":
            self.aside += 1
        elif not self.aside:
            self._word(name, attributes)

    def _word(self, name: str, attributes: Attributes) -> None:
        if name == "p":
            if self.text:
                self.text.append("\n")
            self.in_words = True
        elif name == "s":
            self.text.append(" " * min(_times(attributes, "text:c"), 1000))
        elif name in ("tab", "line-break"):
            self.text.append("\t" if name == "tab" else "\n")

    def hear(self, text: str) -> None:
        if self.in_words and not self.aside:
            self.text.append(text)

    def end(self, name: str) -> None:
        if not self.is_here:
            return
        if name == "annotation":
            self.aside -= 1
        elif name == "p":
            self.in_words = False
        elif name in ("table-cell", "covered-table-cell"):
            self._take(covered=name != "table-cell")
        elif name == "table-row":
            if self.cells:
                self.done.append((self.row, tuple(self.cells), self.repeated))
            self.row += self.repeated - 1

    def _take(self, *, covered: bool) -> None:
        times = _times(self.has, "table:number-columns-repeated")
        value = None if covered else self._value()
        if value is not None and self.column < WIDEST:
            self.cells.extend([None] * (self.column - len(self.cells)))
            self.cells.extend([value] * min(times, WIDEST - self.column))
        self.column += times

    def _value(self) -> Cell:
        kind, text = self.has.get("office:value-type"), "".join(self.text)
        value: Cell = None
        if self.has.get("calcext:value-type") == "error":
            value = Failure(text)
        elif kind in ("float", "percentage", "currency"):
            number = float(self.has["office:value"])
            value = int(number) if number.is_integer() and abs(number) < 1e15 else number
        elif kind == "date":
            value = _day(self.has["office:date-value"], text)
        elif kind == "boolean":
            value = self.has["office:boolean-value"] == "true"
        elif kind is not None:
            value = self.has.get("office:string-value", text)
        if "table:formula" in self.has:
            return Formula(value, kind is not None)
        return value


def _day(written: str, shown: str) -> Cell:
    """The day of a cell; one beyond the calendar (a slip such as the year 20213) is the text that is shown."""
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        return shown


def _times(attributes: Attributes, name: str) -> int:
    """How often a cell or row stands, as far as any spreadsheet reaches."""
    said = attributes.get(name, "1")
    return max(1, min(int(said), 2**21)) if said.isdecimal() else 1
