"""The log of a centre's shifts: what happened, and the word from one shift to the next."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from django.db.models import Q, QuerySet

from opora.access.rules import Actor
from opora.cases.queries import visible_to
from opora.common.choices import Offered, offered
from opora.common.text import fold
from opora.families.sealing import opened
from opora.process.models import Amendment
from opora.process.policies import within
from opora.stays import policies
from opora.stays.models import Admission, DutyNote, Handover, Shelter, Shift
from opora.stays.queries.places import get_shelter, keeps_shelter

DAYS = 7
# Words lie under lock and are opened to be searched, the newest first, until so many are found or so many were opened;
# from there one looks further back.
FOUND, OPENED = 50, 4_000
_NIGHT = time(20)
MORNING = time(8)


@dataclass(frozen=True, slots=True)
class WasNote:
    """What stood in a note before it was mended, or why it was voided."""

    kind: str
    on: date
    by: str
    text: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A note of the log with what was done to it, and whether this person may mend it now."""

    note: DutyNote
    may_mend: bool
    was: tuple[WasNote, ...] = ()


@dataclass(frozen=True, slots=True)
class DutyLog:
    """A week of a centre's log up to a day, the newest first; of families one does not see nothing stands here.

    Where words were looked for, all the days back to the first one; `has_older` says whether there are notes before it.
    """

    shelter: Shelter
    first: date
    last: date
    notes: tuple[DutyLine, ...]
    handovers: tuple[Handover, ...]
    waiting: tuple[Handover, ...]
    has_older: bool = False


def duty_log(
    *, actor: Actor, shelter_id: int, last: date, today: date, only_incidents: bool = False, text: str = ""
) -> DutyLog:
    """The notes in sight of a week, or those in which these words stand, however old; whoever reads them is written
    down by the page's action.
    """
    shelter = get_shelter(actor=actor, shelter_id=shelter_id)
    first = last - timedelta(days=DAYS - 1)
    found = DutyNote.every.filter(shelter=shelter, on__lte=last, former_of=None)
    if only_incidents:
        found = found.filter(kind=DutyNote.Kind.INCIDENT)
    seen = Q(case=None) | Q(case__in=visible_to(actor).values("pk"))
    notes = found.filter(seen).select_related("by", "case__client__merged_into").order_by("-on", "-at", "-pk")
    handovers = Handover.objects.filter(shelter=shelter, on__range=(first, last)).select_related("by", "accepted_by")
    rows = list(handovers.order_by("-on", "-pk"))
    waiting = [one for one in rows if one.taken_at is None and one.by_id != actor.user_id]
    keeps = keeps_shelter(actor=actor, shelter_id=shelter.pk)
    if not text:
        lines = _lines(actor, list(notes.filter(on__gte=first)), keeps, today)
        return DutyLog(shelter, first, last, lines, tuple(rows), tuple(waiting[:2]))
    kept, since, has_older = _looked_through(notes, last, text)
    return DutyLog(shelter, since, last, _lines(actor, kept, keeps, today), (), tuple(waiting[:2]), has_older)


def _looked_through(notes: "QuerySet[DutyNote]", last: date, text: str) -> tuple[list[DutyNote], date, bool]:
    """The notes up to a day in which the words stand, since when that was looked for, and whether older are left."""
    kept: list[DutyNote] = []
    among, since = list(notes[: OPENED + 1]), last
    for number, note in enumerate(among):
        if note.on != since and (len(kept) >= FOUND or number >= OPENED):
            return kept, since, True
        since = note.on
        if _says(note, text):
            kept.append(note)
    return kept, since, len(among) > OPENED


def _says(note: DutyNote, text: str) -> bool:
    """Whether each word stands in a note: its words, what was done, the family's code, its author, its kind."""
    parts = [note.text_words, note.measures_words, note.get_kind_display(), note.get_weight_display()]
    parts += [note.by.name if note.by else "", note.case.client.known_code if note.case else ""]
    said = fold(" ".join(str(part) for part in parts))
    return all(word in said for word in fold(text).split())


