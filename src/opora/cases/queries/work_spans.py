"""With which families there was work in a period, as far as a person may count it; and before it, for the house."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.db.models import Min, Q, QuerySet

from opora.access.rules import Actor
from opora.cases.models import Case, Closing, Stay
from opora.cases.queries.visible import visible_to
from opora.cases.rules.work_spans import WorkSpan, spans_of


def work_in(
    *,
    actor: Actor,
    ability: str,
    start: date | None,
    end: date,
    program_ids: Collection[int] = (),
    department_ids: Collection[int] = (),
) -> list[WorkSpan]:
    """The spans of work that touch the period, of the cases an ability reaches."""
    found = _lived(visible_to(actor, ability), start, end)
    if program_ids:
        found = found.filter(program_id__in=program_ids)
    if department_ids:
        found = found.filter(department_id__in=department_ids)
    return [span for span in _spans(found) if span.touches(start, end)]


def work_on(*, family_ids: Collection[int], day: date) -> frozenset[int]:
    """With which of these families there was work on a day, in whatever case: for telling the new from the known."""
    cases = _lived(Case.objects.filter(family_id__in=family_ids), day, day)
    return frozenset(span.family_id for span in _spans(cases) if span.touches(day, day))


def first_work(*, family_ids: Collection[int]) -> dict[int, date]:
    """The day on which the first case of each family was opened, in whatever program."""
    found = Case.objects.filter(family_id__in=family_ids).values("family_id").annotate(first=Min("opened_on"))
    return dict(found.order_by().values_list("family_id", "first"))


def families_staying(*, case_ids: Collection[int], start: date | None, end: date) -> list[int]:
    """The families that lived in the crisis centre in the period, one entry for each stay."""
    stays = Stay.objects.filter(case_id__in=case_ids, from_on__lte=end)
    if start:
        stays = stays.filter(Q(left_on=None) | Q(left_on__gte=start))
    return list(stays.values_list("case__family_id", flat=True))


def _lived(cases: QuerySet[Case], start: date | None, end: date) -> QuerySet[Case]:
    found = cases.filter(opened_on__lte=end)
    return found.filter(Q(closed_on=None) | Q(closed_on__gte=start)) if start else found


def _spans(cases: QuerySet[Case]) -> list[WorkSpan]:
    undone: dict[int, list[tuple[date, date]]] = defaultdict(list)
    closings = Closing.objects.filter(reopened_on__isnull=False, case_id__in=cases.values("pk"))
    for case_id, closed, again in closings.values_list("case_id", "on", "reopened_on"):
        if again is not None:
            undone[case_id].append((closed, again))
    columns = ("pk", "family_id", "program_id", "client_id", "opened_on", "closed_on")
    return [
        WorkSpan(case_id, family, program, client, first, last)
        for case_id, family, program, client, opened, closed in cases.values_list(*columns)
        for first, last in spans_of(opened, closed, undone.get(case_id, ()))
    ]
