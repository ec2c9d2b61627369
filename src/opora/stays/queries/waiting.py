"""Who waits for a place: the list, the part of it that stands on a board, and what is so of one family."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Q, QuerySet, Value, When

from opora.access.rules import Actor
from opora.cases.models import Stay
from opora.process.queries import Place, within_sight
from opora.stays import policies
from opora.stays.models import Shelter, Waiting

MOST = 500
_URGENT = {code: place for place, code in enumerate(Waiting.Urgency.values)}


@dataclass(frozen=True, slots=True)
class WaitLine:
    """A family on the list, by the code of its case or the number of its path."""

    waiting: Waiting
    case_id: int | None
    route_id: int | None
    family_id: int | None
    code: str
    days: int
    # Of a family whose work this person does not see: by its code, and whom to ask about it.
    is_seen: bool = True

    @property
    def department(self) -> str:
        """Who answers for the family."""
        work = self.waiting.case or self.waiting.route
        return work.department.name if work is not None else ""

    @property
    def put_by(self) -> str:
        """Who put it on the list."""
        return self.waiting.by.name if self.waiting.by is not None else ""

    @property
    def shelter(self) -> str:
        """For which centre; empty where any will do."""
        return self.waiting.shelter.name if self.waiting.shelter is not None else ""

    @property
    def is_late(self) -> bool:
        """Somebody who had nowhere to sleep has waited a night."""
        return self.waiting.urgency == Waiting.Urgency.TONIGHT and self.days > 0 and not self.waiting.answer


@dataclass(frozen=True, slots=True)
class WaitingList:
    """Those who wait, the most urgent first, and how many wait whom this person does not see."""

    waiting: tuple[WaitLine, ...]
    hidden: int


def waiting_for(*, actor: Actor, shelter: Shelter, on: date) -> WaitingList:
    """Those who wait for this centre or for any, as its board shows them."""
    standing = standing_for(Shelter.objects.filter(pk=shelter.pk))
    lines = lines_of(urgent_first(within_sight(actor, standing))[:MOST], on)
    return WaitingList(lines, max(standing.count() - len(lines), 0))


def waiting_in_sight(*, actor: Actor, waiting_id: int) -> Waiting:
    """One entry of the list, for whoever sees the work with the family; NotFound for anybody else."""
    found = within_sight(actor, rows_of(Waiting.objects.filter(pk=waiting_id))).first()
    if found is None:
        raise policies.unseen()
    return found


def waits_at(*, actor: Actor, place: Place, on: date) -> tuple[WaitLine | None, tuple[WaitLine, ...]]:
    """Whether a family just read waits for a place, and what came of it each time before."""
    lines = lines_of(rows_of(Waiting.objects.filter(_at(place))).order_by("-since_on", "-pk"), on)
    present = next((one for one in lines if not one.waiting.answer), None)
    return present, tuple(one for one in lines if one.waiting.answer)


def standing_at(place: Place) -> Waiting | None:
    """The wait of a family that nobody has answered, held for a change."""
    return Waiting.objects.select_for_update().filter(_at(place), answer="").first()


def answered_by_coming(place: Place, on: date) -> Waiting | None:
    """The last wait that was answered by moving in on a day or after it, held for a change."""
    answered = Waiting.objects.select_for_update().filter(_at(place), answer=Waiting.Answer.ADMITTED)
    return answered.filter(answered_on__gte=on).order_by("-answered_on", "-pk").first()


def lives_in_centre(place: Place) -> bool:
    """Whether the family lives in a centre at present."""
    return place.case is not None and Stay.objects.filter(case=place.case, left_on=None).exists()


def urgencies_offered() -> list[tuple[str, str]]:
    return [(str(code), str(label)) for code, label in Waiting.Urgency.choices]


def answers_offered() -> list[tuple[str, str]]:
    """What a colleague says came of it; that the family moved in is recorded by its moving in."""
    return [(str(one.value), str(one.label)) for one in (Waiting.Answer.ELSEWHERE, Waiting.Answer.GAVE_UP)]


def _at(place: Place) -> Q:
    at_case = Q(case=place.case) if place.case is not None else Q(pk=None)
    return at_case | (Q(route=place.route) if place.route is not None else Q(pk=None))


def standing_for(shelters: "QuerySet[Shelter]") -> "QuerySet[Waiting]":
    """Who waits for one of these centres, or for any."""
    for_one = Q(shelter__in=shelters.values("pk")) | Q(shelter=None)
    return Waiting.objects.filter(for_one, Q(route=None) | Q(route__voided_on=None), answer="").exclude(
        case__voided_on__isnull=False
    )


def urgent_first(found: "QuerySet[Waiting]") -> "QuerySet[Waiting]":
    """The most urgent before all others, and of those who waited longest."""
    order = Case(*(When(urgency=code, then=Value(place)) for code, place in _URGENT.items()), default=Value(9))
    return rows_of(found).order_by(order, "since_on", "pk")


def rows_of(found: "QuerySet[Waiting]") -> "QuerySet[Waiting]":
    """The same, read with what a line tells."""
    whose = ("case__client__merged_into", "route__case__client__merged_into", "case__department", "route__department")
    return found.select_related("shelter", "by", *whose)


def lines_of(found: Iterable[Waiting], on: date) -> tuple[WaitLine, ...]:
    """Those rows as lines of the list."""
    return tuple(_line(one, on) for one in found)


def _line(one: Waiting, on: date) -> WaitLine:
    case = one.case if one.case is not None else one.route.case if one.route is not None else None
    family_id = case.family_id if case is not None else one.route.family_id if one.route is not None else None
    return WaitLine(
        one,
        case.pk if case is not None else None,
        one.route_id,
        family_id,
        case.client.known_code if case is not None else "",
        ((one.answered_on or on) - one.since_on).days,
        getattr(one, "is_seen", True),
    )
