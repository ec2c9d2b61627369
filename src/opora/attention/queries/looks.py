"""Which families need a look: read off where they stand, whatever the house holds; only those shown are looked at anew.

Where a family stands is kept (LookStand) and holds until a day. Whatever is recorded since leaves a mark at its case in
the same transaction; marked cases, and those whose day has come, are looked at here and now. So what is said is never
older than the records.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from opora.access.rules import Actor, Scope, departments, scope
from opora.attention.models import Aside, LookMark, LookStand
from opora.attention.queries.known import known_of
from opora.attention.queries.settings import settings
from opora.attention.rules import Look, gravest_first, look_at
from opora.cases import queries as cases
from opora.cases.models import Case
from opora.cases.queries.visible import teams_of

MOST = 2_000
"""So many cases at most are looked at in one go, the longest open first."""
COUNTED, AMONG = 100, 1_000
"""Of more families than that nobody wants to know how many there are."""
_ORDER = ("is_calm", "gravest", "fewer", "lasts", "case_id")


@dataclass(frozen=True, slots=True)
class Looks:
    """The families that need a look, the gravest first, how many there are, and among how many they were found.

    `is_more` and `among_more`: there are more than were counted.
    """

    found: list[Look]
    count: int
    among: int
    is_more: bool = False
    among_more: bool = False


def who_needs_a_look(*, actor: Actor, on: date, limit: int | None = None) -> Looks:
    """Open cases in sight with a sign that counts, but for those put aside; the gravest `limit` of them, or all."""
    seen = cases.visible_to(actor).filter(closed_on=None)
    unsure = list(seen.filter(pk__in=_unsure(on)).order_by("pk").values_list("pk", flat=True)[:MOST])
    kept = _kept(actor, on, None if limit is None else max(limit, COUNTED + 1))
    shown = kept if limit is None else kept[:limit]
    looks = _looks(seen, {*unsure, *shown}, on)
    sure = set(shown)
    count = len(kept) + sum(bool(look.reasons) and look.case_id not in sure for look in looks)
    is_more = limit is not None and count > COUNTED
    among = _among(seen, on)
    return Looks(
        found=gravest_first(looks)[:limit],
        count=COUNTED if is_more else count,
        among=min(among, AMONG),
        is_more=is_more,
        among_more=among > AMONG,
    )


def _looks(seen: QuerySet[Case], case_ids: Collection[int], on: date) -> list[Look]:
    if not case_ids:
        return []
    said = settings()
    return [
        Look(one.case_id, one.facts.risk, look_at(one.facts, said, on=on))
        for one in known_of(seen.filter(pk__in=case_ids))
        if one.aside_until is None or one.aside_until <= on
    ]


def _unsure(on: date) -> QuerySet[Any, int]:
    """Cases of which something was recorded since, and those that may stand elsewhere from this day on."""
    marked = LookMark.objects.order_by().values_list("case_id", flat=True)
    return marked.union(LookStand.objects.filter(until__lte=on).order_by().values_list("case_id", flat=True))


def _kept(actor: Actor, on: date, limit: int | None) -> list[int]:
    """The cases whose place is sure, the gravest first: each part of the sight by an index of its own."""
    marked = LookMark.objects.filter(case_id=OuterRef("case_id"))
    sure = LookStand.objects.filter(~Exists(marked), gravest__isnull=False, until__gt=on)
    parts = [sure.filter(part).order_by(*_ORDER).values_list(*_ORDER)[:limit] for part in _sight(actor)]
    if not parts:
        return []
    rows = set(parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0])
    return [case_id for *_place, case_id in sorted(rows)][:limit]


def _sight(actor: Actor) -> list[Q]:
    """The sight of cases, part by part, as `cases.visible_to` draws it: all, departments, one's own teams."""
    reach = scope(actor, "case.read")
    if reach is Scope.ALL:
        return [Q()]
    if reach is Scope.NONE or actor.user_id is None:
        return []
    own = Q(case__in=teams_of(actor).values("case_id"))
    if reach is not Scope.DEPARTMENT:
        return [own]
    return [own, *(Q(department_id=place) for place in sorted(departments(actor, "case.read")))]


def _among(seen: QuerySet[Case], on: date) -> int:
    aside = Aside.objects.filter(ended_on=None, until__gt=on, case=OuterRef("pk"))
    return seen.filter(~Exists(aside))[: AMONG + 1].count()
