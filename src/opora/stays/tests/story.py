"""A centre in which families come, stay longer, move, leave, and all of it is put right or taken back."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import combinations
from typing import TypeVar

from django.db.models import Model, QuerySet

from opora.access.rules import SYSTEM
from opora.common.errors import OporaError
from opora.stays import actions, queries
from opora.stays.actions import Admitted
from opora.stays.models import Admission, BedUse, Departure, ExtensionAsk, Shelter
from opora.stays.rules import Berth
from opora.stays.tests.factories import CAME, another_family, house

Row = TypeVar("Row", bound=Model)
Step = tuple[str, int, int, int]
LAST = CAME + timedelta(days=40)
FAR = LAST + timedelta(days=400)


class Centre:
    """Two rooms of two beds and three families of two, by the head of the department."""

    def __init__(self) -> None:
        self.place = house(2, 2, children=1)
        self.scenes = [self.place.scene, another_family(self.place), another_family(self.place)]
        self.beds = [bed.pk for bed in self.place.beds]
        self.deeds: dict[str, Callable[[int, int, date], object]] = {
            "admit": self._admit,
            "expect": self._expect,
            "arrive": lambda who, _bed, day: actions.arrive(
                actor=SYSTEM, admission_id=self._of(who, stay=None).pk, on=day
            ),
            "extend": self._extend,
            "move": lambda who, bed, day: actions.move(
                actor=SYSTEM, admission_id=self._of(who).pk, berths=self._berths(who, bed), on=day
            ),
            "leave": lambda who, _bed, day: actions.depart(
                actor=SYSTEM, admission_id=self._of(who).pk, destination="own_home", children="all", on=day
            ),
            "correct": self._correct,
            "void": lambda who, _bed, _day: actions.void_admission(
                actor=SYSTEM, admission_id=self._of(who).pk, reason="Ошибка", on=LAST
            ),
            "correct_leaving": lambda who, _bed, day: actions.correct_departure(
                actor=SYSTEM,
                departure_id=self._last(Departure.objects.filter(admission=self._of(who))).pk,
                left_on=day,
                destination="rented",
                children="all",
                reason="Ошибка",
                on=LAST,
            ),
            "void_leaving": lambda who, _bed, _day: actions.void_departure(
                actor=SYSTEM,
                departure_id=self._last(Departure.objects.filter(admission=self._of(who))).pk,
                reason="Ошибка",
                on=LAST,
            ),
            "correct_extension": lambda who, bed, day: actions.correct_extension(
                actor=SYSTEM,
                ask_id=self._ask(who).pk,
                until=day + timedelta(days=bed),
                why="Суд",
                reason="Ошибка",
                on=LAST,
            ),
            "void_extension": lambda who, _bed, _day: actions.void_extension(
                actor=SYSTEM, ask_id=self._ask(who).pk, reason="Ошибка", on=LAST
            ),
        }

    def do(self, step: Step) -> bool:
        """Whether it was done; what the rules refuse is refused in words."""
        what, who, bed, day = step
        try:
            self.deeds[what](who, bed, CAME + timedelta(days=day))
        except (OporaError, Nothing):
            return False
        return True

    def _admit(self, who: int, bed: int, day: date) -> object:
        return actions.admit(
            actor=SYSTEM,
            case_id=self.scenes[who].case.pk,
            shelter_id=self.place.shelter.pk,
            berths=self._berths(who, bed),
            reason="violence",
            planned_until=day + timedelta(days=5),
            on=day,
        )

    def _expect(self, who: int, bed: int, day: date) -> object:
        return actions.expect(
            actor=SYSTEM,
            case_id=self.scenes[who].case.pk,
            shelter_id=self.place.shelter.pk,
            berths=self._berths(who, bed),
            reason="respite",
            planned_until=day + timedelta(days=7),
            from_on=day + timedelta(days=1),
            on=day,
        )

    def _extend(self, who: int, bed: int, day: date) -> object:
        return actions.extend_at_once(
            actor=SYSTEM,
            admission_id=self._of(who).pk,
            until=day + timedelta(days=6 + bed),
            reason="Суд",
            on=day,
        )

    def _correct(self, who: int, bed: int, day: date) -> object:
        admission = self._of(who)
        admitted = Admitted(day, day + timedelta(days=5), self._berths(who, bed), "no_home")
        return actions.correct_admission(
            actor=SYSTEM, admission_id=admission.pk, admitted=admitted, why="Ошибка", on=LAST
        )

    def _berths(self, who: int, bed: int) -> list[Berth]:
        home = self.scenes[who].home
        return [Berth(home.client.pk, self.beds[bed]), Berth(home.child_ids[0], self.beds[(bed + 1) % len(self.beds)])]

    def _of(self, who: int, **only: object) -> Admission:
        found = Admission.objects.filter(case=self.scenes[who].case, called_off_on=None, **only)
        return self._last(found)

    def _ask(self, who: int) -> ExtensionAsk:
        return self._last(ExtensionAsk.objects.filter(admission=self._of(who)))

    def _last(self, rows: "QuerySet[Row]") -> Row:
        found = rows.order_by("-pk").first()
        if found is None:
            raise Nothing
        return found


class Nothing(Exception):
    """There is no record of which this could be done."""


def told_wrong(shelter: Shelter) -> list[str]:
    """What does not hold of a centre: nothing, whatever happened."""
    uses = list(BedUse.objects.filter(lodger__admission__shelter=shelter).select_related("lodger__admission__stay"))
    wrong = [
        f"{one.pk} and {other.pk} share bed {one.bed_id}" for one, other in combinations(uses, 2) if _meet(one, other)
    ]
    wrong += [f"use {one.pk} of an admission that never was" for one in uses if _admission(one).voided_on is not None]
    wrong += list(_beside_their_stay(uses))
    first, last = CAME, LAST
    told = next(
        one
        for one in queries.figures(actor=SYSTEM, first=first, last=last, today=LAST).places
        if one.name == shelter.name
    )
    nights = sum(
        sum(bed.state == "lives" for room in board.rooms for bed in room.beds)
        for board in (
            queries.board_of(actor=SYSTEM, shelter_id=shelter.pk, day=first + timedelta(days=n), today=LAST)
            for n in range((last - first).days + 1)
        )
    )
    return wrong if nights == told.bed_nights else [*wrong, f"{told.bed_nights} nights, {nights} on the boards"]


def _meet(one: BedUse, other: BedUse) -> bool:
    return (
        one.bed_id == other.bed_id
        and one.from_on < (other.held_until or FAR)
        and other.from_on < (one.held_until or FAR)
    )


def _admission(use: BedUse) -> Admission:
    assert use.lodger is not None
    return use.lodger.admission


def _beside_their_stay(uses: Iterable[BedUse]) -> Iterable[str]:
    """The beds say what the stay says: from when, until when, and when the family left."""
    for use in uses:
        stay = _admission(use).stay
        if stay is None:
            continue
        if use.from_on < stay.from_on:
            yield f"use {use.pk} begins before the stay"
        if stay.left_on is not None and (use.released_on is None or use.released_on > max(stay.left_on, use.from_on)):
            yield f"use {use.pk} goes on after the family left"
        is_held = stay.planned_until is None or use.held_until == max(stay.planned_until, use.from_on)
        if stay.left_on is None and use.released_on is None and not is_held:
            yield f"use {use.pk} is held until {use.held_until}, agreed is {stay.planned_until}"
