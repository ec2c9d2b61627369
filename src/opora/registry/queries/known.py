"""What is recorded already about the cases and the people of a register, in the words of a register."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.db import connection

from opora.access.rules import Actor
from opora.assessments.models import Assessment, Point
from opora.cases.queries import known_cases
from opora.cases.rules.imported import ImportedCase
from opora.families import queries as families
from opora.registry.models import CodeWithYo
from opora.registry.rules.people import Ties
from opora.registry.rules.plan import Recorded
from opora.registry.rules.repeated import base_of
from opora.registry.rules.yo import YE, Spelled

Key = tuple[int, str]
NOTHING: frozenset[str] = frozenset()

# Everybody in the present families of the people with these codes: family, code, whether a child there.
# reads: families_familymember, families_person
_RELATIVES = """
    WITH wanted AS (
        SELECT person.id
        FROM families_person AS person
        JOIN unnest(%s::text[], %s::int[]) AS code (letter, number)
          ON person.code_letter = code.letter AND person.code_number = code.number
    ), homes AS (
        SELECT DISTINCT member.family_id
        FROM families_familymember AS member
        JOIN wanted ON wanted.id = member.person_id
        WHERE member.to_on IS NULL
    )
    SELECT member.family_id, person.code_letter || person.code_number, member.role = 'child'
    FROM homes
    JOIN families_familymember AS member ON member.family_id = homes.family_id AND member.to_on IS NULL
    JOIN families_person AS person ON person.id = member.person_id
"""

# reads: families_person
_PEOPLE = "SELECT code_number FROM families_person WHERE code_letter = %s AND code_number = ANY(%s)"

# reads: assessments_assessment
_ENTRY_AND_EXIT = """
    SELECT case_id, point, weak, is_total_only FROM assessments_assessment
    WHERE case_id = ANY(%s) AND point = ANY(%s) AND status <> %s
    ORDER BY "on", id
"""


def recorded_cases(
    *, actor: Actor, department_ids: Collection[int], keys: Collection[Key], programs: Mapping[int, str]
) -> dict[Key, list[Recorded]]:
    """The recorded cases that a register names, by department and number in one spelling.

    Under a number that names no year stand the cases of all years with that number.
    """
    wanted = keys if isinstance(keys, set) else set(keys)
    found: dict[Key, list[Recorded]] = {}
    # Days stand in thousands of cases: each is held once.
    same = dict[Any, Any]().setdefault
    for known in known_cases(actor=actor, department_ids=department_ids) if department_ids else ():
        cases = [
            (key, case)
            for (department, number), case in known.items()
            for key in dict.fromkeys(((department, number), (department, base_of(number))))
            if key in wanted
        ]
        people = {person for _key, case in cases for person in (case.client_id, *case.child_ids)}
        codes = families.codes(people)
        totals = _totals([case.case_id for _key, case in cases if case.case_id is not None])
        for key, case in cases:
            held = replace(
                case,
                opened_on=same(case.opened_on, case.opened_on),
                closed_on=same(case.closed_on, case.closed_on),
            )
            found.setdefault(key, []).append(_recorded(held, codes, totals, programs))
    return found


def spelled_codes(codes: Collection[str]) -> Spelled:
    """How codes with Е are known: which came as Ё, and which are recorded at all."""
    numbers = [int(code[1:]) for code in codes]
    with connection.cursor() as cursor:
        cursor.execute(_PEOPLE, [YE, numbers])
        people = {f"{YE}{number}" for (number,) in cursor.fetchall()}
    return Spelled(set(CodeWithYo.objects.filter(code__in=codes).values_list("code", flat=True)), people)


def _recorded(
    case: ImportedCase,
    codes: Mapping[int, str],
    totals: Mapping[int, Mapping[str, tuple[int, bool]]],
    programs: Mapping[int, str],
) -> Recorded:
    case_id = case.case_id or 0
    own = totals.get(case_id, {})
    return Recorded(
        case_id=case_id,
        number=case.number,
        program=programs.get(case.program_id, ""),
        parent=codes.get(case.client_id, ""),
        children=tuple(codes.get(child, "") for child in case.child_ids),
        opened_on=case.opened_on,
        closed_on=case.closed_on,
        extended_to=case.extended_to,
        followed_up_on=case.followed_up_on,
        entry=own[Point.ENTRY][0] if Point.ENTRY in own else None,
        exit=own[Point.EXIT][0] if Point.EXIT in own else None,
        lived=case.lived,
        itemized=frozenset(point for point, (_weak, bare) in own.items() if not bare) or NOTHING,
    )


def _totals(case_ids: Sequence[int]) -> dict[int, dict[str, tuple[int, bool]]]:
    """By case and point: the number of weak sides and whether it came without items."""
    found: dict[int, dict[str, tuple[int, bool]]] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            _ENTRY_AND_EXIT, [list(case_ids), [Point.ENTRY.value, Point.EXIT.value], Assessment.Status.REPLACED.value]
        )
        for case_id, point, weak, bare in cursor.fetchall():
            found.setdefault(case_id, {})[point] = (weak, bare)
    return found


def add_recorded_ties(ties: Ties, *, codes: Collection[str]) -> None:
    """Add the families, as recorded, of everybody with one of these codes."""
    homes: dict[int, tuple[list[str], list[str]]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_RELATIVES, [[code[0] for code in codes], [int(code[1:]) for code in codes]])
        for family_id, code, is_child in cursor.fetchall():
            homes.setdefault(family_id, ([], []))[1 if is_child else 0].append(code)
    for parents, children in homes.values():
        for parent in parents:
            ties.add(parent, children)
