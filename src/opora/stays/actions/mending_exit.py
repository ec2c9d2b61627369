"""The way out put right: the leaving itself, the day agreed for it, and what was to be settled."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.cases import actions as cases
from opora.cases.rules.stays import StayDays
from opora.common.errors import Conflict, Invalid
from opora.process import actions as process
from opora.stays.actions.holding import hold_beds, kept_by_the_database
from opora.stays.actions.leaving import told_of_leaving
from opora.stays.actions.mending import hold_to_mend
from opora.stays.models import BedUse, Departure, ExitDay, ExitIssue
from opora.stays.queries.mended import departure_in_sight, exit_day_in_sight, issue_in_sight
from opora.stays.queries.told import told_departure, told_exit_day, told_issue

GIVEN_AWAY = _("Somebody else has one of these beds since. Take the family in anew instead.")


@transaction.atomic
def correct_departure(
    *,
    actor: Actor,
    departure_id: int,
    left_on: date,
    destination: str,
    children: str,
    is_supported: bool | None = None,
    with_whom: str = "",
    note: str = "",
    reason: str = "",
    on: date,
) -> Departure:
    """The day of leaving, where to and with whom are set right; nights, beds and the look back follow the day."""
    seen = departure_in_sight(actor=actor, departure_id=departure_id)
    place, admission, case = hold_to_mend(actor=actor, record=seen, admission_id=seen.admission_id, today=on)
    told = told_of_leaving(destination, children, is_supported, with_whom, note)
    stay = admission.stay
    if stay is None or stay.left_on is None:
        raise Conflict(_("This was recorded already. Nothing was changed."))
    before = {"on": stay.left_on.isoformat(), "text": told_departure(seen)}
    for name, value in told.items():
        setattr(seen, name, value)
    seen.save(update_fields=list(told))
    if left_on != stay.left_on:
        days = StayDays(stay.from_on, stay.planned_until, left_on)
        cases.mend_stay(actor=actor, case=case, stay=stay, days=days, today=on)
    process.corrected(actor=actor, record=seen, place=place, what="departure", before=before, reason=reason, on=on)
    return seen


@transaction.atomic
def void_departure(*, actor: Actor, departure_id: int, reason: str = "", on: date) -> Departure:
    """The family has not left after all: it lives there as before, in the beds it had, if nobody else has them."""
    seen = departure_in_sight(actor=actor, departure_id=departure_id)
    _place, admission, case = hold_to_mend(actor=actor, record=seen, admission_id=seen.admission_id, today=on)
    stay = admission.stay
    if stay is None or stay.left_on is None:
        raise Conflict(_("This was recorded already. Nothing was changed."))
    if case.closed_on is not None:
        raise Conflict(_("The case is closed. Open it again first."))
    uses = list(BedUse.objects.filter(lodger__admission=admission, released_on=stay.left_on))
    hold_beds([use.bed_id for use in uses if use.bed_id is not None])
    with kept_by_the_database(GIVEN_AWAY):
        for use in uses:
            use.released_on = None
            use.held_until = None if stay.planned_until is None else max(stay.planned_until, use.from_on)
            use.save(update_fields=["held_until", "released_on"])
    admission.lodgers.filter(left_on=stay.left_on).update(left_on=None)
    days = StayDays(stay.from_on, stay.planned_until, None)
    cases.mend_stay(actor=actor, case=case, stay=stay, days=days, today=on)
    process.void(actor=actor, record=seen, what="departure", reason=reason, on=on)
    return seen


@transaction.atomic
def correct_exit_day(
    *, actor: Actor, exit_day_id: int, exit_on: date, with_family: bool = True, reason: str = "", on: date
) -> ExitDay:
    """The agreed day was written wrong; another agreement is not a correction but a new line."""
    seen = exit_day_in_sight(actor=actor, exit_day_id=exit_day_id)
    place, _admission, _case = hold_to_mend(actor=actor, record=seen, admission_id=seen.admission_id, today=on)
    if exit_on < seen.agreed_on:
        raise Invalid(
            {"exit_on": _("The day of leaving is agreed beforehand: choose the day of agreeing or a later one.")}
        )
    before = {"on": seen.agreed_on.isoformat(), "text": told_exit_day(seen)}
    seen.exit_on, seen.with_family = exit_on, with_family
    seen.save(update_fields=["exit_on", "with_family"])
    process.corrected(actor=actor, record=seen, place=place, what="exit_day", before=before, reason=reason, on=on)
    return seen


@transaction.atomic
def void_exit_day(*, actor: Actor, exit_day_id: int, reason: str = "", on: date) -> ExitDay:
    """This day was never agreed: what was agreed before stands again."""
    seen = exit_day_in_sight(actor=actor, exit_day_id=exit_day_id)
    hold_to_mend(actor=actor, record=seen, admission_id=seen.admission_id, today=on)
    process.void(actor=actor, record=seen, what="exit_day", reason=reason, on=on)
    return seen


@transaction.atomic
def correct_issue(
    *,
    actor: Actor,
    issue_id: int,
    title: str,
    whose: str,
    due_on: date | None = None,
    is_after: bool = False,
    reason: str = "",
    on: date,
) -> ExitIssue:
    """What is to be settled, by whom or by when was written wrong."""
    seen = issue_in_sight(actor=actor, issue_id=issue_id)
    place, _admission, _case = hold_to_mend(actor=actor, record=seen, admission_id=seen.admission_id, today=on)
    wrong: dict[str, object] = {}
    if not title.strip():
        wrong["title"] = _("Fill this in.")
    if whose not in ExitIssue.Whose.values:
        wrong["whose"] = _("Choose who answers for it.")
    if wrong:
        raise Invalid(wrong)
    before = {"text": told_issue(seen)}
    seen.title, seen.whose, seen.due_on, seen.is_after = title.strip(), whose, due_on, is_after
    seen.save(update_fields=["title", "whose", "due_on", "is_after"])
    process.corrected(actor=actor, record=seen, place=place, what="exit_issue", before=before, reason=reason, on=on)
    return seen


@transaction.atomic
def void_issue(*, actor: Actor, issue_id: int, reason: str = "", on: date) -> ExitIssue:
    """There was nothing to settle."""
    seen = issue_in_sight(actor=actor, issue_id=issue_id)
    hold_to_mend(actor=actor, record=seen, admission_id=seen.admission_id, today=on)
    process.void(actor=actor, record=seen, what="exit_issue", reason=reason, on=on)
    return seen
