"""A report as one object: headings, text, figures, tables and pictures, whatever it is rendered to."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

Cell = str | int | float | date | None
Kind = Literal["text", "count", "decimal", "day"]
Tone = Literal["plain", "quiet", "warning"]
Only = Literal["", "workbook", "reading"]


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part; level 1 opens a chapter, 2 a part of it."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    text: str
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Points:
    """A list of sentences, each with its own weight."""

    items: Sequence[str]
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that stands out, with what it is and what limits it."""

    label: str
    value: str
    note: str = ""
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """Numbers side by side."""

    items: Sequence[Figure]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title and what its cells are.

    ``difference`` names two other columns by index: in a workbook the cell is the live formula first minus second.
    ``only`` says where it stands when not everywhere: numbers apart for a workbook, one phrase for whoever reads.
    """

    title: str
    kind: Kind = "text"
    difference: tuple[int, int] | None = None
    only: Only = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; ``total`` is one row more, below the others. ``name`` is a sheet's name (31 letters).

    A table ``in_text`` belongs to what is said around it: in a workbook it stands on the first sheet. ``refs`` names,
    row by row, what the figures of a row are opened by on a page ("indicator:IND-30"); a page knows where that leads.
    """

    name: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    total: Sequence[Cell] | None = None
    note: str = ""
    in_text: bool = False
    refs: Sequence[str] = ()


def laid_for(table: Table, where: Only) -> Table:
    """The table without the columns that are meant for the other way of looking at it."""
    kept = [place for place, column in enumerate(table.columns) if column.only in ("", where)]
    if len(kept) == len(table.columns):
        return table

    def narrowed(row: Sequence[Cell]) -> list[Cell]:
        return [row[place] for place in kept]

    return replace(
        table,
        columns=[table.columns[place] for place in kept],
        rows=[narrowed(row) for row in table.rows],
        total=None if table.total is None else narrowed(table.total),
    )


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing for paper (SVG text) with the sentence that says what it shows.

    ``screen`` is the same for a page, ``narrow`` for a page on a phone where the wide one would be too small to read.
    """

    svg: str
    caption: str
    screen: str = ""
    narrow: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a family that may be published, and whose they are, without a name; ``number`` finds them again."""

    text: str
    whose: str
    number: int = 0


Block = Heading | Text | Points | Figures | Table | Picture | Quote


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report.

    ``flat`` is the same data as one table for a CSV file. ``confidential`` is printed on every page and sheet of a
    report that shows single families, even under codes; a report without it must have passed disclosure control.
    ``is_large`` sets the text for whoever reads a sheet at home and not a report at a desk.
    """

    title: str
    subtitle: str
    facts: Sequence[tuple[str, str]]
    blocks: Sequence[Block]
    made_on: date
    flat: Table | None = None
    confidential: str = ""
    footer: str = ""
    is_large: bool = False
    tables: Sequence[Table] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tables", tuple(block for block in self.blocks if isinstance(block, Table)))


def shown(value: Cell, kind: Kind) -> str:
    """A cell as people read it: days as ДД.ММ.ГГГГ, decimals with a comma, nothing for what is not known."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.strftime("%d.%m.%Y")
    if kind == "decimal" and isinstance(value, float | int):
        return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")
    return str(value)
