"""When the form of a family is to be filled in again (S4-18, Q-09)."""

from datetime import date

from opora.common.dates import add_months


def next_review(last_on: date, months: int) -> date:
    """The day of the next assessment, so many whole calendar months after the last one as the program says."""
    return add_months(last_on, months)
