"""The figures of the centres on a day or over a time: beds, nights, families, women and children (S2-31, IND-04)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Count, Q, QuerySet

from opora.access.rules import Actor
from opora.cases.models import Stay
from opora.cases.queries import visible_to
from opora.stays import policies
from opora.stays.models import Admission, Bed, BedUse, Lodger
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
    shelters = list(policies.in_reach(actor).exclude(closed_on__lte=first))
    after = last + timedelta(days=1)
    unplaced = Stay.objects.filter(from_on__lte=last, case__in=visible_to(actor).values("pk"))
    unplaced = unplaced.filter(Q(left_on=None) | Q(left_on__gt=first))
    placed = Admission.objects.filter(stay__isnull=False).values("stay_id")
    known = _known([one.pk for one in shelters], first, after, today)
    return Figures(
        places=tuple(_of(shelter.name, known[shelter.pk], first, after, today) for shelter in shelters),
        without_place=unplaced.exclude(pk__in=placed).count(),
        days=(first, last),
    )


@dataclass(slots=True)
class _Known:
    """What the figures of one place are counted from."""

    uses: list[BedUse] = field(default_factory=list)
    beds: set[int] = field(default_factory=set)
    people: list[Lodger] = field(default_factory=list)
    admitted: int = 0
    left: int = 0


def _known(shelter_ids: Sequence[int], first: date, after: date, today: date) -> Mapping[int, _Known]:
    """What is known of all places at once: as many questions for one as for twenty."""
    last, known = after - timedelta(days=1), {pk: _Known() for pk in shelter_ids}
    for use in _uses(shelter_ids, first, after):
        # A bed of another place than that of the stay counts in both, as each board shows it.
        for pk in {
            use.bed.room.shelter_id if use.bed else None,
            use.lodger.admission.shelter_id if use.lodger else None,
        }:
            if pk in known:
                known[pk].uses.append(use)
    standing_beds = Bed.objects.filter(room__shelter__in=shelter_ids, from_on__lte=last)
    standing_beds = standing_beds.filter(Q(closed_on=None) | Q(closed_on__gt=last))
    for pk, bed_id in standing_beds.values_list("room__shelter_id", "pk"):
        known[pk].beds.add(bed_id)
    for one in _people(shelter_ids, first, after, today):
        known[one.admission.shelter_id].people.append(one)
    days = (first, last)
    standing = Admission.objects.filter(shelter__in=shelter_ids, stay__isnull=False, case__voided_on=None).order_by()
    counted = standing.values("shelter_id").annotate(
        came=Count("pk", filter=Q(stay__from_on__range=days)), went=Count("pk", filter=Q(stay__left_on__range=days))
    )
    moved = counted.filter(Q(stay__from_on__range=days) | Q(stay__left_on__range=days))
    for pk, came, went in moved.values_list("shelter_id", "came", "went"):
        known[pk].admitted, known[pk].left = came, went
    return known


def _of(name: str, known: _Known, first: date, after: date, today: date) -> PlaceFigures:
    last = after - timedelta(days=1)
    living = [use for use in known.uses if use.kind == BedUse.Kind.LIVES]
    tonight = {use.pk: use for use in living if held_on(span_of(use), last, today=today)}
    blocked = {
        use.bed_id
        for use in known.uses
        if use.kind == BedUse.Kind.BLOCKED and use.from_on <= last and (use.held_until is None or last < use.held_until)
    }
    taken = {use.bed_id for use in tonight.values() if use.bed_id is not None}
    open_beds = (known.beds - blocked) | taken
    return PlaceFigures(
        name=name,
        beds=len(open_beds),
        taken=len(taken),
        free=len(open_beds) - len(taken),
        over=sum(use.bed_id is None for use in tonight.values()),
        blocked=len(blocked - taken),
        families=len({one.admission.case_id for one in known.people}),
        women=_count(known.people, Lodger.Part.WOMAN),
        children=_count(known.people, Lodger.Part.CHILD),
        adults=len({one.person_id for one in known.people if one.part != Lodger.Part.CHILD}),
        bed_nights=sum(nights_between(span_of(use), first, after, today=today) for use in living),
        admitted=known.admitted,
        left=known.left,
    )


def _uses(shelter_ids: Sequence[int], first: date, after: date) -> QuerySet[BedUse]:
    in_places = Q(bed__room__shelter__in=shelter_ids) | Q(lodger__admission__shelter__in=shelter_ids)
    found = BedUse.objects.filter(in_places, from_on__lt=after)
    found = found.filter(Q(held_until=None) | Q(held_until__gt=first) | Q(released_on=None))
    found = found.exclude(lodger__admission__case__voided_on__isnull=False)
    return found.select_related("bed__room", "lodger__admission")


def _people(shelter_ids: Sequence[int], first: date, after: date, today: date) -> list[Lodger]:
    """Who slept there at least one night of these days."""
    found = Lodger.objects.filter(admission__shelter__in=shelter_ids, admission__stay__isnull=False, from_on__lt=after)
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
