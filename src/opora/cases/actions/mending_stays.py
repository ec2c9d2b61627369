"""The days of a stay that were written wrong, and a stay that never was.

Whoever keeps the beds decides who may do it and keeps the reason; here the case is kept in order: its stays lie one
after another, and the look back half a year later follows the exit.
"""

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.cases import policies
from opora.cases.actions.follow_ups import last_left, plan_follow_up
from opora.cases.actions.locking import finish
from opora.cases.models import Case, FollowUp, Stay, StayExtension
from opora.cases.rules import stays as rules
from opora.cases.rules.follow_up_due import follow_up_due
from opora.common.dates import now
from opora.common.errors import Conflict, Invalid
from opora.common.news import tell


def mend_stay(*, actor: Actor, case: Case, stay: Stay, days: rules.StayDays, today: date) -> Stay:
    """Set the days of a stay right, for a case held by the caller; without a last day the family never left."""
    others = [rules.StayDays(one.from_on, one.planned_until, one.left_on) for one in case.stays.exclude(pk=stay.pk)]
    policies.refuse(rules.problems_of_days(days, others, opened_on=case.opened_on))
    _check(case, stay, days, today)
    was = stay.left_on
    stay.from_on, stay.planned_until, stay.left_on = days.from_on, days.planned_until, days.left_on
    stay.save(update_fields=["from_on", "planned_until", "left_on"])
    if days.left_on != was:
        _move_look_back(case, was)
    tell("cases.stays_changed", case_ids=[case.pk])
    finish(actor=actor, case=case, verb="cases.stay_corrected", day=today)
    return stay


def drop_stay(*, actor: Actor, case: Case, stay: Stay, today: date) -> None:
    """A stay that never was goes, for a case held by the caller, who keeps what stood in it."""
    was = stay.left_on
    _check_looked_back(case, was)
    stay.delete()
    _move_look_back(case, was)
    finish(actor=actor, case=case, verb="cases.stay_voided", day=today)


def drop_extension(*, actor: Actor, case: Case, extension: StayExtension, today: date) -> Stay:
    """A stay was made longer by mistake: the end agreed before stands again. Only the newest can be taken back."""
    stay = newest_extension(extension)
    extension.delete()
    days = rules.StayDays(stay.from_on, extension.old_until, stay.left_on)
    return mend_stay(actor=actor, case=case, stay=stay, days=days, today=today)


def mend_extension(
    *, actor: Actor, case: Case, extension: StayExtension, until: date, reason: str, today: date
) -> Stay:
    """The day or the reason of the newest extension is set right, and the end of the stay with it."""
    stay = newest_extension(extension)
    before = extension.old_until or stay.from_on
    if until <= before:
        raise Invalid({"until": _("The new date must be later than the end that was agreed before.")})
    extension.new_until, extension.reason = until, reason
    extension.save(update_fields=["new_until", "reason"])
    days = rules.StayDays(stay.from_on, until, stay.left_on)
    return mend_stay(actor=actor, case=case, stay=stay, days=days, today=today)


def newest_extension(extension: StayExtension) -> Stay:
    """The stay of an extension that no later one stands on; Conflict for any other."""
    stay = Stay.objects.select_for_update(of=("self",)).get(pk=extension.stay_id)
    newest = stay.extensions.order_by("-new_until", "-pk").first()
    if newest is None or newest.pk != extension.pk:
        raise Conflict(_("The stay was made longer once more since. Void that first."))
    return stay


def _check(case: Case, stay: Stay, days: rules.StayDays, today: date) -> None:
    wrong: dict[str, object] = {}
    if days.from_on > today:
        wrong["on"] = _("This day has not come yet. Enter today or an earlier day.")
    if days.left_on is not None and days.left_on > today:
        wrong["left_on"] = _("This day has not come yet. Enter today or an earlier day.")
    elif case.closed_on is not None and (days.left_on is None or days.left_on > case.closed_on):
        wrong["left_on"] = _("The case was closed earlier than this day. Correct the closing first, or open it again.")
    if wrong:
        raise Invalid(wrong)
    if days.left_on != stay.left_on:
        _check_looked_back(case, stay.left_on)


def _check_looked_back(case: Case, left_on: date | None) -> None:
    """What somebody was told half a year after an exit cannot lose the exit."""
    if (
        left_on is not None
        and case.program.layout == "shelter"
        and _of_exit(case, left_on).exclude(done_on=None).exists()
    ):
        raise Conflict(_("Somebody has looked back at the family after this exit. Nothing was changed."))


def _move_look_back(case: Case, was: date | None) -> None:
    """The visit planned after an exit goes with it; while the family lives in the centre none is due."""
    if case.program.layout != "shelter":
        return
    if was is not None:
        _of_exit(case, was).filter(done_on=None).update(cancelled_at=now())
    exit_on = last_left(case) or case.closed_on
    if exit_on is not None and not case.stays.filter(left_on=None).exists():
        plan_follow_up(case, exit_on=exit_on)


def _of_exit(case: Case, left_on: date) -> "QuerySet[FollowUp]":
    return case.follow_ups.filter(due_on=follow_up_due(left_on), cancelled_at=None)
