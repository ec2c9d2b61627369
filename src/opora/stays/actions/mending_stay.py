"""An admission that was written wrong is put right; one that never was is voided, and its beds are free."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.cases import actions as cases
from opora.cases.models import Stay
from opora.cases.rules.stays import StayDays
from opora.common.dates import show_day
from opora.common.errors import Conflict, Invalid
from opora.families.queries import family_of_case
from opora.process import actions as process
from opora.process.actions.amending import LONGEST_REASON
from opora.stays import policies
from opora.stays.actions.admitting import lay, open_shelter, part_of
from opora.stays.actions.holding import hold_beds, kept_by_the_database
from opora.stays.actions.mending import hold_to_mend
from opora.stays.actions.waiting import has_not_come
from opora.stays.models import Admission, BedUse, ExtensionAsk, Lodger, NightAway, Shelter
from opora.stays.queries.admissions import any_admission_in_sight
from opora.stays.queries.first_night import berths_at_first, uses_at_first
from opora.stays.queries.free_beds import uses_against
from opora.stays.queries.places import beds_in_use
from opora.stays.queries.told import told_admission, told_away
from opora.stays.rules import Berth, problems_of_admission


@dataclass(frozen=True, slots=True)
class Admitted:
    """An admission as it should have been written; ``berths`` say where each slept at first."""

    from_on: date
    planned_until: date | None
    berths: Sequence[Berth]
    reason: str
    reason_note: str = ""
    over_capacity: str = ""
    # The place it was; None: the one that stands there.
    shelter_id: int | None = None


@dataclass(frozen=True, slots=True)
class FirstPlace:
    """Until when somebody has the place of the first night, and whether that is over or only agreed."""

    end: date | None
    is_over: bool


@transaction.atomic
def correct_admission(*, actor: Actor, admission_id: int, admitted: Admitted, why: str, on: date) -> Admission:
    """The place, the day, the beds, who came or the reason are set right; later moves and who came later stay.

    In another place nobody knows where a family slept after it had moved: then only an admission anew tells it.
    """
    seen = any_admission_in_sight(actor=actor, admission_id=admission_id)
    place, admission, case = hold_to_mend(actor=actor, record=seen, admission_id=seen.pk, today=on)
    stay = admission.stay
    if not why.strip() or len(why.strip()) > LONGEST_REASON:
        raise Invalid({"why": _("Say why in a few words, up to 500 letters.")})
    if stay is None:
        raise Conflict(_("The family has not come yet: call the beds off and keep others."))
    before = {"on": stay.from_on.isoformat(), "text": told_admission(admission)}
    shelter = admission.shelter
    if admitted.shelter_id not in {None, shelter.pk}:
        before["text"] = f"{shelter.name}; {before['text']}"
        shelter = open_shelter(actor, admitted.shelter_id or 0, admitted.from_on)
    first = list(
        admission.lodgers.filter(from_on=stay.from_on).select_related("person").select_for_update(of=("self",))
    )
    until = admitted.planned_until if not stay.extensions.exists() else stay.planned_until
    known = uses_at_first(first)
    if shelter != admission.shelter and _has_moved(admission, known.values()):
        raise Conflict(
            _("The family got other beds later. Void the admission and take the family in where it really lived.")
        )
    _check(actor, admission, shelter, stay, first, admitted, until, known)
    if shelter == admission.shelter and _is_same(admission, stay, known, admitted, until):
        raise Invalid({"": _("Nothing differs from what stands there already.")})
    gone = [one for one in first if one.person_id not in {berth.person_id for berth in admitted.berths}]
    before["text"] = "; ".join([before["text"], *_nights_of(gone)])
    _lay_anew(actor, admission, stay, first, admitted, until)
    admission.shelter, admission.expected_on, admission.expected_until = shelter, admitted.from_on, until
    admission.reason, admission.reason_note = admitted.reason, admitted.reason_note.strip()
    admission.over_capacity = admitted.over_capacity.strip() or admission.over_capacity_text
    admission.save(update_fields=["shelter", "expected_on", "expected_until", "reason", "reason_note", "over_capacity"])
    days = StayDays(admitted.from_on, until, stay.left_on)
    if (stay.from_on, stay.planned_until) != (days.from_on, days.planned_until):
        cases.mend_stay(actor=actor, case=case, stay=stay, days=days, today=on)
    process.corrected(actor=actor, record=admission, place=place, what="admission", before=before, reason=why, on=on)
    return admission


@transaction.atomic
def void_admission(*, actor: Actor, admission_id: int, reason: str = "", is_undo: bool = False, on: date) -> Admission:
    """The family never came, or it was another one: its beds are free for every night, and it counts nowhere."""
    seen = any_admission_in_sight(actor=actor, admission_id=admission_id)
    _place, admission, case = hold_to_mend(actor=actor, record=seen, admission_id=seen.pk, today=on)
    stay = admission.stay
    before = {
        "on": (stay.from_on if stay is not None else admission.expected_on).isoformat(),
        "text": "; ".join([told_admission(admission), *_extended(stay)]),
    }
    uses = BedUse.objects.filter(lodger__admission=admission)
    hold_beds(list(uses.exclude(bed=None).values_list("bed_id", flat=True)))
    # What stood in them is told by the amendment: a use of no night would still be a line of the bed.
    uses.delete()
    if stay is not None:
        admission.expected_on, admission.expected_until, admission.stay = stay.from_on, stay.planned_until, None
        admission.save(update_fields=["expected_on", "expected_until", "stay"])
        ExtensionAsk.every.filter(admission=admission).update(extension=None)
        cases.drop_stay(actor=actor, case=case, stay=stay, today=on)
        has_not_come(actor=actor, case_id=case.pk, on=admission.expected_on)
    process.void(actor=actor, record=admission, what="admission", reason=reason, before=before, is_undo=is_undo, on=on)
    return admission


def _has_moved(admission: Admission, first: Iterable[BedUse | None]) -> bool:
    """Whether anybody of the family had another bed than that of the first night, or came later into one."""
    uses = BedUse.objects.filter(lodger__admission=admission)
    return uses.exclude(pk__in=[use.pk for use in first if use is not None]).exists()


def _is_same(
    admission: Admission,
    stay: Stay,
    known: dict[int, BedUse | None],
    admitted: Admitted,
    until: date | None,
) -> bool:
    return (
        (stay.from_on, stay.planned_until, admission.reason, admission.reason_note_text)
        == (admitted.from_on, until, admitted.reason, admitted.reason_note.strip())
        and berths_at_first(known) == {berth.person_id: berth for berth in admitted.berths}
        and admitted.over_capacity.strip() in {"", admission.over_capacity_text}
    )


def _check(
    actor: Actor,
    admission: Admission,
    shelter: Shelter,
    stay: Stay,
    first: Collection[Lodger],
    admitted: Admitted,
    until: date | None,
    known: dict[int, BedUse | None],
) -> None:
    """Raise Invalid with all that is wrong."""
    day = admitted.from_on
    if day != stay.from_on and day > _first_after(admission, first, until=date.max):
        raise Invalid({"on": _("Something of this stay happened earlier than this day. Check the date.")})
    wanted = [berth.bed_id for berth in admitted.berths if berth.bed_id is not None]
    own = list(BedUse.objects.filter(lodger__in=first))
    hold_beds({*wanted, *(use.bed_id for use in own if use.bed_id is not None)})
    people = family_of_case(actor=actor, case_id=admission.case_id, on=day).people
    here = {one.person_id for one in people if one.current is not None and not one.is_expected}
    later = set(admission.lodgers.exclude(pk__in=[one.pk for one in first]).values_list("person_id", flat=True))
    places, new = _first_places(first, stay, until), FirstPlace(stay.left_on or until, stay.left_on is not None)
    mine = [use.pk for use in known.values() if use is not None]
    taken = {
        berth.bed_id
        for berth in admitted.berths
        if berth.bed_id is not None and _is_taken(berth, places.get(berth.person_id, new), day, mine)
    }
    policies.refuse(
        problems_of_admission(
            admitted.berths,
            family=(here | {one.person_id for one in first}) - later,
            beds={bed.pk for bed in beds_in_use(shelter.pk, day)}
            | {use.bed_id for use in own if use.bed_id and shelter == admission.shelter},
            taken=taken,
            has_reason=admitted.reason in Admission.Reason.values,
            over_capacity=admitted.over_capacity or admission.over_capacity_text,
            from_on=day,
            until=until if stay.left_on is None and not stay.extensions.exists() else None,
        )
    )


def _is_taken(berth: Berth, place: FirstPlace, day: date, mine: Collection[int]) -> bool:
    against = uses_against(day, place.end, present=not place.is_over, besides=mine)
    return against.filter(bed=berth.bed_id).exists()


def _first_after(admission: Admission, first: Collection[Lodger], *, until: date) -> date:
    """The earliest day on which something happened in the stay after the family came."""
    ids = [one.pk for one in first]
    days = [
        *admission.lodgers.exclude(pk__in=ids).values_list("from_on", flat=True),
        *admission.lodgers.exclude(left_on=None).values_list("left_on", flat=True),
        *NightAway.objects.filter(lodger__admission=admission).values_list("from_on", flat=True),
        *admission.marks.values_list("on", flat=True),
    ]
    for came, *uses in BedUse.objects.filter(lodger__in=ids).values_list("lodger__from_on", "from_on", "released_on"):
        days += [day for day in uses if day is not None and day > came]
    return min((day for day in days if day is not None), default=until)


def _first_places(first: Collection[Lodger], stay: Stay, until: date | None) -> dict[int, FirstPlace]:
    """Until when each has the first place, by person: to the next bed, to leaving, or as long as is agreed."""
    people = {one.pk: one for one in first}
    ends = {one.person_id: one.left_on or stay.left_on for one in first}
    for use in BedUse.objects.filter(lodger__in=first).order_by("-from_on", "-pk"):
        lodger = people[use.lodger_id or 0]
        if use.from_on > lodger.from_on:
            ends[lodger.person_id] = use.from_on
        elif use.released_on is not None:
            ends[lodger.person_id] = use.released_on
    return {person: FirstPlace(end or until, end is not None) for person, end in ends.items()}


def _lay_anew(
    actor: Actor, admission: Admission, stay: Stay, first: Collection[Lodger], admitted: Admitted, until: date | None
) -> None:
    """The places of the first night as they should have been."""
    came = {one.person_id: one for one in first}
    places, new = _first_places(first, stay, until), FirstPlace(stay.left_on or until, stay.left_on is not None)
    parts = {
        one.person_id: part_of(one)
        for one in family_of_case(actor=actor, case_id=admission.case_id, on=admitted.from_on).people
    }
    wanted = {berth.person_id for berth in admitted.berths}
    BedUse.objects.filter(lodger__in=first, from_on=stay.from_on).delete()
    Lodger.objects.filter(pk__in=[one.pk for one in first if one.person_id not in wanted]).delete()
    with kept_by_the_database():
        for berth in admitted.berths:
            lodger = came.get(berth.person_id)
            if lodger is None:
                lodger = Lodger.objects.create(
                    admission=admission,
                    person_id=berth.person_id,
                    part=parts[berth.person_id],
                    from_on=admitted.from_on,
                    left_on=stay.left_on,
                )
            elif lodger.from_on != admitted.from_on:
                lodger.from_on = admitted.from_on
                lodger.save(update_fields=["from_on"])
            place = places.get(berth.person_id, new)
            ended_on = place.end if place.is_over else None
            lay(actor, lodger, berth, BedUse.Kind.LIVES, admitted.from_on, place.end, released_on=ended_on)


def _nights_of(gone: Collection[Lodger]) -> list[str]:
    """The nights away of those who never came go along with them; what was noted stays in words."""
    nights = NightAway.every.filter(lodger__in=gone).select_related("lodger__person__merged_into").order_by("from_on")
    return [f"{show_day(one.from_on)}: {told_away(one)}" for one in nights]


def _extended(stay: Stay | None) -> list[str]:
    """What was agreed on a longer stay, in words."""
    if stay is None:
        return []
    return [f"{show_day(one.new_until)}: {one.reason_text}" for one in stay.extensions.all()]
