"""The list of cases: searched in any spelling, filtered, and paged by place so that it stays quick."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q, QuerySet

from opora.access.rules import Actor, Scope, scope
from opora.cases.models import Case, FollowUp, TeamMember
from opora.cases.queries.case_rows import CaseRow, lines_of
from opora.cases.queries.searching import is_common, is_name, matching, of_name, of_name_among_few
from opora.cases.queries.visible import in_sight, teams_of
from opora.cases.rules.listing import CaseFilters, Place, spans

PAGE = 25
Among = Sequence[tuple[str, "QuerySet[Any]"]]
# Counting stops here: «500+» is as useful to a reader as the truth, and costs the same at any size.
COUNTED = 500


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
    among: Among = (),
) -> CasePage:
    """A page of the cases the person may see: those after a place, before one, or from the top.

    ``among`` narrows it by what rooms above know: the column of the case, and the values it must have.
    """
    ids: list[int] = []
    found = Case.objects.none()
    for found in _attempts(actor, filters, after, before, among):
        ids = _older_than(found, after, limit + 1) if before is None else _newer_than(found, before, limit + 1)
        if len(ids) > limit:
            break
    if before is not None:
        more_newer, more_older = len(ids) > limit, True
        ids = ids[:limit][::-1]
    else:
        more_newer, more_older = after is not None, len(ids) > limit
        ids = ids[:limit]
    shown = lines_of(ids)
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


def _attempts(
    actor: Actor, filters: CaseFilters, after: Place | None, before: Place | None, among: Among
) -> Iterator[QuerySet[Case]]:
    """Where the page is looked for: the last are all the cases wanted, those before may fill a page already.

    Of a common name only the cases near the page are found, of two months first: however many there are, as
    much is read as a page shows. Whatever does not fill the page is looked for everywhere, so nobody stays hidden.
    """
    text, wanted = filters.text, _selected(actor, filters, among)
    if not text.strip():
        yield wanted
        return
    if not is_name(wanted=wanted, text=text):
        yield matching(actor=actor, wanted=wanted, text=text)
        return
    if is_common(actor=actor, text=text):
        if (
            filters.mine
            or filters.worker_id is not None
            or filters.due_on is not None
            or scope(actor, "case.read") is Scope.TEAM
        ):
            yield of_name_among_few(actor=actor, wanted=wanted, text=text)
            return
        start = before or after
        first = wanted.order_by("-opened_on", "-pk").values_list("opened_on", flat=True)[:1]
        for day in [start.opened_on] if start else first:
            for span in spans(day, to_newer=before is not None):
                yield of_name(actor=actor, wanted=wanted, text=text, span=span)
    yield of_name(actor=actor, wanted=wanted, text=text)


def _selected(actor: Actor, filters: CaseFilters, among: Among) -> QuerySet[Case]:
    wanted = in_sight(actor)
    for column, values in among:
        wanted = wanted.filter(**{f"{column}__in": values})
    if filters.state:
        wanted = wanted.filter(closed_on__isnull=filters.state == "open")
    if filters.department_id is not None:
        wanted = wanted.filter(department_id=filters.department_id)
    if filters.program_id is not None:
        wanted = wanted.filter(program_id=filters.program_id)
    if filters.mine and actor.user_id is not None:
        wanted = wanted.filter(pk__in=teams_of(actor).values("case_id"))
    if filters.worker_id is not None:
        theirs = TeamMember.objects.filter(user_id=filters.worker_id, to_on=None)
        wanted = wanted.filter(pk__in=theirs.values("case_id"))
    if filters.due_on is not None:
        due = FollowUp.objects.filter(done_on=None, cancelled_at=None, due_on__lte=filters.due_on)
        wanted = wanted.filter(pk__in=due.values("case_id"))
    return wanted


def _older_than(wanted: QuerySet[Case], place: Place | None, limit: int) -> list[int]:
    if place is not None:
        # The first condition alone lets the index begin at the place; the second makes it exact.
        wanted = wanted.filter(opened_on__lte=place.opened_on).filter(
            Q(opened_on__lt=place.opened_on) | Q(pk__lt=place.case_id)
        )
    return list(wanted.order_by("-opened_on", "-pk").values_list("pk", flat=True)[:limit])


def _newer_than(wanted: QuerySet[Case], place: Place, limit: int) -> list[int]:
    wanted = wanted.filter(opened_on__gte=place.opened_on).filter(
        Q(opened_on__gt=place.opened_on) | Q(pk__gt=place.case_id)
    )
    return list(wanted.order_by("opened_on", "pk").values_list("pk", flat=True)[:limit])
