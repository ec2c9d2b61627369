"""What changes during a stay: another room, a night away, a child born, somebody who leaves before the others."""

from collections.abc import Sequence
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid, Refused
from opora.families.queries import family_of_case
from opora.stays import policies
from opora.stays.actions.admitting import lay, part_of
from opora.stays.actions.following import leave_alone, release
from opora.stays.actions.holding import hold_beds, kept_by_the_database
from opora.stays.models import Admission, Bed, BedUse, Lodger, NightAway
from opora.stays.queries import admission_in_sight, free_beds
from opora.stays.rules import Berth, Problem


@transaction.atomic
def move(*, actor: Actor, admission_id: int, berths: Sequence[Berth], over_capacity: str = "", on: date) -> Admission:
    """People of the family sleep elsewhere in the place from this night on; the stay goes on."""
    admission = hold(actor, admission_id, on)
    lodgers = {one.person_id: one for one in admission.lodgers.filter(left_on=None)}
    if any(berth.person_id not in lodgers for berth in berths):
        policies.refuse([Problem.STRANGER])
    uses = {
        use.lodger_id: use
        for use in BedUse.objects.filter(lodger__in=lodgers.values(), released_on=None).order_by("from_on")
    }
    changed = [berth for berth in berths if not _is_same(uses.get(lodgers[berth.person_id].pk), berth)]
    if not changed:
        raise Invalid({"": _("Everybody sleeps there already. Choose another bed for somebody.")})
    mine = [use.pk for use in uses.values()]
    _check_beds(admission, changed, mine, over_capacity, on)
    with kept_by_the_database():
        for berth in changed:
            use = uses.get(lodgers[berth.person_id].pk)
            if use is not None:
                release(use, on)
        for berth in changed:
            lodger = lodgers[berth.person_id]
            lay(actor, lodger, berth, BedUse.Kind.LIVES, max(on, lodger.from_on), _until(admission))
    if over_capacity.strip() and any(berth.is_extra for berth in changed):
        admission.over_capacity = over_capacity.strip()
        admission.save(update_fields=["over_capacity"])
    _journal(actor, "stays.moved", admission, on)
    return admission


@transaction.atomic
def add_lodger(
    *, actor: Actor, admission_id: int, berth: Berth, was_born: bool = False, over_capacity: str = "", on: date
) -> Lodger:
    """One more of the family lives here: a child born during the stay, or somebody who came later."""
    admission = hold(actor, admission_id, on)
    people = {one.person_id: one for one in family_of_case(actor=actor, case_id=admission.case_id, on=on).people}
    person = people.get(berth.person_id)
    if person is None or person.current is None or person.is_expected:
        policies.refuse([Problem.STRANGER])
        raise AssertionError
    if admission.lodgers.filter(person_id=berth.person_id, left_on=None).exists():
        raise Conflict(_("This person lives here already. Nothing was changed."))
    _check_beds(admission, [berth], [], over_capacity, on)
    lodger = Lodger.objects.create(
        admission=admission, person_id=berth.person_id, part=part_of(person), from_on=on, was_born_here=was_born
    )
    with kept_by_the_database():
        lay(actor, lodger, berth, BedUse.Kind.LIVES, on, _until(admission))
    _journal(actor, "stays.born" if was_born else "stays.joined", admission, on)
    return lodger


@transaction.atomic
def take_leave(*, actor: Actor, admission_id: int, lodger_id: int, on: date) -> Lodger:
    """One of the family leaves while the others stay; the last one leaves by the exit of the family."""
    admission = hold(actor, admission_id, on)
    present = list(admission.lodgers.filter(left_on=None).select_for_update(of=("self",)))
    lodger = next((one for one in present if one.pk == lodger_id), None)
    if lodger is None:
        raise Conflict(_("This person does not live here any more. Nothing was changed."))
    if len(present) == 1:
        raise Refused(_("Nobody else of the family lives here: record the family's leaving instead."))
    if on < lodger.from_on:
        raise Invalid({"on": _("This day is earlier than the day this person came. Check the date.")})
    leave_alone(lodger, on)
    _journal(actor, "stays.one_left", admission, on)
    return lodger


