"""A definition in an address: codes and numbers alone, so that a table can be kept as a bookmark and sent on."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from opora.common.dates import parse_day
from opora.common.errors import NotFound
from opora.pivot.rules import ALL, SUBJECTS, Definition, Dimension, Key, dimensions_of

_USUAL = Definition("cases", "program", period="last_12")
_MOST = 200


def asked(query: QueryDict, own_fields: Mapping[str, Dimension]) -> Definition:
    """The definition an address names, for a reader of these own fields; what does not fit is left for the rules."""
    subject = query.get("subject", _USUAL.subject)
    rows = query.get("rows", "")
    filters: dict[str, tuple[str, ...]] = {}
    narrow = query.get("narrow", "")
    for name in query:
        if name.startswith("only_") and (name == f"only_{narrow}" or "narrow" not in query):
            codes = [code for code in query.getlist(name)[:_MOST] if "\x00" not in code]
            filters |= {name.removeprefix("only_"): tuple(codes)} if codes else {}
    found = Definition(
        subject,
        rows or _first(subject),
        query.get("columns", ""),
        kind=query.get("kind", ""),
        shown=query.get("shown", "") or "number",
        day=query.get("day", ""),
        period=query.get("period", "") or _USUAL.period,
        first=_day(query.get("first", "")),
        last=_day(query.get("last", "")),
        programs=_numbers(query.getlist("program")),
        departments=_numbers(query.getlist("department")),
        filters=filters,
        sort=query.get("sort", ""),
        is_drawn=query.get("drawn", "") == "1",
        own_fields=own_fields,
    )
    was = query.get("was", "")
    return _carried(found, was) if was in SUBJECTS and was != subject and subject in SUBJECTS else found


def query_of(one: Definition, **more: Any) -> str:
    """The address of a definition, without its path."""
    plain: dict[str, Any] = {"subject": one.subject, "rows": one.rows, "columns": one.columns}
    plain |= {"kind": one.kind, "shown": one.shown if one.shown != "number" else "", "day": one.day}
    plain |= {"period": one.period, "sort": one.sort, "drawn": "1" if one.is_drawn else ""}
    if one.period == "days":
        plain |= {name: day.isoformat() for name, day in (("first", one.first), ("last", one.last)) if day}
    plain |= {"program": list(one.programs), "department": list(one.departments)}
    plain |= {f"only_{name}": list(codes) for name, codes in one.filters.items()}
    if len(one.filters) == 1:
        plain["narrow"] = next(iter(one.filters))
    return urlencode({name: value for name, value in (plain | more).items() if value not in ("", [], None)}, doseq=True)


def cell_query(one: Definition, key: Key, **more: Any) -> str:
    """The address of what stands behind a cell; an empty code is what is not known, none is all of them."""
    at = {name: code for name, code in zip(("row", "column"), key, strict=True) if code is not ALL}
    return "&".join(part for part in (query_of(one, **more), urlencode(at)) if part)


def key_of(query: Mapping[str, str]) -> Key:
    """The cell an address names. Raises NotFound for what no cell can be called."""
    if any("\x00" in query.get(part, "") for part in ("row", "column")):
        raise NotFound
    return query.get("row", ALL), query.get("column", ALL)


def _first(subject: str) -> str:
    """The rows of a subject for which nobody chose any."""
    known = SUBJECTS.get(subject)
    return next(iter(dimensions_of(known))) if known and known.own else _USUAL.rows


def _carried(one: Definition, was: str) -> Definition:
    """Whoever chose another subject keeps what it too has, and the rest is as usual."""
    subject = SUBJECTS[one.subject]
    day = one.day if one.day in subject.days else ""
    known = replace(one, day=day).known_by_day
    rows = one.rows if one.rows in known else _first(one.subject)
    return Definition(
        one.subject,
        rows,
        one.columns if one.columns in known and one.columns != rows else "",
        kind=one.kind if one.kind in subject.kinds and one.kind != SUBJECTS[was].kinds[0] else "",
        day=day,
        period=one.period,
        first=one.first,
        last=one.last,
        programs=one.programs,
        departments=one.departments,
        filters={name: codes for name, codes in one.filters.items() if name in one.known},
        sort=one.sort,
        is_drawn=one.is_drawn,
        own_fields=one.own_fields,
    )


def _numbers(typed: list[str]) -> tuple[int, ...]:
    return tuple(int(one) for one in typed[:_MOST] if one.isdecimal() and len(one) < 10)


def _day(typed: str) -> Any:
    try:
        return parse_day(typed) if typed else None
    except ValueError:
        return None
