"""Roles in words, where each can be given, and the departments."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from opora.access.models import ROLE_LABELS, Department
from opora.access.rules import (
    DEPARTMENT_ROLES,
    ROLES,
    Actor,
    Grant,
)
from opora.common.errors import NotFound
from opora.common.text import russian_order


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """A role somebody has: its code, its word, and the department it holds in (empty: the whole organization)."""

    role: str
    label: Any
    department_id: int | None
    department: str


def list_departments(*, actor: Actor, with_unused: bool = False) -> list[Department]:
    """The departments in use, or all of them, in Russian order."""
    found = Department.objects.all() if with_unused else Department.objects.filter(is_active=True)
    return sorted(found, key=lambda department: russian_order(department.name))


def get_department(*, actor: Actor, department_id: int) -> Department:
    """One department."""
    department = Department.objects.filter(pk=department_id).first()
    if department is None:
        raise NotFound
    return department


def roles_in_words(grants: Iterable[tuple[str, int | None]]) -> tuple[RoleHeld, ...]:
    """Grants with the words for their roles and the names of their departments, in the order of the role table."""
    pairs = [(role, department) for role, department in grants]
    wanted = {department for _role, department in pairs if department is not None}
    names = dict(Department.objects.filter(pk__in=wanted).values_list("pk", "name")) if wanted else {}
    return in_words(pairs, names)


def role_labels() -> dict[str, Any]:
    """The word for every role, in the order of the role table."""
    return {role: ROLE_LABELS[role] for role in ROLES}


def grant_choices(*, actor: Actor, held: Iterable[Grant] = ()) -> list[tuple[str, Any, list[tuple[int | None, str]]]]:
    """What can be given: each role, its word, and where it can hold (None: in the whole organization).

    Coordinators and case managers can belong to departments; what somebody holds already stays on the list.
    """
    departments = list_departments(actor=actor, with_unused=True)
    kept = set(held)
    choices = []
    for role, label in role_labels().items():
        places: list[tuple[int | None, str]] = [(None, "")]
        for department in departments:
            can_be_given = role in DEPARTMENT_ROLES and department.is_active
            if can_be_given or (role, department.pk) in kept:
                places.append((department.pk, department.name))
        choices.append((role, label, places))
    return choices


def in_words(pairs: Iterable[Grant], names: dict[int, str]) -> tuple[RoleHeld, ...]:
    known = [
        RoleHeld(role, ROLE_LABELS[role], department, names.get(department, "") if department else "")
        for role, department in pairs
        if role in ROLE_LABELS
    ]
    return tuple(sorted(known, key=lambda held: (ROLES.index(held.role), russian_order(held.department))))
