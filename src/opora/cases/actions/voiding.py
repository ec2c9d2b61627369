"""A case opened by mistake counts nowhere: not in a list, not in a figure, not in a term; and it can be taken back."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.cases import policies
from opora.cases.actions.correcting import Field, check_may_correct, checked_reason, hold, keep
from opora.cases.actions.follow_ups import cancel_follow_ups
from opora.cases.actions.locking import finish
from opora.cases.models import Case
from opora.cases.queries.visible import even_voided
from opora.cases.rules.reasons import BY_CODE
from opora.common.errors import Conflict, Invalid
from opora.common.news import tell


@transaction.atomic
def void_case(*, actor: Actor, case_id: int, reason: str, revision: int | None = None, on: date) -> Case:
    """The case was opened by mistake: it counts nowhere from now on, and its number is given to nobody else."""
    case = hold(actor, case_id, on)
    policies.check_revision(case, revision)
    wrong: dict[str, object] = {}
    kept = checked_reason(reason, wrong)
    if wrong:
        raise Invalid(wrong)
    case.voided_on = on
    case.save(update_fields=["voided_on"])
    cancel_follow_ups(case)
    tell("cases.stays_changed", case_ids=[case.pk])
    case.planned_hand_overs.filter(ended_on=None).update(ended_on=on)
    keep(actor, case, Field.VOIDED, "", str(_("opened by mistake")), kept, on)
    finish(actor=actor, case=case, verb="cases.voided", day=on)
    return case


@transaction.atomic
def take_back_void(*, actor: Actor, case_id: int, reason: str, on: date) -> Case:
    """It was no mistake after all: the case stands again as it stood, with its number and its path."""
    held = Case.every.select_for_update(of=("self",)).select_related("program", "department", "client")
    seen = even_voided(actor).filter(pk=case_id)
    case = held.filter(pk__in=seen.values("pk")).first()
    if case is None:
        raise policies.unseen()
    check_may_correct(actor, case, on)
    if case.voided_on is None:
        raise Conflict(_("This case is not marked as opened by mistake. Nothing was changed."))
    wrong: dict[str, object] = {}
    kept = checked_reason(reason, wrong)
    others = Case.objects.filter(family_id=case.family_id, program=case.program_id, closed_on=None)
    if case.closed_on is None and (present := others.first()) is not None:
        sentence = _("This family already has an open case in this program: %(number)s.")
        wrong[""] = sentence % {"number": present.number}
    if wrong:
        raise Invalid(wrong)
    case.voided_on = None
    case.save(update_fields=["voided_on"])
    _plan_anew(case)
    keep(actor, case, Field.VOIDED, str(_("opened by mistake")), "", kept, on)
    finish(actor=actor, case=case, verb="cases.void_taken_back", day=on)
    return case


def _plan_anew(case: Case) -> None:
    """A closed case is looked back at six months after its end, as if the mistake had never been said."""
    last = case.follow_ups.filter(done_on=None).exclude(cancelled_at=None).order_by("-cancelled_at", "-pk").first()
    closing = case.closings.filter(reopened_on=None).first()
    wants = closing is not None and BY_CODE[closing.reason].follow_up
    if last is not None and wants and not case.follow_ups.filter(cancelled_at=None).exists():
        last.cancelled_at = None
        last.save(update_fields=["cancelled_at"])
