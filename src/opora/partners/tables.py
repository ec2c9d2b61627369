"""The files of an HSDS archive: every official column is written, and tables that went through Excel are read.

A strict reader refuses a table that lacks a column, and one with a column too many: so official tables have exactly the
official columns, and what is our own stands in a table beside them. ``datapackage.json`` describes them all.
"""

import csv
import io
import json
import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Final

from opora.common.cells import safe_cell, text_of_cell

MOST_ROWS: Final = 2_000
OWN: Final = "x_opora"
_LARGEST: Final = 5 * 1024 * 1024
_SIGNS: Final = (",", ";", "\t")
_NUMBER: Final = re.compile(r"\+?[\d\s()-]+")
_COLUMNS: Final[dict[str, str]] = {
    "organizations": "id name alternate_name description email website tax_status tax_id year_incorporated legal_status"
    " logo uri parent_organization_id",
    "services": "id organization_id program_id name alternate_name description url email status"
    " interpretation_services application_process fees_description wait_time fees accreditations"
    " eligibility_description minimum_age maximum_age assured_date assurer_email licenses alert last_modified",
    "service_areas": "id service_id name description extent extent_type uri",
    "required_documents": "id service_id document uri",
    "phones": "id location_id service_id organization_id contact_id service_at_location_id number extension type"
    " description",
    OWN: "organization_id x_kind x_contacts x_agreement",
}
_TYPES: Final = {
    "assured_date": "date",
    "minimum_age": "number",
    "maximum_age": "number",
    "extension": "number",
    "year_incorporated": "number",
}
TABLES: Final[dict[str, tuple[str, ...]]] = {name: tuple(words.split()) for name, words in _COLUMNS.items()}
_RESOURCES: Final = {"organizations": "organization", "services": "service", "service_areas": "service_area"} | {
    "required_documents": "required_document",
    "phones": "phone",
}

Rows = list[dict[str, str]]


class Unreadable(Exception):
    """The file is no archive of tables, or lacks one that is needed; ``table`` names it, or is empty."""

    def __init__(self, table: str = "") -> None:
        super().__init__(table)
        self.table = table


def pack(rows: Mapping[str, Sequence[Mapping[str, str]]]) -> bytes:
    """An archive of the tables, UTF-8, comma-separated, no cell of which a spreadsheet would run."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("datapackage.json", json.dumps(_description(), ensure_ascii=False, indent=1))
        for name, columns in TABLES.items():
            text = io.StringIO()
            table = csv.DictWriter(text, columns)
            table.writeheader()
            table.writerows({key: _cell(key, value) for key, value in row.items()} for row in rows[name])
            archive.writestr(f"{name}.csv", text.getvalue().encode())
    return kept.getvalue()


def unpack(data: bytes) -> dict[str, Rows]:
    """The tables of an archive by name, the texts of their cells; Unreadable when it is none or lacks one."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {part.filename.rsplit("/", 1)[-1].lower(): part for part in archive.infolist()}
            found = {name: _table(archive, names.get(f"{name}.csv")) for name in TABLES}
    except (zipfile.BadZipFile, ValueError, NotImplementedError, csv.Error, EOFError):
        raise Unreadable from None
    for name in ("organizations", "services"):
        if not found[name] or not {"id", "name"} <= found[name][0].keys():
            raise Unreadable(name)
    return found


def day_of(text: str) -> date:
    """A day as the standard writes it, or as a Russian Excel saves it again; ValueError for another text."""
    if re.match(r"\d{1,2}\.\d", text):
        return datetime.strptime(text.split()[0], "%d.%m.%Y").date()
    return date.fromisoformat(text[:10])


def _cell(column: str, value: str) -> str:
    # A telephone number is only digits: an apostrophe before its + would make it undiallable for others.
    return value if column == "number" and _NUMBER.fullmatch(value) else safe_cell(value)


def _description() -> dict[str, object]:
    return {
        "name": "human_services_data",
        "title": "Human Services Data Specification",
        "profile": "tabular-data-package",
        "version": "3.0.0",
        "resources": [
            {
                "name": _RESOURCES.get(name, name),
                "path": f"{name}.csv",
                "profile": "tabular-data-resource",
                "format": "csv",
                "encoding": "utf-8",
                "schema": {
                    "fields": [{"name": column, "type": _TYPES.get(column, "string")} for column in columns],
                    "primaryKey": columns[0],
                },
            }
            for name, columns in TABLES.items()
        ],
    }


def _table(archive: zipfile.ZipFile, part: zipfile.ZipInfo | None) -> Rows:
    if part is None:
        return []
    if part.file_size > _LARGEST:
        raise ValueError(part.filename)
    text = _decoded(archive.read(part))
    first, _end, rest = text.partition("\n")
    if first.strip().lower().startswith("sep="):
        text, first = rest, rest.partition("\n")[0]
    sign = max(_SIGNS, key=first.count)
    lines = csv.DictReader(io.StringIO(text, newline=""), delimiter=sign)
    rows = [
        {key.strip().lower(): text_of_cell((value or "").strip()).strip() for key, value in line.items() if key}
        for line in lines
    ]
    rows = [row for row in rows if any(row.values())]
    if len(rows) > MOST_ROWS:
        raise ValueError(part.filename)
    return rows


def _decoded(data: bytes) -> str:
    """UTF-8 as the standard asks, or what Excel on a Russian Windows makes of it when it saves the table again."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("windows-1251")
