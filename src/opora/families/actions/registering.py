"""Registering families known by codes only, as a registry workbook brings them, thousands at a time (S3-80)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from django.db import connection, transaction

from opora.access.rules import Actor
from opora.audit.actions import record_many
from opora.common.copying import copy_rows
from opora.families import policies
from opora.families.actions import _codes
from opora.families.models import Family, FamilyMember, Person
from opora.families.rules import Code, CodedFamily, RegisteredFamily, RegistrationNote

_Member = tuple[int, int, str]
_CHILD = FamilyMember.Role.CHILD
_KNOWN = """
    SELECT person.id, called.code_letter, called.code_number, EXISTS (
               SELECT FROM families_familymember AS role WHERE role.person_id = person.id AND role.role = 'child'
           ), member.family_id, member.role
    FROM families_person AS called
    JOIN unnest(%s::text[], %s::int[]) AS wanted (letter, number)
      ON called.code_letter = wanted.letter AND called.code_number = wanted.number
    JOIN families_person AS person ON person.id = coalesce(called.merged_into_id, called.id)
    LEFT JOIN families_familymember AS member ON member.person_id = person.id AND member.to_on IS NULL
    ORDER BY member.id
"""


@dataclass
class _Known:
    """What the database and the families before tell of one code."""

    person_id: int
    was_child: bool
    is_new: bool = False
    roles: dict[int, str] = field(default_factory=dict)  # family id → role, current ones only

    @property
    def own_family(self) -> int | None:
        """The family this person cares for, if any."""
        return next((family for family, role in self.roles.items() if role != _CHILD), None)

    def is_child_elsewhere(self, family_id: int) -> bool:
        return any(role == _CHILD for family, role in self.roles.items() if family != family_id)


@transaction.atomic
def register_coded_families(*, actor: Actor, families: Sequence[CodedFamily]) -> list[RegisteredFamily]:
    """Find or make the records of families given by codes, in the order given.

    A known code is the known person; the same caregiver twice is the same family, children added to it. A child
    known from another family joins this one too, and a note says so. Counters move past every number used. Two
    runs with the same families change nothing the second time.
    """
    policies.check_can_register(actor=actor)
    if not families:
        return []
    _codes.lock_codes()
    children = {code for family in families for code in family.children}
    parents = {family.parent for family in families}
    known = _find(parents | children)
    _add_people(known, parents, children)
    _add_families(known, families)
    members: list[_Member] = []
    registered = [_register(known, family, members) for family in families]
    copy_rows(FamilyMember, ("family_id", "person_id", "role"), members)
    changed = {family_id for family_id, _person_id, _role in members}
    _record(actor, families, registered, changed)
    return registered


def _find(codes: Iterable[Code]) -> dict[Code, _Known]:
    """The people who have one of the codes, with their current roles."""
    wanted = list(codes)
    known: dict[Code, _Known] = {}
    with connection.cursor() as cursor:
        cursor.execute(_KNOWN, [[code.letter for code in wanted], [code.number for code in wanted]])
        for pk, letter, number, was_child, family_id, role in cursor.fetchall():
            entry = known.setdefault(Code(letter, number), _Known(pk, was_child))
            if family_id is not None:
                entry.roles[family_id] = role
    return known


def _add_people(known: dict[Code, _Known], parents: set[Code], children: set[Code]) -> None:
    """Make the people whose codes are new, and let the counters stand past them."""
    fresh = sorted((parents | children) - known.keys(), key=attrgetter("letter", "number"))
    ids = copy_rows(Person, ("code_letter", "code_number"), ((code.letter, code.number) for code in fresh))
    known |= {
        code: _Known(person_id, was_child=code not in parents, is_new=True)
        for code, person_id in zip(fresh, ids, strict=True)
    }
    largest: dict[str, int] = {}
    for code in parents | children:
        largest[code.letter] = max(code.number, largest.get(code.letter, 0))
    _codes.keep_ahead(largest)


def _add_families(known: dict[Code, _Known], families: Sequence[CodedFamily]) -> None:
    """Make a family for each caregiver who has none; who is in it is written later."""
    homeless = list(dict.fromkeys(family.parent for family in families if known[family.parent].own_family is None))
    for code, family_id in zip(homeless, copy_rows(Family, (), [()] * len(homeless)), strict=True):
        known[code].roles[family_id] = ""


def _register(known: dict[Code, _Known], family: CodedFamily, members: list[_Member]) -> RegisteredFamily:
    """One family's records; memberships still missing are put on the list."""
    parent = known[family.parent]
    family_id = next(id_ for id_, role in parent.roles.items() if role != _CHILD)
    notes: list[tuple[str, RegistrationNote]] = []
    if parent.roles[family_id] == "":
        if parent.is_child_elsewhere(family_id) or (parent.was_child and not parent.is_new):
            notes.append((str(family.parent), RegistrationNote.PARENT_IS_CHILD))
        _join(parent, family_id, FamilyMember.Role.CAREGIVER, members)
    child_ids = []
    for code in dict.fromkeys(family.children):
        child = known[code]
        if code == family.parent:
            notes.append((str(code), RegistrationNote.CHILD_IS_CAREGIVER))
            continue
        if child.person_id in child_ids:
            # Two codes of one child, whose records were brought together.
            continue
        child_ids.append(child.person_id)
        if family_id in child.roles:
            continue
        if child.is_child_elsewhere(family_id):
            notes.append((str(code), RegistrationNote.CHILD_OF_ANOTHER_FAMILY))
        elif child.roles or not child.was_child:
            notes.append((str(code), RegistrationNote.CHILD_IS_CAREGIVER))
        _join(child, family_id, _CHILD, members)
    return RegisteredFamily(family_id, parent.person_id, tuple(child_ids), tuple(notes))


def _join(known: _Known, family_id: int, role: str, members: list[_Member]) -> None:
    known.roles[family_id] = role
    members.append((family_id, known.person_id, str(role)))


def _record(
    actor: Actor, families: Sequence[CodedFamily], registered: Sequence[RegisteredFamily], changed: set[int]
) -> None:
    """One line for each family that is new or has new people."""
    entries = {
        result.family_id: {
            "family_id": result.family_id,
            "code": str(family.parent),
            "children": [str(code) for code in family.children],
        }
        for family, result in zip(families, registered, strict=True)
        if result.family_id in changed
    }
    record_many(actor=actor, verb="families.registered", entries=entries.values())
