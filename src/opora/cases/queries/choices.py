"""What the forms of a case offer to choose from."""

from collections.abc import Collection
from typing import Any

from django.db import connection
from django.db.models import Q

from opora.access.models import Department, User
from opora.access.rules import Actor, Role, Scope, departments, scope
from opora.cases.models import Closing, FollowUp, FollowUpChild, FollowUpContact, TeamMember
from opora.cases.queries.visible import visible_to
from opora.cases.rules.numbers import format_number, keys_of_year, lengths_of
from opora.cases.rules.reasons import OFFERED
from opora.families.models import Placement

# Who may answer for a case, and who may take which other part in its team.
ROLES_OF_PART: dict[str, tuple[str, ...]] = {
    TeamMember.Part.CASE_MANAGER: (Role.CASE_MANAGER, Role.COORDINATOR),
    TeamMember.Part.SPECIALIST: (Role.SPECIALIST, Role.CASE_MANAGER, Role.COORDINATOR),
    TeamMember.Part.PSYCHOLOGIST: (Role.PSYCHOLOGIST,),
    TeamMember.Part.VOLUNTEER: (Role.VOLUNTEER,),
}

# A department has thousands of numbers, and only the highest is asked for. Of keys of one length that follow a pattern
# the last in the order of the alphabet is the highest, and an index holds them in that order.
_HIGHEST = """
    SELECT coalesce(max(substring(taken.key, %(keys)s)::int), 0)
      FROM (SELECT (SELECT number_key FROM cases_case
                     WHERE department_id = %(department)s AND length(number_key) = size.signs
                       AND number_key ~ %(keys)s
                     ORDER BY number_key DESC LIMIT 1) AS key
              FROM unnest(%(lengths)s::int[]) AS size (signs)
             UNION ALL
            SELECT from_number_key FROM cases_casetransfer
             WHERE from_department_id = %(department)s AND from_number_key ~ %(keys)s) taken
"""
# reads: access_department
_DEPARTMENTS = """
    SELECT id, name FROM access_department
     WHERE (is_active OR NOT %(open)s) AND (%(ids)s::bigint[] IS NULL OR id = ANY(%(ids)s::bigint[])) ORDER BY name
"""
# reads: programs_program, programs_programdepartment
_PROGRAMS = """
    SELECT program.id, program.name, EXISTS (
        SELECT FROM programs_programdepartment carried
         WHERE carried.program_id = program.id AND carried.department_id = ANY(%s::bigint[])
    )
      FROM programs_program program WHERE program.is_active ORDER BY program.id
"""
# reads: access_roleassignment, access_user
_MAY = """
    SELECT EXISTS (
        SELECT FROM access_user person JOIN access_roleassignment held ON held.user_id = person.id
         WHERE person.id = %s AND person.is_active
           AND (held.department_id = %s OR held.department_id IS NULL) AND held.role = ANY(%s::text[])
    )
"""


def closing_reasons() -> list[tuple[str, str]]:
    """The reasons people may choose when closing a case, with their words."""
    return [(code, str(label)) for code, label in Closing.Reason.choices if code in OFFERED]


def placement_kinds() -> list[tuple[str, str]]:
    """Where a child may live, with the words for it."""
    return [(code, str(label)) for code, label in Placement.Kind.choices]


def no_exit_reasons() -> list[tuple[str, str]]:
    """Why a case may be closed without an assessment at the exit (S4-22)."""
    return [(code, str(label)) for code, label in Closing.NoExit.choices]


def why_no_exit(case_ids: Collection[int]) -> dict[int, str]:
    """In words, why cases were closed without an exit assessment; the caller has asked who may see them (S4-22)."""
    standing = Closing.objects.filter(case_id__in=case_ids, reopened_on=None).exclude(no_exit="")
    return {case_id: str(Closing.NoExit(code).label) for case_id, code in standing.values_list("case_id", "no_exit")}


def follow_up_choices() -> dict[str, list[tuple[str, str]]]:
    """What the form of the follow-up offers: results, states of the family, safety of a child (X-12)."""
    return {
        "result": [(code, str(label)) for code, label in FollowUp.Result.choices],
        "family_state": [(code, str(label)) for code, label in FollowUpContact.FamilyState.choices],
        "safety": [(code, str(label)) for code, label in FollowUpChild.Safety.choices],
    }


def team_parts() -> list[tuple[str, str]]:
    """The parts people may take in a team, but for the case manager's, which is handed over."""
    return [(code, str(label)) for code, label in TeamMember.Part.choices if code != TeamMember.Part.CASE_MANAGER]


def departments_of(*, actor: Actor, ability: str = "case.read") -> list[tuple[int, str]]:
    """The departments an ability reaches; for those who see only their teams' cases, the departments of these."""
    reach = scope(actor, ability)
    if reach is Scope.DEPARTMENT:
        ids = sorted(departments(actor, ability))
    elif reach is Scope.ALL:
        ids = None
    else:
        ids = sorted(set(visible_to(actor, ability).order_by().values_list("department_id", flat=True)))
    with connection.cursor() as cursor:
        cursor.execute(_DEPARTMENTS, {"ids": ids, "open": ability == "case.open"})
        return cursor.fetchall()


def programs_of(*, department_ids: Collection[int] = ()) -> list[tuple[int, str]]:
    """The programs in use; with departments, only those that one of them carries."""
    with connection.cursor() as cursor:
        cursor.execute(_PROGRAMS, [list(department_ids)])
        rows = cursor.fetchall()
    return [(pk, name) for pk, name, is_carried in rows if is_carried] or [(pk, name) for pk, name, _c in rows]


def people_for(*, actor: Actor, part: str, department_id: int | None = None) -> list[tuple[int, str]]:
    """Active people whose role lets them take a part in the team, in this department or in the whole house."""
    roles = ROLES_OF_PART.get(part, ())
    granted = Q(role_assignments__role__in=roles)
    if department_id is not None:
        granted &= Q(role_assignments__department=department_id) | Q(role_assignments__department=None)
    found = User.objects.filter(granted, is_active=True).distinct().order_by("name", "pk")
    return list(found.values_list("pk", "name"))


def may_take_part(*, user_id: int, part: str, department_id: int) -> bool:
    """Say whether this person's role lets him or her take the part in a case of the department."""
    with connection.cursor() as cursor:
        cursor.execute(_MAY, [user_id, department_id, [str(role) for role in ROLES_OF_PART.get(part, ())]])
        return bool(cursor.fetchone()[0])


def next_free_number(*, department: Department, year: int) -> str:
    """The number of the department's next case: one more than the highest of the year that any case has or had.

    Gaps are not filled: a number once given away is never given again, and a case opened by mistake keeps its own.
    Numbers need not follow the dates (S3 finding 2). Under the department's lock it is the number the case gets.
    Raises PatternError when the department's pattern cannot number cases.
    """
    pattern = department.number_pattern
    asked: dict[str, Any] = {
        "department": department.pk,
        "keys": keys_of_year(pattern, year),
        "lengths": lengths_of(pattern, year),
    }
    with connection.cursor() as cursor:
        cursor.execute(_HIGHEST, asked)
        (highest,) = cursor.fetchone()
    return format_number(pattern, highest + 1, year)
