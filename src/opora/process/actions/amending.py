"""What was recorded by mistake is corrected or voided, what was planned is put off or cancelled; nothing is wiped out.

One way for every kind of record. The record's own room holds the record and changes it; here it is checked who may,
the reason and the former words are kept, papers of a voided record stop counting, and the journal gets its line.
"""

from collections.abc import Mapping
from datetime import date
from functools import partial

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.dates import day_of
from opora.common.errors import Conflict, Invalid, Refused
from opora.process import policies
from opora.process.actions.papers import withdraw_paper
from opora.process.models import Amended, Amendment, Paper, Voidable
from opora.process.queries.places import Place, place_of_record

LONGEST_REASON = 500
VERBS = {
    Amendment.Kind.VOIDED: "process.record_voided",
    Amendment.Kind.CORRECTED: "process.record_corrected",
    Amendment.Kind.PUT_OFF: "process.record_put_off",
    Amendment.Kind.CANCELLED: "process.record_cancelled",
    Amendment.Kind.MISSED: "process.record_missed",
}


def source_of(record: Amended) -> str:
    """A record as papers and amendments name it: "intake.visit:12"."""
    return record.amended_as


def may_mend(*, actor: Actor, record: Voidable, place: Place, on: date) -> bool:
    """A record is mended by its author on the day it was made; later by the coordinator and the head."""
    if policies.within(actor, "assessment.approve", department_id=place.department_id):
        return True
    is_own = actor.user_id is not None and record.by_id == actor.user_id
    return is_own and record.recorded_at is not None and day_of(record.recorded_at) == on


def check_may_mend(*, actor: Actor, record: Voidable, on: date) -> Place:
    """The place of a record that this person may mend now; Refused for all others, Conflict when it is void."""
    place = place_of_record(actor=actor, record=record)
    if record.voided_on is not None:
        raise Conflict(_("This record is voided already. Nothing was changed."))
    if not may_mend(actor=actor, record=record, place=place, on=on):
        raise Refused(
            _("A record is mended on the same day by whoever made it, later by the coordinator or the head. Ask them.")
        )
    return place


def amend(
    *,
    actor: Actor,
    record: Amended | Model,
    place: Place,
    kind: str,
    what: str,
    source: str = "",
    reason: str = "",
    before: Mapping[str, str] | None = None,
    is_reason_needed: bool = True,
    on: date,
) -> Amendment:
    """Keep what was done to a record; for the verbs of the rooms that hold records, inside their transaction.

    ``source`` names a record of a floor below, which does not know that records are amended.
    """
    reason = reason.strip()
    if (is_reason_needed and not reason) or len(reason) > LONGEST_REASON:
        raise Invalid({"reason": _("Say why in a few words, up to 500 letters.")})
    amendment = Amendment.objects.create(
        **place.keys,
        source=source_of(record) if isinstance(record, Amended) else source,
        kind=kind,
        reason=reason,
        before=dict(before or {}),
        on=on,
        by_id=actor.user_id,
    )
    audit.record(
        actor=actor,
        verb=VERBS[Amendment.Kind(kind)],
        case_id=place.case_id,
        family_id=place.family_id,
        what=what,
        record=record.pk,
        day=on.isoformat(),
    )
    return amendment


corrected = partial(amend, kind=Amendment.Kind.CORRECTED)
"""Keep what stood in a record before it was put right."""


def void(
    *,
    actor: Actor,
    record: Voidable,
    what: str,
    reason: str = "",
    before: Mapping[str, str] | None = None,
    is_undo: bool = False,
    on: date,
) -> Amendment:
    """A record that should not be there counts no more: its papers are withdrawn, it stays readable with the reason.

    ``is_undo``: the author takes it back at once, and need not say why. ``before`` is what the record itself keeps no
    more once it is void.
    """
    place = check_may_mend(actor=actor, record=record, on=on)
    return take_out(
        actor=actor,
        record=record,
        place=place,
        what=what,
        reason=reason,
        before=before,
        is_reason_needed=not is_undo,
        on=on,
    )


def take_out(
    *,
    actor: Actor,
    record: Voidable,
    place: Place,
    what: str,
    reason: str,
    before: Mapping[str, str] | None = None,
    is_reason_needed: bool = True,
    on: date,
) -> Amendment:
    """Void a record whose own room has found that this person may; inside its transaction."""
    record.voided_on = on
    record.save(update_fields=["voided_on"])
    if place.route is not None:
        source = source_of(record)
        papers = Paper.objects.filter(route=place.route, source=source, withdrawn_on=None)
        for kind in set(papers.values_list("kind", flat=True)):
            withdraw_paper(actor=actor, route_id=place.route.pk, kind=kind, source=source, on=on)
    return amend(
        actor=actor,
        record=record,
        place=place,
        kind=Amendment.Kind.VOIDED,
        what=what,
        reason=reason,
        before=before,
        is_reason_needed=is_reason_needed,
        on=on,
    )
