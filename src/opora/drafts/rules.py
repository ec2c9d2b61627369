"""How long what is on its way is remembered, and how much of it."""

from datetime import datetime, timedelta

DAYS_OF_AN_INTENTION = 7
"""A page left open longer than this is asked for anew before anybody sends it twice."""


def forget_intentions_made_before(at: datetime) -> datetime:
    """The moment before which marks are forgotten."""
    return at - timedelta(days=DAYS_OF_AN_INTENTION)


PURPOSE = "drafts.words"
"""What the words of a draft are sealed for."""
MOST_CHARACTERS = 200_000
DAYS_OF_A_DRAFT = 30


def forget_drafts_saved_before(at: datetime) -> datetime:
    """The moment before which begun forms are forgotten."""
    return at - timedelta(days=DAYS_OF_A_DRAFT)
