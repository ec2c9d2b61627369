"""Counting facts: many measures in one question, over days that follow each other or as of the ends of periods."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from django.db import connection

from opora.indicators.queries.statements import (
    Asked,
    Reach,
    bases_of,
    days_of,
    facts_of,
    group_of,
    joined,
    narrowed_by,
    within,
)
from opora.indicators.rules import Day, Period, Shape
from opora.indicators.rules.packing import Pieces
from opora.indicators.rules.pieces import STATES, Piece

# Of a state that is asked for as of many days at once the families are told apart of the first one alone, or of none.
EACH: Final = "facts.family_id"
FIRST: Final = "CASE WHEN facts.bucket = 0 THEN facts.family_id END"
NONE: Final = "NULL::bigint"

_PLACED = """
SELECT {piece} AS piece, {group} AS told_by, facts.subject, facts."on", facts.state, {amount} AS amount,
       {family} AS family_id
  FROM ({statement}) facts {joined} WHERE {within}
"""
_HEADS = """COUNT(*) FILTER (WHERE state = 'yes') AS yes, COUNT(*) FILTER (WHERE state = 'no') AS no,
       COUNT(*) FILTER (WHERE state = 'unknown') AS unknown"""
# Who it was comes as plain numbers, one after the other, as often as a fact tells of it: to put them in order and keep
# each once is quicker done here than in the database.
_FAMILIES = "string_agg(int8send(family_id), ''::bytea) AS families"
# Each fact has a subject of its own: facts are counted as they are.
_PLAIN = """
SELECT piece, told_by, {heads}, 0::numeric, 0::numeric, 0::numeric, {families}, NULL::bytea, NULL::text
  FROM ({placed}) placed GROUP BY piece, told_by
"""
_SUMS = """
SELECT piece, told_by, {heads}, COALESCE(SUM(amount) FILTER (WHERE state = 'yes'), 0),
       COALESCE(SUM(amount) FILTER (WHERE state = 'no'), 0),
       COALESCE(SUM(amount) FILTER (WHERE state = 'unknown'), 0), {families}, NULL::bytea, NULL::text
  FROM ({placed}) placed GROUP BY piece, told_by
"""
# How often each amount occurs is all that a middle needs.
_SPREAD = """
SELECT piece, told_by, SUM(yes)::bigint, SUM(no)::bigint, SUM(unknown)::bigint, 0::numeric, 0::numeric, 0::numeric,
       string_agg(families, ''::bytea), NULL::bytea, string_agg(amount || ' ' || yes, ' ') FILTER (WHERE yes > 0)
  FROM (SELECT piece, told_by, amount, {heads}, {families} FROM ({placed}) placed GROUP BY piece, told_by, amount) one
 GROUP BY piece, told_by
"""
# A fact as a number: whom it is of, its day and its state, so that of one subject the largest is the one that counts.
# Of a share that is the newest day and then the careful state, of a count the sure state.
_ONCE = """
SELECT piece, told_by, 0::bigint, 0::bigint, 0::bigint, 0::numeric, 0::numeric, 0::numeric, {families},
       string_agg(int8send((subject::bigint << {shift}) + {newest} + CASE state {ranks} ELSE 1 END), ''::bytea),
       NULL::text
  FROM ({placed}) placed GROUP BY piece, told_by
