"""Whom a family may be given to, and how much each of them carries already (S4-12)."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.db import connection

from opora.cases.models import TeamMember
from opora.cases.queries.choices import ROLES_OF_PART
from opora.cases.rules.workload import Load

NEAR = timedelta(days=14)
MOST = 200
# Open paths by their worker, from an index that holds nothing else; beside them the open cases of programs without a
# process, which are looked for only where there is such a program. Neither grows with what is closed.
# reads: cases_case, cases_teammember, process_routeversion, programs_program
_CARRIED = """
alone AS (
    SELECT program.id FROM programs_program program
     WHERE NOT EXISTS (SELECT FROM process_routeversion version WHERE version.programs @> to_jsonb(program.code))
),
carried AS (
    SELECT route.worker_id AS user_id, route.case_id IS NOT NULL AS is_case, route.due_on
      FROM process_route route
     WHERE route.worker_id = ANY({users}) AND route.ended_on IS NULL
     UNION ALL
    SELECT member.user_id, TRUE, NULL
      FROM cases_case told
      JOIN cases_teammember member
        ON member.case_id = told.id AND member.part = 'case_manager' AND member.to_on IS NULL
     WHERE EXISTS (SELECT FROM alone) AND told.program_id IN (SELECT id FROM alone)
       AND told.closed_on IS NULL AND told.voided_on IS NULL AND member.user_id = ANY({users})
),
load AS (
    SELECT user_id, count(*) FILTER (WHERE is_case) AS cases, count(*) FILTER (WHERE NOT is_case) AS paths,
           count(*) FILTER (WHERE due_on < %(on)s) AS late,
           count(*) FILTER (WHERE due_on BETWEEN %(on)s AND %(near)s) AS near
      FROM carried GROUP BY user_id
)
"""
_LOADS = f"WITH {_CARRIED.format(users='%(users)s')} SELECT * FROM load"  # noqa: S608
# Whose role allows it, with the departments it holds in and what each of them carries: the least loaded first,
# colleagues of the department before others.
# reads: access_department, access_roleassignment, access_user
_CANDIDATES = f"""
WITH granted AS MATERIALIZED (
    SELECT held.user_id, person.name,
           coalesce(bool_or(%(department)s::bigint IS NULL OR held.department_id = %(department)s), FALSE) AS is_near,
           array_remove(array_agg(DISTINCT place.name), NULL) AS places
      FROM access_roleassignment held
      JOIN access_user person ON person.id = held.user_id
      LEFT JOIN access_department place ON place.id = held.department_id
     WHERE person.is_active AND held.role = ANY(%(roles)s)
       AND (%(department)s::bigint IS NULL OR held.department_id IS NULL OR held.department_id = %(department)s)
     GROUP BY held.user_id, person.name
     ORDER BY person.name, held.user_id
     LIMIT %(most)s
),
{_CARRIED.format(users="ARRAY(SELECT user_id FROM granted)")}
SELECT granted.*, coalesce(load.cases, 0), coalesce(load.paths, 0), coalesce(load.late, 0), coalesce(load.near, 0)
  FROM granted LEFT JOIN load ON load.user_id = granted.user_id
 ORDER BY NOT granted.is_near, coalesce(load.cases + load.paths, 0), coalesce(load.late, 0), coalesce(load.near, 0),
          granted.name, granted.user_id
"""  # noqa: S608  (put together from sentences of our own)


class Candidate(NamedTuple):
    """Somebody who may answer for a case; `is_near` says that he or she works in the case's own department."""

    user_id: int
    name: str
    is_near: bool
    departments: Sequence[str]
    load: Load

    @property
    def is_free(self) -> bool:
        """Whether nothing is in this person's hands yet."""
        return not self.load.families


def candidates(*, department_id: int | None, on: date, but: int | None = None) -> list[Candidate]:
    """Those whose role lets them manage a case, the least loaded first, colleagues of the department before others.

    Without a department (not chosen yet) everybody is as near. `but` leaves the present case manager out.
    """
    asked: dict[str, Any] = {
        "roles": [str(role) for role in ROLES_OF_PART[TeamMember.Part.CASE_MANAGER]],
        "department": department_id,
        "most": 2 * MOST,
        "on": on,
        "near": on + NEAR,
    }
    with connection.cursor() as cursor:
        cursor.execute(_CANDIDATES, asked)
        rows = cursor.fetchall()
    return [
        Candidate(user_id, name, is_near, places, Load(cases, paths, late, near))
        for user_id, name, is_near, places, cases, paths, late, near in rows
        if user_id != but
    ]


def loads(user_ids: Collection[int], *, on: date) -> dict[int, Load]:
    """What some people carry on a day; whoever carries nothing is absent."""
    if not user_ids:
        return {}
    asked: dict[str, Any] = {"users": list(user_ids), "on": on, "near": on + NEAR}
    with connection.cursor() as cursor:
        cursor.execute(_LOADS, asked)
        return {user_id: Load(*counts) for user_id, *counts in cursor.fetchall()}
