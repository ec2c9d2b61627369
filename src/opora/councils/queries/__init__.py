"""Reading votes and councils: nobody learns how others voted before everybody has, or the vote is closed."""

from opora.councils.queries.ballots import (
    BallotView,
    CastVote,
    ballot_view,
    ballots_of,
    get_ballot,
    minutes_for,
    open_ballot_of,
    question_of,
    waiting_for,
)
from opora.councils.queries.conferences import ConferenceView, conference_view, conferences_of
from opora.councils.queries.people import (
    ballot_kinds,
    conference_decisions,
    panel_candidates,
    usual_council,
    usual_panel,
)

__all__ = [
    "BallotView",
    "CastVote",
    "ConferenceView",
    "ballot_kinds",
    "ballot_view",
    "ballots_of",
    "conference_decisions",
    "conference_view",
    "conferences_of",
    "get_ballot",
    "minutes_for",
    "open_ballot_of",
    "panel_candidates",
    "question_of",
    "usual_council",
    "usual_panel",
    "waiting_for",
]
