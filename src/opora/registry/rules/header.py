"""Finding the table: which row is the header, and what each column holds.

A header is known by its words in any order of columns. Case, spaces, line breaks, ё, punctuation and Latin
look-alikes do not matter. Sources: the two layouts of S3-77 and S3-78.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from opora.registry.rules.letters import russian_letters, squash


class Field(StrEnum):
    """A column of the source tables."""

    DEPARTMENT = "department"
    PARENT = "parent"
    CHILDREN = "children"
    NUMBER = "number"
    OPENED = "opened_on"
    CLOSED = "closed_on"
    EXTENDED = "extended_to"
    FOLLOWED_UP = "followed_up_on"
    ENTRY = "entry"
    EXIT = "exit"
    CHANGE = "change"


class Layout(StrEnum):
    """Which of the two source tables a header belongs to; the values are those of a program's layout."""

    SUPPORT = "support"
    SHELTER = "shelter"


# The titles of the source tables, letter by letter (S3-77, S3-78).
_COMMON = {
    Field.DEPARTMENT: "ОТДЕЛ",
    Field.PARENT: "шифр, род.",
    Field.CHILDREN: "Шифр,реб",
    Field.NUMBER: "№ ДЕЛА",
    Field.OPENED: "ДАТА начало случая",
}
_RESULT = {
    Field.ENTRY: "число слабых сторон, вход",
    Field.EXIT: "число слабых сторон выход",
    Field.CHANGE: "динамика",
}
TITLES: dict[Layout, dict[Field, str]] = {
    Layout.SUPPORT: {**_COMMON, Field.CLOSED: "дата закрытие", **_RESULT},
    Layout.SHELTER: {
        **_COMMON,
        Field.EXTENDED: "продление",
        Field.CLOSED: "дата выхода из КЦ, закрытие",
        Field.FOLLOWED_UP: "мониторинг через 6 месяцев",
        **_RESULT,
    },
}

REQUIRED = frozenset({Field.DEPARTMENT, Field.PARENT, Field.NUMBER, Field.OPENED, Field.ENTRY})
EXPECTED = (Field.CHILDREN, Field.CLOSED, Field.EXIT)
# With this many known columns a row is meant as a header, even if a required one is missing.
NEARLY = 4
LONGEST_TITLE = 200


@dataclass(frozen=True)
class Column:
    """Where a column stands (from 0) and its title as printed."""

    index: int
    title: str


@dataclass(frozen=True)
class Header:
    """A header row: its columns, the layout its words speak of, and how many rows it takes."""

    columns: dict[Field, Column]
    layout: Layout
    height: int = 1
    doubled: tuple[tuple[Field, Column], ...] = ()

    @property
    def missing(self) -> tuple[Field, ...]:
        """Required columns that were not found; a table lacking one is not read."""
        return tuple(field for field in Field if field in REQUIRED and field not in self.columns)

    @property
    def unexpected_gaps(self) -> tuple[Field, ...]:
        """Columns that a register usually has and this one has not."""
        return tuple(field for field in EXPECTED if field not in self.columns)


@lru_cache(maxsize=2048)
def field_of(title: str) -> Field | None:
    """The column a title means, or None for a column of the organization's own."""
    if not title or len(title) > LONGEST_TITLE:
        return None
    text = russian_letters(re.sub(r"-\s*[\r\n]+\s*", "", title))
    words = _Words(re.findall(r"[а-яa-z]+|№|#|\d+", text), text)
    return next((field for field, means in _TESTS if means(words)), None)


