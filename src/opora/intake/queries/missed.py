"""Families that are not at home: visits that came to nothing, one after the other, since somebody was last seen."""

from django.db.models import DateField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from opora.intake.models import ContactRecord, Visit


def missed_in_a_row() -> QuerySet[Visit]:
    """The visits that found nobody, and since which nobody of the family was seen or spoken with.

    A visit that was held or a talk with the family begins the count anew. The caller has asked who may see them.
    """
    same = Q(route=OuterRef("route")) | Q(case=OuterRef("case"))
    held = Visit.objects.filter(same).annotate(day=Coalesce("held_on", "planned_on", output_field=DateField()))
    seen_since = held.filter(held_on__isnull=False, day__gte=OuterRef("planned_on"))
    talks = Q(result__in=(ContactRecord.Result.REACHED, ContactRecord.Result.AGREED))
    talked_since = ContactRecord.objects.filter(same, talks, on__gte=OuterRef("planned_on"))
    missed = Visit.objects.filter(not_held=Visit.NotHeld.MISSED)
    return missed.filter(~Exists(seen_since), ~Exists(talked_since))
