"""Looking for what families need: somebody is asked, promises or refuses, and in the end it comes (S2-19)."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.goods import policies
from opora.goods.models import Appeal
from opora.goods.queries.appeals import get_appeal
from opora.volunteers.queries import donors

LONGEST = 1_000


@transaction.atomic
def ask_for(
    *,
    actor: Actor,
    what: str,
    way: str,
    donor_id: int | None = None,
    whom: str = "",
    note: str = "",
    on: date,
    today: date,
) -> Appeal:
    """Write down whom we asked for what."""
    policies.check_can_manage(actor)
    wrong: dict[str, object] = {}
    if not what.strip():
        wrong["what"] = _("Say what is looked for.")
    if way not in Appeal.Way.values:
        wrong["way"] = _("Choose from the list.")
    if donor_id is not None and donor_id not in {one.pk for one in donors(actor=actor)}:
        wrong["donor_id"] = _("Choose a donor from the list.")
    if donor_id is None and not whom.strip():
        wrong["whom"] = _("Say whom we asked: a donor of the list, or in words.")
    if on > today:
        wrong["on"] = _("This day has not come yet. Enter today or an earlier day.")
    if len(note) > LONGEST or len(whom) > LONGEST:
        wrong["note"] = _("Write up to 1,000 letters.")
    if wrong:
        raise Invalid(wrong)
    made = Appeal.objects.create(
        what=what.strip()[:200],
        way=way,
        donor_id=donor_id,
        whom=whom.strip(),
        note=note.strip(),
        asked_on=on,
        by_id=actor.user_id,
    )
    _journal(actor, "goods.asked_for", made, on)
    return made


@transaction.atomic
def answer_appeal(
    *, actor: Actor, appeal_id: int, state: str, promised_by: date | None = None, on: date, today: date
) -> Appeal:
    """It was promised by a day, or refused; or what was promised has come."""
    made = _hold(actor, appeal_id)
    wrong: dict[str, object] = {}
    if state not in set(Appeal.State.values) - {""}:
        wrong["state"] = _("Choose what came of it.")
    if not made.asked_on <= on <= today:
        wrong["on"] = _("Enter the day of the answer: from the day we asked up to today.")
    if promised_by is not None and promised_by < on:
        wrong["promised_by"] = _("What is promised comes on that day or later. Check the date.")
    if wrong:
        raise Invalid(wrong)
    made.state, made.answered_on = state, on
    if state == Appeal.State.REFUSED:
        made.promised_by = None
    elif state == Appeal.State.PROMISED:
        made.promised_by = promised_by
    made.save(update_fields=["state", "answered_on", "promised_by"])
    _journal(actor, "goods.appeal_answered", made, on)
    return made


@transaction.atomic
def void_appeal(*, actor: Actor, appeal_id: int, reason: str, on: date) -> Appeal:
    """Nobody was asked, or it stands twice: it counts nowhere and stays readable."""
    made = _hold(actor, appeal_id)
    if not reason.strip() or len(reason) > 500:
        raise Invalid({"reason": _("Say why in a few words, up to 500 letters.")})
    made.voided_on, made.voided_why = on, reason.strip()
    made.save(update_fields=["voided_on", "voided_why"])
    _journal(actor, "goods.appeal_voided", made, on)
    return made


def _hold(actor: Actor, appeal_id: int) -> Appeal:
    policies.check_can_manage(actor)
    seen = get_appeal(actor=actor, appeal_id=appeal_id)
    made = Appeal.every.select_for_update(of=("self",)).get(pk=seen.pk)
    if made.voided_on is not None:
        raise Conflict(_("This is voided already. Nothing was changed."))
    return made


def _journal(actor: Actor, verb: str, made: Appeal, on: date) -> None:
    audit.record(actor=actor, verb=verb, day=on.isoformat(), appeal=made.pk)
