"""Everyday work in bulk: talks, visits, risks, services planned and needs, one statement a kind for a batch of cases.

Each family has them over the whole time of its work; where the work goes on, something is planned. So the pages of a
day are as full in a small house as in a large one.
"""

from collections.abc import Sequence
from datetime import date

from django.db import connection

from opora.common.dates import now

# The day of the turn of a path among so many.
_DAY = "r.started_on + (coalesce(r.ended_on, %(today)s::date) - r.started_on) * turn / {each}"
_ON_PATHS = "FROM process_route r CROSS JOIN generate_series(1, {each}) turn WHERE r.case_id = ANY(%(cases)s)"
_GOING = "FROM process_route r WHERE r.case_id = ANY(%(cases)s) AND r.ended_on IS NULL"
_RECORD = "by_id, recorded_at, voided_on, route_id, case_id"
_OF = "r.worker_id, %(now)s, NULL, r.id, NULL"

# reads: catalogue_service, goods_familyneed, goods_good, intake_contactrecord, intake_riskform, intake_visit,
# reads: process_route, services_plannedservice
_STATEMENTS = (
    f"""
    INSERT INTO intake_contactrecord
        ({_RECORD}, "on", at, kind, topic, party, result, minutes, whom, notes, answer_due_on, answered_on)
    SELECT {_OF}, {_DAY.format(each=4)}, NULL, 'phone', '', 'mother',
           CASE WHEN (r.id + turn) %% 4 = 0 THEN 'not_reached' ELSE 'reached' END, 10, NULL, NULL, NULL, NULL
    {_ON_PATHS.format(each=4)}
    """,
    f"""
    INSERT INTO intake_visit
        ({_RECORD}, planned_on, at, visitor_ids, held_on, not_held, safety, report, approved_on, approved_by_id)
    SELECT {_OF}, {_DAY.format(each=2)}, NULL, jsonb_build_array(r.worker_id),
           CASE WHEN (r.id + turn) %% 6 > 0 THEN {_DAY.format(each=2)} END,
           CASE WHEN (r.id + turn) %% 6 > 0 THEN '' ELSE 'missed' END, '', NULL, NULL, NULL
    {_ON_PATHS.format(each=2)}
    """,
    f"""
    INSERT INTO intake_visit
        ({_RECORD}, planned_on, at, visitor_ids, held_on, not_held, safety, report, approved_on, approved_by_id)
    SELECT {_OF}, %(today)s::date + (r.id %% 40)::int - 4, NULL, jsonb_build_array(r.worker_id), NULL, '', '', NULL,
           NULL, NULL
    {_GOING}
    """,
    f"""
    INSERT INTO intake_riskform (route_id, "on", risks, resources, proposed, level, needs, by_id)
    SELECT r.id, {_DAY.format(each=2)}, '{{}}', '{{}}', '',
           (ARRAY['low', 'medium', 'low', 'medium', 'high', 'medium', 'low'])[1 + (r.id * 3 + turn) %% 7], NULL,
           r.worker_id
    {_ON_PATHS.format(each=2)}
    """,
    f"""
    INSERT INTO services_plannedservice
        ({_RECORD}, service_id, times, "on", until_on, worker_id, partner_id, task_id, note, ended_on)
    SELECT {_OF}, (SELECT min(id) FROM catalogue_service WHERE is_current AND NOT is_inner), 5, r.started_on,
           %(today)s::date + (r.id %% 60)::int, r.worker_id, NULL, NULL, NULL, NULL
    {_GOING}
    """,
    f"""
    INSERT INTO goods_familyneed
        ({_RECORD}, category, good_id, size, quantity, rhythm, person_id, words, since_on, due_on, ended_on)
    SELECT {_OF}, g.category, g.id, '', 1, 'month', NULL, NULL, r.started_on, %(today)s::date + (r.id %% 30)::int, NULL
    FROM process_route r CROSS JOIN (SELECT id, category FROM goods_good ORDER BY id LIMIT 1) g
    WHERE r.case_id = ANY(%(cases)s) AND r.ended_on IS NULL AND r.id %% 3 = 0
    """,
)


def live_on(case_ids: Sequence[int], *, on: date) -> None:
    """What was done for these families, and what is planned."""
    with connection.cursor() as cursor:
        for statement in _STATEMENTS:
            cursor.execute(statement, {"cases": list(case_ids), "now": now(), "today": on})
