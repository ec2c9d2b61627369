"""Keeping the results of cases as their records are now: the only writer of what is kept."""

from collections.abc import Collection

from django.conf import settings
from django.db import connection, transaction

from opora.common.planning import planned_once
from opora.results.models import ResultDue
from opora.results.queries.statements import derivation, values_for

BATCH = 1_000
# What stands already stays as it is, so that a case read again and again writes nothing.
_KEEP = """
, come AS MATERIALIZED (
    -- What is recorded ahead, a move that is planned, is no result before its day.
    SELECT * FROM derived WHERE since <= (now() AT TIME ZONE %(zone)s)::date
),
former AS (
    SELECT id, kind, concept, case_id, person_id, since, since_by, until, until_by
      FROM results_resultmark WHERE case_id = ANY(%(cases)s::bigint[])
),
gone AS (
    DELETE FROM results_resultmark mark USING former
     WHERE mark.id = former.id AND NOT EXISTS (
        SELECT 1 FROM come
         WHERE (come.kind, come.concept, come.case_id, come.since, come.since_by, come.until_by)
             = (former.kind, former.concept, former.case_id, former.since, former.since_by, former.until_by)
           AND come.person_id IS NOT DISTINCT FROM former.person_id
           AND come.until IS NOT DISTINCT FROM former.until
     )
)
INSERT INTO results_resultmark (kind, concept, case_id, person_id, since, since_by, until, until_by)
SELECT kind, concept, case_id, person_id, since, since_by, until, until_by FROM come
 WHERE NOT EXISTS (
    SELECT 1 FROM former
     WHERE (come.kind, come.concept, come.case_id, come.since, come.since_by, come.until_by)
         = (former.kind, former.concept, former.case_id, former.since, former.since_by, former.until_by)
       AND come.person_id IS NOT DISTINCT FROM former.person_id
       AND come.until IS NOT DISTINCT FROM former.until
 )
"""


@transaction.atomic
def refresh_results(*, case_ids: Collection[int]) -> None:
    """Derive the results of these cases from what is recorded and keep them.

    The cases are locked first, in the order of their ids: who computes one of them at the same time waits.
    """
    wanted = sorted(set(case_ids))
    if not wanted:
        return
    with planned_once(), connection.cursor() as cursor:
        # reads: cases_case
        cursor.execute("SELECT FROM cases_case WHERE id = ANY(%s) ORDER BY id FOR NO KEY UPDATE", [wanted])
        # What is written while this runs leaves a line that is not seen here, and is done next time.
        ResultDue.objects.filter(case_id__in=wanted).delete()
        cursor.execute(derivation() + _KEEP, {**values_for(wanted), "zone": settings.TIME_ZONE})


def settle_results(*, most: int = 20 * BATCH) -> int:
    """Bring up to date what changed since, a batch at a time; says how many cases it was."""
    done = 0
    while done < most:
        due = list(ResultDue.objects.order_by("case_id").values_list("case_id", flat=True).distinct()[:BATCH])
        if not due:
            break
        refresh_results(case_ids=due)
        done += len(due)
    return done


def refresh_all() -> int:
    """Everything anew: once a night, after an upgrade, or when somebody doubts."""
    with connection.cursor() as cursor:
        # reads: cases_case
        cursor.execute("INSERT INTO results_resultdue (case_id) SELECT id FROM cases_case")
    return settle_results(most=10**9)
