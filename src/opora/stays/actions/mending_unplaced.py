"""A stay of which nobody recorded the beds: its days are put right, or it is taken back if it never was."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.cases import actions as cases
from opora.cases.models import Case, Stay
from opora.cases.rules.stays import StayDays
from opora.common.errors import Conflict, Refused
from opora.process import actions as process
from opora.process.models import Amendment
from opora.process.queries import Place, place_of
from opora.stays import policies
from opora.stays.models import Admission
from opora.stays.queries.mended import STAY, stay_in_sight
from opora.stays.queries.told import told_stay


@transaction.atomic
def correct_stay(
    *,
    actor: Actor,
    stay_id: int,
    from_on: date,
    planned_until: date | None = None,
    left_on: date | None = None,
    reason: str = "",
    on: date,
) -> Stay:
    """The day of moving in, the agreed end or the day of leaving was written wrong."""
    stay, case, place = _hold(actor, stay_id)
    told, was = told_stay(stay), stay.from_on
    if stay.extensions.exists():
        planned_until = stay.planned_until
    days = StayDays(from_on, planned_until, left_on)
    cases.mend_stay(actor=actor, case=case, stay=stay, days=days, today=on)
    _keep(actor, stay.pk, stay, place, Amendment.Kind.CORRECTED, reason, told, was, on)
    return stay


@transaction.atomic
def void_stay(*, actor: Actor, stay_id: int, reason: str = "", on: date) -> None:
    """The family never lived there: the stay is no more, what stood in it stays readable with the reason."""
    stay, case, place = _hold(actor, stay_id)
    told, was, number = told_stay(stay), stay.from_on, stay.pk
    _keep(actor, number, stay, place, Amendment.Kind.VOIDED, reason, told, was, on)
    cases.drop_stay(actor=actor, case=case, stay=stay, today=on)


def _hold(actor: Actor, stay_id: int) -> tuple[Stay, Case, Place]:
    seen = stay_in_sight(actor=actor, stay_id=stay_id)
    place = place_of(actor=actor, case_id=seen.case_id)
    if not policies.leads(actor, place.department_id):
        raise Refused(_("A stay without beds is mended by the coordinator or the head. Ask them."))
    case = Case.objects.select_for_update(of=("self",)).select_related("program").filter(pk=seen.case_id).first()
    stay = Stay.objects.select_for_update(of=("self",)).filter(pk=seen.pk).first()
    if case is None or stay is None:
        raise policies.unseen()
    if Admission.objects.filter(stay=stay).exists():
        raise Conflict(_("It is recorded already where the family lives. Nothing was changed."))
    return stay, case, place


def _keep(
    actor: Actor, number: int, stay: Stay, place: Place, kind: str, reason: str, told: str, was: date, on: date
) -> None:
    process.amend(
        actor=actor,
        record=stay,
        place=place,
        kind=kind,
        what="stay",
        source=f"{STAY}:{number}",
        reason=reason,
        before={"on": was.isoformat(), "text": told},
        on=on,
    )
