"""Whoever reads or changes something, and how far what he or she may do carries."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from opora.access.rules.roles import ABILITIES, SUBSTITUTED, Scope


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
