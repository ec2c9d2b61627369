"""Nights: each belongs to the day on which it begins, and the day of leaving is no night (S0-08).

Only days are counted, never hours: a night is one night though the clock is put forward in it, and the last night of
a month belongs to that month though it ends in the next one.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Span:
    """From a day up to another one that is no part of it.

    ``until`` is the day agreed upon (None: none is), ``ended_on`` the day on which it really ended.
    """

    from_on: date
    until: date | None = None
    ended_on: date | None = None


def end_seen(span: Span, *, today: date) -> date | None:
    """The end as it is known today: what really was, else what is agreed; None while nobody knows.

    Who should have left and has not is still there: an agreed day that has passed ends nothing.
    """
    if span.ended_on is not None:
        return span.ended_on
    return None if span.until is None or span.until < today else span.until


def held_on(span: Span, day: date, *, today: date) -> bool:
    """Whether the night that begins on this day is part of the span."""
    end = end_seen(span, today=today)
    return span.from_on <= day and (end is None or day < end)


def nights_between(span: Span, first: date, after: date, *, today: date) -> int:
    """How many nights of the span begin from ``first`` on and before ``after``."""
    end = end_seen(span, today=today)
    last = after if end is None else min(end, after)
    return max(0, (last - max(span.from_on, first)).days)
