"""The list of cases: searched in any spelling, filtered, and paged by place so that it stays quick."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from opora.access.rules import Actor, can
from opora.cases.models import Case, CaseChild, FollowUp, Stay, TeamMember
from opora.cases.queries.visible import visible_to
from opora.cases.rules.listing import CaseFilters, Place
from opora.cases.rules.numbers import number_key
from opora.families import queries as families
from opora.families.models import FamilyMember, Person

PAGE = 25
# Counting stops here: «500+» is as useful to a reader as the truth, and costs the same at any size.
COUNTED = 500
_FEW = 1_000


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line of the list: codes and days, no names of the family (X-05)."""

    id: int
    number: str
    department: str
    program: str
    client_code: str
    child_codes: tuple[str, ...]
    opened_on: date
    closed_on: date | None
    case_manager: str
    follow_up_due_on: date | None
    in_stay: bool

    @property
    def place(self) -> Place:
        """Where the line stands in the list."""
        return Place(self.opened_on, self.id)


@dataclass(frozen=True, slots=True)
class CasePage:
    """A page of the list, the places of the pages beside it, and how many there are (at most COUNTED + 1)."""

    rows: list[CaseRow] = field(default_factory=list)
    newer: Place | None = None
    older: Place | None = None
    count: int = 0

    @property
    def is_counted(self) -> bool:
        """Whether the count is exact."""
        return self.count <= COUNTED


def list_cases(
    *,
    actor: Actor,
    filters: CaseFilters,
    after: Place | None = None,
    before: Place | None = None,
    limit: int = PAGE,
) -> CasePage:
    """A page of the cases the person may see: those after a place, before one, or from the top."""
    wanted = _selected(actor, filters)
    if before is not None:
        rows = list(_newer_than(wanted, before)[: limit + 1])
        more_newer, more_older = len(rows) > limit, True
        rows = rows[:limit][::-1]
    else:
        rows = list(_older_than(wanted, after)[: limit + 1])
        more_newer, more_older = after is not None, len(rows) > limit
        rows = rows[:limit]
    count = wanted.order_by()[: COUNTED + 1].count()
    shown = [_shown(row) for row in rows]
    return CasePage(
        shown,
        newer=shown[0].place if shown and more_newer else None,
        older=shown[-1].place if shown and more_older else None,
        count=count,
    )


def _selected(actor: Actor, filters: CaseFilters) -> QuerySet[Case]:
    wanted = visible_to(actor)
    if filters.state:
        wanted = wanted.filter(closed_on__isnull=filters.state == "open")
    if filters.department_id is not None:
        wanted = wanted.filter(department_id=filters.department_id)
    if filters.program_id is not None:
        wanted = wanted.filter(program_id=filters.program_id)
    if filters.mine and actor.user_id is not None:
        mine = TeamMember.objects.filter(user_id=actor.user_id, to_on=None)
        wanted = wanted.filter(pk__in=mine.values("case_id"))
    if filters.due_on is not None:
        wanted = wanted.filter(pk__in=_due(filters.due_on).values("case_id"))
    if filters.text.strip():
        wanted = wanted.filter(_matching(actor, filters.text))
    return wanted


def _due(by: date) -> QuerySet[FollowUp]:
    return FollowUp.objects.filter(done_on=None, cancelled_at=None, due_on__lte=by)


def _matching(actor: Actor, text: str) -> Q:
    """Cases by number, by the code of anybody in the family and, for those who may read names, by name."""
    found = _of_people(families.people_by_code(actor=actor, text=text))
    if can(actor, "identity.read"):
        found |= _of_people(families.search_people(actor=actor, text=text))
    start = number_key(text)
    if start:
        by_number = Q(number_key__startswith=start)
        if start[-1].isdigit():
            by_number &= ~Q(number_key__regex=rf"^.{{{len(start)}}}\d")
        found |= by_number
    return found


def _of_people(person_ids: QuerySet[Any, int]) -> Q:
    """Cases of the families of some people.

    A few families are named one by one, so that the index of families answers; of many, the database asks itself
    while it walks down the list, which is quick because nearly every case belongs to one.
    """
    of_people = FamilyMember.objects.filter(person_id__in=person_ids)
    few = set(of_people.values_list("family_id", flat=True)[: _FEW + 1])
    if len(few) > _FEW:
        return Q(family_id__in=of_people.values("family_id"))
    return Q(family_id__in=few) if few else Q(pk__in=())


