"""Everybody who works or worked here, as the pages show them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from opora.access import policies
from opora.access.models import Department, RoleAssignment, User
from opora.access.queries.roles import RoleHeld, in_words
from opora.access.rules import (
    ABILITIES,
    Actor,
    Grant,
    Scope,
    departments,
    scope,
)
from opora.audit.models import JournalEntry
from opora.common.errors import NotFound
from opora.common.planning import ask_known
from opora.common.text import fold, russian_order


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works or worked here, as the people page shows him."""

    id: int
    name: str
    email: str
    is_active: bool
    joined_at: datetime
    last_login: datetime | None
    has_second_factor: bool
    roles: tuple[RoleHeld, ...]
    phone: str = ""

    @property
    def grants(self) -> frozenset[Grant]:
        """The roles as pairs (role, department id)."""
        return frozenset((held.role, held.department_id) for held in self.roles)


def somebody_works_here() -> bool:
    """Whether anybody has an account yet."""
    return User.objects.exists()


def is_alone_here(*, actor: Actor) -> bool:
    """Whether nobody works here yet but this person, so that colleagues are to be invited first."""
    return actor.user_id is not None and not User.objects.exclude(pk=actor.user_id).exists()


def list_people(*, actor: Actor, search: str = "", former: bool = False) -> list[Person]:
    """Everybody with an account, in Russian order; people whose access is closed only when asked for."""
    policies.check_can_manage(actor)
    people = _people(User.objects.filter(is_active=not former))
    if wanted := fold(search):
        people = [person for person in people if wanted in fold(f"{person.name} {person.email}")]
    return people


def get_person(*, actor: Actor, user_id: int) -> Person:
    """One account; one's own, or anybody's for who keeps the accounts."""
    if actor.user_id != user_id:
        policies.check_can_manage(actor)
    people = _people(User.objects.filter(pk=user_id))
    if not people:
        raise NotFound
    return people[0]


def find_person(*, actor: Actor, email: str) -> Person:
    """The account with this address, in any spelling of capitals."""
    policies.check_can_manage(actor)
    people = _people(User.objects.filter(email__iexact=email.strip()))
    if not people:
        raise NotFound(_("Nobody here has this e-mail."))
    return people[0]


def list_colleagues(*, actor: Actor) -> list[Person]:
    """Everybody who works here now, for choosing a case's team; addresses are left out."""
    people = _people(User.objects.filter(is_active=True))
    return [_without_address(person) for person in people]


def names_of(*, user_ids: Iterable[int]) -> dict[int, str]:
    """Workers' names by their ids; ids nobody has are left out."""
    ids = sorted(set(user_ids))
    return dict(ask_known("SELECT id, name FROM access_user WHERE id = ANY(%s)", [ids])) if ids else {}


def history_of(*, actor: Actor, user_id: int, limit: int = 50) -> list[JournalEntry]:
    """What was done with an account and what its owner did at the door, the newest first."""
    policies.check_can_manage(actor)
    own = Q(actor_id=user_id) & ~Q(data__has_key="user")
    about = Q(data__user=user_id)
    return list(JournalEntry.objects.filter(own | about, verb__startswith="access.").order_by("-id")[:limit])


def _people(users: Any) -> list[Person]:
    users = list(users)
    ids = [user.pk for user in users]
    held: dict[int, list[Grant]] = defaultdict(list)
    for row in RoleAssignment.objects.filter(user__in=ids).values_list("user_id", "role", "department_id"):
        held[row[0]].append((row[1], row[2]))
    names = dict(Department.objects.values_list("pk", "name"))
    guarded = set(
        Authenticator.objects.filter(user__in=ids, type=Authenticator.Type.TOTP).values_list("user_id", flat=True)
    )
    people = [
        Person(
            id=user.pk,
            name=user.name,
            email=user.email,
            is_active=user.is_active,
            joined_at=user.created_at,
            last_login=user.last_login,
            has_second_factor=user.pk in guarded,
            roles=in_words(held[user.pk], names),
            phone=user.phone,
        )
        for user in users
    ]
    return sorted(people, key=lambda person: russian_order(person.name))


def _without_address(person: Person) -> Person:
    return Person(
        id=person.id,
        name=person.name,
        email="",
        is_active=person.is_active,
        joined_at=person.joined_at,
        last_login=None,
        has_second_factor=False,
        roles=person.roles,
    )


def workers_under(*, actor: Actor) -> list[tuple[int, str]]:
    """For whoever leads, the colleagues by whom a list may be narrowed; nobody for all others."""
    if scope(actor, "case.read") < Scope.DEPARTMENT:
        return []
    held = RoleAssignment.objects.filter(role__in=list(ABILITIES["task.do"]), user__is_active=True)
    if scope(actor, "case.read") is not Scope.ALL:
        held = held.filter(Q(department=None) | Q(department_id__in=departments(actor, "case.read")))
    people = dict(held.values_list("user_id", "user__name"))
    return sorted(people.items(), key=lambda one: russian_order(one[1]))
