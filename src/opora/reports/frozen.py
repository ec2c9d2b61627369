"""A report as plain values, and back: how it is kept on the day it was taken."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from opora.reports.model import (
    Block,
    Cell,
    Column,
    Figure,
    Figures,
    Heading,
    Picture,
    Points,
    Quote,
    Report,
    Table,
    Text,
)


def to_data(report: Report) -> dict[str, Any]:
    """Everything but the words of families: those stay where they lie sealed."""
    return {
        "title": report.title,
        "subtitle": report.subtitle,
        "facts": [list(fact) for fact in report.facts],
        "confidential": report.confidential,
        "footer": report.footer,
        "made_on": report.made_on.isoformat(),
        "blocks": [_kept(block) for block in report.blocks],
    }


def from_data(data: Mapping[str, Any]) -> Report:
    """The report as it was."""
    return Report(
        title=data["title"],
        subtitle=data["subtitle"],
        facts=[(label, value) for label, value in data["facts"]],
        blocks=[_read(one) for one in data["blocks"]],
        made_on=date.fromisoformat(data["made_on"]),
        confidential=data["confidential"],
        footer=data["footer"],
    )


def with_words(report: Report, words: Mapping[int, Quote], gone: str) -> Report:
    """The same report with the families' words that may be shown now; in place of others stands why they are gone."""

    def told(block: Block) -> Block:
        if not isinstance(block, Quote):
            return block
        return words.get(block.number) or Text(gone, "warning")

    return replace(report, blocks=[told(block) for block in report.blocks])


def _kept(block: Block) -> dict[str, Any]:
    match block:
        case Heading(text, level):
            return {"kind": "heading", "text": text, "level": level}
        case Text(text, tone):
            return {"kind": "text", "text": text, "tone": tone}
        case Points(items, tone):
            return {"kind": "points", "items": list(items), "tone": tone}
        case Figures(items):
            return {"kind": "figures", "items": [[one.label, one.value, one.note, one.ref] for one in items]}
        case Picture(svg, caption, screen, narrow):
            return {"kind": "picture", "svg": svg, "caption": caption, "screen": screen, "narrow": narrow}
        case Quote():
            return {"kind": "quote", "number": block.number}
        case Table():
            return {
                "kind": "table",
                "name": block.name,
                "columns": [[one.title, one.kind, one.difference, one.only] for one in block.columns],
                "rows": [[_cell(cell) for cell in row] for row in block.rows],
                "total": None if block.total is None else [_cell(cell) for cell in block.total],
                "note": block.note,
                "in_text": block.in_text,
                "refs": list(block.refs),
            }


def _read(told: Mapping[str, Any]) -> Block:
    match told["kind"]:
        case "heading":
            return Heading(told["text"], told["level"])
        case "text":
            return Text(told["text"], told["tone"])
        case "points":
            return Points(told["items"], told["tone"])
        case "figures":
            return Figures([Figure(*one) for one in told["items"]])
        case "picture":
            return Picture(told["svg"], told["caption"], told["screen"], told.get("narrow", ""))
        case "quote":
            return Quote("", "", told["number"])
        case _:
            columns = [
                Column(title, kind, (difference[0], difference[1]) if difference else None, *only)
                for title, kind, difference, *only in told["columns"]
            ]
            return Table(
                told["name"],
                columns,
                [[_cell_back(cell) for cell in row] for row in told["rows"]],
                None if told["total"] is None else [_cell_back(cell) for cell in told["total"]],
                told["note"],
                told["in_text"],
                told["refs"],
            )


def _cell(cell: Cell) -> Any:
    return {"day": cell.isoformat()} if isinstance(cell, date) else cell


def _cell_back(cell: Any) -> Cell:
    return date.fromisoformat(cell["day"]) if isinstance(cell, dict) else cell
