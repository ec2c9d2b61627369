"""The sheets of an .xlsx workbook, row by row as its XML is read: what a cell holds and what its formula showed.

Only cells that are there cost anything, however far the used range of a sheet reaches. No document type and no
entity is accepted, and no other file is ever looked at.
"""

import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta

from opora.registry.rules.cells import EPOCHS, Cell, Failure, Formula
from opora.registry.rules.issues import Unreadable
from opora.registry.rules.table import Merged, Sheet
from opora.registry.xml_parts import Attributes, parse, parser_of

WIDEST = 256
LONGEST_SHEET = 1_048_576
MOST_MERGED = 50_000

_CHUNK = 2**16
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})[\"']")
# The number formats of days and times that a workbook need not spell out.
_DAY_FORMATS = frozenset({*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)})
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)


def open_xlsx(archive: zipfile.ZipFile) -> list[Sheet]:
    """The worksheets in their order, each read as its rows are asked for."""
    book = _Book(archive)
    return [
        Sheet(name, _rows(archive, part, book), book.epoch, tuple(_merged_in(archive, part)))
        for name, part in book.sheets
    ]


class _Book:
    """What the sheets share: their names and parts, texts, number formats and the day from which days count."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.epoch = EPOCHS[1900]
        self.sheets: list[tuple[str, str]] = []
        self.texts: list[str] = []
        self.shows_days: list[bool] = []
        targets, kinds = _relations(archive, "_rels/.rels", "")
        main = next((targets[id_] for id_, kind in kinds.items() if kind == "officeDocument"), "xl/workbook.xml")
        folder, name = posixpath.split(main)
        self.targets, self.kinds = _relations(archive, f"{folder}/_rels/{name}.rels", folder)
        parse(archive, main, self._on_book)
        for id_, kind in self.kinds.items():
            if kind == "styles":
                self._read_styles(self.targets[id_])
            elif kind == "sharedStrings":
                self._read_texts(self.targets[id_])

    def _on_book(self, name: str, attributes: Attributes) -> None:
        if name == "workbookPr" and attributes.get("date1904") in ("1", "true"):
            self.epoch = EPOCHS[1904]
        elif name == "sheet":
            id_ = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            if self.kinds.get(id_) == "worksheet":
                self.sheets.append((attributes.get("name", ""), self.targets[id_]))

    def _read_styles(self, part: str) -> None:
        formats: dict[int, str] = {}
        inside = False

        def start(name: str, attributes: Attributes) -> None:
            nonlocal inside
            if name == "numFmt":
                formats[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
            elif name in ("cellXfs", "cellStyleXfs"):
                inside = name == "cellXfs"
            elif name == "xf" and inside:
                number = int(attributes.get("numFmtId", "0"))
                self.shows_days.append(_shows_day(formats[number]) if number in formats else number in _DAY_FORMATS)

        parse(self.archive, part, start)

    def _read_texts(self, part: str) -> None:
        text = _Text()

        def start(name: str, _attributes: Attributes) -> None:
            if name == "si":
                text.clear()
            text.start(name)

        def end(name: str) -> None:
            text.end(name)
            if name == "si":
                self.texts.append(text.all())

        parse(self.archive, part, start, end, text.add)

    def value_of(self, kind: str, written: str, style: str) -> Cell:
        """What a cell of a kind shows."""
        if kind == "s":
            return self.texts[int(written)] if written else None
        if kind in ("str", "inlineStr"):
            return _unescaped(written)
        if not written:
            return None
        if kind == "b":
            return written.strip() in ("1", "true")
        if kind == "e":
            return Failure(written)
        if kind == "d":
            return datetime.fromisoformat(written)
        number = float(written)
        place = int(style) if style else 0
        if place < len(self.shows_days) and self.shows_days[place]:
            return moment(number, self.epoch)
        return int(number) if number.is_integer() and abs(number) < 1e15 else number


class _Text:
    """Gathers the texts of a cell or a shared string: plain and rich runs, without the readings above them."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.takes = False
        self.aside = False

    def clear(self) -> None:
        self.parts.clear()

    def start(self, name: str) -> None:
        if name == "t":
            self.takes = not self.aside
        elif name == "rPh":
            self.aside = True

    def end(self, name: str) -> None:
        if name == "t":
            self.takes = False
        elif name == "rPh":
            self.aside = False

    def add(self, text: str) -> None:
        if self.takes:
            self.parts.append(text)

    def all(self) -> str:
        return _unescaped("".join(self.parts))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _relations(archive: zipfile.ZipFile, part: str, folder: str) -> tuple[dict[str, str], dict[str, str]]:
    """By id: the part a relation leads to, and of what kind it is. Relations to other files are left out."""
    targets: dict[str, str] = {}
    kinds: dict[str, str] = {}

    def start(name: str, attributes: Attributes) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes["Target"]
            full = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            targets[attributes["Id"]] = posixpath.normpath(full)
            kinds[attributes["Id"]] = attributes["Type"].rsplit("/", 1)[-1]

    parse(archive, part, start)
    return targets, kinds


