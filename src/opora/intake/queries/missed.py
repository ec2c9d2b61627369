"""Families that are not at home: visits that came to nothing, one after the other, since somebody was last seen."""

from collections.abc import Iterable

from django.db.models import Count, DateField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from opora.intake.models import ContactRecord, Visit


def missed_in_a_row(*, route_ids: Iterable[int] = (), case_ids: Iterable[int] = ()) -> dict[tuple[str, int], int]:
    """For each path ("route", id) and case ("case", id): how many visits in a row found nobody.

    A visit that was held or a talk with the family begins the count anew. The caller has asked who may see them.
    """
    found = {("route", pk): n for pk, n in _count("route_id", route_ids)}
    return found | {("case", pk): n for pk, n in _count("case_id", case_ids)}


def _count(place: str, ids: Iterable[int]) -> Iterable[tuple[int, int]]:
    wanted = list(ids)
    if not wanted:
        return []
    return _missed(place, wanted).values_list(place).annotate(n=Count("pk")).order_by()


def _missed(place: str, ids: list[int]) -> QuerySet[Visit]:
    here = {place: OuterRef(place)}
    held = Visit.objects.filter(**here).annotate(day=Coalesce("held_on", "planned_on", output_field=DateField()))
    seen_since = held.filter(held_on__isnull=False, day__gte=OuterRef("planned_on"))
    talks = Q(result__in=(ContactRecord.Result.REACHED, ContactRecord.Result.AGREED))
    talked_since = ContactRecord.objects.filter(talks, **here, on__gte=OuterRef("planned_on"))
    missed = Visit.objects.filter(**{f"{place}__in": ids}, not_held=Visit.NotHeld.MISSED)
    return missed.filter(~Exists(seen_since), ~Exists(talked_since))
