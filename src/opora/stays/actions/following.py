"""The beds follow the stay: whatever ends it or makes it longer, the case is where that is decided."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Max, QuerySet
from django.utils.translation import gettext_lazy as _

from opora.cases.models import Case
from opora.stays.actions.holding import hold_beds, kept_by_the_database
from opora.stays.models import Admission, BedUse, ExtensionAsk, Lodger, NightAway

PROMISED = _("One of the beds is kept for another family then. Move this family first, or choose an earlier day.")


def follow_stays(*, case_ids: Sequence[int]) -> None:
    """Stays of these cases began, ended or were made longer: their beds are free from then on, or held longer."""
    rows = Admission.objects.filter(case__in=case_ids, stay__isnull=False).select_related("stay")
    voided = set(Case.every.filter(pk__in=case_ids).exclude(voided_on=None).values_list("pk", flat=True))
    for admission in rows:
        stay = admission.stay
        if stay is None:
            continue
        if admission.case_id in voided and stay.left_on is None:
            _free(admission, stay.from_on)
        elif stay.left_on is not None:
            _leave(admission, stay.left_on)
        else:
            _hold(admission, stay.planned_until)
    for admission in Admission.objects.filter(case__in=voided, stay=None, called_off_on=None):
        BedUse.objects.filter(lodger__admission=admission).delete()


def _hold(admission: Admission, until: date | None) -> None:
    uses = list(_present(admission))
    hold_beds([use.bed_id for use in uses if use.bed_id is not None])
    with kept_by_the_database(PROMISED):
        for use in uses:
            use.held_until = None if until is None else max(until, use.from_on)
            use.save(update_fields=["held_until"])


def _leave(admission: Admission, left_on: date) -> None:
    """Everybody leaves who has not left before; who left with the family on a wrong day leaves on the right one."""
    _free(admission, left_on)
    _correct(admission, left_on)
    admission.lodgers.filter(left_on=None, from_on__gt=left_on).update(from_on=left_on)
    admission.lodgers.filter(left_on=None).update(left_on=left_on)
    # Nights for which somebody meant to be away have not come; what was noted of them stays.
    NightAway.objects.filter(lodger__admission=admission, from_on__gte=left_on).update(voided_on=left_on)
    NightAway.objects.filter(lodger__admission=admission, back_on__gt=left_on).update(back_on=left_on)
    admission.asks.filter(state=ExtensionAsk.State.ASKED, voided_on=None).update(voided_on=left_on)


def _correct(admission: Admission, left_on: date) -> None:
    """The day of leaving was written wrong: whoever left with the family left on the right one."""
    if admission.lodgers.filter(left_on=None).exists():
        return
    written = admission.lodgers.aggregate(last=Max("left_on"))["last"]
    if written is None or written == left_on:
        return
    uses = BedUse.objects.filter(lodger__admission=admission, released_on=written)
    hold_beds(list(uses.exclude(bed=None).values_list("bed_id", flat=True)))
    with kept_by_the_database(PROMISED):
        for use in uses:
            use.released_on = use.held_until = max(left_on, use.from_on)
            use.save(update_fields=["held_until", "released_on"])
    last = admission.lodgers.filter(left_on=written)
    last.filter(from_on__gt=left_on).update(from_on=left_on)
    last.update(left_on=left_on)


def _free(admission: Admission, day: date) -> None:
    uses = list(_present(admission))
    hold_beds([use.bed_id for use in uses if use.bed_id is not None])
    for use in uses:
        release(use, day)


def release(use: BedUse, day: date) -> None:
    """The bed is free from this day on. Who was there longer than agreed had it up to then: who is to come waits."""
    ends = max(day, use.from_on)
    if use.bed_id is not None and (use.held_until is not None and use.held_until < ends):
        for waiting in BedUse.objects.filter(
            bed=use.bed_id, kind=BedUse.Kind.EXPECTED, released_on=None, from_on__lt=ends
        ):
            if waiting.held_until is not None and waiting.held_until <= ends:
                waiting.delete()
            else:
                waiting.from_on = ends
                waiting.save(update_fields=["from_on"])
    use.released_on = use.held_until = ends
    use.save(update_fields=["held_until", "released_on"])


def _present(admission: Admission) -> "QuerySet[BedUse]":
    return BedUse.objects.filter(lodger__admission=admission, released_on=None).order_by("bed_id")


def leave_alone(lodger: Lodger, day: date) -> None:
    """One of the family leaves while the others stay."""
    for use in BedUse.objects.filter(lodger=lodger, released_on=None):
        release(use, day)
    lodger.left_on = day
    lodger.save(update_fields=["left_on"])
