"""Reading who works here, what each may do, and which invitations are open."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from allauth.mfa.models import Authenticator
from django.db import connection
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from opora.access import policies
from opora.access.models import ROLE_LABELS, Department, Invitation, RoleAssignment, SignInPolicy, Substitution, User
from opora.access.rules import (
    ABILITIES,
    DEPARTMENT_ROLES,
    ROLES,
    Absent,
    Actor,
    Grant,
    Scope,
    departments,
    hash_token,
    scope,
    second_factor_required,
)
from opora.audit.models import JournalEntry
from opora.common.dates import now, today
from opora.common.errors import NotFound
from opora.common.text import fold, russian_order

_OPTIONAL = SignInPolicy.SecondFactor.OPTIONAL.value
# Every page begins with it: the roles somebody has, those of colleagues he or she stands in for, and the rule of the
# house about signing in. As text it costs a third of what putting it together each time does.
_HELD = """
    SELECT held.user_id, held.role, held.department_id,
           coalesce((SELECT second_factor FROM access_signinpolicy LIMIT 1), %(optional)s)
      FROM access_roleassignment held JOIN access_user holder ON holder.id = held.user_id
     WHERE holder.is_active AND (held.user_id = %(user)s OR held.user_id IN (
               SELECT away.absent_id FROM access_substitution away
                WHERE away.substitute_id = %(user)s AND away.revoked_at IS NULL
                  AND %(on)s BETWEEN away.from_on AND away.until_on))
"""
# The account a session speaks of, with all of that beside it.
_FIELDS = [field.attname for field in User._meta.concrete_fields]
_ACCOUNT = f"""
    SELECT {", ".join(f'account."{name}"' for name in _FIELDS)}, held.*
      FROM access_user account LEFT JOIN ({_HELD}) AS held (user_id, role, department_id, policy) ON TRUE
     WHERE account.id = %(user)s
"""  # noqa: S608  (names of our own columns)


def signed_in(*, user_id: int) -> User | None:
    """The account of a session, read with what `actor_for` needs of it in one question."""
    with connection.cursor() as cursor:
        cursor.execute(_ACCOUNT, {"user": user_id, "on": today(), "optional": _OPTIONAL})
        rows = cursor.fetchall()
    if not rows:
        return None
    width = len(_FIELDS)
    user = User.from_db(connection.alias, _FIELDS, rows[0][:width])
    user.held_now = [row[width:] for row in rows if row[width] is not None]
    return user


def actor_of(*, user_id: int) -> Actor:
    """The person as one who acts: roles and departments as they stand now; NotFound for a closed account."""
    user = User.objects.filter(pk=user_id, is_active=True).only("name").first()
    if user is None:
        raise NotFound
    return actor_for(user)


def actor_for(user: User) -> Actor:
    """The same for an account just read, as a page has it; an account that was closed has no grants."""
    rows, user.held_now = user.held_now, None
    if rows is None:
        with connection.cursor() as cursor:
            cursor.execute(_HELD, {"user": user.pk, "on": today(), "optional": _OPTIONAL})
            rows = cursor.fetchall()
    own = frozenset((role, department_id) for user_id, role, department_id, _policy in rows if user_id == user.pk)
    others = {user_id for user_id, *_rest in rows if user_id != user.pk} if user.is_active else set()
    return Actor(
        user_id=user.pk,
        name=user.name,
        grants=own,
        sign_in=rows[0][3] if rows else "",
        stands_for=_absent(user.pk, rows) if others else (),
    )


def _absent(user_id: int, rows: list[tuple[int, str, int | None, str]]) -> tuple[Absent, ...]:
    """The colleagues somebody stands in for, each with the roles he or she has at present and no others."""
    found = (
        away_for(user_id=user_id, on=today()).order_by("absent_id").values_list("absent_id", "absent__name", "until_on")
    )
    return tuple(
        Absent(
            absent_id,
            name,
            frozenset((role, place) for holder_id, role, place, _p in rows if holder_id == absent_id),
            until,
        )
        for absent_id, name, until in found.values_list("absent_id", "absent__name", "until_on")
        if any(holder_id == absent_id for holder_id, *_rest in rows)
    )


def away_for(*, user_id: int, on: date) -> QuerySet[Substitution]:
    """The absences in which somebody stands in on a day."""
    return Substitution.objects.filter(substitute_id=user_id, from_on__lte=on, until_on__gte=on, revoked_at=None)


def standing_in(*, user_ids: Iterable[int], on: date) -> dict[int, Substitution]:
    """Who stands in today for some colleagues, by the id of who is away."""
    found = Substitution.objects.filter(absent_id__in=set(user_ids), from_on__lte=on, until_on__gte=on, revoked_at=None)
    return {one.absent_id: one for one in found.filter(substitute__is_active=True).select_related("substitute")}


def substitutions_of(*, actor: Actor, user_id: int, on: date) -> list[Substitution]:
    """The present and coming absences of somebody, and those in which he or she stands in; asked by the caller."""
    both = Q(absent_id=user_id) | Q(substitute_id=user_id)
    found = Substitution.objects.filter(both, until_on__gte=on, revoked_at=None)
    return list(found.select_related("absent", "substitute").order_by("from_on", "pk"))


def substitutes_for(*, actor: Actor, user_id: int) -> list[tuple[int, str]]:
    """Who may stand in for somebody: colleagues who see families themselves and work in the same place."""
    places = set(RoleAssignment.objects.filter(user_id=user_id).values_list("department_id", flat=True))
    roles = list(ABILITIES["case.read"])
    held = RoleAssignment.objects.filter(role__in=roles, user__is_active=True).exclude(user_id=user_id)
    if None not in places:
        held = held.filter(Q(department_id__in=places) | Q(department=None))
    people = dict(held.values_list("user_id", "user__name"))
    return sorted(people.items(), key=lambda one: russian_order(one[1]))


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """A role somebody has: its code, its word, and the department it holds in (empty: the whole organization)."""

    role: str
    label: Any
    department_id: int | None
    department: str


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
    return dict(User.objects.filter(pk__in=set(user_ids)).values_list("pk", "name"))


def history_of(*, actor: Actor, user_id: int, limit: int = 50) -> list[JournalEntry]:
    """What was done with an account and what its owner did at the door, the newest first."""
    policies.check_can_manage(actor)
    own = Q(actor_id=user_id) & ~Q(data__has_key="user")
    about = Q(data__user=user_id)
    return list(JournalEntry.objects.filter(own | about, verb__startswith="access.").order_by("-id")[:limit])


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


def list_invitations(*, actor: Actor) -> list[Invitation]:
    """Invitations that still let somebody in, the newest first."""
    policies.check_can_manage(actor)
    open_ones = Invitation.objects.filter(
        kind=Invitation.Kind.JOIN, accepted_at=None, revoked_at=None, expires_at__gt=now()
    )
    return list(open_ones.select_related("invited_by").order_by("-id"))


def invitations_in_words(*, actor: Actor) -> list[tuple[Invitation, tuple[RoleHeld, ...]]]:
    """Open invitations with the roles they promise."""
    names = dict(Department.objects.values_list("pk", "name"))
    return [
        (invitation, _in_words([(role, place) for role, place in invitation.roles], names))
        for invitation in list_invitations(actor=actor)
    ]


def find_invitation(*, token: str, kind: str) -> Invitation:
    """The open invitation of a link's secret; one used, revoked or expired looks like one that never was."""
    invitation = Invitation.objects.filter(
        token_hash=hash_token(token), kind=kind, accepted_at=None, revoked_at=None, expires_at__gt=now()
    ).first()
    if invitation is None:
        raise NotFound
    return invitation


