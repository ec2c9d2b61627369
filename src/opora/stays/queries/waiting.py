"""Who waits for a place: the list, the part of it that stands on a board, and what is so of one family."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, Q, QuerySet, Value, When

from opora.access.rules import Actor
from opora.cases.models import Stay
from opora.process.queries import Place, within_sight
from opora.stays import policies
from opora.stays.models import Shelter, Waiting

LOOKED_BACK = timedelta(days=90)
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
    """Those who wait, the most urgent first; those answered lately; and how many wait whom this person does not see."""

    waiting: tuple[WaitLine, ...]
    answered: tuple[WaitLine, ...]
    hidden: int

    @property
    def people(self) -> int:
        """How many people the families in sight are."""
        return sum(one.waiting.people for one in self.waiting)


def waiting_list(*, actor: Actor, on: date) -> WaitingList:
    """Everybody who waits for a place in a centre in reach, or for any."""
    answered = _rows(within_sight(actor, Waiting.objects.filter(answered_on__gte=on - LOOKED_BACK)))
    standing = _standing(policies.in_reach(actor))
    seen = within_sight(actor, standing)
    lines = _lines(_urgent_first(seen), on)
    past = _lines(answered.order_by("-answered_on", "-pk")[:MOST], on)
    return WaitingList(lines, past, max(standing.count() - len(lines), 0))


def waiting_for(*, actor: Actor, shelter: Shelter, on: date) -> WaitingList:
    """Those who wait for this centre or for any, as its board shows them."""
    standing = _standing(Shelter.objects.filter(pk=shelter.pk))
    lines = _lines(_urgent_first(within_sight(actor, standing)), on)
    return WaitingList(lines, (), max(standing.count() - len(lines), 0))


def waiting_in_sight(*, actor: Actor, waiting_id: int) -> Waiting:
    """One entry of the list, for whoever sees the work with the family; NotFound for anybody else."""
    found = within_sight(actor, _rows(Waiting.objects.filter(pk=waiting_id))).first()
    if found is None:
        raise policies.unseen()
    return found


def waits_at(*, actor: Actor, place: Place, on: date) -> tuple[WaitLine | None, tuple[WaitLine, ...]]:
    """Whether a family just read waits for a place, and what came of it each time before."""
    lines = _lines(_rows(Waiting.objects.filter(_at(place))).order_by("-since_on", "-pk"), on)
    present = next((one for one in lines if not one.waiting.answer), None)
    return present, tuple(one for one in lines if one.waiting.answer)


def standing_at(place: Place) -> Waiting | None:
    """The wait of a family that nobody has answered, held for a change."""
    return Waiting.objects.select_for_update().filter(_at(place), answer="").first()


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


def _standing(shelters: "QuerySet[Shelter]") -> "QuerySet[Waiting]":
    for_one = Q(shelter__in=shelters.values("pk")) | Q(shelter=None)
    return Waiting.objects.filter(for_one, Q(route=None) | Q(route__voided_on=None), answer="").exclude(
        case__voided_on__isnull=False
    )


def _urgent_first(found: "QuerySet[Waiting]") -> "QuerySet[Waiting]":
    order = Case(*(When(urgency=code, then=Value(place)) for code, place in _URGENT.items()), default=Value(9))
    return _rows(found).order_by(order, "since_on", "pk")[:MOST]


def _rows(found: "QuerySet[Waiting]") -> "QuerySet[Waiting]":
    return found.select_related("shelter", "case__client__merged_into", "route__case__client__merged_into")


def _lines(found: Iterable[Waiting], on: date) -> tuple[WaitLine, ...]:
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
    )
