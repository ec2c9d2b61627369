"""Looking at what people said in a vote or a council is a line in the journal."""

from django.db import transaction

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.councils.queries import BallotView, ConferenceView, ballot_view, conference_view


@transaction.atomic
def read_ballot(*, actor: Actor, ballot_id: int) -> BallotView:
    """The vote with what this person may know of it."""
    view = ballot_view(actor=actor, ballot_id=ballot_id)
    audit.record(actor=actor, verb="councils.ballot_read", case_id=view.ballot.route.case_id, ballot=ballot_id)
    return view


@transaction.atomic
def read_conference(*, actor: Actor, conference_id: int) -> ConferenceView:
    """The minutes of a council."""
    view = conference_view(actor=actor, conference_id=conference_id)
    route = view.conference.route
    audit.record(actor=actor, verb="councils.conference_read", case_id=route.case_id, route=route.pk)
    return view
