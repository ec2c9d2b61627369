"""How long a consent holds, and how long data stay after its withdrawal (152-FZ, art. 21)."""

from datetime import date, timedelta
from typing import Final

from opora.common.dates import add_months

DAYS_TO_DESTROY: Final = 30
MONTHS_AT_MOST: Final = 6


def destroy_by(withdrawn_on: date) -> date:
    """The last day on which the data may still be there (X-11)."""
    return withdrawn_on + timedelta(days=DAYS_TO_DESTROY)


def extend_to_at_most(withdrawn_on: date) -> date:
    """The last day to which the term may be extended: six months after the withdrawal (art. 21, part 6)."""
    return add_months(withdrawn_on, MONTHS_AT_MOST)
