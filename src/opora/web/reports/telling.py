"""Parts of a report as a page shows them: each figure leads to what it is and to the families behind it."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from opora.reports.model import Block, Figures, Heading, Picture, Points, Quote, Table, Text, laid_for, shown
from opora.web.shell.drawing import as_drawing

WIDE = 6


def laid(blocks: Iterable[Block], query: str = "", *, in_part: bool = False) -> list[dict[str, Any]]:
    """Each block as its template wants it; what stands in a part is headed below the heading of the part."""
    return [_laid(one, query, 3 if in_part else 2) for one in blocks]


def query_of(report: Any, block: Any = None) -> str:
    """The program and the days of a report or a block, as the pages of figures understand them."""
    program = (block.program_id if block is not None else None) or report.program_id
    first = (block.first_on if block is not None else None) or report.first_on
    last = (block.last_on if block is not None else None) or report.last_on
    asked = {"from_on": first.isoformat(), "to_on": last.isoformat()}
    return urlencode({"program": program, **asked} if program else asked)


def address(ref: str, query: str) -> str:
    """Where a figure is explained; empty where there is no such page."""
    kind, _colon, code = ref.partition(":")
    if kind == "indicator":
        return f"{reverse('indicators:one', args=[code])}?{query}"
    if kind == "result":
        return f"{reverse('results:list')}?{urlencode({'concept': code})}&{query}"
    if kind == "outside":
        return reverse("indicators:outside")
    return ""


def _laid(block: Block, query: str, top: int) -> dict[str, Any]:
    match block:
        case Heading(text, level):
            return {"kind": "heading", "text": text, "level": max(level, top)}
        case Text(text, tone):
            return {"kind": "text", "text": text, "tone": tone}
        case Points(items, tone):
            return {"kind": "points", "items": items, "tone": tone}
        case Figures(items):
            return {"kind": "figures", "items": [(one, address(one.ref, query)) for one in items]}
        case Quote(text, whose):
            return {"kind": "quote", "text": text, "whose": whose}
        case Picture(svg, caption, screen, narrow):
            # Of a picture on several sheets the screen shows the whole with the first one.
            drawn = screen if screen else "" if "logic-model" in svg else svg
            is_model = "logic-model" in drawn
            told = {"kind": "picture", "svg": as_drawing(drawn), "caption": caption, "is_model": is_model}
            return told | ({"narrow": as_drawing(narrow)} if narrow else {})
        case Table():
            return _table(laid_for(block, "reading"), query)


def _table(table: Table, query: str) -> dict[str, Any]:
    numbers = [column.kind in {"count", "decimal"} for column in table.columns]
    refs = [*table.refs, *[""] * (len(table.rows) - len(table.refs))]

    def line(cells: Any) -> list[tuple[str, str, bool]]:
        rows = zip(cells, table.columns, numbers, strict=True)
        return [(column.title, shown(cell, column.kind), is_number) for cell, column, is_number in rows]

    return {
        "kind": "table",
        "name": table.name,
        "columns": [(column.title, is_number) for column, is_number in zip(table.columns, numbers, strict=True)],
        "lines": [(line(row), address(ref, query)) for row, ref in zip(table.rows, refs, strict=True)],
        "total": line(table.total) if table.total is not None else None,
        "note": table.note,
        "is_wide": len(table.columns) > WIDE,
    }
