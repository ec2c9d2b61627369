"""Reading votes and councils: nobody learns how others voted before everybody has, or the vote is closed."""

from opora.councils.queries.ballots import (
    BallotView,
    CastVote,
    ask_open_ballot,
    ballot_view,
    ballots_of,
    get_ballot,
    minutes_for,
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
    "ask_open_ballot",
    "ballot_kinds",
    "ballot_view",
    "ballots_of",
    "conference_decisions",
    "conference_view",
    "conferences_of",
    "get_ballot",
    "minutes_for",
    "panel_candidates",
    "question_of",
    "usual_council",
    "usual_panel",
    "waiting_for",
]
