"""The list of cases: searched in any spelling, filtered, and paged by place so that it stays quick."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from opora.access.rules import Actor
from opora.cases.models import Case, CaseChild, FollowUp, Stay, TeamMember
from opora.cases.queries.searching import matching
from opora.cases.queries.visible import in_sight
from opora.cases.rules.listing import CaseFilters, Place

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
    """A page of the list, the places of the pages beside it, and how many cases there are, or at least are."""

    rows: list[CaseRow] = field(default_factory=list)
    newer: Place | None = None
    older: Place | None = None
    count: int = 0
    is_counted: bool = True


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
    found = matching(actor=actor, wanted=wanted, text=filters.text) if filters.text.strip() else wanted
    if before is not None:
        rows = _newer_than(found, before, limit + 1)
        more_newer, more_older = len(rows) > limit, True
        rows = rows[:limit][::-1]
    else:
        rows = _older_than(found, after, limit + 1)
        more_newer, more_older = after is not None, len(rows) > limit
        rows = rows[:limit]
    shown = [_shown(row) for row in rows]
    is_whole = not more_newer and not more_older
    # What a page already shows whole, and what a name finds in great number, is not counted apart.
    count = None if is_whole or filters.text.strip() else found.order_by()[: COUNTED + 1].count()
    return CasePage(
        shown,
        newer=shown[0].place if shown and more_newer else None,
        older=shown[-1].place if shown and more_older else None,
        count=len(shown) if count is None else min(count, COUNTED),
        is_counted=is_whole if count is None else count <= COUNTED,
    )


def _selected(actor: Actor, filters: CaseFilters) -> QuerySet[Case]:
    wanted = in_sight(actor)
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
        due = FollowUp.objects.filter(done_on=None, cancelled_at=None, due_on__lte=filters.due_on)
        wanted = wanted.filter(pk__in=due.values("case_id"))
    return wanted


def _older_than(wanted: QuerySet[Case], place: Place | None, limit: int) -> list[Any]:
    if place is not None:
        # The first condition alone lets the index begin at the place; the second makes it exact.
        wanted = wanted.filter(opened_on__lte=place.opened_on).filter(
            Q(opened_on__lt=place.opened_on) | Q(pk__lt=place.case_id)
        )
    return _read(wanted, "-opened_on", "-pk", limit=limit)


def _newer_than(wanted: QuerySet[Case], place: Place, limit: int) -> list[Any]:
    wanted = wanted.filter(opened_on__gte=place.opened_on).filter(
        Q(opened_on__gt=place.opened_on) | Q(pk__gt=place.case_id)
    )
    return _read(wanted, "opened_on", "pk", limit=limit)


def _read(wanted: QuerySet[Case], *order: str, limit: int) -> list[Any]:
    """One page: first which cases, then what a line shows of them, so that nothing is joined in vain."""
    page = wanted.order_by(*order)[:limit].values("pk")
    return list(_with_people(Case.objects.filter(pk__in=page)).order_by(*order))


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
