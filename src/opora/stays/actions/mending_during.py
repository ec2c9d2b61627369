"""A night away or a longer stay that was written wrong, or never was."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.cases import actions as cases
from opora.cases.models import Case
from opora.common.errors import Conflict, Invalid, Refused
from opora.process import actions as process
from opora.process.queries import Place
from opora.stays import policies
from opora.stays.actions.mending import hold_to_mend
from opora.stays.models import Admission, ExtensionAsk, NightAway
from opora.stays.queries.mended import ask_in_sight, away_in_sight
from opora.stays.queries.told import told_ask, told_away

ASKED, REFUSED = ExtensionAsk.State.ASKED, ExtensionAsk.State.REFUSED


@transaction.atomic
def correct_away(
    *, actor: Actor, away_id: int, from_on: date, back_on: date, note: str = "", reason: str = "", on: date
) -> NightAway:
    """The nights on which somebody slept elsewhere, or what was noted of them, are set right."""
    seen = away_in_sight(actor=actor, away_id=away_id)
    lodger = seen.lodger
    place, _admission, _case = hold_to_mend(actor=actor, record=seen, admission_id=lodger.admission_id, today=on)
    wrong: dict[str, object] = {}
    if back_on <= from_on:
        wrong["back_on"] = _("The day of coming back is later than the first night away.")
    elif lodger.left_on is not None and back_on > lodger.left_on:
        wrong["back_on"] = _("This person left before this day. Check the date.")
    if from_on < lodger.from_on:
        wrong["from_on"] = _("This day is earlier than the day this person came. Check the date.")
    if wrong:
        raise Invalid(wrong)
    before = {"on": seen.from_on.isoformat(), "text": told_away(seen)}
    seen.from_on, seen.back_on, seen.note = from_on, back_on, note.strip()
    try:
        with transaction.atomic():
            seen.save(update_fields=["from_on", "back_on", "note"])
    except IntegrityError:
        raise Conflict(_("For one of these nights it is noted already. Nothing was changed.")) from None
    process.corrected(actor=actor, record=seen, place=place, what="night_away", before=before, reason=reason, on=on)
    return seen


@transaction.atomic
def void_away(*, actor: Actor, away_id: int, reason: str = "", on: date) -> NightAway:
    """Nobody slept elsewhere on these nights."""
    seen = away_in_sight(actor=actor, away_id=away_id)
    hold_to_mend(actor=actor, record=seen, admission_id=seen.lodger.admission_id, today=on)
    process.void(actor=actor, record=seen, what="night_away", reason=reason, on=on)
    return seen


@transaction.atomic
def correct_extension(*, actor: Actor, ask_id: int, until: date, why: str, reason: str = "", on: date) -> ExtensionAsk:
    """Until when or why the family stays longer is set right, by whoever decides once it is agreed; the beds follow."""
    ask, place, admission, case = _hold_ask(actor, ask_id, on)
    before = {"on": ask.asked_on.isoformat(), "text": told_ask(ask)}
    if not why.strip():
        raise Invalid({"why": _("Say why the family stays longer.")})
    if ask.state == REFUSED:
        raise Conflict(_("This longer stay was not agreed to. Ask anew."))
    ask.until, ask.reason = until, why.strip()
    ask.save(update_fields=["until", "reason"])
    if ask.extension is not None:
        cases.mend_extension(actor=actor, case=case, extension=ask.extension, until=until, reason=why.strip(), today=on)
    elif admission.stay is not None and until <= (admission.stay.planned_until or admission.stay.from_on):
        raise Invalid({"until": _("The new date must be later than the present end of the stay.")})
    process.corrected(actor=actor, record=ask, place=place, what="extension", before=before, reason=reason, on=on)
    return ask


@transaction.atomic
def void_extension(*, actor: Actor, ask_id: int, reason: str = "", on: date) -> ExtensionAsk:
    """A longer stay that was asked for or agreed to by mistake: the end agreed before stands again."""
    ask, _place, _admission, case = _hold_ask(actor, ask_id, on)
    extension, ask.extension = ask.extension, None
    if extension is not None:
        ask.save(update_fields=["extension"])
        cases.drop_extension(actor=actor, case=case, extension=extension, today=on)
    process.void(actor=actor, record=ask, what="extension", reason=reason, on=on)
    return ask


def _hold_ask(actor: Actor, ask_id: int, on: date) -> tuple[ExtensionAsk, Place, Admission, Case]:
    seen = ask_in_sight(actor=actor, ask_id=ask_id)
    place, admission, case = hold_to_mend(actor=actor, record=seen, admission_id=seen.admission_id, today=on)
    ask = ExtensionAsk.every.select_for_update(of=("self",)).select_related("extension", "admission").get(pk=seen.pk)
    if ask.state != ASKED and not policies.may_decide(actor, case):
        raise Refused(_("A longer stay is decided by the head or the coordinator."))
    return ask, place, admission, case
