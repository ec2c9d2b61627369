"""Who may do what here: one table, read by policies, shown on a page, checked by tests."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from typing import Final


class Role:
    """The kinds of work people do here (requirements 6.3)."""

    ADMINISTRATOR: Final = "administrator"
    HEAD: Final = "head"
    COORDINATOR: Final = "coordinator"
    CASE_MANAGER: Final = "case_manager"
    SPECIALIST: Final = "specialist"
    PSYCHOLOGIST: Final = "psychologist"
    ANALYST: Final = "analyst"
    VOLUNTEER: Final = "volunteer"


ROLES: Final = (
    Role.ADMINISTRATOR,
    Role.HEAD,
    Role.COORDINATOR,
    Role.CASE_MANAGER,
    Role.SPECIALIST,
    Role.PSYCHOLOGIST,
    Role.ANALYST,
    Role.VOLUNTEER,
)


class Scope(IntEnum):
    """How far an ability reaches: nowhere, the cases one works on, one's departments, everything."""

    NONE = 0
    TEAM = 1
    DEPARTMENT = 2
    ALL = 3


_T, _D, _A = Scope.TEAM, Scope.DEPARTMENT, Scope.ALL

# A role that is absent from a row has no such ability. The administrator keeps the installation and
# the accounts and sees no family; the analyst sees codes and figures and no identity.
ABILITIES: Final[dict[str, dict[str, Scope]]] = {
    "case.read": {
        Role.HEAD: _A,
        Role.COORDINATOR: _D,
        Role.CASE_MANAGER: _T,
        Role.SPECIALIST: _T,
        Role.PSYCHOLOGIST: _T,
    },
    "identity.read": {
        Role.HEAD: _A,
        Role.COORDINATOR: _D,
        Role.CASE_MANAGER: _T,
        Role.SPECIALIST: _T,
        Role.PSYCHOLOGIST: _T,
    },
    "case.open": {Role.HEAD: _A, Role.COORDINATOR: _D, Role.CASE_MANAGER: _D},
    "case.change": {Role.HEAD: _A, Role.COORDINATOR: _D, Role.CASE_MANAGER: _T},
    "assessment.write": {
        Role.HEAD: _A,
        Role.COORDINATOR: _D,
        Role.CASE_MANAGER: _T,
        Role.SPECIALIST: _T,
        Role.PSYCHOLOGIST: _T,
    },
    "assessment.approve": {Role.HEAD: _A, Role.COORDINATOR: _D},
    # Signals and paths of families without a case yet; the case's own people come in through its team.
    "intake.work": {
        Role.HEAD: _A,
        Role.COORDINATOR: _D,
        Role.CASE_MANAGER: _D,
        Role.SPECIALIST: _T,
        Role.PSYCHOLOGIST: _T,
    },
    "council.vote": {
        Role.HEAD: _A,
        Role.COORDINATOR: _D,
        Role.CASE_MANAGER: _T,
        Role.SPECIALIST: _T,
        Role.PSYCHOLOGIST: _T,
    },
    "plan.write": {
        Role.HEAD: _A,
        Role.COORDINATOR: _D,
        Role.CASE_MANAGER: _T,
        Role.SPECIALIST: _T,
        Role.PSYCHOLOGIST: _T,
    },
    # A volunteer sees the tasks given to him or her, and nothing else (S4-16).
    "task.do": {
        Role.HEAD: _A,
        Role.COORDINATOR: _D,
        Role.CASE_MANAGER: _T,
        Role.SPECIALIST: _T,
        Role.PSYCHOLOGIST: _T,
        Role.VOLUNTEER: _T,
    },
    "partners.read": {
        Role.HEAD: _A,
        Role.COORDINATOR: _A,
        Role.CASE_MANAGER: _A,
        Role.SPECIALIST: _A,
        Role.PSYCHOLOGIST: _A,
    },
    "partners.change": {Role.HEAD: _A, Role.COORDINATOR: _A, Role.CASE_MANAGER: _A},
    "process.override": {Role.HEAD: _A},
    # The only thing here that cannot be taken back.
    "data.destroy": {Role.HEAD: _A},
    "outcomes.read": {Role.HEAD: _A, Role.COORDINATOR: _D, Role.CASE_MANAGER: _T, Role.ANALYST: _A},
    "outcomes.export": {Role.HEAD: _A, Role.COORDINATOR: _D, Role.ANALYST: _A},
    "registry.import": {Role.HEAD: _A, Role.COORDINATOR: _D},
    "people.manage": {Role.ADMINISTRATOR: _A, Role.HEAD: _A},
    "journal.read": {Role.ADMINISTRATOR: _A, Role.HEAD: _A},
    "practice.manage": {Role.ADMINISTRATOR: _A, Role.HEAD: _A},
}


