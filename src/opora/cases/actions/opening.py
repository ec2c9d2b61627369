"""Opening a case and opening a case file."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from opora.access.models import Department
from opora.access.rules import Actor, PatternError, Role
from opora.audit import actions as audit
from opora.audit.queries import looks_of
from opora.cases import policies
from opora.cases.models import Case, CaseTransfer, TeamMember
from opora.cases.queries import CaseFile, get_case_file, may_take_part, next_free_number
from opora.cases.queries.visible import even_voided
from opora.cases.rules.lifecycle import Problem
from opora.cases.rules.numbers import LONGEST_NUMBER, number_key
from opora.common.asked_often import asked_often
from opora.common.dates import now, today
from opora.common.errors import Invalid
from opora.common.news import tell
from opora.families import queries as families
from opora.families.rules.childhood import ADULTS, CHILDREN
from opora.programs.models import Program

ONE_LOOK = timedelta(minutes=30)

_WRITE = """
WITH fresh AS (
    INSERT INTO cases_case (number, number_key, department_id, program_id, family_id, client_id, opened_on,
                            is_imported, revision, created_at)
    VALUES (%(number)s, %(key)s, %(department)s, %(program)s, %(family)s, %(client)s, %(on)s, FALSE, 0, %(now)s)
    RETURNING id
),
child AS (
    INSERT INTO cases_casechild (case_id, person_id, position)
    SELECT fresh.id, one.person_id, one.place - 1
      FROM fresh, unnest(%(children)s::bigint[]) WITH ORDINALITY AS one (person_id, place)
     ORDER BY one.place
),
led AS (
    INSERT INTO cases_teammember (case_id, user_id, part, from_on)
    SELECT id, %(manager)s::bigint, %(part)s, %(on)s FROM fresh WHERE %(manager)s::bigint IS NOT NULL
)
SELECT id FROM fresh
"""

# The department is held while its numbers are looked through, so that no number goes out twice.
# reads: access_department, programs_program, programs_programdepartment
_DEPARTMENT = ("id", "name", "number_pattern", "is_active")
_PLACE = f"""
SELECT {", ".join(f"place.{name}" for name in _DEPARTMENT)}, program.id,
       ARRAY(SELECT department_id FROM programs_programdepartment WHERE program_id = program.id)
  FROM access_department place LEFT JOIN programs_program program ON program.id = %s AND program.is_active
 WHERE place.id = %s AND place.is_active
   FOR UPDATE OF place
"""  # noqa: S608  (names of our own columns)
# reads: programs_program, programs_programdepartment
_PROGRAM = """
SELECT program.*, ARRAY(SELECT department_id FROM programs_programdepartment WHERE program_id = program.id) AS carriers
  FROM programs_program program WHERE program.id = %s AND program.is_active
