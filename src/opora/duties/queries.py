"""Reading what hangs on somebody, who may take it, and what is nobody's."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count

from opora.access.hanging import Hanging, Item, Suspects, hanging_everywhere
from opora.access.models import RoleAssignment, User
from opora.access.queries import names_of
from opora.access.rules import DEPARTMENT_ROLES, SYSTEM, Actor, Role, departments
from opora.cases.models import TeamMember
from opora.common.errors import NotFound
from opora.common.text import russian_order
from opora.duties import policies
from opora.duties.models import Adrift, HandingOn, PlannedPassing, WorkMark
from opora.duties.rules import may_take
from opora.process.queries.workload import loads

Grants = frozenset[tuple[str, int | None]]
_WITH_NO_FAMILY = (Role.ADMINISTRATOR, Role.METHODOLOGIST, Role.ANALYST)


@dataclass(frozen=True, slots=True)
class Group:
    """One kind of work in somebody's hands: what the reader may pass on of it, and how much more there is."""

    kind: str
    title: Any
    icon: str
    items: list[Item]
    total: int
    may_go: bool

    @property
    def hidden(self) -> int:
        """What lies beyond the reader's sight."""
        return max(self.total - len(self.items), 0)


@dataclass(frozen=True, slots=True)
class Receiver:
    """Somebody who may take work, how much of it, and how many families he or she has already."""

    user_id: int
    name: str
    fits: int
    families: int


def work_of(*, actor: Actor, user_id: int) -> list[Group]:
    """Everything that hangs on somebody, room by room; NotFound for whoever may not know."""
    policies.check_can_look(actor, user_id)
    if not User.objects.filter(pk=user_id).exists():
        raise NotFound
    groups = []
    for one in hanging_everywhere():
        total = one.read(SYSTEM, user_id)
        items = total if actor.is_system else one.read(actor, user_id) if total else []
        if total:
            groups.append(Group(one.kind, one.title, one.icon, items, len(total), one.pass_on is not None))
    return groups


def count_left(*, user_id: int) -> int:
    """How much would stay behind if somebody left now; words nobody else may read are not counted."""
    return sum(len(one.read(SYSTEM, user_id)) for one in hanging_everywhere() if one.pass_on is not None)


def receivers_for(*, items: Sequence[Item], besides: int | None, on: date, whole: bool = False) -> list[Receiver]:
    """Colleagues who may take some of the things (with ``whole``, all), those with the fewest families first."""
    held = grants_of(role for item in items for role in item.roles)
    found = {user_id: sum(fits(grants, item) for item in items) for user_id, grants in held.items()}
    wanted = {
        user_id: count
        for user_id, count in found.items()
        if count and user_id != besides and (not whole or count == len(items))
    }
    carried, names = loads(list(wanted), on=on), names_of(user_ids=wanted)
    people = [
        Receiver(user_id, names[user_id], count, carried[user_id].families if user_id in carried else 0)
        for user_id, count in wanted.items()
    ]
    return sorted(people, key=lambda one: (-one.fits, one.families, russian_order(one.name), one.user_id))


def grants_of(roles: Iterable[str]) -> dict[int, Grants]:
    """The roles of everybody who works here and holds one of some."""
    rows = RoleAssignment.objects.filter(role__in=set(roles), user__is_active=True)
    held: dict[int, set[tuple[str, int | None]]] = defaultdict(set)
    for user_id, role, place in rows.values_list("user_id", "role", "department_id"):
        held[user_id].add((role, place))
    return {user_id: frozenset(grants) for user_id, grants in held.items()}


def fits(grants: Grants, item: Item) -> bool:
    """Say whether somebody with these roles may take a thing."""
    return may_take(grants, roles=item.roles, department_id=item.department_id)


@dataclass(frozen=True, slots=True)
class Unowned:
    """Work of one kind that nobody answers for who may open it."""

    kind: str
    title: Any
    icon: str
    items: list[Item]