# What a substitute takes over for the days of an absence: the work with families. Accounts, the practice, votes, steps
# outside the process and destruction stay with the person.
SUBSTITUTED: Final = frozenset(
    {
        "case.read",
        "identity.read",
        "case.open",
        "case.change",
        "assessment.write",
        "assessment.approve",
        "intake.work",
        "plan.write",
        "task.do",
        "partners.read",
        "partners.change",
        "outcomes.read",
    }
)


@dataclass(frozen=True, slots=True)
class Absent:
    """A colleague who is away: the substitute may what this person may, as far as these roles go, until a day."""

    user_id: int
    name: str
    grants: frozenset[tuple[str, int | None]]
    until: date


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever reads or changes something: a person with roles, or the system itself.

    ``grants`` are pairs (role, department id); a department of ``None`` means the whole organization.
    ``sign_in`` is who must have a second factor, where it was read along with the grants. ``stands_for`` are absent
    colleagues whose work this person does today, each with the roles that colleague has today.
    """

    user_id: int | None
    name: str
    grants: frozenset[tuple[str, int | None]] = frozenset()
    is_system: bool = False
    sign_in: str = field(default="", compare=False)
    stands_for: tuple[Absent, ...] = ()

    @property
    def own_id(self) -> int:
        """The account whose own things are asked for; of the system 0, which nobody has."""
        return self.user_id or 0

    @property
    def roles(self) -> frozenset[str]:
        """The roles, wherever they hold."""
        return frozenset(role for role, _department in self.grants)


SYSTEM: Final = Actor(user_id=None, name="Opora", is_system=True)


def _reach(ability: str, role: str, department_id: int | None) -> Scope:
    """How far one grant carries: a department's role without a department holds everywhere."""
    reach = ABILITIES[ability].get(role, Scope.NONE)
    return Scope.ALL if reach is Scope.DEPARTMENT and department_id is None else reach


def scope(actor: Actor, ability: str) -> Scope:
    """The farthest reach any of the person's grants gives; ``KeyError`` for an ability nobody declared.

    A wider reach includes the nearer ones: with DEPARTMENT one also has the cases of one's own teams.
    """
    if actor.is_system:
        return Scope.ALL
    return max((_reach(ability, *grant) for grant in _all_grants(actor, ability)), default=Scope.NONE)


def _all_grants(actor: Actor, ability: str) -> Iterable[tuple[str, int | None]]:
    """One's own grants, and those of the colleagues one stands in for where the ability goes over to a substitute."""
    if not actor.stands_for or ability not in SUBSTITUTED:
        return actor.grants
    return frozenset().union(actor.grants, *(absent.grants for absent in actor.stands_for))


def hands(actor: Actor, ability: str) -> frozenset[int]:
    """Whose part in a team or a path counts for an ability: one's own, and that of colleagues one stands in for.

    Each part counts by the roles of the person whose it is: a substitute never may more than the one who is away, and
    what the substitute may alone does not grow by that person's roles.
    """
    own = [(actor.user_id, actor.grants)] if actor.user_id is not None else []
    away = [(absent.user_id, absent.grants) for absent in actor.stands_for] if ability in SUBSTITUTED else []
    return frozenset(
        user_id
        for user_id, grants in (*own, *away)
        if user_id is not None and any(_reach(ability, *grant) >= Scope.TEAM for grant in grants)
    )


