"""Which begun forms can become nothing any more: their record has ended, or its writer may not open it."""

from typing import Any

from django.db.models import BigIntegerField, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, TruncDate

from opora.access.rules import Actor
from opora.cases.models import Case
from opora.cases.queries import visible_to as cases_seen
from opora.drafts.models import FormDraft
from opora.process.models import Route
from opora.process.queries import visible_to as routes_seen


def with_record() -> QuerySet[Any]:
    """All begun forms with the number of their case, and whether path or case ended after they were saved.

    Whoever begins a form about a family that has ended already, a look back for instance, goes on with it.
    """
    ended = Q(voided_on__isnull=False) | Q(ended_on__gte=OuterRef("day"))
    closed = Q(voided_on__isnull=False) | Q(closed_on__gte=OuterRef("day"))
    path = Route.every.filter(pk=OuterRef("route_id"))
    case = Case.every.filter(pk=OuterRef("known_case_id"))
    by_path = Subquery(path.values("case_id")[:1], output_field=BigIntegerField())
    placed = [Subquery(one.values("department_id")[:1], output_field=BigIntegerField()) for one in (case, path)]
    rows = FormDraft.objects.annotate(day=TruncDate("saved_at"), known_case_id=Coalesce("case_id", by_path))
    return rows.annotate(
        number=Subquery(case.values("number")[:1]),
        department_id=Coalesce(*placed),
        is_over=Exists(Route.every.filter(ended, pk=OuterRef("route_id")))
        | Exists(Case.every.filter(closed, pk=OuterRef("case_id"))),
    ).order_by("-saved_at", "-pk")


def open_to(actor: Actor) -> Q:
    """The begun forms whose path and case this person may open; those that speak of no record are their writer's."""
    path = Q(route_id=None) | Q(route_id__in=routes_seen(actor).values("pk"))
    case = Q(case_id=None) | Q(case_id__in=cases_seen(actor).values("pk"))
    return path & case
