"""All indicators of a year and its months with nothing but SQL: what our own counting of them is held against.

The facts are the same statements, for they say what is counted; what is bare is everything that is done with them.
"""

from datetime import date
from typing import Any

from django.db import connection, transaction

from opora.access.rules import SYSTEM
from opora.bench.measure import processor_time
from opora.common.kept import Kept
from opora.indicators.models import KeptPiece
from opora.indicators.queries import kept, read_indicators
from opora.indicators.queries.statements import days_of, named_base, statement_of
from opora.indicators.rules import MEASURES, Day, Measure, Period, Shape, months_up_to, period_of

# The periods that one fact belongs to: its month and the year.
_PERIODS = {
    Day.FACT: 'JOIN asked ON facts."on" BETWEEN asked.first AND asked.last',
    Day.STATE: "",
}
_PLACE = {Day.FACT: "asked.bucket", Day.STATE: "facts.bucket"}
_PLAIN = """
SELECT {place}, COUNT(*) FILTER (WHERE state = 'yes'), COUNT(*) FILTER (WHERE state = 'no'),
       SUM(amount) FILTER (WHERE state = 'yes'), SUM(amount) FILTER (WHERE state = 'no'),
       percentile_cont(0.5) WITHIN GROUP (ORDER BY amount) FILTER (WHERE state = 'yes'),
       COUNT(DISTINCT facts.family_id)
  FROM ({statement}) facts {periods} GROUP BY 1
"""
_ONCE = """
SELECT place, COUNT(*) FILTER (WHERE state = 'yes'), COUNT(*) FILTER (WHERE state = 'no'), NULL, NULL, NULL,
       COUNT(DISTINCT family_id)
  FROM (
    SELECT DISTINCT ON ({place}, subject) {place} AS place, subject, state, family_id
      FROM ({statement}) facts {periods} ORDER BY {place}, subject, {order}
  ) once GROUP BY place
"""
_ORDER = {
    True: """facts."on" DESC, CASE state WHEN 'no' THEN 0 WHEN 'yes' THEN 1 ELSE 2 END""",
    False: "CASE state WHEN 'yes' THEN 0 WHEN 'no' THEN 1 ELSE 2 END",
}


def figures_beside_ours(on: date) -> dict[str, Any]:
    """Seconds of processor time of all indicators, ours with nothing kept and the bare ones, and their ratio.

    Raises RuntimeError when they tell different figures.
    """
    period = period_of(None, None, on)
    with connection.cursor() as cursor:
        # What others work for the database is not seen in its own processor time.
        cursor.execute("SET max_parallel_workers_per_gather = 0")
    KeptPiece.objects.all().delete()
    kept._kept = Kept(kept._kept.most)
    # Within a transaction nothing is asked over another connection, whose work would not be seen either.
    with transaction.atomic():
        mine, answers = processor_time(lambda: read_indicators(actor=SYSTEM, period=period))
    plain, found = processor_time(lambda: {code: _counted(one, period) for code, one in MEASURES.items()})
    for answer in answers:
        told = [answer.figure, *(figure for _month, figure in answer.months)]
        for place, figure in enumerate(told):
            bare = _value(answer.measure, found[answer.indicator.code].get(place))
            if answer.indicator.code in MEASURES and figure.value is not None and abs(figure.value - bare) > 1e-9:
                raise RuntimeError(f"{answer.indicator.code}: {figure.value} and bare {bare} in period {place}")
    return {"ours": mine, "bare": plain, "ratio": mine / plain}


def _counted(measure: Measure, period: Period) -> dict[int, Any]:
    periods = [period, *months_up_to(period.last)]
    values: dict[str, Any] = days_of(periods)
    for place, one in enumerate(periods):
        values |= {f"first_{place}": one.first, f"last_{place}": one.last}
    listed = ", ".join(f"({n}, %(first_{n})s::date, %(last_{n})s::date)" for n in range(len(periods)))
    heads = [
        f"asked(bucket, first, last) AS (VALUES {listed})",
        *(named_base(one) for one in measure.base),
    ]
    question = (_ONCE if measure.is_each_once else _PLAIN).format(
        place=_PLACE[measure.day],
        periods=_PERIODS[measure.day],
        statement=statement_of(measure.statement),
        order=_ORDER[measure.is_share],
    )
    with connection.cursor() as cursor:
        cursor.execute(f"WITH {', '.join(heads)} {question}", values)
        return {place: figures for place, *figures in cursor.fetchall()}


def _value(measure: Measure, row: Any) -> float:
    yes, no, amount_yes, amount_no, middle, _families = row or (0, 0, 0, 0, None, 0)
    amount_yes, amount_no = float(amount_yes or 0), float(amount_no or 0)
    match measure.shape:
        case Shape.COUNT:
            return float(yes)
        case Shape.SUM:
            return amount_yes
        case Shape.SHARE:
            return yes / (yes + no) if yes + no else 0.0
        case Shape.WEIGHED:
            return amount_yes / (amount_yes + amount_no) if amount_yes + amount_no else 0.0
        case Shape.MEDIAN:
            return float(middle or 0)
