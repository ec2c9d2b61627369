"""How long a family may be put aside: it comes back by itself."""

from datetime import date, timedelta
from typing import Final

LONGEST_ASIDE: Final = 92


def aside_until_is_wrong(until: date, *, on: date) -> bool:
    """Whether the day of coming back is none: it lies ahead, and no farther than three months."""
    return not on < until <= on + timedelta(days=LONGEST_ASIDE)