"""
# Sentences of our own files stand in these; whatever people chose travels in the values.
_NUMBERED = "SELECT {number} AS number, told.* FROM ({question}) told"
_DAYS: Final = 22
"""So many places of a number hold a day, counted from the first of all: until the year 11000."""
_SHARE_ONCE = {"newest": f"((\"on\" - DATE '0001-01-01') * {STATES})", "ranks": "WHEN 'no' THEN 3 WHEN 'yes' THEN 2"}
_COUNT_ONCE = {"newest": "0", "ranks": "WHEN 'yes' THEN 3 WHEN 'no' THEN 2"}
_SHIFT: Final = _DAYS + (STATES - 1).bit_length()


def ask(
    reach: Reach, asked: Mapping[str, Asked], span: Sequence[Period], families: str = EACH
) -> dict[str, dict[int, Pieces]]:
    """Count these measures over these pieces, in one question, and of which of them how many families these are."""
    told = {name: other for name, one in asked.items() if (other := _counted_with(one, asked))}
    found = _counted(reach, {name: one for name, one in asked.items() if name not in told}, span, families)
    for name, other in told.items():
        found[name] = {
            place: {group: replace(piece, spread={}) for group, piece in pieces.items()}
            for place, pieces in found[other].items()
        }
    return found


def _counted_with(one: Asked, asked: Mapping[str, Asked]) -> str:
    """The name under which the same facts are asked for with what they amount to; empty where they are not."""
    same = (name for name, other in asked.items() if other.measure.code == one.measure.counted_with)
    return next((name for name in same if narrowed_by(asked[name]) == narrowed_by(one)), "")


def _counted(
    reach: Reach, asked: Mapping[str, Asked], span: Sequence[Period], families: str
) -> dict[str, dict[int, Pieces]]:
    values: dict[str, Any] = {**days_of(span), "starts": [one.first for one in span]}
    values |= {f"first_{place}": one.first for place, one in enumerate(span)}
    values |= {f"last_{place}": one.last for place, one in enumerate(span)}
    listed = ", ".join(f"({place}, %(first_{place})s::date, %(last_{place})s::date)" for place in range(len(span)))
    heads = [f"asked(bucket, first, last) AS (VALUES {listed})", *bases_of(asked.values(), span)]
    parts = [
        _NUMBERED.format(number=number, question=_question(reach, one, values, f"n{number}_", families))
        for number, one in enumerate(asked.values())
    ]
    names, found = list(asked), {name: defaultdict[int, Pieces](dict) for name in asked}
    with connection.cursor() as cursor:
        cursor.execute(f"WITH {', '.join(heads)} {' UNION ALL '.join(parts)}", values)
        for number, place, group, *row in cursor.fetchall():
            found[names[number]][place][group] = _piece(row, is_once=asked[names[number]].measure.is_each_once)
    return {name: dict(by_piece) for name, by_piece in found.items()}


def _question(reach: Reach, asked: Asked, values: dict[str, Any], prefix: str, families: str) -> str:
    measure = asked.measure
    has_amounts = measure.shape in (Shape.SUM, Shape.WEIGHED)
    placed = _PLACED.format(
        piece="facts.bucket" if measure.day is Day.STATE else 'width_bucket(facts."on", %(starts)s::date[]) - 1',
        group=group_of(asked),
        amount="facts.amount" if has_amounts or measure.shape is Shape.MEDIAN else "NULL::numeric",
        family=families,
        statement=facts_of(asked),
        joined=joined(reach, asked),
        within=within(reach, asked, values, prefix),
    )
    told = {"placed": placed, "heads": _HEADS, "families": _FAMILIES}
    if measure.shape is Shape.MEDIAN:
        return _SPREAD.format(**told)
    if measure.is_each_once:
        return _ONCE.format(**told, shift=_SHIFT, **(_SHARE_ONCE if measure.is_share else _COUNT_ONCE))
    return (_SUMS if has_amounts else _PLAIN).format(**told)


def _piece(row: Sequence[Any], *, is_once: bool) -> Piece:
    yes, no, unknown, amount_yes, amount_no, amount_unknown, families, subjects, spread = row
    told = (spread or "").split(" ")
    return Piece(
        (yes, no, unknown),
        (amount_yes, amount_no, amount_unknown),
        _different(families),
        _newest(subjects) if is_once else None,
        {Decimal(amount): int(times) for amount, times in zip(told[::2], told[1::2], strict=False)},
    )


def _different(numbers: bytes | None) -> Any:
    """Each of these numbers once, in order."""
    import numpy as np

    return np.unique(_told(numbers))


def _newest(numbers: bytes | None) -> Any:
    """Of each subject the fact that counts: the subject and its state in one number, in order."""
    import numpy as np

    told = np.sort(_told(numbers))
    who = told >> _SHIFT
    last = np.append(who[1:] != who[:-1], np.ones(min(len(who), 1), dtype=bool))
    return who[last] * STATES + told[last] % STATES


def _told(numbers: bytes | None) -> Any:
    import numpy as np

    return np.frombuffer(numbers or b"", dtype=">i8").astype(np.int64)
