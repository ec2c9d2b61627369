"""A longer stay: asked for, then approved or refused by the head or the coordinator (S3-83)."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.cases import actions as cases
from opora.common.errors import Conflict, Invalid, Refused
from opora.stays import policies
from opora.stays.models import Admission, ExtensionAsk
from opora.stays.queries import admission_in_sight


@transaction.atomic
def ask_extension(*, actor: Actor, admission_id: int, until: date, reason: str, on: date) -> ExtensionAsk:
    """The family asks to stay longer; until somebody decides, the agreed end stands."""
    admission = _living(actor, admission_id)
    stay = admission.stay
    wrong: dict[str, object] = {}
    if stay is not None and until <= (stay.planned_until or stay.from_on):
        wrong["until"] = _("The new date must be later than the present end of the stay.")
    if not reason.strip():
        wrong["reason"] = _("Say why the family stays longer.")
    if wrong:
        raise Invalid(wrong)
    if admission.asks.filter(state=ExtensionAsk.State.ASKED, voided_on=None).exists():
        raise Conflict(_("A longer stay is asked for already and waits for an answer."))
    ask = ExtensionAsk.objects.create(
        admission=admission, until=until, reason=reason.strip(), asked_on=on, by_id=actor.user_id
    )
    _journal(actor, "stays.extension_asked", admission, until)
    return ask


@transaction.atomic
def decide_extension(*, actor: Actor, admission_id: int, agrees: bool, refusal: str = "", on: date) -> ExtensionAsk:
    """The head or the coordinator says yes, and the stay is longer; or says no, and why."""
    admission = _living(actor, admission_id)
    if not policies.may_decide(actor, admission.case):
        raise Refused(_("A longer stay is decided by the head or the coordinator."))
    waiting = admission.asks.select_for_update().filter(state=ExtensionAsk.State.ASKED, voided_on=None)
    ask = waiting.first()
    if ask is None:
        raise Conflict(_("This was decided already. Nothing was changed."))
    if not agrees and not refusal.strip():
        raise Invalid({"refusal": _("Say why: the family will ask.")})
    if agrees:
        ask.extension = cases.extend_stay(
            actor=actor, case_id=admission.case_id, until=ask.until, reason=ask.reason_text, on=on
        )
    ask.state = ExtensionAsk.State.APPROVED if agrees else ExtensionAsk.State.REFUSED
    ask.refusal = "" if agrees else refusal.strip()
    ask.decided_on, ask.decided_by_id = on, actor.user_id
    ask.save()
    _journal(actor, "stays.extension_approved" if agrees else "stays.extension_refused", admission, ask.until)
    return ask


@transaction.atomic
def extend_at_once(*, actor: Actor, admission_id: int, until: date, reason: str, on: date) -> ExtensionAsk:
    """Whoever decides asks and agrees in one go."""
    ask_extension(actor=actor, admission_id=admission_id, until=until, reason=reason, on=on)
    return decide_extension(actor=actor, admission_id=admission_id, agrees=True, on=on)


def _living(actor: Actor, admission_id: int) -> Admission:
    admission = admission_in_sight(actor=actor, admission_id=admission_id)
    if not (policies.may_change(actor, admission.case) or policies.may_decide(actor, admission.case)):
        raise Refused(_("You may read this case but not change it. Ask its case manager."))
    held = Admission.objects.select_for_update(of=("self",)).select_related("stay", "case").get(pk=admission.pk)
    if held.stay is None or held.stay.left_on is not None:
        raise Conflict(_("The family does not live in the centre at present. Nothing was changed."))
    return held


def _journal(actor: Actor, verb: str, admission: Admission, until: date) -> None:
    audit.record(
        actor=actor, verb=verb, case_id=admission.case_id, shelter=admission.shelter_id, until=until.isoformat()
    )
