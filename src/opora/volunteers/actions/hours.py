"""The hours of volunteers are written down, put right and voided."""

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.cases.queries import can_see
from opora.cases.queries.by_number import ids_of_number
from opora.common.errors import Invalid
from opora.common.text import squeeze
from opora.volunteers import policies
from opora.volunteers.actions.holding import held, held_hours
from opora.volunteers.models import GivenHours, Helper

_MOST_HOURS = 24


@transaction.atomic
def note_hours(
    *, actor: Actor, helper_id: int, hours: Decimal, what: str, case_number: str = "", on: date
) -> GivenHours:
    """Hours that a volunteer gave on a day, to one family when its number is said."""
    policies.check_may_keep(actor)
    line = GivenHours(helper=held(actor, helper_id), by_id=actor.user_id)
    _fill(actor, line, hours=hours, what=what, case_number=case_number, on=on)
    line.save()
    audit.record(actor=actor, verb="volunteers.hours", helper=line.helper_id, day=on.isoformat())
    return line


@transaction.atomic
def correct_hours(
    *, actor: Actor, hours_id: int, hours: Decimal, what: str, case_number: str = "", on: date, today: date
) -> GivenHours:
    """Hours put right: the former line is voided and stays readable, a new one takes its place."""
    policies.check_may_keep(actor)
    former = held_hours(actor, hours_id)
    line = GivenHours(helper=former.helper, by_id=actor.user_id, corrects=former)
    _fill(actor, line, hours=hours, what=what, case_number=case_number, on=on, former=former)
    former.voided_on = today
    former.save(update_fields=["voided_on"])
    line.save()
    audit.record(actor=actor, verb="volunteers.hours_corrected", helper=line.helper_id, day=on.isoformat())
    return line


@transaction.atomic
def void_hours(*, actor: Actor, hours_id: int, on: date) -> GivenHours:
    """Hours that were not given count nowhere."""
    policies.check_may_keep(actor)
    line = held_hours(actor, hours_id)
    line.voided_on = on
    line.save(update_fields=["voided_on"])
    audit.record(actor=actor, verb="volunteers.hours_voided", helper=line.helper_id, day=line.on.isoformat())
    return line


def _fill(
    actor: Actor,
    line: GivenHours,
    *,
    hours: Decimal,
    what: str,
    case_number: str,
    on: date,
    former: GivenHours | None = None,
) -> None:
    wrong: dict[str, object] = {}
    if not 0 < hours <= _MOST_HOURS:
        wrong["hours"] = _("Enter hours from a quarter to 24.")
    if not 0 < len(squeeze(what)) <= 300:
        wrong["what"] = _("Say in a few words what was done; name nobody.")
    if not _was_with_us(line.helper, on):
        wrong["on"] = _("On this day the volunteer was not with us. Check the date.")
    found = ids_of_number(actor=actor, number=case_number, limit=2) if case_number.strip() else ()
    if case_number.strip() and len(found) != 1:
        wrong["case_number"] = _("There is no such case, or several have this number. Check the number.")
    if wrong:
        raise Invalid(wrong)
    line.hours, line.what, line.on = hours, squeeze(what), on
    line.case_id = found[0] if found else None
    if former is not None and former.case_id and not found and not can_see(actor=actor, case_id=former.case_id):
        # Whoever does not see the family did not see its number in the form either.
        line.case_id = former.case_id


def _was_with_us(helper: Helper, on: date) -> bool:
    return on >= helper.joined_on and (helper.left_on is None or on <= helper.left_on)