def _rows(archive: zipfile.ZipFile, part: str, book: _Book) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    """Filled rows of a sheet."""
    reader = _SheetReader(book)
    parser = parser_of(reader.start, reader.end, None)
    reader.listen = lambda heard: setattr(parser, "CharacterDataHandler", heard)
    try:
        with archive.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                parser.Parse(chunk, False)
                yield from reader.done
                reader.done.clear()
            parser.Parse(b"", True)
        yield from reader.done
    finally:
        # Parser and reader hold one another, and with them all texts of the workbook.
        del reader.listen


class _SheetReader:
    """Follows the XML of one sheet and puts finished rows on a list."""

    def __init__(self, book: _Book) -> None:
        self.book = book
        self.done: list[tuple[int, tuple[Cell, ...]]] = []
        self.listen: Callable[[Callable[[str], None] | None], None] = lambda _heard: None
        self.row = 0
        self.column = -1
        self.cells: list[Cell] = []
        self.kind = self.style = ""
        self.has_formula = self.has_value = self.aside = False
        self.heard: list[str] = []

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "c":
            place = attributes.get("r")
            self.column = _column_of(place) if place else self.column + 1
            self.kind, self.style = attributes.get("t", "n"), attributes.get("s", "")
            self.has_formula = self.has_value = self.aside = False
            self.heard.clear()
        elif name == "v" or (name == "t" and not self.aside):
            self.has_value = True
            self.listen(self.heard.append)
        elif name == "f":
            self.has_formula = True
        elif name == "row":
            number = attributes.get("r")
            self.row = int(number) if number else self.row + 1
            if self.row > LONGEST_SHEET:
                raise Unreadable("file_is_hostile")
            self.column, self.cells = -1, []
        elif name == "rPh":
            self.aside = True

    def end(self, name: str) -> None:
        if name in ("v", "t"):
            self.listen(None)
        elif name == "c":
            self._take()
        elif name == "rPh":
            self.aside = False
        elif name == "row" and self.cells:
            self.done.append((self.row, tuple(self.cells)))

    def _take(self) -> None:
        if not 0 <= self.column < WIDEST or not (self.has_formula or self.heard or self.has_value):
            return
        value = self.book.value_of(self.kind, "".join(self.heard), self.style)
        if self.has_formula:
            # An empty text is a value too («» in a formula's branch), no value at all is not.
            value = Formula(value, value is not None or (self.has_value and self.kind == "str"))
        if value is None:
            return
        if (gap := self.column - len(self.cells)) > 0:
            self.cells.extend([None] * gap)
        if gap < 0:
            self.cells[self.column] = value
        else:
            self.cells.append(value)


_columns: dict[str, int] = {}


def _column_of(place: str) -> int:
    """The column of a cell's place, from 0: «C7» is 2."""
    letters = place.rstrip("0123456789")
    known = _columns.get(letters)
    if known is None:
        known = 0
        for letter in letters.upper():
            known = known * 26 + ord(letter) - 64
        known -= 1
        if len(letters) <= 2:
            _columns[letters] = known
    return known


def _shows_day(code: str) -> bool:
    """Whether a number format of the organization's own shows a day or a time."""
    shown = _NOT_SHOWN.sub("", code.split(";")[0]).casefold()
    return "general" not in shown and "основной" not in shown and re.search("[dmyhsдмгч]", shown) is not None


def moment(number: float, epoch: date) -> Cell:
    """The day or the time that a number shows in a cell formatted for days."""
    try:
        whole = datetime.combine(epoch, time()) + timedelta(days=number)
    except OverflowError:
        return Failure("#####")
    return whole if number >= 1 else str(whole.time())


def _merged_in(archive: zipfile.ZipFile, part: str) -> Iterator[Merged]:
    """The merged cells of a sheet, found in its XML wherever they stand."""
    rest, seen = b"", 0
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            text = rest + chunk
            for match in _MERGED.finditer(text):
                seen += 1
                if seen > MOST_MERGED:
                    return
                left, first, right, last = (group.decode("ascii") for group in match.groups())
                yield int(first), int(last), _column_of(left), _column_of(right)
            # A tag may stand across two pieces; what was found already is not found again.
            rest = text[text.rfind(b"<") :]
