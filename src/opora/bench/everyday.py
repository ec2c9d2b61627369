"""Everyday work in bulk: talks, visits, risks, services planned and needs, one statement a kind for a batch of cases.

Each family has them over the whole time of its work; where the work goes on, something is planned. So the pages of a
day are as full in a small house as in a large one.
"""

from collections.abc import Sequence
from datetime import date

from django.db import connection

from opora.common.dates import now

# reads: catalogue_service, goods_familyneed, goods_good, intake_contactrecord, intake_riskform, intake_visit,
# reads: process_route, services_plannedservice
_STATEMENTS = (
    """
    INSERT INTO intake_contactrecord (by_id, recorded_at, route_id, "on", kind, topic, party, result, minutes)
    SELECT r.worker_id, %(now)s, r.id, d.day, 'phone', '', 'mother',
           CASE WHEN (r.id + turn) %% 4 = 0 THEN 'not_reached' ELSE 'reached' END, 10
    FROM process_route r CROSS JOIN generate_series(1, 4) turn CROSS JOIN LATERAL
         (SELECT r.started_on + (coalesce(r.ended_on, %(today)s::date) - r.started_on) * turn / 4 AS day) d
    WHERE r.case_id = ANY(%(cases)s)
    """,
    """
    INSERT INTO intake_visit (by_id, recorded_at, route_id, planned_on, visitor_ids, held_on, not_held, safety)
    SELECT r.worker_id, %(now)s, r.id, d.day, jsonb_build_array(r.worker_id),
           CASE WHEN (r.id + turn) %% 6 > 0 THEN d.day END,
           CASE WHEN (r.id + turn) %% 6 > 0 THEN '' ELSE 'missed' END, ''
    FROM process_route r CROSS JOIN generate_series(1, 2) turn CROSS JOIN LATERAL
         (SELECT r.started_on + (coalesce(r.ended_on, %(today)s::date) - r.started_on) * turn / 2 AS day) d
    WHERE r.case_id = ANY(%(cases)s)
    """,
    """
    INSERT INTO intake_visit (by_id, recorded_at, route_id, planned_on, visitor_ids, not_held, safety)
    SELECT worker_id, %(now)s, id, %(today)s::date + (id %% 40)::int - 4, jsonb_build_array(worker_id), '', ''
    FROM process_route WHERE case_id = ANY(%(cases)s) AND ended_on IS NULL
    """,
    """
    INSERT INTO intake_riskform (route_id, "on", risks, resources, proposed, level, by_id)
    SELECT r.id, r.started_on + (coalesce(r.ended_on, %(today)s::date) - r.started_on) * turn / 2, '{}', '{}', '',
           (ARRAY['low', 'medium', 'low', 'medium', 'high', 'medium', 'low'])[1 + (r.id * 3 + turn) %% 7], r.worker_id
    FROM process_route r CROSS JOIN generate_series(1, 2) turn WHERE r.case_id = ANY(%(cases)s)
    """,
    """
    INSERT INTO services_plannedservice (by_id, recorded_at, route_id, service_id, times, "on", until_on, worker_id)
    SELECT r.worker_id, %(now)s, r.id, s.id, 5, r.started_on, %(today)s::date + (r.id %% 60)::int, r.worker_id
    FROM process_route r
    CROSS JOIN (SELECT min(id) AS id FROM catalogue_service WHERE is_current AND NOT is_inner) s
    WHERE r.case_id = ANY(%(cases)s) AND r.ended_on IS NULL
    """,
    """
    INSERT INTO goods_familyneed
        (by_id, recorded_at, route_id, category, good_id, size, quantity, rhythm, since_on, due_on)
    SELECT r.worker_id, %(now)s, r.id, g.category, g.id, '', 1, 'month', r.started_on,
           %(today)s::date + (r.id %% 30)::int
    FROM process_route r CROSS JOIN (SELECT id, category FROM goods_good ORDER BY id LIMIT 1) g
    WHERE r.case_id = ANY(%(cases)s) AND r.ended_on IS NULL AND r.id %% 3 = 0
    """,
)


def live_on(case_ids: Sequence[int], *, on: date) -> None:
    """What was done for these families, and what is planned."""
    with connection.cursor() as cursor:
        for statement in _STATEMENTS:
            cursor.execute(statement, {"cases": list(case_ids), "now": now(), "today": on})
