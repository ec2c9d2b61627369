"""A council on the plan is recorded once, with its minutes."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Invalid
from opora.common.news import tell
from opora.councils import policies
from opora.councils.models import Conference
from opora.councils.queries.people import panel_candidates
from opora.process import actions as process
from opora.process.models import Route
from opora.process.policies import check_not_blocked
from opora.process.queries import get_route


@transaction.atomic
def hold_conference(
    *,
    actor: Actor,
    route_id: int,
    participant_ids: Sequence[int],
    decision: str,
    remarks: str = "",
    guests: str = "",
    on: date,
) -> Conference:
    """Who met about the plan, what was remarked, approved or returned; files the minutes of the path (S4-14, D-14)."""
    route = get_route(actor=actor, route_id=route_id)
    policies.check_can_call(actor, route)
    check_not_blocked(route)
    _check(route, participant_ids, decision, remarks)
    conference = Conference.objects.create(
        route=route,
        on=on,
        participant_ids=sorted(set(participant_ids)),
        guests=guests.strip(),
        remarks=remarks.strip(),
        decision=decision,
        number=audit.next_number("conference_minutes"),
        by_id=actor.user_id,
    )
    process.file_paper(
        actor=actor,
        route_id=route_id,
        kind="council_minutes",
        source=f"councils.conference:{conference.pk}",
        on=on,
    )
    process.record_facts(actor=actor, route_id=route_id, facts={"council": decision}, on=on)
    audit.record(actor=actor, verb="councils.conference_held", case_id=route.case_id, route=route_id)
    tell("councils.decided", actor=actor, route_id=route_id, decision=decision)
    return conference


def _check(route: Route, participant_ids: Sequence[int], decision: str, remarks: str) -> None:
    wrong: dict[str, object] = {}
    known = {pk for pk, _name in panel_candidates(route=route)}
    if not participant_ids or not set(participant_ids) <= known:
        wrong["participant_ids"] = _("Choose those who took part from the list.")
    if decision not in Conference.Decision.values:
        wrong["decision"] = _("Choose the decision of the council.")
    elif decision == Conference.Decision.RETURN and not remarks.strip():
        wrong["remarks"] = _("Write what is to be changed in the plan.")
    if wrong:
        raise Invalid(wrong)
