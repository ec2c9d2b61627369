"""What the list of cases shows of each, read for the lines of one page only."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import connection

from opora.cases.rules.listing import Place

# One statement as it stands: the page asks it at every turn, and putting it together took longer than answering it.
# reads: access_department, access_user, families_person, programs_program
_LINES = """
    SELECT told.id, told.number, department.name, program.name, client.code_letter || client.code_number,
        ARRAY(
            SELECT child.code_letter || child.code_number
            FROM cases_casechild AS entry JOIN families_person AS child ON child.id = entry.person_id
            WHERE entry.case_id = told.id ORDER BY entry.position, entry.id
        ),
        told.opened_on, told.closed_on,
        coalesce((
            SELECT worker.name FROM cases_teammember AS member JOIN access_user AS worker ON worker.id = member.user_id
            WHERE member.case_id = told.id AND member.part = 'case_manager' AND member.to_on IS NULL LIMIT 1
        ), ''),
        (
            SELECT min(visit.due_on) FROM cases_followup AS visit
            WHERE visit.case_id = told.id AND visit.done_on IS NULL AND visit.cancelled_at IS NULL
        ),
        EXISTS (SELECT FROM cases_stay AS stay WHERE stay.case_id = told.id AND stay.left_on IS NULL)
    FROM unnest(%s::bigint[]) WITH ORDINALITY AS asked (id, place)
    JOIN cases_case AS told ON told.id = asked.id
    JOIN access_department AS department ON department.id = told.department_id
    JOIN programs_program AS program ON program.id = told.program_id
    JOIN families_person AS client ON client.id = told.client_id
    ORDER BY asked.place
"""


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line of the list: codes and days, no names of the family (X-05)."""

    id: int
    number: str
    department: str
    program: str
    client_code: str
    child_codes: tuple[str, ...]
    opened_on: date
    closed_on: date | None
    case_manager: str
    follow_up_due_on: date | None
    in_stay: bool

    @property
    def place(self) -> Place:
        """Where the line stands in the list."""
        return Place(self.opened_on, self.id)


def lines_of(case_ids: Sequence[int]) -> list[CaseRow]:
    """The lines of cases in the order given; the caller has asked whether the person may see them."""
    if not case_ids:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_LINES, [list(case_ids)])
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return [replace(CaseRow(*row), child_codes=tuple(row[5])) for row in found]