def _lines(actor: Actor, notes: Sequence[DutyNote], keeps: bool, today: date) -> tuple[DutyLine, ...]:
    was = _was(notes)
    return tuple(DutyLine(note, _may_mend(actor, note, keeps, today), tuple(was.get(note.pk, ()))) for note in notes)


def _may_mend(actor: Actor, note: DutyNote, keeps: bool, today: date) -> bool:
    if note.voided_on is not None:
        return False
    leads = note.case is not None and within(actor, "assessment.approve", department_id=note.case.department_id)
    return policies.may_mend_house_note(actor, note, keeps=leads if note.case is not None else keeps, on=today)


def _was(notes: Sequence[DutyNote]) -> dict[int, list[WasNote]]:
    """What was done to these notes; nothing is asked of none."""
    found: dict[int, list[WasNote]] = defaultdict(list)
    if not notes:
        return found
    sources = {f"stays.dutynote:{note.pk}": note.pk for note in notes if note.case_id is not None}
    for one in Amendment.objects.filter(source__in=sources).select_related("by"):
        by, text = one.by.name if one.by else "", opened(one, "before").get("text", "")
        found[sources[one.source]].append(WasNote(one.kind, one.on, by, text, opened(one, "reason")))
    for former in DutyNote.every.filter(former_of__in=notes).select_related("by").order_by("pk"):
        by = former.by.name if former.by else ""
        day = former.voided_on or former.on
        found[former.former_of_id or 0].append(WasNote("corrected", day, by, former.text_words, former.why_words))
    for note in notes:
        if note.voided_on is not None and note.case_id is None:
            found[note.pk].append(WasNote("voided", note.voided_on, "", "", note.why_words))
    return found


def note_in_sight(*, actor: Actor, note_id: int) -> DutyNote:
    """A note of the house in reach, or of a family this person sees; NotFound for any other."""
    of_house = Q(case=None, shelter__in=policies.in_reach(actor).values("pk"))
    found = DutyNote.every.filter(of_house | Q(case__in=visible_to(actor).values("pk")), pk=note_id, former_of=None)
    note = found.select_related("shelter", "case__client__merged_into").first()
    if note is None:
        raise policies.unseen()
    return note


def families_on_duty(*, actor: Actor, shelter_id: int) -> list[tuple[int, str]]:
    """The families that live there now, of those this person sees: by case, with the code."""
    seen = visible_to(actor).values("pk")
    found = Admission.objects.filter(shelter=shelter_id, stay__left_on=None, stay__isnull=False, case__in=seen)
    rows = found.select_related("case__client__merged_into").order_by("pk")
    return [(one.case_id, f"{one.case.client.known_code} · {one.case.number}") for one in rows]


def shelter_of_family(*, actor: Actor, case_id: int) -> Shelter | None:
    """The place in reach where a family lives now; its shifts may write about it."""
    lives = Admission.objects.filter(case=case_id, stay__isnull=False, stay__left_on=None).values("shelter")
    return policies.in_reach(actor).filter(pk__in=lives).first()


def shift_of(day: date, hour: time) -> tuple[date, str]:
    """The shift of an hour with its day: after midnight the night is still that of the day before."""
    return (day - timedelta(days=1) if hour < MORNING else day), shift_at(hour)


def day_of_hour(note: DutyNote) -> date:
    """The day in the calendar on which it happened: of the night after midnight, the next one."""
    return note.on + timedelta(days=1) if note.at is not None and note.at < MORNING else note.on


def shift_at(hour: time) -> str:
    """The shift of an hour: the night begins at eight in the evening."""
    return Shift.DAY if MORNING <= hour < _NIGHT else Shift.NIGHT


def shifts_offered() -> Offered:
    return offered(*Shift)


def weights_offered() -> Offered:
    return offered(*(one for one in DutyNote.Weight if one != DutyNote.Weight.NONE))


def duty_kinds_offered() -> Offered:
    return offered(*DutyNote.Kind)