def people_of(actor: Actor) -> frozenset[int]:
    """The person and the colleagues he or she stands in for."""
    own = {actor.user_id} if actor.user_id is not None else set()
    return frozenset(own | {absent.user_id for absent in actor.stands_for})


Part = bool | frozenset[int]
"""Who of these takes part in a case or a path; ``True`` stands for the person alone."""


def reaches(actor: Actor, ability: str, *, department_id: int, part: Part = False) -> bool:
    """Say whether an ability reaches a thing: by the whole house, by taking part in it, or by its department."""
    reach = scope(actor, ability)
    if reach is Scope.ALL:
        return True
    taking = ({actor.user_id} if part else set()) if isinstance(part, bool) else part
    if taking and not hands(actor, ability).isdisjoint(taking):
        return True
    return reach is Scope.DEPARTMENT and department_id in departments(actor, ability)


def departments(actor: Actor, ability: str) -> frozenset[int]:
    """The departments in which the person has the ability by department; meaningless when the scope is ALL.

    A coordinator of one department who manages a case in another does not coordinate there.
    """
    return frozenset(
        department
        for role, department in _all_grants(actor, ability)
        if department is not None and _reach(ability, role, department) is Scope.DEPARTMENT
    )


def can(actor: Actor, ability: str) -> bool:
    """Whether the person has the ability at all, however near its reach."""
    return scope(actor, ability) is not Scope.NONE


Grant = tuple[str, int | None]

# Where these roles hold in one department only, the department says which cases they reach.
DEPARTMENT_ROLES: Final = (Role.COORDINATOR, Role.CASE_MANAGER)
# Losing the last of these would leave an organization that nobody can run or nobody answers for.
KEY_ROLES: Final = (Role.ADMINISTRATOR, Role.HEAD)


def tidy_grants(grants: Iterable[Grant]) -> frozenset[Grant]:
    """The grants as kept: a role in the whole organization swallows the same role in a department, and the
    administrator and the head have theirs in the whole organization only; ``ValueError`` for an unknown role.
    """
    pairs = {(role, None if role in KEY_ROLES else department) for role, department in grants}
    if unknown := {role for role, _department in pairs} - set(ROLES):
        raise ValueError(", ".join(sorted(unknown)))
    everywhere = {role for role, department in pairs if department is None}
    return frozenset((role, department) for role, department in pairs if department is None or role not in everywhere)


def second_factor_required(policy: str, roles: Iterable[str]) -> bool:
    """Whether a person with these roles must have a second factor: nobody, the leading roles, or everybody."""
    if policy == "everybody":
        return True
    return policy == "leaders" and not {*KEY_ROLES, Role.COORDINATOR}.isdisjoint(roles)


def hash_token(token: str) -> str:
    """What the database keeps of a link's secret: its SHA-256. The secret has 256 bits, so no salt is needed."""
    return hashlib.sha256(token.encode()).hexdigest()


# The places of a numbering pattern; what they are filled with is said by the rules of case numbers.
NUMBER_PLACE: Final = re.compile(r"\{(n{1,6}|year|yy)\}")


class PatternError(ValueError):
    """A numbering pattern must hold the running number exactly once and no unknown place."""


def check_pattern(pattern: str) -> None:
    """Raise PatternError unless the pattern can number cases: one running number, known places only."""
    places = NUMBER_PLACE.findall(pattern)
    if sum(place.startswith("n") for place in places) != 1:
        raise PatternError("one running number")
    if places.count("year") + places.count("yy") > 1:
        raise PatternError("one year")
    rest = NUMBER_PLACE.sub("", pattern)
    if "{" in rest or "}" in rest:
        raise PatternError("unknown place")
    if re.search(r"\}\d|\d\{|\}\{", pattern):
        raise PatternError("digits side by side")
