"""When the look back at a family is due: six months after its exit; which day that is, and how late it came."""

from datetime import date

from opora.common.dates import add_months

FOLLOW_UP_MONTHS = 6


def follow_up_due(exit_on: date, months: int = FOLLOW_UP_MONTHS) -> date:
    """The family is visited again six calendar months after it left (S3-85).

    31 August leads to 28 or 29 February: the last day of a shorter month stands for a day it does not have.
    """
    return add_months(exit_on, months)


def days_late(due_on: date, done_on: date) -> int:
    """How many days after the due day a thing was done; 0 when it was in time (S3-85)."""
    return max(0, (done_on - due_on).days)


def exit_day(closed_on: date, left_on: date | None) -> date:
    """The exit is the day the family left the centre or, without a stay, the day of closing (S3-84)."""
    return left_on or closed_on
