"""Services given to invented families, in one statement for a batch: the log is as full in a small house as in a large.

Each family has its services over the whole time of its work, by whoever works with it; every fifth time nobody came.
"""

from collections.abc import Sequence
from datetime import date

from django.db import connection

from opora.common.dates import now

EACH = 4

# reads: cases_case, catalogue_service, process_route, services_provision, services_provision_people
_GIVEN = """
    WITH offered AS (
        SELECT id, formats[1] AS format, providers[1] AS provider,
               row_number() OVER (ORDER BY position, id) - 1 AS place, count(*) OVER () AS n
        FROM catalogue_service WHERE is_current AND NOT is_inner
    ), given AS (
        INSERT INTO services_provision
            (by_id, recorded_at, voided_on, route_id, case_id, service_id, planned_id, "on", at, minutes, state, format,
             provider, worker_id, partner_id, "where", note, together, origin)
        SELECT r.worker_id, %(now)s, NULL, r.id, NULL, o.id, NULL,
               r.started_on
                 + (coalesce(r.ended_on, %(today)s::date) - r.started_on)
                 * (60 * turn - (r.id %% 60)::int) / (60 * %(each)s),
               NULL, 45, CASE WHEN (r.id + turn) %% 5 = 0 THEN 'no_show' ELSE 'held' END, o.format, o.provider,
               r.worker_id, NULL, 'office', NULL, NULL, ''
        FROM process_route r CROSS JOIN generate_series(1, %(each)s) turn
        JOIN offered o ON o.place = (r.id * 7 + turn) %% o.n
        WHERE r.case_id = ANY(%(cases)s)
        RETURNING id, route_id, state
    )
    INSERT INTO services_provision_people (provision_id, person_id)
    SELECT g.id, c.client_id
    FROM given g JOIN process_route r ON r.id = g.route_id JOIN cases_case c ON c.id = r.case_id
    WHERE g.state = 'held'
"""


def give_services(case_ids: Sequence[int], *, on: date) -> None:
    """What these families were given, on their paths."""
    with connection.cursor() as cursor:
        cursor.execute(_GIVEN, {"each": EACH, "cases": list(case_ids), "now": now(), "today": on})