"""


@transaction.atomic
def open_case(
    *,
    actor: Actor,
    program_id: int,
    department_id: int,
    family_id: int,
    client_id: int,
    child_ids: Sequence[int],
    number: str | None = None,
    case_manager_id: int | None = None,
    on: date,
) -> Case:
    """A case begins: with a number of its department, one client, the children and one case manager (S3-09, S3-81).

    Without a number the department's next one is given; without a case manager whoever opens it answers for it.
    """
    policies.check_can_open(actor, department_id=department_id)
    department, program_id = _place(department_id, program_id)
    children = list(dict.fromkeys(child_ids))
    _check_family(actor, family_id, client_id, children, on)
    _check_not_open_already(family_id, program_id)
    case = _open(actor, department, program_id, family_id, client_id, children, number, case_manager_id, on)
    tell("cases.changed", case_ids=[case.pk])
    return case


def open_for_newcomers(
    *,
    actor: Actor,
    program_id: int,
    department_id: int,
    family_id: int,
    client_id: int,
    child_ids: Sequence[int],
    number: str | None = None,
    case_manager_id: int | None = None,
    on: date,
) -> Case:
    """The same for a family registered in this very transaction: there is nothing to ask about its people or cases."""
    department, program_id = _place(department_id, program_id)
    case = _open(actor, department, program_id, family_id, client_id, child_ids, number, case_manager_id, on)
    tell("cases.begun", or_held="cases.changed", case_ids=[case.pk])
    return case


def _place(department_id: int, program_id: int) -> tuple[Department, int]:
    with connection.cursor() as cursor:
        cursor.execute(_PLACE, [program_id, department_id])
        row = cursor.fetchone()
    if row is None:
        raise Invalid({"department_id": _("Choose a department from the list.")})
    *values, found_id, carriers = row
    _check_program(found_id, carriers, department_id)
    return Department.from_db(connection.alias, _DEPARTMENT, values), found_id


def _open(
    actor: Actor,
    department: Department,
    program_id: int,
    family_id: int,
    client_id: int,
    children: Sequence[int],
    number: str | None,
    case_manager_id: int | None,
    on: date,
) -> Case:
    manager_id = _case_manager(actor, case_manager_id, department.pk)
    written = number_for(department, number, on)
    case = Case(
        number=written,
        number_key=number_key(written),
        department=department,
        program_id=program_id,
        family_id=family_id,
        client_id=client_id,
        opened_on=on,
        created_at=now(),
    )
    _write(case, children, manager_id)
    audit.record(
        actor=actor, verb="cases.opened", case_id=case.pk, family_id=family_id, number=written, day=on.isoformat()
    )
    return case


def _write(case: Case, children: Sequence[int], manager_id: int | None) -> None:
    """Keep a new case with its children and its case manager."""
    values: dict[str, Any] = {
        "number": case.number,
        "key": case.number_key,
        "department": case.department_id,
        "program": case.program_id,
        "family": case.family_id,
        "client": case.client_id,
        "on": case.opened_on,
        "now": case.created_at,
        "children": list(children),
        "manager": manager_id,
        "part": TeamMember.Part.CASE_MANAGER.value,
    }
    with connection.cursor() as cursor:
        cursor.execute(_WRITE, values)
        (case.pk,) = cursor.fetchone()
    case._state.adding, case._state.db = False, connection.alias


@transaction.atomic
def read_case_file(*, actor: Actor, case_id: int, whole: bool = False) -> CaseFile:
    """The whole case file for a page, with the entry that it was opened."""
    found = get_case_file(actor=actor, case_id=case_id, whole=whole)
    _journal_opening(actor, found.case.pk, found.case.family_id, found.case.number)
    return found


def note_look(*, actor: Actor, case_id: int) -> None:
    """Any page of a case is a look into its file, whichever way one came; one line stands for half an hour of them.

    The page has asked whether this person may see the case. Each page of a case asks this, so it costs one question.
    """
    for number, family_id in _not_looked_at(case_id=case_id, user_id=actor.user_id, since=now() - ONE_LOOK):
        _journal_opening(actor, case_id, family_id, number)


@asked_often
def _not_looked_at(*, case_id: int, user_id: int | None, since: datetime) -> "QuerySet[Case, tuple[str, int]]":
    looked = looks_of(user_id=user_id, since=since).filter(case_id=OuterRef("pk"))
    return Case.objects.filter(~Exists(looked), pk=case_id).values_list("number", "family_id")


def _journal_opening(actor: Actor, case_id: int, family_id: int, number: str) -> None:
    audit.record(actor=actor, verb="cases.file_opened", case_id=case_id, family_id=family_id, number=number)


def program_for(program_id: int, department_id: int) -> Program:
    """A program in use that the department carries."""
    # With the departments that carry it, which the table of programs has no column for.
    found: Any = next(iter(Program.objects.raw(_PROGRAM, [program_id])), None)
    if found is None:
        raise Invalid({"program_id": _("Choose a program from the list.")})
    _check_program(found.pk, found.carriers, department_id)
    program: Program = found
    return program


def _check_program(program_id: int | None, carriers: Collection[int], department_id: int) -> None:
    if program_id is None:
        raise Invalid({"program_id": _("Choose a program from the list.")})
    if carriers and department_id not in carriers:
        raise Invalid({"program_id": _("This department does not carry this program. Choose another one.")})


def _check_family(actor: Actor, family_id: int, client_id: int, child_ids: Sequence[int], on: date) -> None:
    if not child_ids:
        policies.refuse([Problem.NO_CHILD])
    # A family known only from cases that this person may not see is not there for this person.
    known = Case.every.filter(family_id=family_id)
    if known.exists() and not even_voided(actor).filter(family_id=family_id).exists():
        raise Invalid({"family_id": _("There is no such family. Look for it again.")})
    # A case may be written down late: who was a child on the day it began, and who is one now, both are right.
    days = [families.belongings_in(family_id, on=day) for day in (on, max(on, today()))]
    if not any(day.get(client_id) in ADULTS for day in days):
        raise Invalid({"client_id": _("Choose the parent or guardian from the members of the family.")})
    if not all(any(day.get(child_id) in CHILDREN for day in days) for child_id in child_ids):
        raise Invalid({"child_ids": _("Choose the children from the members of the family.")})


def _check_not_open_already(family_id: int, program_id: int) -> None:
    present = Case.objects.filter(family_id=family_id, program_id=program_id, closed_on=None).first()
    if present is not None:
        sentence = _("This family already has an open case in this program: %(number)s.")
        raise Invalid({"family_id": sentence % {"number": present.number}})


def _case_manager(actor: Actor, case_manager_id: int | None, department_id: int) -> int | None:
    if case_manager_id is None:
        return actor.user_id if Role.CASE_MANAGER in actor.roles else None
    if not may_take_part(user_id=case_manager_id, part=TeamMember.Part.CASE_MANAGER, department_id=department_id):
        raise Invalid({"case_manager_id": _("Choose a case manager who works in this department.")})
    return case_manager_id


def _next(department: Department, on: date) -> str:
    try:
        return next_free_number(department=department, year=on.year)
    except PatternError:
        sentence = _("The department's numbering pattern gives no number. Write the number by hand.")
        raise Invalid({"number": sentence}) from None


def number_for(department: Department, number: str | None, on: date, *, besides: int | None = None) -> str:
    """The number written by hand, or the next one; no number of another case, a former one neither."""
    typed = " ".join((number or "").split())
    written = typed or _next(department, on)
    if len(written) > LONGEST_NUMBER or not number_key(written):
        raise Invalid({"number": _("A case number has up to 40 signs, such as 17/2021.")})
    if typed and is_taken(department, written, besides=besides):
        raise Invalid({"number": _("The department already has a case with this number. Check the number.")})
    return written


def is_taken(department: Department, written: str, *, besides: int | None = None) -> bool:
    """Whether another case of the department has this number, or had it before it went to another program."""
    key = number_key(written)
    former = CaseTransfer.objects.filter(from_department=department, from_number_key=key).exclude(case_id=besides or 0)
    present = Case.every.filter(department=department, number_key=key).exclude(pk=besides or 0)
    return present.exists() or former.exists()
