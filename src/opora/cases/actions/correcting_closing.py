"""The day or the reason of a closing that was written wrong."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.cases import policies
from opora.cases.actions.correcting import Field, checked_reason, finish_correction, hold, keep
from opora.cases.actions.follow_ups import move_follow_up
from opora.cases.models import Case, Closing
from opora.cases.queries.coming_of_age import coming_of_age
from opora.cases.rules.follow_up_due import follow_up_due
from opora.cases.rules.reasons import OFFERED
from opora.common.errors import Conflict, Invalid
from opora.common.news import tell
from opora.pathways.rules.case_reasons import CAME_OF_AGE


@transaction.atomic
def correct_closing(
    *, actor: Actor, case_id: int, reason: str, closed_on: date, why: str, revision: int | None = None, on: date
) -> Case:
    """Set the day or the reason of the closing right; the look back six months later moves along."""
    case = hold(actor, case_id, on)
    policies.check_revision(case, revision)
    closing = Closing.objects.select_for_update().filter(case=case, reopened_on=None).first()
    if closing is None or case.closed_on is None:
        raise Conflict(_("The case is open. Nothing was changed."))
    wrong: dict[str, object] = {}
    kept = checked_reason(why, wrong, field="why")
    _check_closing(case, closing, reason, closed_on, on, wrong)
    if (closing.reason, closing.on) == (reason, closed_on) and not wrong:
        wrong[""] = _("Nothing differs from what stands there already.")
    if wrong:
        raise Invalid(wrong)
    fields = []
    if closed_on != closing.on:
        keep(actor, case, Field.CLOSED_ON, closing.on.isoformat(), closed_on.isoformat(), kept, on)
        fields.append(Field.CLOSED_ON)
        if case.stays.filter(left_on=closing.on).update(left_on=closed_on):
            tell("cases.stays_changed", case_ids=[case.pk])
        move_follow_up(case, was=follow_up_due(closing.on), due_on=follow_up_due(closed_on))
    if reason != closing.reason:
        label = str(closing.get_reason_display())
        closing.reason = reason
        keep(actor, case, Field.CLOSING_REASON, label, str(closing.get_reason_display()), kept, on)
        fields.append(Field.CLOSING_REASON)
    closing.on = case.closed_on = closed_on
    closing.save(update_fields=["on", "reason"])
    case.save(update_fields=["closed_on"])
    finish_correction(actor, case, fields)
    return case


def _check_closing(
    case: Case, closing: Closing, reason: str, closed_on: date, on: date, wrong: dict[str, object]
) -> None:
    if reason not in OFFERED and reason != closing.reason:
        wrong["reason"] = _("Choose a reason from the list.")
    elif reason == CAME_OF_AGE and coming_of_age([case.pk])[case.pk].is_surely_after(closed_on):
        wrong["reason"] = _("On this day the youngest child of the case is not eighteen yet. Choose another reason.")
    reopened = case.closings.exclude(reopened_on=None).order_by("-reopened_on").first()
    first = max(case.opened_on, reopened.reopened_on if reopened and reopened.reopened_on else case.opened_on)
    looked = case.follow_ups.exclude(done_on=None).filter(cancelled_at=None).order_by("done_on").first()
    stay = case.stays.filter(left_on=closing.on).first()
    if closed_on > on:
        wrong["closed_on"] = _("This day has not come yet. Enter today or an earlier day.")
    elif closed_on < first or (stay is not None and closed_on < stay.from_on):
        wrong["closed_on"] = _("Something of this case happened later than this day. Check the date.")
    elif looked is not None and looked.done_on is not None and closed_on > looked.done_on:
        wrong["closed_on"] = _("Somebody has looked back at the family earlier than this day. Check the date.")
