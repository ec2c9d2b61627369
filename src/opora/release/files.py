"""The files of a release, made once, when it is let go."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from opora.common.dates import show_day
from opora.release import cids, iati, words
from opora.reports import flat, pdf, workbook
from opora.reports.model import Column, Report, Table, Text

KINDS = ("pdf", "csv", "xlsx", "json")
OF_INDICATORS = ("xml", "jsonld")
TYPES = {
    "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "xml": "application/xml",
    "jsonld": "application/ld+json",
}


def kinds_of(content: Mapping[str, Any]) -> tuple[str, ...]:
    """Which files a release has: figures of indicators go to donors' systems too."""
    return (*KINDS, *OF_INDICATORS) if content["indicators"] else KINDS


def as_json(content: Mapping[str, Any]) -> bytes:
    """The content as it is fingerprinted: the same bytes for the same content."""
    return (json.dumps(content, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def render(content: Mapping[str, Any], kind: str, *, number: int, on: date, organization: Mapping[str, str]) -> bytes:
    """One file of a release."""
    if kind == "json":
        return as_json(content)
    if kind == "xml":
        return iati.render(content, number=number, on=on, organization=organization)
    if kind == "jsonld":
        return cids.render(content, number=number, organization=organization)
    report = _report(content, number=number, on=on, organization=organization)
    if kind == "pdf":
        return pdf.render(report)
    return flat.render(report) if kind == "csv" else workbook.render(report, summary=words.about_sheet())


def _report(content: Mapping[str, Any], *, number: int, on: date, organization: Mapping[str, str]) -> Report:
    first, *others = content["columns"]
    columns = [Column(first), *(Column(title, "decimal") for title in others)]
    rows = [tuple(words.hidden_sign() if value is None else value for value in row) for row in content["rows"]]
    table = Table(words.table_sheet(), columns, rows)
    whose = [(words.organization(), name)] if (name := organization.get("name")) else []
    return Report(
        title=content["title"],
        subtitle=words.numbered(number),
        facts=[*whose, (words.released_on(), show_day(on))],
        blocks=[*(Text(line) for line in content["about"]), table],
        made_on=on,
        flat=table,
    )
