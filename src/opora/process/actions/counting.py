"""Putting the counts of the map together: many small lines become few, and their sums stay what they were."""

from datetime import date, timedelta
from typing import Final

from django.db import connection, transaction

# Late is late: whoever was due so many days ago counts with those due long ago, on one line of the stage.
_LONG_AGO: Final = timedelta(days=7)
_TOGETHER = """
    WITH gone AS (DELETE FROM process_routestanding RETURNING *)
    INSERT INTO process_routestanding (program_id, department_id, stage, due_on, count)
    SELECT program_id, department_id, stage, CASE WHEN due_on < %(past)s THEN date '0001-01-01' ELSE due_on END AS due,
           sum(count)
    FROM gone GROUP BY program_id, department_id, stage, due HAVING sum(count) <> 0
"""


@transaction.atomic
def put_counts_together(*, on: date) -> None:
    """Make few lines of many, at night: what a stage's lines sum to does not change."""
    with connection.cursor() as cursor:
        cursor.execute(_TOGETHER, {"past": on - _LONG_AGO})
