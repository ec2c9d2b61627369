"""When a plan is to be looked at again (S4-18, S4-36)."""

from datetime import date, timedelta
from typing import Final

from opora.common.dates import add_months

# Calendar months from one look at the plan to the next, and days after something nobody foresaw.
REVIEW_MONTHS: Final = 3
EVENT_REVIEW_DAYS: Final = 7


def next_review(on: date) -> date:
    """The day of the next review, counted from the day of this one."""
    return add_months(on, REVIEW_MONTHS)


def event_review(on: date) -> date:
    """The day by which the plan is looked at after something unforeseen."""
    return on + timedelta(days=EVENT_REVIEW_DAYS)


def earlier_review(planned: date | None, asked: date) -> date:
    """The nearer of the review planned already (None: none) and the one asked for now."""
    return asked if planned is None else min(planned, asked)
