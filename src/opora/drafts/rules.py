"""How long what is on its way is remembered."""

from datetime import datetime, timedelta

DAYS_OF_AN_INTENTION = 7
"""A page left open longer than this is asked for anew before anybody sends it twice."""


def forget_intentions_made_before(at: datetime) -> datetime:
    """The moment before which marks are forgotten."""
    return at - timedelta(days=DAYS_OF_AN_INTENTION)
