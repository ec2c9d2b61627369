"""Consultations and attempts to reach the family (S4-06, S0-03, S0-04, S2-07, S2-09)."""

from datetime import date, time

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Invalid
from opora.families.sealing import seal, unseal
from opora.intake import policies
from opora.intake.actions.frame import workable
from opora.intake.models import ContactRecord
from opora.process import actions as process
from opora.process.queries import get_route

PURPOSE = "intake.contact"
# With these the contact with the family is there, and the path may go on (S4-06).
MADE = frozenset({ContactRecord.Result.REACHED, ContactRecord.Result.AGREED})
_LONGEST, _LONGEST_DAY = 10_000, 24 * 60


@transaction.atomic
def record_contact(
    *,
    actor: Actor,
    route_id: int,
    kind: str,
    party: str,
    result: str,
    topic: str = "",
    at: time | None = None,
    minutes: int | None = None,
    notes: str = "",
    on: date,
) -> ContactRecord:
    """Record a contact; when somebody was reached, the paper that says so is filed."""
    route = workable(actor=actor, route_id=route_id)
    wrong: dict[str, object] = {
        name: _("Choose from the list.")
        for name, value, choices in (
            ("kind", kind, ContactRecord.Kind),
            ("party", party, ContactRecord.Party),
            ("result", result, ContactRecord.Result),
            ("topic", topic, ContactRecord.Topic),
        )
        if value not in choices.values
    }
    if minutes is not None and not 0 < minutes <= _LONGEST_DAY:
        wrong["minutes"] = _("Enter minutes from 1 to 1440.")
    if len(notes) > _LONGEST:
        wrong["notes"] = _("This is too long to be kept. Shorten it.")
    if wrong:
        raise Invalid(wrong)
    policies.check_day(on, began=route.started_on)
    notes = notes.strip()
    contact = ContactRecord.objects.create(
        route=route,
        on=on,
        at=at,
        kind=kind,
        topic=topic,
        party=party,
        result=result,
        minutes=minutes,
        notes=seal(notes, PURPOSE) if notes else None,
        by_id=actor.user_id,
    )
    audit.record(actor=actor, verb="intake.contact_recorded", case_id=route.case_id, route=route.pk, day=on.isoformat())
    if result in MADE:
        source = f"intake.contact:{contact.pk}"
        process.file_paper(actor=actor, route_id=route.pk, kind="contact_made", source=source, on=on)
    return contact


@transaction.atomic
def read_notes(*, actor: Actor, contact_id: int) -> tuple[ContactRecord, str]:
    """A contact with its notes; reading them is a line in the journal."""
    contact = ContactRecord.objects.filter(pk=contact_id).select_related("by").first()
    if contact is None:
        raise policies.unseen()
    route = get_route(actor=actor, route_id=contact.route_id)
    audit.record(actor=actor, verb="intake.contact_read", case_id=route.case_id, route=route.pk)
    return contact, unseal(contact.notes, PURPOSE) if contact.notes is not None else ""
