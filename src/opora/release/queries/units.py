"""Whom a public table counts, with what is told of each: read with the eyes of the whole house."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.db import connection

from opora.access.rules import SYSTEM
from opora.families.queries.childhood import births_of
from opora.families.rules.ages import age_span
from opora.indicators.queries import indicators_in_force, subjects_behind
from opora.indicators.rules import Period
from opora.release.rules.bands import age_band, children_band, quarter, sides_band
from opora.release.rules.kinds import PUBLIC_UNITS, Kind

SQL = Path(__file__).parent.parent / "sql"
# A unit of two numbers is written as one: no house has so many services.
_FAR = 1_000_000


@dataclass(frozen=True, slots=True)
class Told:
    """One that is counted, whose it is, and its group in every dimension that was asked for."""

    unit: int
    family: int
    groups: dict[str, str]


def units_of(kind: Kind, *, period: Period, program_id: int | None) -> list[Told]:
    """Everyone that a table counts. Needs no person: who may ask is asked before."""
    if kind.code in ("families", "children"):
        return list(_at_work(kind.code, period, program_id))
    if kind.code == "rows":
        return list(_rows(period, program_id))
    if kind.code == "services":
        return list(_services(period, program_id))
    return list(answers_of(kind.indicator, period, program_id))


def _at_work(code: str, period: Period, program_id: int | None) -> Iterable[Told]:
    rows = _ask("families_at_work", period, program_id)
    ages = _ages({person for row in rows for person in row[4]}, period)
    seen: set[int] = set()
    for case_id, family_id, program, department, children in rows:
        place = {"program": str(program), "department": str(department)}
        if code == "families":
            known = [ages[one] for one in children if ages.get(one) is not None]
            more = {
                "children": children_band(len(children)),
                "age": age_band(min(known, key=lambda age: age or 0) if known else None),
            }
            yield Told(case_id, family_id, place | more)
            continue
        for child in children:
            age = age_band(ages.get(child))
            # Each child once, however many cases name it; who is of age by the last day is no child.
            if child not in seen:
                seen.add(child)
                yield Told(child, family_id, {**place, "age": age})


def _rows(period: Period, program_id: int | None) -> Iterable[Told]:
    rows = _ask("closed_cases", period, program_id)
    ages = _ages({person for row in rows for person in row[4]}, period)
    for case_id, family_id, program, department, children, closed_on, entry, change in rows:
        known = [age for one in children if (age := ages.get(one)) is not None]
        result = "unknown" if change is None else "yes" if change >= 1 else "no"
        groups = {
            "program": str(program),
            "department": str(department),
            "year": str(closed_on.year),
            "children": children_band(len(children)),
            "age": age_band(min(known) if known else None),
            "entry": sides_band(entry),
            "result": result,
        }
        yield Told(case_id, family_id, groups)


def _services(period: Period, program_id: int | None) -> Iterable[Told]:
    """Families by the services they were given: each family once under each service."""
    seen: set[int] = set()
    for one in _subjects("IND-02", period, program_id):
        direction, service = one.dims[0], one.dims[1]
        for dimension, code in (("direction", direction), ("service", service)):
            if one.family_id is None or not code:
                continue
            unit = (one.family_id * _FAR + int(code)) * 2 + (dimension == "service")
            if unit not in seen:
                seen.add(unit)
                yield Told(unit, one.family_id, {dimension: code, **_place(one)})


def answers_of(code: str, period: Period, program_id: int | None) -> Iterable[Told]:
    """Everyone that an indicator counts, with the answer."""
    for one in _subjects(code, period, program_id):
        days = {"year": str(one.on.year), "quarter": quarter(one.on)}
        home = {"home": one.dims[0]} if one.dims else {}
        yield Told(one.subject, one.family_id or -one.subject, {"answer": one.state, **days, **home, **_place(one)})


def public_indicators() -> list[tuple[str, str]]:
    """Shares of people that everybody may be told, in the order of the catalogue; and which people each counts."""
    return [
        (one.code, one.measure.unit)
        for one in indicators_in_force(actor=SYSTEM)
        if one.measure.is_share and one.measure.unit in PUBLIC_UNITS and not one.is_own
    ]


def _subjects(code: str, period: Period, program_id: int | None) -> list[Any]:
    programs = () if program_id is None else (program_id,)
    return subjects_behind(actor=SYSTEM, code=code, period=period, program_ids=programs)


def _place(one: Any) -> dict[str, str]:
    return {"program": str(one.program_id or ""), "department": str(one.department_id or "")}


def _ages(person_ids: Collection[int], period: Period) -> dict[int, int | None]:
    """Whole years on the last day of the period; of who is born later nothing."""
    found = {}
    for person, birth in births_of(person_ids).items():
        span = age_span(birth, period.last)
        found[person] = span.middle if span else None
    return found


@cache
def _text(name: str) -> str:
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")


def _ask(name: str, period: Period, program_id: int | None) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(_text(name), {"first": period.first, "last": period.last, "program": program_id})
        return list(cursor.fetchall())
