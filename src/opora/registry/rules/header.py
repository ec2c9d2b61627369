"""The header of a table: what each of its columns holds, and where that is not sure.

Of the columns that may hold one thing, a chosen one beats an exact title of the source tables, an exact title beats
one that merely sounds like it, and two alike are a question. Sources: the two layouts of S3-77 and S3-78.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from opora.registry.rules.choices import Choices
from opora.registry.rules.fields import DAYS, EXPECTED, REQUIRED, TITLES, Field, Layout
from opora.registry.rules.letters import letter_of, russian_letters, squash
from opora.registry.rules.titles import LONGEST_TITLE, exact_field, field_of, perhaps_field_of, title_key

__all__ = [
    "DAYS",
    "TITLES",
    "Column",
    "Field",
    "Header",
    "Layout",
    "field_of",
    "read_header",
    "read_two_row_header",
    "titles_of",
    "to_remember",
]

# With this many known columns a row is meant as a header, even if a required one is missing.
NEARLY = 4
NOTHING_CHOSEN = Choices()


@dataclass(frozen=True)
class Column:
    """Where a column stands (from 0) and its title as printed."""

    index: int
    title: str

    @property
    def letter(self) -> str:
        """The letter by which a spreadsheet calls the column."""
        return letter_of(self.index)


@dataclass(frozen=True)
class Header:
    """A header: its columns, the layout its words speak of, and how many rows it takes.

    `doubled` are columns that were left for a better one, `unclear` those between which somebody must choose,
    `chosen` the columns that were taken because somebody had chosen them. Where a table `is_headed`, rows between the
    others name the department, and no column need.
    """

    columns: dict[Field, Column]
    layout: Layout
    height: int = 1
    doubled: tuple[tuple[Field, Column], ...] = ()
    unclear: tuple[tuple[Field, tuple[Column, ...]], ...] = ()
    chosen: frozenset[Field] = frozenset()
    is_headed: bool = False

    @property
    def missing(self) -> tuple[Field, ...]:
        """Required columns that were not found; a table lacking one is not read."""
        asked = {field for field, _columns in self.unclear}
        needed = REQUIRED - {Field.DEPARTMENT} if self.is_headed else REQUIRED
        return tuple(field for field in Field if field in needed and field not in self.columns and field not in asked)

    @property
    def unexpected_gaps(self) -> tuple[Field, ...]:
        """Columns that a register usually has and this one has not."""
        return tuple(field for field in EXPECTED if field not in self.columns)

    @property
    def known(self) -> int:
        """How many columns of the source tables it has, sure or not."""
        return len(self.columns) + len(self.unclear)


def to_remember(given: Choices, headers: Iterable[Header]) -> dict[tuple[Field, str], bool]:
    """What was chosen now and holds for the next file: by column and title, whether the title means it.

    A choice by letter is remembered by its title, unless two columns of one title stood beside each other.
    """
    found = {(one.field, one.key): one.is_meant for one in given.meanings if not one.letter and one.key}
    chosen = {one.field for one in given.meanings if one.is_meant}
    for header in headers:
        for name in header.chosen & chosen:
            taken = title_key(header.columns[name].title)
            others = {title_key(column.title) for field, column in header.doubled if field is name}
            if taken not in others and len(taken) <= LONGEST_TITLE:
                found[(name, taken)] = True
                found.update({(name, key): False for key in others})
    return found


def read_header(cells: Sequence[object], choices: Choices = NOTHING_CHOSEN) -> Header | None:
    """The header a row of cells makes, or None when fewer than four columns are known."""
    return header_of([cell if isinstance(cell, str) else "" for cell in cells], 1, choices)


def read_two_row_header(
    upper: Sequence[object], lower: Sequence[object], choices: Choices = NOTHING_CHOSEN
) -> Header | None:
    """The header of two rows: a merged title above («число слабых сторон») and its parts below."""
    return header_of(titles_of([upper, lower]), 2, choices)


def titles_of(rows: Sequence[Sequence[object]]) -> list[str]:
    """The titles that rows of a header make together.

    A title stands over the empty cells to its right, as a merged cell leaves them, as far as the rows below part it.
    """
    width = max(len(row) for row in rows)
    parts = [[_words(cell) for cell in row] + [""] * (width - len(row)) for row in rows]
    for level, upper in enumerate(parts[:-1]):
        above = ""
        for index in range(width):
            below = any(lower[index] for lower in parts[level + 1 :])
            # A title with nothing under it is whole: it spans no neighbors.
            above = (upper[index] if below else "") if upper[index] else above if below else ""
            upper[index] = upper[index] or above
    return [" ".join(part[index] for part in parts if part[index]) for index in range(width)]


def _words(cell: object) -> str:
    return cell if isinstance(cell, str) and squash(cell) else ""


def header_of(titles: Sequence[str], height: int, choices: Choices) -> Header | None:
    """The header these titles make, or None when fewer than four columns are known."""
    pools: dict[Field, tuple[list[Column], ...]] = {}
    for index, printed in enumerate(titles):
        title = squash(printed)
        if not title:
            continue
        for rank, name in enumerate(_meanings(printed, letter_of(index), choices)):
            if name is not None:
                pools.setdefault(name, ([], [], [], []))[rank].append(Column(index, title))
                break
    header = _judged(pools, height)
    return header if header.known >= NEARLY else None


def _meanings(title: str, letter: str, choices: Choices) -> list[Field | None]:
    """What a title means, from the surest to the least: as chosen, exactly, by its words, perhaps."""
    key = title_key(title)
    said = [exact_field(title), field_of(title), perhaps_field_of(title)]
    kept = [None if name is None or choices.denies(name, key, letter) else name for name in said]
    return [choices.field_for(key, letter), *kept]


def _judged(pools: Mapping[Field, tuple[list[Column], ...]], height: int) -> Header:
    columns: dict[Field, Column] = {}
    doubled: list[tuple[Field, Column]] = []
    unclear: list[tuple[Field, tuple[Column, ...]]] = []
    chosen: set[Field] = set()
    for name in Field:
        if name not in pools:
            continue
        *sure, perhaps = pools[name]
        best = next((pool for pool in sure if pool), [])
        others = [column for pool in (*sure, perhaps) if pool is not best for column in pool]
        if len(best) == 1:
            columns[name] = best[0]
            doubled.extend((name, column) for column in others if column not in perhaps)
            if best is sure[0]:
                chosen.add(name)
        else:
            everything = sorted((*best, *others), key=lambda column: column.index)
            unclear.append((name, tuple(everything)))
    found = {**columns, **{name: columns_[0] for name, columns_ in unclear}}
    return Header(columns, _layout(found), height, tuple(doubled), tuple(unclear), frozenset(chosen))


def _layout(columns: Mapping[Field, Column]) -> Layout:
    closing = columns.get(Field.CLOSED)
    of_shelter = closing is not None and re.search(r"\bкц\b|кризис", russian_letters(closing.title))
    if Field.EXTENDED in columns or Field.FOLLOWED_UP in columns or of_shelter:
        return Layout.SHELTER
    return Layout.SUPPORT