def roles_in_words(grants: Iterable[tuple[str, int | None]]) -> tuple[RoleHeld, ...]:
    """Grants with the words for their roles and the names of their departments, in the order of the role table."""
    pairs = [(role, department) for role, department in grants]
    wanted = {department for _role, department in pairs if department is not None}
    names = dict(Department.objects.filter(pk__in=wanted).values_list("pk", "name")) if wanted else {}
    return _in_words(pairs, names)


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


def second_factor_policy() -> str:
    """Who must have a second factor: ``optional``, ``leaders`` or ``everybody``."""
    policy = SignInPolicy.objects.filter(pk=1).values_list("second_factor", flat=True).first()
    return policy or _OPTIONAL


def second_factor_choices() -> list[tuple[str, Any]]:
    """What the organization can decide about the second factor."""
    return list(SignInPolicy.SecondFactor.choices)


def must_have_second_factor(*, actor: Actor) -> bool:
    """Whether the organization asks this person for a second factor."""
    return second_factor_required(actor.sign_in or second_factor_policy(), actor.roles)


def lacks_second_factor(*, actor: Actor) -> bool:
    """Whether this person must add a second factor before going on."""
    if not must_have_second_factor(actor=actor):
        return False
    return not Authenticator.objects.filter(user_id=actor.user_id, type=Authenticator.Type.TOTP).exists()


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
            roles=_in_words(held[user.pk], names),
            phone=user.phone,
        )
        for user in users
    ]
    return sorted(people, key=lambda person: russian_order(person.name))


def _in_words(pairs: Iterable[Grant], names: dict[int, str]) -> tuple[RoleHeld, ...]:
    known = [
        RoleHeld(role, ROLE_LABELS[role], department, names.get(department, "") if department else "")
        for role, department in pairs
        if role in ROLE_LABELS
    ]
    return tuple(sorted(known, key=lambda held: (ROLES.index(held.role), russian_order(held.department))))


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
