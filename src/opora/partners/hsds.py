"""The directory as other directories read it: HSDS 3.0 tables (organizations, services and what belongs to them).

What HSDS has no place for travels in a table of our own. The rating by our workers is nobody else's business and is not
written. Which tables there are, and how their files are written and read, says ``tables``.
"""

import re
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from opora.partners.tables import OWN, TABLES, day_of, pack, unpack

_SPACE: Final = uuid.UUID("5b2c1f5e-4a0e-4a53-9a0b-0d5f6f0f5a11")
# Other directories take only addresses in Latin letters; «почта@дом.рф» still stands among the contacts.
_MAIL: Final = re.compile(r"(?<!\w)[\w.+-]+@[\w-]+\.\w[\w.-]*\w", re.ASCII)
_SITE: Final = re.compile(r"https?://[\w.~:/?#@!$&*+=%-]+(?=[\s,;)]|$)", re.IGNORECASE | re.ASCII)
_PHONE: Final = re.compile(r"(?:\+7|8)[\s(-]*\d{3}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One organization as the directory keeps it, without the rating."""

    name: str
    services: str
    contacts: str
    kind: str = "other"
    audience: str = ""
    area: str = ""
    conditions: str = ""
    documents: str = ""
    agreement: str = ""
    checked_on: date | None = None
    is_active: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """A line of organizations.csv: its number as a table program counts it, and the entry or what is wrong with it."""

    number: int
    name: str
    entry: Entry | None
    wrong: tuple[str, ...] = field(default=())


def write(entries: Iterable[Entry]) -> bytes:
    """An archive of the directory; ids are made of name and area and stay the same."""
    rows: dict[str, list[dict[str, str]]] = {name: [] for name in TABLES}
    for entry in entries:
        _add(rows, entry)
    return pack(rows)


def read(data: bytes, kinds: Sequence[str]) -> list[Row]:
    """The organizations of an archive, each with its services joined into one entry.

    Raises Unreadable for what is no such archive. ``wrong`` of a row names fields: "name", "services", "contacts",
    "checked_on". An unknown kind becomes "other".
    """
    tables = unpack(data)
    services: dict[str, list[dict[str, str]]] = {}
    for one in tables["services"]:
        services.setdefault(one.get("organization_id", ""), []).append(one)
    areas, papers = _grouped(tables["service_areas"], "name"), _grouped(tables["required_documents"], "document")
    phones: dict[str, list[str]] = {}
    for one in tables["phones"]:
        phones.setdefault(one.get("organization_id", ""), []).append(one.get("number", ""))
    own = {one.get("organization_id", ""): one for one in tables[OWN]}
    organizations = [{**one, **own.get(one.get("id", ""), {})} for one in tables["organizations"]]
    return [
        _row(number, one, services.get(one.get("id", ""), []), areas, papers, phones, kinds)
        for number, one in enumerate(organizations, 2)
    ]


def _add(rows: dict[str, list[dict[str, str]]], entry: Entry) -> None:
    key = str(uuid.uuid5(_SPACE, f"{entry.name.lower()}|{entry.area.lower()}"))
    service = str(uuid.uuid5(_SPACE, f"service {key}"))
    mail, site = _MAIL.search(entry.contacts), _SITE.search(entry.contacts)
    rows["organizations"].append(
        {
            "id": key,
            "name": entry.name,
            "description": entry.services,
            "email": mail.group() if mail else "",
            "website": site.group() if site else "",
        }
    )
    rows[OWN].append(
        {
            "organization_id": key,
            "x_kind": entry.kind,
            "x_contacts": entry.contacts,
            "x_agreement": entry.agreement,
        }
    )
    rows["services"].append(
        {
            "id": service,
            "organization_id": key,
            "name": entry.services.splitlines()[0][:200] if entry.services else "",
            "description": entry.services,
            "status": "active" if entry.is_active else "inactive",
            "application_process": entry.conditions,
            "eligibility_description": entry.audience,
            "assured_date": entry.checked_on.isoformat() if entry.checked_on else "",
        }
    )
    extras = (("service_areas", "name", entry.area), ("required_documents", "document", entry.documents))
    for table, column, text in extras:
        if text:
            named = str(uuid.uuid5(_SPACE, f"{table} {key}"))
            rows[table].append({"id": named, "service_id": service, column: text})
    for number in _PHONE.findall(entry.contacts):
        named = str(uuid.uuid5(_SPACE, f"phone {key} {number}"))
        rows["phones"].append({"id": named, "organization_id": key, "number": number})


def _grouped(rows: Iterable[Mapping[str, str]], column: str) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = {}
    for one in rows:
        if one.get(column):
            grouped.setdefault(one.get("service_id", ""), []).append(one[column])
    return grouped


def _row(
    number: int,
    one: Mapping[str, str],
    services: Sequence[Mapping[str, str]],
    areas: Mapping[str, Sequence[str]],
    papers: Mapping[str, Sequence[str]],
    phones: Mapping[str, Sequence[str]],
    kinds: Sequence[str],
) -> Row:
    ids = [service.get("id", "") for service in services]
    told = _joined(service.get("description") or service.get("name", "") for service in services)
    reached = [*phones.get(one.get("id", ""), ()), one.get("email", ""), one.get("website", "")]
    days = sorted(day for service in services if (day := service.get("assured_date", "")))
    checked, wrong = None, []
    try:
        checked = day_of(days[0]) if days else None
    except ValueError:
        wrong.append("checked_on")
    name = one.get("name", "")
    entry = Entry(
        name=name[:200],
        services=told or one.get("description", ""),
        contacts=one.get("x_contacts") or _joined(reached),
        kind=one["x_kind"] if one.get("x_kind") in kinds else "other",
        audience=_joined(service.get("eligibility_description", "") for service in services),
        area=", ".join(dict.fromkeys(area for key in ids for area in areas.get(key, ())))[:200],
        conditions=_joined(service.get("application_process", "") for service in services),
        documents=_joined(paper for key in ids for paper in papers.get(key, ())),
        agreement=one.get("x_agreement", "")[:200],
        checked_on=checked,
        is_active=not services or any(service.get("status", "active") == "active" for service in services),
    )
    wrong += [name for name in ("name", "services", "contacts") if not getattr(entry, name)]
    return Row(number, name, None if wrong else entry, tuple(wrong))


def _joined(parts: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(part for part in parts if part))