@transaction.atomic
def note_away(
    *,
    actor: Actor,
    admission_id: int,
    lodger_ids: Sequence[int],
    from_on: date,
    back_on: date,
    note: str = "",
    on: date,
) -> list[NightAway]:
    """Somebody sleeps elsewhere for a night or more and keeps the bed (aid-desks: the mother goes and comes back)."""
    admission = hold(actor, admission_id, from_on)
    lodgers = list(admission.lodgers.filter(pk__in=lodger_ids, left_on=None))
    wrong: dict[str, object] = {}
    if not lodgers or len(lodgers) != len(set(lodger_ids)):
        wrong["lodger_ids"] = _("Choose who sleeps elsewhere.")
    if back_on <= from_on:
        wrong["back_on"] = _("The day of coming back is later than the first night away.")
    if any(from_on < one.from_on for one in lodgers):
        wrong["from_on"] = _("This day is earlier than the day this person came. Check the date.")
    if wrong:
        raise Invalid(wrong)
    try:
        with transaction.atomic():
            made = [
                NightAway.objects.create(
                    lodger=one, from_on=from_on, back_on=back_on, note=note.strip(), by_id=actor.user_id
                )
                for one in lodgers
            ]
    except IntegrityError:
        raise Conflict(_("For one of these nights it is noted already. Nothing was changed.")) from None
    _journal(actor, "stays.away", admission, from_on)
    return made


def hold(actor: Actor, admission_id: int, on: date) -> Admission:
    """Hold a stay that goes on, for whoever may change the family's case."""
    seen = admission_in_sight(actor=actor, admission_id=admission_id)
    if not policies.may_change(actor, seen.case):
        raise Refused(_("You may read this case but not change it. Ask its case manager."))
    admission = (
        Admission.objects.select_for_update(of=("self",)).select_related("stay", "case", "shelter").get(pk=admission_id)
    )
    if admission.stay is None or admission.stay.left_on is not None:
        raise Conflict(_("The family does not live in the centre at present. Nothing was changed."))
    if on < admission.stay.from_on:
        raise Invalid({"on": _("This day is earlier than the day the family moved in. Check the date.")})
    return admission


def _until(admission: Admission) -> date | None:
    return admission.stay.planned_until if admission.stay is not None else None


def _is_same(use: BedUse | None, berth: Berth) -> bool:
    if use is None:
        return berth.bed_id is None and not berth.is_extra
    return use.bed_id == berth.bed_id and (use.bed_id is not None or berth.is_extra)


def _check_beds(
    admission: Admission, berths: Sequence[Berth], mine: Sequence[int], over_capacity: str, on: date
) -> None:
    wanted = [berth.bed_id for berth in berths if berth.bed_id is not None]
    hold_beds({*wanted, *BedUse.objects.filter(pk__in=mine, bed__isnull=False).values_list("bed_id", flat=True)})
    free = {
        bed.id for bed in free_beds(admission.shelter_id, from_on=on, until=_later(_until(admission), on), besides=mine)
    }
    known = set(Bed.objects.filter(room__shelter=admission.shelter_id, pk__in=wanted).values_list("pk", flat=True))
    problems = []
    if len(wanted) != len(set(wanted)):
        problems.append(Problem.BED_TWICE)
    if set(wanted) - known:
        problems.append(Problem.NO_SUCH_BED)
    elif set(wanted) - free:
        problems.append(Problem.BED_TAKEN)
    if any(berth.is_extra for berth in berths) and not (over_capacity.strip() or admission.over_capacity):
        problems.append(Problem.OVER_CAPACITY)
    policies.refuse(problems)


def _later(until: date | None, on: date) -> date | None:
    """A family that should have left has its bed with no end in sight."""
    return until if until is not None and until > on else None


def _journal(actor: Actor, verb: str, admission: Admission, on: date) -> None:
    audit.record(actor=actor, verb=verb, case_id=admission.case_id, shelter=admission.shelter_id, day=on.isoformat())
