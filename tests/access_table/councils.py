"""A vote, a council and a referral to a partner on the path of the first case."""

from collections.abc import Sequence
from datetime import date

from opora.access.rules import SYSTEM
from opora.councils import actions as councils
from opora.partners import actions as partners
from opora.process.models import Route


def decisions_of(route: Route, *, words: str, panel: Sequence[int], chair_id: int, on: date) -> dict[str, int]:
    """What the addresses of councils and partners need; `words` stand in every sealed text."""
    ballot = councils.open_ballot(
        actor=SYSTEM, route_id=route.pk, question=words, member_ids=panel, chair_id=chair_id, closes_on=on, on=on
    )
    conference = councils.hold_conference(
        actor=SYSTEM,
        route_id=route.pk,
        participant_ids=panel,
        decision="return",
        remarks=words,
        guests=words,
        on=on,
    )
    entry = {"name": "Центр «Вместе»", "kind": "charity", "services": "Обеды", "contacts": "+7 495 000-00-00"}
    partner = partners.keep_partner(actor=SYSTEM, entry=entry, on=on)
    onward = partners.refer(actor=SYSTEM, route_id=route.pk, partner_id=partner.pk, told=words, has_consent=True, on=on)
    return {
        "ballot_id": ballot.pk,
        "conference_id": conference.pk,
        "partner_id": partner.pk,
        "onward_id": onward.pk,
    }
