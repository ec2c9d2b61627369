"""What was planned against what was really held (S3-38)."""

from datetime import date
from enum import StrEnum


class Standing(StrEnum):
    """How a planned service stands on a day."""

    HELD = "held"
    STOPPED = "stopped"
    LATE = "late"
    GOING = "going"


def standing_of(*, times: int, held: int, until_on: date | None, ended_on: date | None, on: date) -> Standing:
    """Held in full when as often as planned, be it stopped or late afterwards; late when its last day is over."""
    if held >= times:
        return Standing.HELD
    if ended_on is not None:
        return Standing.STOPPED
    return Standing.LATE if until_on is not None and until_on < on else Standing.GOING
