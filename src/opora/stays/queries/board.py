"""The occupancy board: who sleeps where on a night, who comes, who leaves, who is away, and the two weeks after it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Q

from opora.access.rules import Actor
from opora.cases.queries import visible_to
from opora.stays.models import Admission, Bed, BedUse, Lodger, NightAway, Shelter
from opora.stays.queries.figures import span_of, time_of
from opora.stays.queries.places import get_shelter
from opora.stays.rules import held_on

STRIP = 14


@dataclass(frozen=True, slots=True)
class FamilyLine:
    """A family on the board; without a case for whoever may not see it: then it is «a family» and no more."""

    case_id: int | None
    family_id: int | None
    admission_id: int
    code: str
    people: tuple[str, ...]
    women: int
    children: int
    since: date
    until: date | None
    rooms: tuple[str, ...] = ()
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class BedLine:
    """A bed on a night: free, taken, kept for somebody or out of use."""

    bed: Bed
    state: str
    code: str = ""
    case_id: int | None = None
    admission_id: int | None = None
    until: date | None = None
    is_away: bool = False
    # The agreed day has passed, and the bed is still taken.
    is_late: bool = False
    why: str = ""
    next_on: date | None = None

    @property
    def is_free(self) -> bool:
        return self.state == "free"


@dataclass(frozen=True, slots=True)
class RoomLine:
    """A room with its beds."""

    name: str
    beds: tuple[BedLine, ...]

    @property
    def free(self) -> int:
        return sum(bed.is_free for bed in self.beds)


@dataclass(frozen=True, slots=True)
class DayLine:
    """A day of the strip: how many beds are free on its night, how many families come and leave."""

    day: date
    free: int
    beds: int
    arrive: int
    leave: int


@dataclass(frozen=True, slots=True)
class Board:
    """A place on a day."""

    shelter: Shelter
    day: date
    today: date
    rooms: tuple[RoomLine, ...]
    families: tuple[FamilyLine, ...]
    arriving: tuple[FamilyLine, ...]
    leaving: tuple[FamilyLine, ...]
    away: tuple[tuple[str, date, date], ...]
    strip: tuple[DayLine, ...]
    extra: int = 0
    hidden: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)


def board_of(*, actor: Actor, shelter_id: int, day: date, today: date) -> Board:
    """The board of a place in reach: codes of the families one sees, of the others only that a bed is taken."""
    shelter = get_shelter(actor=actor, shelter_id=shelter_id)
    after = day + timedelta(days=STRIP)
    beds = list(
        Bed.objects.filter(room__shelter=shelter, from_on__lt=after)
        .exclude(closed_on__lte=day)
        .select_related("room")
        .order_by("room__position", "room_id", "pk")
    )
    uses = _uses(shelter, day, after)
    lodgers = _lodgers(shelter, day, after, today)
    admissions = {one.admission_id: one.admission for one in lodgers}
    seen = frozenset(
        visible_to(actor).filter(pk__in={one.case_id for one in admissions.values()}).values_list("pk", flat=True)
    )
    present = [one for one in lodgers if one.admission.stay_id is not None and held_on(time_of(one), day, today=today)]
    away = _away(present, day)
    tonight = {use.bed_id: use for use in uses if use.bed_id is not None and _holds(use, day, today)}
    rooms = _rooms(beds, uses, tonight, away, seen, day, today)
    lines = _families(lodgers, uses, seen, day, today)
    here = {one.admission_id for one in present}
    leaving = [
        one
        for pk, one in admissions.items()
        if one.stay is not None and (one.stay.left_on or one.stay.planned_until) == day and pk in lines
    ]
    arriving = [one for one in admissions.values() if _first(one) == day or _is_awaited(one, day, today)]
    return Board(
        shelter=shelter,
        day=day,
        today=today,
        rooms=rooms,
        families=tuple(lines[pk] for pk in sorted(here, key=lambda pk: (lines[pk].rooms, pk))),
        arriving=tuple(lines[one.pk] for one in arriving),
        leaving=tuple(lines[one.pk] for one in leaving),
        away=tuple(
            (one.person.known_code if one.admission.case_id in seen else "", away[one.pk].from_on, away[one.pk].back_on)
            for one in present
            if one.pk in away
        ),
        strip=tuple(_day(day + timedelta(days=n), beds, uses, admissions.values(), today) for n in range(STRIP)),
        extra=sum(use.bed_id is None and use.kind == "lives" and _holds(use, day, today) for use in uses),
        hidden=sum(lines[pk].case_id is None for pk in here),
        counts={
            "families": len(here),
            "women": sum(one.part == Lodger.Part.WOMAN for one in present),
            "children": sum(one.part == Lodger.Part.CHILD for one in present),
            "people": len(present),
            "free": sum(room.free for room in rooms),
            "beds": sum(bed.state != "blocked" for room in rooms for bed in room.beds),
        },
    )


def _uses(shelter: Shelter, day: date, after: date) -> list[BedUse]:
    in_place = Q(bed__room__shelter=shelter) | Q(lodger__admission__shelter=shelter)
    standing = Q(held_until=None) | Q(held_until__gt=day) | Q(released_on=None, kind=BedUse.Kind.LIVES)
    found = BedUse.objects.filter(in_place, standing, from_on__lt=after)
    found = found.exclude(lodger__admission__case__voided_on__isnull=False)
    return list(
        found.select_related("bed__room", "lodger__person__merged_into", "lodger__admission").order_by("from_on")
    )


def _lodgers(shelter: Shelter, day: date, after: date, today: date) -> list[Lodger]:
    found = Lodger.objects.filter(
        Q(left_on=None) | Q(left_on__gte=day),
        admission__shelter=shelter,
        admission__called_off_on=None,
        admission__voided_on=None,
        admission__case__voided_on=None,
        from_on__lt=after,
    )
    rows = found.select_related("person__merged_into", "admission__stay", "admission__case__client__merged_into")
    return list(rows.order_by("admission_id", "pk"))


def _away(present: Iterable[Lodger], day: date) -> dict[int, NightAway]:
    ids = [one.pk for one in present]
    found = NightAway.objects.filter(lodger__in=ids, from_on__lte=day, back_on__gt=day)
    return {one.lodger_id: one for one in found}


def _holds(use: BedUse, day: date, today: date) -> bool:
    """Whether a bed is not free on a night; who is expected and has not come holds none of the past."""
    if use.kind == BedUse.Kind.LIVES:
        return held_on(span_of(use), day, today=today)
    is_in_days = use.from_on <= day and (use.held_until is None or day < use.held_until)
    return is_in_days and (use.kind == BedUse.Kind.BLOCKED or day >= today)


def _first(admission: Admission) -> date:
    return admission.stay.from_on if admission.stay is not None else admission.expected_on


def _is_awaited(admission: Admission, day: date, today: date) -> bool:
    """A family that should have come and has not is awaited today."""
    return admission.stay is None and day == today and admission.expected_on < today


def _rooms(
    beds: Iterable[Bed],
    uses: list[BedUse],
    tonight: Mapping[int, BedUse],
    away: Mapping[int, NightAway],
    seen: frozenset[int],
    day: date,
    today: date,
) -> tuple[RoomLine, ...]:
    coming: dict[int, date] = {}
    for use in uses:
        if use.bed_id is not None and use.from_on > day and use.kind == BedUse.Kind.EXPECTED:
            coming.setdefault(use.bed_id, use.from_on)
    rooms: dict[int, tuple[str, list[BedLine]]] = {}
    for bed in beds:
        if bed.from_on > day:
            continue
        line = _bed(bed, tonight.get(bed.pk), away, seen, coming.get(bed.pk), today)
        rooms.setdefault(bed.room_id, (bed.room.name, []))[1].append(line)
    return tuple(RoomLine(name, tuple(lines)) for name, lines in rooms.values())


def _bed(
    bed: Bed,
    use: BedUse | None,
    away: Mapping[int, NightAway],
    seen: frozenset[int],
    next_on: date | None,
    today: date,
) -> BedLine:
    if use is None:
        return BedLine(bed, "free", next_on=next_on)
    lodger = use.lodger
    if lodger is None:
        return BedLine(bed, use.kind, until=use.held_until, why=use.why)
    is_seen = lodger.admission.case_id in seen
    return BedLine(
        bed,
        use.kind,
        code=lodger.person.known_code if is_seen else "",
        case_id=lodger.admission.case_id if is_seen else None,
        admission_id=lodger.admission_id if is_seen else None,
        until=use.held_until,
        is_away=lodger.pk in away,
        is_late=use.released_on is None and use.held_until is not None and use.held_until < today,
        next_on=next_on,
    )


def _families(
    lodgers: Iterable[Lodger], uses: Iterable[BedUse], seen: frozenset[int], day: date, today: date
) -> dict[int, FamilyLine]:
    rooms: dict[int, list[str]] = {}
    for use in uses:
        if use.lodger is not None and use.bed is not None and _holds(use, day, today):
            names = rooms.setdefault(use.lodger.admission_id, [])
            if use.bed.room.name not in names:
                names.append(use.bed.room.name)
    people: dict[int, list[Lodger]] = {}
    for one in lodgers:
        people.setdefault(one.admission_id, []).append(one)
    lines = {}
    for pk, members in people.items():
        admission = members[0].admission
        is_seen = admission.case_id in seen
        stay = admission.stay
        until = (stay.left_on or stay.planned_until) if stay is not None else admission.expected_until
        lines[pk] = FamilyLine(
            case_id=admission.case_id if is_seen else None,
            family_id=admission.case.family_id if is_seen else None,
            admission_id=pk,
            code=admission.case.client.known_code if is_seen else "",
            people=tuple(one.person.known_code for one in members) if is_seen else (),
            women=sum(one.part == Lodger.Part.WOMAN for one in members),
            children=sum(one.part == Lodger.Part.CHILD for one in members),
            since=_first(admission),
            until=until,
            rooms=tuple(rooms.get(pk, ())),
            is_late=stay is not None and stay.left_on is None and until is not None and until < today,
        )
    return lines


def _day(
    day: date, beds: Iterable[Bed], uses: Iterable[BedUse], admissions: Iterable[Admission], today: date
) -> DayLine:
    standing = {bed.pk for bed in beds if bed.from_on <= day and (bed.closed_on is None or bed.closed_on > day)}
    held = {use.bed_id for use in uses if use.bed_id is not None and _holds(use, day, today)}
    blocked = {use.bed_id for use in uses if use.kind == BedUse.Kind.BLOCKED and _holds(use, day, today)}
    known = list(admissions)
    return DayLine(
        day,
        free=len(standing - held),
        beds=len(standing - blocked),
        arrive=sum(_first(one) == day for one in known),
        leave=sum(one.stay is not None and (one.stay.left_on or one.stay.planned_until) == day for one in known),
    )
