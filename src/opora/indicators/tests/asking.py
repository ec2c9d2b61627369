"""Asking for a figure in tests: of the year 2024, with the whole house in sight."""

from datetime import date
from typing import Any

from opora.access.rules import SYSTEM, Actor
from opora.indicators import queries
from opora.indicators.queries import Answer
from opora.indicators.rules import Figure, period_of

YEAR = (date(2024, 1, 1), date(2024, 12, 31))
AS_OF = date(2025, 12, 31)
# What the test that runs has asked for (by_hand.py).
ASKED: set[str] = set()


def answer(
    code: str, *, actor: Actor = SYSTEM, days: tuple[date, date] = YEAR, as_of: date = AS_OF, **more: Any
) -> Answer:
    """An indicator of the year 2024."""
    ASKED.add(code)
    period = period_of(days[0], days[1], as_of)
    return queries.read_indicator(actor=actor, code=code, period=period, with_months=False, **more)


def value(code: str, **more: Any) -> float | int | None:
    """Its value."""
    return answer(code, **more).figure.value


def parts(code: str, **more: Any) -> tuple[Any, Any, Any]:
    """Numerator, denominator, unknown of a share; of a middle the value, how many, and unknown."""
    figure: Figure = answer(code, **more).figure
    first = figure.numerator if figure.numerator is not None else figure.value
    return first, figure.denominator, figure.unknown


def groups(code: str, split: str = "", **more: Any) -> dict[str, Any]:
    """Its groups, by code."""
    return {name: one.value for name, one in answer(code, split=split, **more).groups.items()}


def outside(code: str, day: date) -> float | None:
    """What others published of it, as it was entered by hand up to a day."""
    ASKED.add(code)
    found = queries.newest_outside(actor=SYSTEM, day=day)[code]
    return None if found is None else float(found.value)


__all__ = ["ASKED", "AS_OF", "YEAR", "answer", "groups", "outside", "parts", "value"]
