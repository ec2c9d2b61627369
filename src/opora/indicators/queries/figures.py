"""Indicators with their figures: the period, the twelve months before its end, and the groups of a split."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection

from opora.access.rules import Actor
from opora.common.errors import NotFound
from opora.indicators import policies
from opora.indicators.queries.composed import Indicator, find_indicator, indicators_in_force
from opora.indicators.queries.kept import kept, marks
from opora.indicators.queries.statements import Asked, Reach, counted, key_of, reach_of
from opora.indicators.rules import Figure, Measure, Period, Sums, figure, months_up_to

_ALL_OF_IT, _MONTHS = "whole", "months"


@dataclass(frozen=True, slots=True)
class Answer:
    """An indicator with its figure, what it came to month by month, and by groups."""

    indicator: Indicator
    figure: Figure
    months: tuple[tuple[Period, Figure], ...] = ()
    groups: Mapping[str, Figure] = field(default_factory=dict)

    @property
    def measure(self) -> Measure:
        return self.indicator.measure


def read_indicators(
    *,
    actor: Actor,
    period: Period,
    program_ids: tuple[int, ...] = (),
    department_ids: tuple[int, ...] = (),
    with_months: bool = True,
) -> list[Answer]:
    """Every indicator in force with its figure for the period, as far as this person may count. Raises Refused."""
    policies.check_can_read(actor)
    listed = indicators_in_force()
    now = marks(room for one in listed for room in one.measure.rests)
    return [
        _answer(actor, one, period, program_ids, department_ids, now, with_months=with_months, split="")
        for one in listed
    ]


def read_indicator(
    *,
    actor: Actor,
    code: str,
    period: Period,
    program_ids: tuple[int, ...] = (),
    department_ids: tuple[int, ...] = (),
    split: str = "",
    with_months: bool = True,
) -> Answer:
    """One indicator, told by groups of a split of its own, of departments or programs. Raises Refused, NotFound."""
    policies.check_can_read(actor)
    found = find_indicator(code)
    known = {"", "department", "program", *(one.code for one in found.measure.splits)}
    if split not in known:
        raise NotFound
    now = marks(found.measure.rests)
    wanted = split or found.split
    return _answer(actor, found, period, program_ids, department_ids, now, with_months=with_months, split=wanted)


def value_of(
    *, actor: Actor, indicator: str, program_id: int | None = None, first: date, last: date, as_of: date
) -> Figure:
    """The figure of an indicator for a program and a period, for whoever builds on it. Raises Refused, NotFound."""
    period = Period(first, min(last, as_of), as_of)
    programs = () if program_id is None else (program_id,)
    return read_indicator(actor=actor, code=indicator, period=period, program_ids=programs, with_months=False).figure


def try_out(*, actor: Actor, measure: Measure, filters: Mapping[str, tuple[str, ...]], period: Period) -> Figure:
    """What a measure narrowed so comes to, counted now: for trying out what is being composed. Raises Refused."""
    policies.check_can_read(actor)
    return figure(
        _count(reach_of(actor), Asked(measure, [period], filters=filters)).get((0, ""), Sums()), measure.shape
    )


def _answer(
    actor: Actor,
    one: Indicator,
    period: Period,
    program_ids: tuple[int, ...],
    department_ids: tuple[int, ...],
    now: Mapping[str, str],
    *,
    with_months: bool,
    split: str,
) -> Answer:
    measure = one.measure
    if period.is_empty:
        return Answer(one, Figure(None, reason="no_days"))
    if measure.is_whole and (program_ids or department_ids):
        return Answer(one, Figure(None, reason="whole_house"))
    mark = tuple(now[room] for room in sorted(measure.rests))
    reach = reach_of(actor)

    def sums(periods: Sequence[Period], by: str) -> dict[tuple[int, str], Sums]:
        asked = Asked(measure, periods, program_ids, department_ids, one.filters, by)
        key = key_of(asked, reach, mark)
        return kept(key, lambda: _count(reach, asked))

    months = months_up_to(period.last) if with_months else []
    together = sums([period, *months], "")
    whole = figure(together.get((0, ""), Sums()), measure.shape)
    told = tuple(
        (month, figure(together.get((place, ""), Sums()), measure.shape)) for place, month in enumerate(months, start=1)
    )
    groups = {}
    if split:
        by_group = sums([period], split)
        groups = {group: figure(found, measure.shape) for (_bucket, group), found in by_group.items()}
    return Answer(one, whole, told, groups)


def _count(reach: Reach, asked: Asked) -> dict[tuple[int, str], Sums]:
    sentence, values = counted(reach, asked)
    with connection.cursor() as cursor:
        cursor.execute(sentence, values)
        return {(row[0], row[1]): sums_of(row[2:]) for row in cursor.fetchall()}


def sums_of(row: Sequence[Any]) -> Sums:
    """A row of the question that counts."""
    yes, no, unknown, amount_yes, amount_no, amount_unknown, middle, families = row
    return Sums(
        yes,
        no,
        unknown,
        Decimal(amount_yes),
        Decimal(amount_no),
        Decimal(amount_unknown),
        None if middle is None else float(middle),
        families,
    )
