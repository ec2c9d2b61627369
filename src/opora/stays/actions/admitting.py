"""A family is given a place: expected for a day, or taken in at once."""

from collections.abc import Collection, Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.cases import actions as cases
from opora.cases import queries as case_queries
from opora.cases.models import Case, Stay
from opora.common.errors import Conflict, Invalid, Refused
from opora.families.queries import family_of_case
from opora.families.queries.people import PersonLine
from opora.stays import policies
from opora.stays.actions.holding import hold_beds, kept_by_the_database
from opora.stays.actions.waiting import has_come
from opora.stays.models import Admission, Bed, BedUse, Lodger, Shelter
from opora.stays.queries import admission_in_sight, free_beds, get_shelter
from opora.stays.rules import Berth, problems_of_admission

_PARTS = {"mother": Lodger.Part.WOMAN, "father": Lodger.Part.MAN}
_SEXES = {"f": Lodger.Part.WOMAN, "m": Lodger.Part.MAN}


@transaction.atomic
def admit(
    *,
    actor: Actor,
    case_id: int,
    shelter_id: int,
    berths: Sequence[Berth],
    reason: str,
    reason_note: str = "",
    planned_until: date | None = None,
    over_capacity: str = "",
    revision: int | None = None,
    on: date,
) -> Admission:
    """The family moves in today: its stay begins, and each of its people has a place to sleep (S0-06)."""
    stay = cases.start_stay(
        actor=actor, case_id=case_id, planned_until=planned_until, has_place=True, revision=revision, on=on
    )
    _call_off_expected(case_id, on)
    made = _give_places(
        actor=actor,
        case=stay.case,
        shelter=open_shelter(actor, shelter_id, on),
        berths=berths,
        reason=reason,
        reason_note=reason_note,
        over_capacity=over_capacity,
        stay=stay,
        days=(on, planned_until),
    )
    has_come(actor=actor, case_id=case_id, on=on)
    _journal(actor, "stays.admitted", made, on)
    return made


@transaction.atomic
def settle(
    *,
    actor: Actor,
    case_id: int,
    stay_id: int,
    shelter_id: int,
    berths: Sequence[Berth],
    reason: str,
    reason_note: str = "",
    over_capacity: str = "",
    on: date,
) -> Admission:
    """A stay recorded without a place gets one, from its first day on; also one that has ended."""
    case = _case_for_change(actor, case_id, afterwards=True)
    stay = Stay.objects.select_for_update().filter(pk=stay_id, case=case).first()
    if stay is None:
        raise policies.unseen()
    if Admission.objects.filter(stay=stay).exists():
        raise Conflict(_("It is recorded already where the family lives. Nothing was changed."))
    made = _give_places(
        actor=actor,
        case=case,
        shelter=open_shelter(actor, shelter_id, stay.from_on),
        berths=berths,
        reason=reason,
        reason_note=reason_note,
        over_capacity=over_capacity,
        stay=stay,
        days=(stay.from_on, stay.left_on or stay.planned_until),
    )
    _journal(actor, "stays.settled", made, on)
    return made


@transaction.atomic
def expect(
    *,
    actor: Actor,
    case_id: int,
    shelter_id: int,
    berths: Sequence[Berth],
    reason: str,
    reason_note: str = "",
    planned_until: date | None = None,
    over_capacity: str = "",
    from_on: date,
    on: date,
) -> Admission:
    """Beds are kept for a family that is to come on a day; nobody else is given them for these days."""
    case = _case_for_change(actor, case_id)
    if from_on <= on:
        raise Invalid({"on": _("This day has come already: take the family in at once.")})
    if case.stays.filter(left_on=None).exists():
        raise Conflict(_("The family lives in the centre already. Record that it moved out first."))
    if Admission.objects.filter(case=case, stay=None, called_off_on=None).exists():
        raise Conflict(_("Beds are kept for this family already. Call that off first."))
    made = _give_places(
        actor=actor,
        case=case,
        shelter=open_shelter(actor, shelter_id, from_on),
        berths=berths,
        reason=reason,
        reason_note=reason_note,
        over_capacity=over_capacity,
        stay=None,
        days=(from_on, planned_until),
    )
    _journal(actor, "stays.expected", made, from_on)
    return made


@transaction.atomic
def arrive(*, actor: Actor, admission_id: int, on: date) -> Admission:
    """The family that was expected has come: its stay begins, and the beds kept for it are its own."""
    seen = admission_in_sight(actor=actor, admission_id=admission_id)
    case = _case_for_change(actor, seen.case_id)
    admission = Admission.objects.select_for_update().get(pk=admission_id)
    if admission.stay_id is not None or admission.called_off_on is not None:
        raise Conflict(_("This was recorded already. Nothing was changed."))
    until = admission.expected_until
    if until is not None and until <= on:
        until = None
    uses = list(BedUse.objects.filter(lodger__admission=admission, released_on=None))
    hold_beds([use.bed_id for use in uses if use.bed_id is not None])
    admission.stay = cases.start_stay(actor=actor, case_id=case.pk, planned_until=until, has_place=True, on=on)
    admission.save(update_fields=["stay"])
    admission.lodgers.filter(left_on=None).update(from_on=on)
    with kept_by_the_database(
        _("Somebody still has one of these beds. Record that family's leaving first, or call this off and choose anew.")
    ):
        for use in uses:
            use.kind, use.from_on, use.held_until = BedUse.Kind.LIVES, on, until
            use.save(update_fields=["kind", "from_on", "held_until"])
    has_come(actor=actor, case_id=case.pk, on=on)
    _journal(actor, "stays.admitted", admission, on)
    return admission