def _older_than(wanted: QuerySet[Case], place: Place | None) -> QuerySet[Case]:
    if place is not None:
        # The first condition alone lets the index begin at the place; the second makes it exact.
        wanted = wanted.filter(opened_on__lte=place.opened_on).filter(
            Q(opened_on__lt=place.opened_on) | Q(pk__lt=place.case_id)
        )
    return _with_people(wanted).order_by("-opened_on", "-pk")


def _newer_than(wanted: QuerySet[Case], place: Place) -> QuerySet[Case]:
    wanted = wanted.filter(opened_on__gte=place.opened_on).filter(
        Q(opened_on__gt=place.opened_on) | Q(pk__gt=place.case_id)
    )
    return _with_people(wanted).order_by("opened_on", "pk")


def _with_people(wanted: QuerySet[Case]) -> QuerySet[Case]:
    """What a line shows beside the case's own columns, asked for the lines of one page only."""
    managers = TeamMember.objects.filter(case=OuterRef("pk"), part=TeamMember.Part.CASE_MANAGER, to_on=None)
    waiting = FollowUp.objects.filter(case=OuterRef("pk"), done_on=None, cancelled_at=None)
    children = CaseChild.objects.select_related("person").defer("person__identity")
    return (
        wanted.select_related("department", "program", "client")
        .defer("client__identity")
        .prefetch_related(Prefetch("children", children))
        .annotate(
            manager=Subquery(managers.values("user__name")[:1]),
            follow_up_due_on=Subquery(waiting.order_by("due_on").values("due_on")[:1]),
            in_stay=Exists(Stay.objects.filter(case=OuterRef("pk"), left_on=None)),
        )
    )


def _shown(case: Any) -> CaseRow:
    return CaseRow(
        id=case.pk,
        number=case.number,
        department=case.department.name,
        program=case.program.name,
        client_code=case.client.code,
        child_codes=tuple(child.person.code for child in case.children.all()),
        opened_on=case.opened_on,
        closed_on=case.closed_on,
        case_manager=case.manager or "",
        follow_up_due_on=case.follow_up_due_on,
        in_stay=case.in_stay,
    )


@dataclass(frozen=True, slots=True)
class DueFollowUp:
    """A follow-up visit that waits to be made."""

    case_id: int
    number: str
    client_code: str
    due_on: date


def due_follow_ups(*, actor: Actor, on: date, limit: int = 20) -> list[DueFollowUp]:
    """The follow-ups due by a day in cases this person may see, the longest waiting first (S3-85, X-12)."""
    cases = visible_to(actor).values("pk")
    rows = _due(on).filter(case_id__in=cases).select_related("case__client").order_by("due_on", "pk")[:limit]
    return [DueFollowUp(row.case_id, row.case.number, row.case.client.code, row.due_on) for row in rows]


@dataclass(frozen=True, slots=True)
class EndingStay:
    """A stay in the centre whose agreed end is near or past."""

    case_id: int
    number: str
    client_code: str
    planned_until: date


def ending_stays(*, actor: Actor, until: date, limit: int = 20) -> list[EndingStay]:
    """Families still in the centre whose agreed end comes by a day: to extend the stay or to say goodbye."""
    cases = visible_to(actor).filter(stays__left_on=None, stays__planned_until__lte=until)
    rows = cases.order_by("stays__planned_until", "pk").values_list(
        "pk", "number", "client_id", "stays__planned_until"
    )[:limit]
    found = list(rows)
    codes = {person.pk: person.code for person in Person.objects.filter(pk__in=[row[2] for row in found])}
    return [EndingStay(pk, number, codes[client], day) for pk, number, client, day in found if day]


def cases_of_family(*, actor: Actor, family_ids: Sequence[int]) -> dict[int, list[Case]]:
    """The cases of some families that this person may see, the newest first, by family."""
    grouped: dict[int, list[Case]] = defaultdict(list)
    for case in visible_to(actor).filter(family_id__in=family_ids).select_related("program").order_by("-opened_on"):
        grouped[case.family_id].append(case)
    return dict(grouped)
