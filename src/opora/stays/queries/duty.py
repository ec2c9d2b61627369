"""The log of a centre's shifts: what happened, and the word from one shift to the next."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from django.db.models import Q

from opora.access.rules import Actor
from opora.cases.queries import visible_to
from opora.common.choices import Offered, offered
from opora.stays.models import Admission, DutyNote, Handover, Shelter, Shift
from opora.stays.queries.places import get_shelter

DAYS = 7
_NIGHT = time(20)
MORNING = time(8)


@dataclass(frozen=True, slots=True)
class DutyLog:
    """A week of a centre's log up to a day, the newest first; of families one does not see nothing stands here."""

    shelter: Shelter
    last: date
    notes: tuple[DutyNote, ...]
    handovers: tuple[Handover, ...]
    waiting: tuple[Handover, ...]

    @property
    def first(self) -> date:
        return self.last - timedelta(days=DAYS - 1)


def duty_log(*, actor: Actor, shelter_id: int, last: date, only_incidents: bool = False) -> DutyLog:
    """The notes in sight of a week; whoever reads them is written down by the page's action."""
    shelter = get_shelter(actor=actor, shelter_id=shelter_id)
    first = last - timedelta(days=DAYS - 1)
    found = DutyNote.objects.filter(shelter=shelter, on__range=(first, last))
    if only_incidents:
        found = found.filter(kind=DutyNote.Kind.INCIDENT)
    seen = Q(case=None) | Q(case__in=visible_to(actor).values("pk"))
    notes = found.filter(seen).select_related("by", "case__client__merged_into").order_by("-on", "-at", "-pk")
    handovers = Handover.objects.filter(shelter=shelter, on__range=(first, last)).select_related("by", "accepted_by")
    rows = list(handovers.order_by("-on", "-pk"))
    waiting = [one for one in rows if one.taken_at is None and one.by_id != actor.user_id]
    return DutyLog(shelter, last, tuple(notes), tuple(rows), tuple(waiting[:2]))


def families_on_duty(*, actor: Actor, shelter_id: int) -> list[tuple[int, str]]:
    """The families that live there now, of those this person sees: by case, with the code."""
    seen = visible_to(actor).values("pk")
    found = Admission.objects.filter(shelter=shelter_id, stay__left_on=None, stay__isnull=False, case__in=seen)
    rows = found.select_related("case__client__merged_into").order_by("pk")
    return [(one.case_id, f"{one.case.client.known_code} · {one.case.number}") for one in rows]


def shift_at(hour: time) -> str:
    """The shift of an hour: the night begins at eight in the evening."""
    return Shift.DAY if MORNING <= hour < _NIGHT else Shift.NIGHT


def shifts_offered() -> Offered:
    return offered(*Shift)


def weights_offered() -> Offered:
    return offered(*(one for one in DutyNote.Weight if one != DutyNote.Weight.NONE))


def duty_kinds_offered() -> Offered:
    return offered(*DutyNote.Kind)