@transaction.atomic
def call_off(*, actor: Actor, admission_id: int, on: date) -> Admission:
    """The family will not come: its beds are free for others."""
    seen = admission_in_sight(actor=actor, admission_id=admission_id)
    _case_for_change(actor, seen.case_id)
    if not _call_off_expected(seen.case_id, on, only=admission_id):
        raise Conflict(_("This was recorded already. Nothing was changed."))
    _journal(actor, "stays.called_off", seen, on)
    return seen


def _call_off_expected(case_id: int, on: date, only: int | None = None) -> bool:
    """Free the beds kept for a family that comes otherwise, or not at all."""
    found = Admission.objects.select_for_update().filter(case=case_id, stay=None, called_off_on=None)
    waiting = list(found if only is None else found.filter(pk=only))
    for admission in waiting:
        BedUse.objects.filter(lodger__admission=admission, kind=BedUse.Kind.EXPECTED).delete()
        admission.called_off_on = on
        admission.save(update_fields=["called_off_on"])
    return bool(waiting)


def _give_places(
    *,
    actor: Actor,
    case: Case,
    shelter: Shelter,
    berths: Sequence[Berth],
    reason: str,
    reason_note: str,
    over_capacity: str,
    stay: Stay | None,
    days: tuple[date, date | None],
) -> Admission:
    from_on, until = days
    people = {one.person_id: one for one in family_of_case(actor=actor, case_id=case.pk, on=from_on).people}
    wanted = [berth.bed_id for berth in berths if berth.bed_id is not None]
    hold_beds(wanted)
    is_over = stay is not None and stay.left_on is not None
    free = {
        bed.id for bed in free_beds(shelter.pk, from_on=from_on, until=until, present=stay is not None and not is_over)
    }
    policies.refuse(
        problems_of_admission(
            berths,
            family=[pk for pk, one in people.items() if (one.current is not None and not one.is_expected) or is_over],
            beds=_beds_of(shelter, wanted),
            taken=set(wanted) - free,
            has_reason=reason in Admission.Reason.values,
            over_capacity=over_capacity,
            from_on=from_on,
            until=until if not is_over else None,
        )
    )
    admission = Admission.objects.create(
        shelter=shelter,
        case=case,
        stay=stay,
        expected_on=from_on,
        expected_until=until,
        reason=reason,
        reason_note=reason_note.strip(),
        over_capacity=over_capacity.strip() if any(berth.is_extra for berth in berths) else "",
        by_id=actor.user_id,
    )
    kind = BedUse.Kind.LIVES if stay is not None else BedUse.Kind.EXPECTED
    with kept_by_the_database():
        for berth in berths:
            lodger = Lodger.objects.create(
                admission=admission,
                person_id=berth.person_id,
                part=part_of(people[berth.person_id]),
                from_on=from_on,
                left_on=stay.left_on if stay is not None else None,
            )
            lay(actor, lodger, berth, kind, from_on, until, released_on=lodger.left_on)
    return admission


def lay(
    actor: Actor,
    lodger: Lodger,
    berth: Berth,
    kind: str,
    from_on: date,
    until: date | None,
    *,
    released_on: date | None = None,
) -> None:
    """Give somebody a bed or an extra place; who sleeps with the mother needs neither."""
    if berth.bed_id is None and not berth.is_extra:
        return
    BedUse.objects.create(
        bed_id=berth.bed_id,
        lodger=lodger,
        kind=kind,
        from_on=from_on,
        held_until=released_on or until,
        released_on=released_on,
        by_id=actor.user_id,
    )


def part_of(person: PersonLine) -> str:
    """As what somebody is counted: child, woman, man, or adult where nobody said more."""
    if person.is_child:
        return Lodger.Part.CHILD
    role = person.current.role if person.current is not None else ""
    return _PARTS.get(role) or _SEXES.get(person.sex, Lodger.Part.ADULT)


def _beds_of(shelter: Shelter, wanted: Collection[int]) -> set[int]:
    return set(Bed.objects.filter(room__shelter=shelter, pk__in=wanted).values_list("pk", flat=True))


def open_shelter(actor: Actor, shelter_id: int, on: date) -> Shelter:
    """A place in reach that takes families in on a day."""
    shelter = get_shelter(actor=actor, shelter_id=shelter_id)
    if shelter.closed_on is not None and shelter.closed_on <= on:
        raise Invalid({"shelter_id": _("This place is closed. Choose another one.")})
    return shelter


def _case_for_change(actor: Actor, case_id: int, *, afterwards: bool = False) -> Case:
    """Hold the case of a family that this person may take in or let go, or tell afterwards where it lived."""
    case = case_queries.get_case(actor=actor, case_id=case_id)
    may = policies.may_tell_afterwards if afterwards else policies.may_change
    if not may(actor, case):
        raise Refused(_("You may read this case but not change it. Ask its case manager."))
    Case.objects.select_for_update(of=("self",)).get(pk=case_id)
    return case


def _journal(actor: Actor, verb: str, admission: Admission, on: date) -> None:
    audit.record(actor=actor, verb=verb, case_id=admission.case_id, shelter=admission.shelter_id, day=on.isoformat())
