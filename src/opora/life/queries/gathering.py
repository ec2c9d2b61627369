"""The life of a family: one question to all rooms, the newest first, told in words for those who may read them."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from opora.access import queries as access
from opora.access.rules import Actor
from opora.common.dates import day_of
from opora.common.errors import NotFound
from opora.common.questions import Written, write_down
from opora.common.text import fold
from opora.families.sealing import opened
from opora.life import words
from opora.life.queries.life_lines import Line, Row, Told, Was
from opora.life.queries.scope import Scope, scope_for
from opora.life.queries.sources import SOURCES
from opora.life.queries.telling import tell
from opora.life.rules import GROUPS, RECORDED
from opora.process import policies
from opora.process.models import Amendment

PANEL = 6
PAGE = 30
# So far back words are looked for; whoever needs older ones narrows by kind.
SEARCHED = 600
Names = Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Life:
    """A page of a life, and whether there is more before it."""

    scope: Scope
    lines: tuple[Line, ...]
    has_more: bool
    kind: str = ""
    words: str = ""
    before: int = 0

    @property
    def next(self) -> int:
        """Where the next page begins."""
        return self.before + len(self.lines)


def life_of(
    *,
    actor: Actor,
    route_id: int | None = None,
    case_id: int | None = None,
    family_id: int | None = None,
    scope: Scope | None = None,
    kind: str = "",
    words: str = "",
    before: int = 0,
    limit: int = PANEL,
    names: Names | None = None,
    on: date,
) -> Life:
    """The newest of what happened, after the ``before`` newest; ``kind`` names a group, ``words`` are looked for.

    ``scope`` spares the question what this person sees, when that is known. ``names`` are the people of the family
    for those who may know them; without it children are told by their codes and nobody else is named.
    """
    known = scope or scope_for(actor=actor, route_id=route_id, case_id=case_id, family_id=family_id)
    if known.is_empty:
        raise NotFound
    asked = GROUPS.get(kind) or tuple(SOURCES)
    looked_for = fold(words)
    rows = _gather(known, asked, SEARCHED if looked_for else before + limit + 1)
    rows = rows if looked_for else rows[before:]
    found = _told(actor, known, rows if looked_for else rows[: limit + 1], names or {}, on)
    if looked_for:
        found = [line for line in found if line.says(looked_for)][before:]
    return Life(known, tuple(found[:limit]), len(found) > limit, kind if kind in GROUPS else "", words, before)


def _gather(scope: Scope, sources: Collection[str], most: int) -> list[Row]:
    """The newest rows of all sources, by one question."""
    shape = (len(scope.route_ids), len(scope.case_ids), scope.family_id is not None)
    ids = dict(zip(_ids(*shape), (*scope.route_ids, *scope.case_ids, scope.family_id), strict=False))
    return [_row(row) for row in _question(tuple(sources), most, *shape).ask(ids)]


@lru_cache(maxsize=128)
def _question(sources: tuple[str, ...], most: int, routes: int, cases: int, of_family: bool) -> Written:
    """The question with stand-ins for the ids: two dozen rooms are asked, and to write that down takes the longest."""
    ids = _ids(routes, cases, of_family)
    scope = Scope(ids[:routes], ids[routes : routes + cases], ids[-1] if of_family else None)
    order = ("-l_on", "-l_moment", "-l_pk")
    first, *rest = [SOURCES[name](scope).order_by(*order)[:most] for name in sources]
    return write_down(first.union(*rest, all=True).order_by(*order)[:most] if rest else first)


def _ids(routes: int, cases: int, of_family: bool) -> tuple[int, ...]:
    """Numbers that no record has, each in the place of an id."""
    return tuple(range(-1, -1 - routes - cases - of_family, -1))


def _row(values: Sequence[Any]) -> Row:
    source, pk, on, at, moment, by_id, sealed, more, extra, voided_on = values
    plain = json.loads(extra) if isinstance(extra, str) else extra
    return Row(source, pk, on, at, moment, by_id, _bytes(sealed), _bytes(more), plain, voided_on)


def _bytes(value: Any) -> bytes | None:
    return bytes(value) if value is not None else None


def _told(actor: Actor, scope: Scope, rows: Sequence[Row], names: Names, on: date) -> list[Line]:
    amended = _amendments(scope, rows)
    users = {user for row in rows for user in (row.by_id, *row.ids("visitors")) if user is not None}
    users |= {one.by_id for found in amended.values() for one in found if one.by_id is not None}
    colleagues = access.names_of(user_ids=users) if users else {}
    leads = scope.department_id is not None and policies.within(
        actor, "assessment.approve", department_id=scope.department_id
    )
    return [_line(actor, row, names, colleagues, amended.get(row.amended_as, ()), leads, on) for row in rows]


def _amendments(scope: Scope, rows: Sequence[Row]) -> dict[str, list[Amendment]]:
    """What was done to these records, by the record; nothing is asked when none of them can have been mended."""
    sources = [row.amended_as for row in rows if row.source in RECORDED]
    if not sources:
        return {}
    found: dict[str, list[Amendment]] = {}
    for one in Amendment.objects.filter(scope.records, source__in=sources):
        found.setdefault(one.source, []).append(one)
    return found


def _line(
    actor: Actor,
    row: Row,
    names: Names,
    colleagues: Mapping[int, str],
    amended: Sequence[Amendment],
    leads: bool,
    on: date,
) -> Line:
    told: Told = tell(row, names)
    visitors = [colleagues[user] for user in row.ids("visitors") if user in colleagues]
    author = colleagues.get(row.by_id or 0, "")
    is_own = row.by_id is not None and row.by_id == actor.user_id
    is_ahead = row.source == "visit" and not row.code("held") and not row.code("not_held")
    return Line(
        key=row.key,
        source=row.source,
        kind=row.code("kind"),
        pk=row.pk,
        on=row.on,
        at=row.at,
        who=", ".join(visitors) or author,
        told=told,
        people=tuple(names[pk] for pk in (*row.ids("adults"), *row.ids("people")) if pk in names),
        photos=row.ids("photos"),
        case_id=int(row.code("case")) if row.code("case") else None,
        route_id=int(row.code("route")) if row.code("route") else None,
        number=int(row.code("number")) if row.code("number").isdecimal() else None,
        is_voided=row.voided_on is not None,
        is_ahead=is_ahead and row.voided_on is None,
        awaits_answer=row.source == "mail" and bool(row.code("due")) and not row.code("answered"),
        is_mendable=_is_mendable(row) and (leads or (is_own and day_of(row.moment) == on)),
        was=tuple(_was(one, colleagues) for one in amended),
    )


def _is_mendable(row: Row) -> bool:
    """Whether a record of this kind, as it stands, may be mended by whoever may."""
    return row.source in RECORDED and row.voided_on is None and not row.code("signed")


def _was(one: Amendment, colleagues: Mapping[int, str]) -> Was:
    before = opened(one, "before")
    former = before.get("on", "")
    return Was(
        kind=one.kind,
        title=str(words.AMENDMENTS[one.kind]),
        on=day_of(one.at),
        by=colleagues.get(one.by_id or 0, ""),
        reason=opened(one, "reason"),
        former_on=date.fromisoformat(former) if former else None,
        former_at=before.get("at", ""),
        former_text=before.get("text", ""),
    )
