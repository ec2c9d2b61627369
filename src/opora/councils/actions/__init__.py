"""The only way councils change anything."""

from opora.councils.actions.ballots import call_off, close_ballot, declare_conflict, open_ballot, vote
from opora.councils.actions.conferences import hold_conference
from opora.councils.actions.reading import read_ballot, read_conference, read_matter

__all__ = [
    "call_off",
    "close_ballot",
    "declare_conflict",
    "hold_conference",
    "open_ballot",
    "read_ballot",
    "read_conference",
    "read_matter",
    "vote",
]