class _Words:
    """The words of one title, asked by their beginnings or, for long ones, anywhere (a title may break)."""

    def __init__(self, words: list[str], text: str) -> None:
        self.words = words
        self.joined = re.sub(r"[\W_]", "", text)

    def any(self, *stems: str) -> bool:
        return any(word.startswith(stem) for word in self.words for stem in stems) or any(
            len(stem) >= 5 and stem in self.joined for stem in stems
        )

    def exactly(self, *words: str) -> bool:
        return any(word in self.words for word in words)

    @property
    def code(self) -> bool:
        return self.any("шифр", "код")

    @property
    def count(self) -> bool:
        return self.any("слаб", "сторон", "числ", "сумм", "балл", "показат", "количеств")

    @property
    def numbered(self) -> bool:
        return self.exactly("№", "#", "n", "nо") or self.any("номер")


def _is_number(words: _Words) -> bool:
    if words.exactly("дело", "дела", "делу") or words.any("случа"):
        return words.numbered or len(words.words) == 1
    return words.joined in {"nдела", "номердела"}


_TESTS = (
    (Field.CHANGE, lambda w: w.any("динамик", "прирост", "изменени", "разниц")),
    (Field.FOLLOWED_UP, lambda w: w.any("мониторинг") or (w.any("через") and w.exactly("6", "шесть"))),
    (Field.EXTENDED, lambda w: w.any("продлен", "продлит")),
    (Field.CHILDREN, lambda w: w.code and w.any("реб", "дет", "несоверш")),
    (
        Field.PARENT,
        lambda w: w.code and w.any("род", "мам", "мат", "опек", "взросл", "законн", "клиент", "благополуч"),
    ),
    (Field.NUMBER, _is_number),
    (Field.OPENED, lambda w: w.any("начал", "открыт", "заведен", "заселен", "поступл") and not w.count),
    (
        Field.CLOSED,
        lambda w: (
            (w.any("закрыт", "окончан", "заверш", "выбыт") and not w.count)
            or (w.any("выход", "выезд") and w.any("дата", "кц", "кризис") and not w.count)
        ),
    ),
    (Field.ENTRY, lambda w: w.any("вход") or (w.count and (w.any("начал", "первичн") or w.exactly("до")))),
    (Field.EXIT, lambda w: w.any("выход") or (w.count and w.any("кон", "итог", "повторн", "после"))),
    (Field.DEPARTMENT, lambda w: w.any("отдел", "подраздел")),
)


def read_header(cells: Sequence[object]) -> Header | None:
    """The header a row of cells makes, or None when fewer than four columns are known."""
    return _header([squash(cell) if isinstance(cell, str) else "" for cell in cells], cells)


def read_two_row_header(upper: Sequence[object], lower: Sequence[object]) -> Header | None:
    """The header of two rows: a merged title above («число слабых сторон») and its parts below."""
    titles: list[str] = []
    above = ""
    for index in range(max(len(upper), len(lower))):
        top = upper[index] if index < len(upper) else None
        bottom = lower[index] if index < len(lower) else None
        above = squash(top) if isinstance(top, str) else above
        below = squash(bottom) if isinstance(bottom, str) else ""
        spans = not isinstance(top, str)
        titles.append(f"{above} {below}".strip() if below or not spans else "")
    header = _header(titles, titles)
    return None if header is None else Header(header.columns, header.layout, 2, header.doubled)


def _header(titles: list[str], raw: Sequence[object]) -> Header | None:
    columns: dict[Field, Column] = {}
    doubled: list[tuple[Field, Column]] = []
    for index, title in enumerate(titles):
        field = field_of(str(raw[index])) if title else None
        if field is None:
            continue
        column = Column(index, title)
        if field in columns:
            doubled.append((field, column))
        else:
            columns[field] = column
    if len(columns) < NEARLY:
        return None
    return Header(columns, _layout(columns), doubled=tuple(doubled))


def _layout(columns: dict[Field, Column]) -> Layout:
    closing = columns.get(Field.CLOSED)
    of_shelter = closing is not None and re.search(r"\bкц\b|кризис", russian_letters(closing.title))
    if Field.EXTENDED in columns or Field.FOLLOWED_UP in columns or of_shelter:
        return Layout.SHELTER
    return Layout.SUPPORT
