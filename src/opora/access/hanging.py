"""What hangs on a worker, in any room: each room declares its part in a file ``hangs.py``.

One list serves three purposes: the page that shows all that is in somebody's hands and passes it on in one go, the
closing of an account, which leaves nothing behind, and the search for work that is nobody's. A column that names a
worker and is on no list would stay with somebody who has left; ``tests/house/test_hanging.py`` asks for each.
"""

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from typing import Any

from django.apps import apps
from django.db.models import Exists, OuterRef, Q, QuerySet

from opora.access.models import RoleAssignment
from opora.access.rules import Actor


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in somebody's hands: by number or code, never by a name of the family.

    ``roles`` are those that let somebody take it, in the thing's department or in the whole organization.
    """

    key: int
    words: str
    roles: tuple[str, ...] = ()
    department_id: int | None = None
    case_id: int | None = None
    route_id: int | None = None
    family_id: int | None = None
    due_on: date | None = None
    part: str = ""


@dataclass(frozen=True, slots=True)
class Giving:
    """Who has work passed on from whom (nobody: it is nobody's) to whom, and from which day on."""

    actor: Actor
    from_user_id: int | None
    to_user_id: int
    on: date


@dataclass(frozen=True, slots=True)
class Suspects:
    """What may be nobody's: things that were so when they were looked at last, and people, cases and paths of which
    something changed since. Whatever is not among them has somebody who may open it.
    """

    keys: Set[int] = frozenset()
    users: Set[int] = frozenset()
    cases: Set[int] = frozenset()
    routes: Set[int] = frozenset()

    def among(self, rows: QuerySet[Any], *, user: str, case: Sequence[str] = (), route: str = "") -> QuerySet[Any]:
        """The rows that are among them; the words are the ways from a row to its worker, its case and its path."""
        ways = [("pk", self.keys), (user, self.users), (route, self.routes), *((way, self.cases) for way in case)]
        # Each by an index of its own: one condition with OR would walk through all rows.
        found = [rows.filter(**{f"{way}__in": named}).order_by().values("pk") for way, named in ways if way and named]
        if not found:
            return rows.none()
        return rows.filter(pk__in=found[0].union(*found[1:]) if len(found) > 1 else found[0])


@dataclass(frozen=True, slots=True)
class Hanging:
    """One kind of work that may hang on a worker.

    ``fields`` are the columns it speaks for (``cases.TeamMember.user``). ``read`` gives what hangs on somebody as far
    as the reader may pass it on, ``unowned`` what hangs on nobody who may open it, of all things or among suspects.
    ``pass_on`` gives all of the items to somebody at once; without it the kind is only counted and goes along with its
    family.
    """

    kind: str
    title: Any
    fields: tuple[str, ...]
    read: Callable[[Actor, int], list[Item]]
    pass_on: Callable[[Giving, Sequence[Item]], None] | None = None
    unowned: Callable[[Actor, Suspects | None], list[Item]] | None = None
    icon: str = "list-check"


@cache
def hanging_everywhere() -> tuple[Hanging, ...]:
    """Every kind of work of every room, from the spine upward: a case goes before what hangs on it."""
    return tuple(sorted(_declared(), key=lambda one: _ORDER.get(one.kind, len(_ORDER))))


_ORDER = {kind: place for place, kind in enumerate(("case", "part", "path", "task", "visit", "seat", "chair", "asked"))}


def _declared() -> Iterator[Hanging]:
    for room in apps.get_app_configs():
        if not room.name.startswith("opora."):
            continue
        name = f"{room.name}.hangs"
        try:
            module = import_module(name)
        except ModuleNotFoundError as error:
            if error.name != name:
                raise
            continue
        yield from module.HANGS


def holds(roles: Sequence[str], *, user: str, department: str) -> Exists:
    """Whether the worker named by one column still works here in one of the roles, where the thing belongs."""
    held = RoleAssignment.objects.filter(user=OuterRef(user), user__is_active=True, role__in=list(roles))
    return Exists(held.filter(Q(department=None) | Q(department=OuterRef(department))))
