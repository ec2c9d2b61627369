"""The list of groups, and what they come to: events held, unique people, heads that were not registered apart."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, Count, F, Func, Q, QuerySet, Sum

from opora.access.rules import Actor
from opora.common.language import said
from opora.groups import policies
from opora.groups.models import Group, Mark, Session

PAGE = 25
# Somebody at a meeting, once, though he or she stand on its list twice since two records became one person.
ATTENDANCE = Func(F("session_id"), F("participant__person_id"), function="ROW", output_field=CharField())


@dataclass(frozen=True, slots=True)
class GroupFilters:
    """What narrows the list."""

    text: str = ""
    kind: str = ""
    leader_id: int | None = None
    from_on: date | None = None
    to_on: date | None = None
    is_going: bool | None = None


@dataclass(frozen=True, slots=True)
class GroupLine:
    """One group: what it is, its days, how many came."""

    id: int
    title: str
    kind: str
    service: str
    from_on: date
    until_on: date | None
    leaders: str
    sessions: int
    held: int
    people: int
    attendances: int
    heads: int


@dataclass(frozen=True, slots=True)
class Sums:
    """Each person once, however often he or she came; heads that were not registered stand apart (IND-06, IND-07)."""

    groups: int
    events: int
    people: int
    attendances: int
    heads: int


def list_groups(
    *, actor: Actor, filters: GroupFilters, on: date, page: int = 1, limit: int = PAGE
) -> tuple[list[GroupLine], bool]:
    """One page of groups, the newest first, and whether there is another."""
    found = _asked(actor, filters, on).select_related("service").prefetch_related("leaders")
    first = (page - 1) * limit
    rows = list(found.order_by("-from_on", "-pk")[first : first + limit + 1])
    keys = [one.pk for one in rows[:limit]]
    sessions: dict[int, dict[str, Any]] = {
        row["group_id"]: dict(row)
        for row in Session.objects.filter(group_id__in=keys)
        .order_by()
        .values("group_id")
        .annotate(n=Count("pk"), n_held=Count("pk", filter=Q(is_held=True)), n_heads=Sum("heads"))
    }
    came = Mark.objects.filter(session__group_id__in=keys, state=Mark.State.CAME, participant__voided_on=None)
    people: dict[int, dict[str, Any]] = {
        row["session__group_id"]: dict(row)
        for row in came.order_by()
        .values("session__group_id")
        .annotate(n=Count(ATTENDANCE, distinct=True), n_people=Count("participant__person_id", distinct=True))
    }
    lines = [
        GroupLine(
            id=one.pk,
            title=one.title,
            kind=str(one.get_kind_display()),
            service=said(one.service.title) if one.service is not None else "",
            from_on=one.from_on,
            until_on=one.until_on,
            leaders=", ".join(user.name for user in one.leaders.all()),
            sessions=sessions.get(one.pk, {}).get("n", 0),
            held=sessions.get(one.pk, {}).get("n_held", 0),
            people=people.get(one.pk, {}).get("n_people", 0),
            attendances=people.get(one.pk, {}).get("n", 0),
            heads=sessions.get(one.pk, {}).get("n_heads", 0) or 0,
        )
        for one in rows[:limit]
    ]
    return lines, len(rows) > limit


def sums_of(*, actor: Actor, filters: GroupFilters, on: date) -> Sums:
    """What all groups of a list come to in its period."""
    groups = _asked(actor, filters, on).order_by()
    sessions = Session.objects.filter(_days(filters), group__in=groups.values("pk"), is_held=True)
    held = sessions.aggregate(n=Count("pk"), n_heads=Sum("heads"))
    came = Mark.objects.filter(
        session__in=sessions.order_by().values("pk"), state=Mark.State.CAME, participant__voided_on=None
    )
    people = came.aggregate(n=Count(ATTENDANCE, distinct=True), n_people=Count("participant__person_id", distinct=True))
    return Sums(groups.count(), held["n"], people["n_people"], people["n"], held["n_heads"] or 0)


def _days(filters: GroupFilters) -> Q:
    asked = Q()
    if filters.from_on is not None:
        asked &= Q(on__gte=filters.from_on)
    if filters.to_on is not None:
        asked &= Q(on__lte=filters.to_on)
    return asked


def _asked(actor: Actor, filters: GroupFilters, on: date) -> "QuerySet[Group]":
    found = Group.objects.all() if policies.may_see(actor) else Group.objects.none()
    if filters.text:
        found = found.filter(title__icontains=filters.text)
    if filters.kind:
        found = found.filter(kind=filters.kind)
    if filters.leader_id is not None:
        found = found.filter(pk__in=Group.objects.filter(leaders=filters.leader_id).values("pk"))
    if filters.to_on is not None:
        found = found.filter(from_on__lte=filters.to_on)
    if filters.from_on is not None:
        found = found.filter(Q(until_on=None) | Q(until_on__gte=filters.from_on))
    if filters.is_going is not None:
        over = Q(until_on__lt=on)
        found = found.exclude(over) if filters.is_going else found.filter(over)
    return found
