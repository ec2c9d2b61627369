"""The figures of the centres on a day or over a time: beds, nights, families, women and children (S2-31, IND-04)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Q

from opora.access.rules import Actor
from opora.cases.models import Stay
from opora.cases.queries import visible_to
from opora.stays import policies
from opora.stays.models import Admission, Bed, BedUse, Lodger, Shelter
from opora.stays.rules import Span, held_on, nights_between


@dataclass(frozen=True, slots=True)
class PlaceFigures:
    """What one place counted: beds as they stood on the last day, the rest over all days asked for.

    ``beds`` can be slept in, so ``taken`` and ``free`` make them up; ``over`` are extra places above them, and
    ``blocked`` beds that are out of use. People are counted once, families too.
    """

    name: str
    beds: int = 0
    taken: int = 0
    free: int = 0
    over: int = 0
    blocked: int = 0
    families: int = 0
    women: int = 0
    children: int = 0
    adults: int = 0
    bed_nights: int = 0
    admitted: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True)
class Figures:
    """All places in reach, and how many families live in a centre whose place nobody has recorded."""

    places: tuple[PlaceFigures, ...]
    without_place: int = 0
    days: tuple[date, date] = field(default=(date.min, date.min))


def figures(*, actor: Actor, first: date, last: date, today: date) -> Figures:
    """The figures of every place for the days from the first to the last, the last one's night included."""
    shelters = policies.in_reach(actor).exclude(closed_on__lte=first)
    after = last + timedelta(days=1)
    unplaced = Stay.objects.filter(from_on__lte=last, case__in=visible_to(actor).values("pk"))
    unplaced = unplaced.filter(Q(left_on=None) | Q(left_on__gt=first))
    placed = Admission.objects.filter(stay__isnull=False).values("stay_id")
    return Figures(
        places=tuple(_of(shelter, first, after, today) for shelter in shelters),
        without_place=unplaced.exclude(pk__in=placed).count(),
        days=(first, last),
    )


def _of(shelter: Shelter, first: date, after: date, today: date) -> PlaceFigures:
    last = after - timedelta(days=1)
    in_place = Q(bed__room__shelter=shelter) | Q(lodger__admission__shelter=shelter)
    uses = list(
        BedUse.objects.filter(in_place, from_on__lt=after)
        .filter(Q(held_until=None) | Q(held_until__gt=first) | Q(released_on=None))
        .exclude(lodger__admission__case__voided_on__isnull=False)
        .select_related("lodger__admission")
    )
    living = [use for use in uses if use.kind == BedUse.Kind.LIVES]
    tonight = {use.pk: use for use in living if held_on(span_of(use), last, today=today)}
    blocked = {
        use.bed_id
        for use in uses
        if use.kind == BedUse.Kind.BLOCKED and use.from_on <= last and (use.held_until is None or last < use.held_until)
    }
    beds = set(
        Bed.objects.filter(room__shelter=shelter, from_on__lte=last)
        .filter(Q(closed_on=None) | Q(closed_on__gt=last))
        .values_list("pk", flat=True)
    )
    taken = {use.bed_id for use in tonight.values() if use.bed_id is not None}
    open_beds = (beds - blocked) | taken
    people = _people(shelter, first, after, today)
    standing = Admission.objects.filter(shelter=shelter, stay__isnull=False, case__voided_on=None)
    return PlaceFigures(
        name=shelter.name,
        beds=len(open_beds),
        taken=len(taken),
        free=len(open_beds) - len(taken),
        over=sum(use.bed_id is None for use in tonight.values()),
        blocked=len(blocked - taken),
        families=len({one.admission.case_id for one in people}),
        women=_count(people, Lodger.Part.WOMAN),
        children=_count(people, Lodger.Part.CHILD),
        adults=len({one.person_id for one in people if one.part != Lodger.Part.CHILD}),
        bed_nights=sum(nights_between(span_of(use), first, after, today=today) for use in living),
        admitted=standing.filter(stay__from_on__range=(first, last)).count(),
        left=standing.filter(stay__left_on__range=(first, last)).count(),
    )


def _people(shelter: Shelter, first: date, after: date, today: date) -> list[Lodger]:
    """Who slept there at least one night of these days."""
    found = Lodger.objects.filter(admission__shelter=shelter, admission__stay__isnull=False, from_on__lt=after)
    found = found.filter(Q(left_on=None) | Q(left_on__gt=first), admission__case__voided_on=None)
    rows = found.select_related("admission__stay")
    return [one for one in rows if nights_between(time_of(one), first, after, today=today)]


def _count(people: Iterable[Lodger], part: str) -> int:
    return len({one.person_id for one in people if one.part == part})


def span_of(use: BedUse) -> Span:
    """The days of a bed's use for the rules."""
    return Span(use.from_on, use.held_until, use.released_on)


def time_of(lodger: Lodger) -> Span:
    """The days of a resident: up to leaving, or to what is agreed for the family."""
    stay = lodger.admission.stay
    return Span(
        lodger.from_on, stay.planned_until if stay else None, lodger.left_on or (stay.left_on if stay else None)
    )
