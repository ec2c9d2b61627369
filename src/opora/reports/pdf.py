"""A report on paper, set by Typst with the product's own font and nothing of the machine's.

It is PDF/UA-1: whoever hears it read out has the title and the headings to go by, pictures in words, tables with heads.
The typesetter refuses a report that is not.
"""

import json
from collections.abc import Iterator
from typing import Any

from opora.common import heavy
from opora.common.language import spoken
from opora.pictures.logic_model import NAME
from opora.reports.glyphs import settable
from opora.reports.model import Block, Figures, Heading, Picture, Points, Quote, Report, Table, Text, laid_for, shown
from opora.reports.typesetting import HERE, NotSetError, typeset

TEMPLATE = HERE / "report.typ"
SHORT = 14


def render(report: Report) -> bytes:
    """The report as a tagged PDF file."""
    content = {
        "language": spoken(),
        "title": report.title,
        "subtitle": report.subtitle,
        "facts": [list(fact) for fact in report.facts],
        "confidential": report.confidential,
        "footer": report.footer,
        "size": 12 if report.is_large else 9.5,
        "made_on": report.made_on.strftime("%d.%m.%Y"),
        "blocks": list(_blocks(report)),
    }
    try:
        return _typeset(content)
    except NotSetError as refusal:
        # A sign that no font has, as a smile, keeps the whole paper from being set: then it is a question mark.
        if "error: the text" not in str(refusal):
            raise
        return _typeset(settable(content))
    finally:
        heavy.told()


def _typeset(content: dict[str, Any]) -> bytes:
    told = {"report": json.dumps(content, ensure_ascii=False)}
    return typeset(TEMPLATE, told, format="pdf", pdf_standards=["ua-1"])


def _blocks(report: Report) -> Iterator[dict[str, Any]]:
    """The blocks under the title, which is the first heading: none stands two steps below the one before it.

    The largest of them stands right below the title, so that parts of one rank look alike.
    """
    last, top = 1, min((one.level for one in report.blocks if isinstance(one, Heading)), default=1)
    for block in report.blocks:
        drawn = _block(block, report.title)
        if drawn["kind"] == "heading":
            last = drawn["level"] = min(drawn["level"] - top + 2, last + 1)
        yield drawn


def _block(block: Block, title: str) -> dict[str, Any]:
    match block:
        case Heading(text, level):
            return {"kind": "heading", "text": text, "level": level}
        case Text(text, tone):
            return {"kind": "text", "text": text, "tone": tone}
        case Points(items, tone):
            return {"kind": "points", "items": list(items), "tone": tone}
        case Figures(items):
            return {"kind": "figures", "items": [[item.label, item.value, item.note] for item in items]}
        case Quote(text, whose):
            return {"kind": "quote", "text": text, "whose": whose}
        case Picture(svg, caption):
            return {"kind": "picture", "svg": svg, "caption": caption, "alt": caption or title, "is_model": NAME in svg}
        case Table():
            return _table(laid_for(block, "reading"))


def _widths(table: Table) -> list[float]:
    """How much of a line columns of figures take: what is short as much as it needs (0), long words in proportion."""
    if not table.refs:
        return [0.0] * len(table.columns)
    longest = [
        max((len(str(row[place])) for row in table.rows if isinstance(row[place], str)), default=0)
        for place in range(len(table.columns))
    ]
    return [round(one**0.5, 1) if one > SHORT else 0.0 for one in longest]


def _table(table: Table) -> dict[str, Any]:
    kinds = [column.kind for column in table.columns]

    def line(cells: Any) -> list[str]:
        return [shown(cell, kind) for cell, kind in zip(cells, kinds, strict=True)]

    return {
        "kind": "table",
        "head": [column.title for column in table.columns],
        "widths": _widths(table),
        "right": [kind in {"count", "decimal"} for kind in kinds],
        "rows": [line(row) for row in table.rows],
        "total": line(table.total) if table.total is not None else None,
        "note": table.note,
    }
