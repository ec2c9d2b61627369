"""One shape for what is due in any table, so that the database can be asked about all of them at once."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import BigIntegerField, BinaryField, CharField, F, JSONField, Q, QuerySet, TimeField, Value
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse

from opora.common.questions import Written, write_down
from opora.reminders.rules import Reminder

COLUMNS = (
    *("r_kind", "r_day", "r_key", "r_route", "r_case", "r_number", "r_letter", "r_code"),
    *("r_note", "r_words", "r_people", "r_hour"),
)
_NONE = Cast(Value(None), BigIntegerField())
_NO_WORDS = Cast(Value(None), BinaryField())
_NOBODY = Cast(Value(None), JSONField())
_NO_HOUR = Cast(Value(None), TimeField())


def lined(
    found: QuerySet[Any],
    kind: str,
    day: Any,
    *,
    key: str = "pk",
    route: str = "",
    case: str = "",
    person: str = "",
    note: Any = "",
    words: str = "",
    people: str = "",
    hour: str = "",
    of_family: bool = True,
) -> QuerySet[Any]:
    """The rows of a source as lines of one shape.

    `day` is the field or expression of the day, `key` the field whose number names the thing; `route` and `case` are
    the ways to the path and to its case ("case__", or "" where the row is the case itself; with both a row lies on
    either), `person` the way to the person it speaks of; without one it speaks of the client of the case. For the pages
    of this house only: `note` is a field with a code of its own, `words` one with sealed words, `people` one with the
    ids of colleagues, `hour` one with the time. With `of_family` untrue the rows speak of no family.
    """
    if not of_family:
        return _of_no_family(found, kind, day, key)
    ways = [f"{route}__case__"] if route else []
    ways += [case] if case or not ways else []
    people_of = [person] if person else [f"{way}client" for way in ways]
    return found.annotate(
        r_kind=Value(kind, output_field=CharField()),
        r_day=F(day) if isinstance(day, str) else day,
        r_key=F(key),
        r_route=F(f"{route}_id") if route else _NONE,
        r_case=_first(f"{way}pk" for way in ways),
        r_number=_first((f"{way}number" for way in ways), Value("")),
        r_letter=_first((f"{who}__code_letter" for who in people_of), Value("")),
        r_code=_first(f"{who}__code_number" for who in people_of),
        r_note=Cast(F(note) if isinstance(note, str) and note else note or Value(""), CharField()),
        r_words=F(words) if words else _NO_WORDS,
        r_people=F(people) if people else _NOBODY,
        r_hour=F(hour) if hour else _NO_HOUR,
    )


def _of_no_family(found: QuerySet[Any], kind: str, day: Any, key: str) -> QuerySet[Any]:
    """The rows of a source that speaks of the organization itself."""
    return found.annotate(
        r_kind=Value(kind, output_field=CharField()),
        r_day=F(day) if isinstance(day, str) else day,
        r_key=F(key),
        r_route=_NONE,
        r_case=_NONE,
        r_number=Value(""),
        r_letter=Value(""),
        r_code=_NONE,
        r_note=Cast(Value(""), CharField()),
        r_words=_NO_WORDS,
        r_people=_NOBODY,
        r_hour=_NO_HOUR,
    )


def _first(names: Iterable[str], *otherwise: Value) -> Any:
    """The first of some fields that holds something."""
    found = [*(F(name) for name in names), *otherwise]
    return Coalesce(*found) if len(found) > 1 else found[0]


def joined(sources: list[QuerySet[Any]], *, until: dict[str, date], limit: int, since: date | None = None) -> Written:
    """The nearest lines of each source, `limit` of each at most, as one question to the database."""
    begun = Q() if since is None else Q(r_day__gte=since)
    nearest = [
        found.filter(begun, r_day__lte=until[kind]).order_by("r_day", "r_key").values_list(*COLUMNS)[:limit]
        for kind, found in zip(until, sources, strict=True)
    ]
    if not nearest:
        return Written("", ())
    return write_down(nearest[0].union(*nearest[1:], all=True) if len(nearest) > 1 else nearest[0])


def reminder_of(line: tuple[Any, ...], page: str, by: tuple[str, ...]) -> Reminder:
    """The reminder of a line; `page` is the name of the page where it is done, `by` what its address is made of."""
    kind, day, key, route_id, case_id, number, letter, code, note, words, people, hour = line
    numbers = {"key": key, "route": route_id, "case": case_id, "note": note}
    return Reminder(
        kind=kind,
        day=day,
        key=key,
        path=reverse(page, args=[numbers[name] for name in by]),
        number=number,
        route_id=route_id,
        case_id=case_id,
        code=f"{letter}{code}" if letter else "",
        note=note,
        words=bytes(words) if words is not None else b"",
        people=tuple(json.loads(people) if people else ()),
        hour=hour,
    )
