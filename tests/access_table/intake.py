"""A signal on the path of the first case, and a record of every kind that intake keeps."""

from datetime import date
from decimal import Decimal

from opora.access.rules import SYSTEM
from opora.intake import actions
from opora.intake.models import Referral, SignalJoin
from opora.process.models import Route


def signal_of(route: Route, *, words: str, visitor_id: int, on: date) -> dict[str, int]:
    """What the addresses of intake need; `words` stand in every sealed text."""
    referral = Referral.objects.create(
        route=route,
        received_at=f"{on}T10:00:00+03:00",
        channel="phone",
        source="neighbour",
        urgency="days",
        told={"story": words, "caller": words},
        answer_by=on,
        outcome="visit",
        decided_on=on,
    )
    contact = actions.record_contact(
        actor=SYSTEM, route_id=route.pk, kind="phone", party="mother", result="reached", notes=words, on=on
    )
    aid = actions.give_aid(actor=SYSTEM, route_id=route.pk, items={"food": Decimal(1)}, remark=words, on=on)
    visit = actions.plan_visit(actor=SYSTEM, route_id=route.pk, visitor_ids=[visitor_id], on=on)
    actions.report_visit(actor=SYSTEM, visit_id=visit.pk, safety="safe", told={"home": words}, children=[], on=on)
    form = actions.fill_risk_form(
        actor=SYSTEM, route_id=route.pk, risks={"infant": "yes"}, resources={}, needs=words, on=on
    )
    report = actions.write_report(actor=SYSTEM, route_id=route.pk, sections={"situation": words}, on=on)
    note = actions.record_source(
        actor=SYSTEM, route_id=route.pk, kind="school", basis="request", who=words, text=words, on=on
    )
    assert route.family_id is not None
    join = SignalJoin.objects.create(given=referral, other=referral, family_id=route.family_id)
    return {
        "join_id": join.pk,
        "note_id": note.pk,
        "referral_id": referral.pk,
        "contact_id": contact.pk,
        "record_id": contact.pk,
        "aid_id": aid.pk,
        "visit_id": visit.pk,
        "form_id": form.pk,
        "report_id": report.pk,
    }
