"""Counting facts: many measures in one question, over days that follow each other or as of the ends of periods."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from django.db import connection

from opora.indicators.queries.statements import Asked, Reach, base_of, days_of, facts_of, group_of, joined, within
from opora.indicators.rules import Day, Period, Shape
from opora.indicators.rules.packing import Pieces
from opora.indicators.rules.pieces import Piece

# Of a state that is asked for as of many days at once the families are told apart of the first one alone, or of none.
EACH: Final = "facts.family_id"
FIRST: Final = "CASE WHEN facts.bucket = 0 THEN facts.family_id END"
NONE: Final = "NULL::bigint"

_PLACED = """
WITH placed AS (
    SELECT {piece} AS piece, {group} AS told_by, facts.subject, facts."on", facts.state, {amount} AS amount,
           {family} AS family_id
      FROM ({statement}) facts {joined} WHERE {within}
),
"""
_HEADS = """COUNT(*) FILTER (WHERE state = 'yes') AS yes, COUNT(*) FILTER (WHERE state = 'no') AS no,
           COUNT(*) FILTER (WHERE state = 'unknown') AS unknown"""
_AMOUNTS = """SUM(amount) FILTER (WHERE state = 'yes') AS amount_yes,
           SUM(amount) FILTER (WHERE state = 'no') AS amount_no,
           SUM(amount) FILTER (WHERE state = 'unknown') AS amount_unknown"""
_NO_AMOUNTS = "NULL::numeric AS amount_yes, NULL::numeric AS amount_no, NULL::numeric AS amount_unknown"
# Each fact has a subject of its own: facts are counted as they are, by family, and then added up.
_PLAIN = """by_family AS (
    SELECT piece, told_by, family_id, {heads}, {amounts} FROM placed GROUP BY piece, told_by, family_id
)
SELECT piece, told_by, SUM(yes)::bigint, SUM(no)::bigint, SUM(unknown)::bigint,
       COALESCE(SUM(amount_yes), 0), COALESCE(SUM(amount_no), 0), COALESCE(SUM(amount_unknown), 0),
       string_agg(family_id::text, ' ') AS families, NULL::text AS subjects, NULL::text AS spread
  FROM by_family GROUP BY piece, told_by
"""
# How often each amount occurs is all that a middle needs.
_SPREAD = """heads AS (SELECT piece, told_by, {heads} FROM placed GROUP BY piece, told_by),
spreads AS (
    SELECT piece, told_by, string_agg(amount || ' ' || times, ' ') AS spread
      FROM (SELECT piece, told_by, amount, COUNT(*) AS times FROM placed WHERE state = 'yes'
             GROUP BY piece, told_by, amount) one
     GROUP BY piece, told_by
),
families AS (
    SELECT piece, told_by, string_agg(family_id::text, ' ') AS families
      FROM (SELECT DISTINCT piece, told_by, family_id FROM placed) one GROUP BY piece, told_by
)
SELECT piece, told_by, yes, no, unknown, 0::numeric, 0::numeric, 0::numeric, families, NULL::text, spread
  FROM heads JOIN families USING (piece, told_by) LEFT JOIN spreads USING (piece, told_by)
"""
# As numbers, so that the database groups instead of sorting: of a share the newest day first and then the careful
# state, of a count the sure state.
_ONCE = """once AS (
    SELECT piece, told_by, subject, {newest} AS state
      FROM placed CROSS JOIN LATERAL (
        SELECT "on" - DATE '1000-01-01' AS day, CASE state {ranks} ELSE 1 END AS rank
      ) told
     GROUP BY piece, told_by, subject
),
families AS (
    SELECT piece, told_by, string_agg(family_id::text, ' ') AS families
      FROM (SELECT DISTINCT piece, told_by, family_id FROM placed) one GROUP BY piece, told_by
),
subjects AS (
    SELECT piece, told_by, string_agg((subject * 4 + state)::text, ' ') AS subjects FROM once GROUP BY piece, told_by
)
SELECT piece, told_by, 0::bigint, 0::bigint, 0::bigint, 0::numeric, 0::numeric, 0::numeric, families, subjects,
       NULL::text
  FROM subjects JOIN families USING (piece, told_by)
"""
# Sentences of our own files stand in these; whatever people chose travels in the values.
_NUMBERED = "SELECT {number} AS number, told.* FROM ({question}) told"
_SHARE_ONCE = {"newest": "MAX(day * 4 + rank) & 3", "ranks": "WHEN 'no' THEN 3 WHEN 'yes' THEN 2"}
_COUNT_ONCE = {"newest": "MAX(rank)", "ranks": "WHEN 'yes' THEN 3 WHEN 'no' THEN 2"}


def ask(
    reach: Reach, asked: Mapping[str, Asked], span: Sequence[Period], families: str = EACH
) -> dict[str, dict[int, Pieces]]:
    """Count these measures over these pieces, in one question, and of which of them how many families these are."""
    values: dict[str, Any] = {**days_of(span), "starts": [one.first for one in span]}
    values |= {f"first_{place}": one.first for place, one in enumerate(span)}
    values |= {f"last_{place}": one.last for place, one in enumerate(span)}
    listed = ", ".join(f"({place}, %(first_{place})s::date, %(last_{place})s::date)" for place in range(len(span)))
    bases = dict.fromkeys(base for one in asked.values() for base in one.measure.base)
    heads = [f"asked(bucket, first, last) AS (VALUES {listed})"]
    heads += [f"{base} AS MATERIALIZED ({base_of(base)})" for base in bases]
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
    head = _PLACED.format(
        piece="facts.bucket" if measure.day is Day.STATE else 'width_bucket(facts."on", %(starts)s::date[]) - 1',
        group=group_of(asked),
        amount="facts.amount" if has_amounts or measure.shape is Shape.MEDIAN else "NULL::numeric",
        family=families,
        statement=facts_of(asked),
        joined=joined(reach, asked),
        within=within(reach, asked, values, prefix),
    )
    if measure.shape is Shape.MEDIAN:
        return head + _SPREAD.format(heads=_HEADS)
    if measure.is_each_once:
        return head + _ONCE.format(**(_SHARE_ONCE if measure.is_share else _COUNT_ONCE))
    return head + _PLAIN.format(heads=_HEADS, amounts=_AMOUNTS if has_amounts else _NO_AMOUNTS)


def _piece(row: Sequence[Any], *, is_once: bool) -> Piece:
    yes, no, unknown, amount_yes, amount_no, amount_unknown, families, subjects, spread = row
    told = (spread or "").split(" ")
    return Piece(
        (yes, no, unknown),
        (Decimal(amount_yes), Decimal(amount_no), Decimal(amount_unknown)),
        _numbers(families),
        _numbers(subjects) if is_once else None,
        {Decimal(amount): int(times) for amount, times in zip(told[::2], told[1::2], strict=False)},
    )


def _numbers(text: str | None) -> Any:
    import numpy as np

    return np.sort(np.fromstring(text or "", dtype=np.int64, sep=" "))
