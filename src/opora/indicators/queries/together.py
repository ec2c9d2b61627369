"""Many indicators in one question, for a page that shows a whole model: each with the period before it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from django.db import connection

from opora.access.rules import Actor
from opora.indicators import policies
from opora.indicators.queries.composed import Indicator, indicators_in_force
from opora.indicators.queries.figures import sums_of
from opora.indicators.queries.kept import kept, known, marks
from opora.indicators.queries.statements import Asked, Reach, counted, key_of, reach_of
from opora.indicators.rules import Figure, Period, Sums, figure

Rows = dict[tuple[int, str], Sums]


@dataclass(frozen=True, slots=True)
class Compared:
    """An indicator with its figure for a period, and for the period of the same length right before."""

    indicator: Indicator
    now: Figure
    before: Figure


def read_together(
    *,
    actor: Actor,
    codes: Collection[str],
    period: Period,
    program_ids: tuple[int, ...] = (),
    family_id: int | None = None,
) -> dict[str, Compared]:
    """The named indicators, as far as this person may count; a code that nobody defined is left out. Raises Refused."""
    policies.check_can_read(actor)
    wanted = [one for one in indicators_in_force() if one.code in codes]
    periods = [period, before(period)]
    narrowed = bool(program_ids) or family_id is not None
    asked = {
        one.code: Asked(one.measure, periods, program_ids, filters=one.filters, family_id=family_id)
        for one in wanted
        if not period.is_empty and not (narrowed and one.measure.is_whole)
    }
    counts = _counts(reach_of(actor), asked)
    why = "no_days" if period.is_empty else "whole_house"
    found = {}
    for one in wanted:
        if one.code in counts:
            rows = counts[one.code]
            told = [figure(rows.get((place, ""), Sums()), one.measure.shape) for place in range(len(periods))]
        else:
            told = [Figure(None, reason=why)] * 2
        found[one.code] = Compared(one, *told)
    return found


def before(period: Period) -> Period:
    """As many days, right before."""
    days = (period.last - period.first).days + 1
    return Period(period.first - timedelta(days=days), period.first - timedelta(days=1), period.as_of)


def _counts(reach: Reach, asked: dict[str, Asked]) -> dict[str, Rows]:
    now = marks(room for one in asked.values() for room in one.measure.rests) if asked else {}
    keys = {
        code: key_of(one, reach, tuple(now[room] for room in sorted(one.measure.rests))) for code, one in asked.items()
    }
    found: dict[str, Rows] = {code: rows for code in asked if (rows := known(keys[code])) is not None}
    missing = {code: one for code, one in asked.items() if code not in found}
    # What is narrowed has values of its own and is asked alone; few indicators are.
    plain = {code: one for code, one in missing.items() if not one.filters}
    groups = [plain, *({code: one} for code, one in missing.items() if one.filters)]
    for group in groups:
        for code, rows in _ask(reach, group).items():
            found[code] = kept(keys[code], partial(dict, rows))
    return found


def _ask(reach: Reach, asked: dict[str, Asked]) -> dict[str, Rows]:
    if not asked:
        return {}
    parts: list[str] = []
    values: dict[str, Any] = {}
    for place, one in enumerate(asked.values()):
        sentence, given = counted(reach, one)
        # A number of our own and a sentence of our own files: whatever people typed travels in the values.
        parts.append(f"SELECT {place} AS place, told.* FROM ({sentence}) told")  # noqa: S608
        values |= given
    found: dict[str, Rows] = {code: {} for code in asked}
    names = list(asked)
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), values)
        for place, bucket, group, *row in cursor.fetchall():
            found[names[place]][bucket, group] = sums_of(row)
    return found
