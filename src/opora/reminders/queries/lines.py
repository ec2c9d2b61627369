"""One shape for what is due in any table, so that the database can be asked about all of them at once."""

from typing import Any

from django.db.models import BigIntegerField, CharField, F, Q, QuerySet, Value
from django.db.models.functions import Cast, Coalesce

from opora.reminders.rules import Reminder

COLUMNS = ("r_kind", "r_day", "r_key", "r_route", "r_case", "r_number", "r_letter", "r_code")
CASE = COLUMNS.index("r_case")
_NONE = Cast(Value(None), BigIntegerField())


def lined(
    found: QuerySet[Any], kind: str, day: Any, *, key: str = "pk", route: str = "", case: str = "", person: str = ""
) -> QuerySet[Any]:
    """The rows of a source as lines of one shape.

    `day` is the field or expression of the day, `key` the field whose number names the thing; `route` and `case` are
    the ways to the path and to its case ("case__", or "" where the row is the case itself), `person` the way to the
    person it speaks of; without one it speaks of the client of the case.
    """
    case = f"{route}__case__" if route else case
    who = person or f"{case}client"
    return found.annotate(
        r_kind=Value(kind, output_field=CharField()),
        r_day=F(day) if isinstance(day, str) else day,
        r_key=F(key),
        r_route=F(f"{route}_id") if route else _NONE,
        r_case=F(f"{case}pk"),
        r_number=Coalesce(F(f"{case}number"), Value("")),
        r_letter=Coalesce(F(f"{who}__code_letter"), Value("")),
        r_code=F(f"{who}__code_number"),
    )


def joined(sources: list[QuerySet[Any]], *, until: dict[str, Any], limit: int) -> list[tuple[Any, ...]]:
    """The nearest lines of each source, `limit` of each at most, in one question to the database."""
    nearest = [
        found.filter(Q(r_day__lte=until[kind])).order_by("r_day", "r_key").values_list(*COLUMNS)[:limit]
        for kind, found in zip(until, sources, strict=True)
    ]
    if not nearest:
        return []
    return list(nearest[0].union(*nearest[1:], all=True) if len(nearest) > 1 else nearest[0])


def reminder_of(line: tuple[Any, ...], path: str) -> Reminder:
    """The reminder of a line; `path` has places for its numbers."""
    kind, day, key, route_id, case_id, number, letter, code = line
    return Reminder(
        kind=kind,
        day=day,
        key=key,
        path=path.format(key=key, route=route_id, case=case_id),
        number=number,
        route_id=route_id,
        code=f"{letter}{code}" if letter else "",
    )