def unowned(*, actor: Actor, on: date) -> list[Unowned]:
    """Nobody's work, for whoever leads: one question a kind, and nothing for everybody else."""
    if not policies.leads(actor):
        return []
    suspects = suspects_of()
    found = [(one, one.unowned(actor, suspects(one.kind))) for one in hanging_everywhere() if one.unowned is not None]
    return [Unowned(one.kind, one.title, one.icon, items) for one, items in found if items]


def suspects_of() -> Callable[[str], Suspects | None]:
    """What may be nobody's, by kind: what was when all was looked at last, and whatever changed since.

    None, and so everything, where nobody has looked yet.
    """
    adrift: dict[str, set[int]] = defaultdict(set)
    for kind, key in Adrift.objects.values_list("kind", "key"):
        adrift[kind].add(key)
    if Adrift.LOOKED not in adrift:
        return lambda _kind: None
    marks = list(WorkMark.objects.order_by().values_list("user_id", "case_id", "route_id").distinct())
    users, cases, routes = (
        frozenset(one for one in column if one is not None)
        for column in (zip(*marks, strict=True) if marks else ((),) * 3)
    )
    return lambda kind: Suspects(frozenset(adrift[kind]), users, cases, routes)


def takers_of(*, actor: Actor, kind: str, key: int, on: date) -> list[Receiver]:
    """Who may take one thing that is nobody's."""
    one = hanging_of(kind)
    items = (
        [item for item in one.unowned(actor, None) if item.key == key] if one.unowned and policies.leads(actor) else []
    )
    return receivers_for(items=items, besides=None, on=on) if items else []


def hanging_of(kind: str) -> Hanging:
    """A kind of work by its code; NotFound for none."""
    found = next((one for one in hanging_everywhere() if one.kind == kind), None)
    if found is None:
        raise NotFound
    return found


@dataclass(frozen=True, slots=True)
class Colleague:
    """A line of the list of colleagues: how many open cases somebody has."""

    user_id: int
    name: str
    cases: int


def colleagues(*, actor: Actor) -> list[Colleague]:
    """Everybody whose work the reader may look at: of her departments, or of the whole house."""
    if not policies.leads(actor):
        raise NotFound
    held = RoleAssignment.objects.filter(user__is_active=True).exclude(role__in=_WITH_NO_FAMILY)
    own = departments(actor, "case.read")
    found: dict[int, str] = {}
    for user_id, name, role, place in held.values_list("user_id", "user__name", "role", "department_id"):
        is_near = place in own if place is not None else role not in DEPARTMENT_ROLES
        if not own or is_near:
            found[user_id] = name
    counted = dict(
        TeamMember.objects.filter(
            user_id__in=found, part=TeamMember.Part.CASE_MANAGER, to_on=None, case__closed_on=None
        )
        .values_list("user_id")
        .annotate(n=Count("pk"))
    )
    people = [Colleague(user_id, name, counted.get(user_id, 0)) for user_id, name in found.items()]
    return sorted(people, key=lambda one: (-one.cases, russian_order(one.name)))


def name_of(*, user_id: int) -> str:
    """A colleague's name; NotFound for nobody."""
    found = names_of(user_ids=[user_id]).get(user_id)
    if found is None:
        raise NotFound
    return found


def passed_on(*, actor: Actor, user_id: int, limit: int = 10) -> list[HandingOn]:
    """What was passed on from somebody before, the newest first."""
    policies.check_can_look(actor, user_id)
    return list(HandingOn.objects.filter(from_user_id=user_id).select_related("by")[:limit])


def planned_passing(*, actor: Actor, user_id: int) -> PlannedPassing | None:
    """What goes over from somebody on a coming day, or could not go over on its day."""
    policies.check_can_look(actor, user_id)
    return PlannedPassing.objects.filter(from_user_id=user_id, ended_on=None).select_related("by").first()
