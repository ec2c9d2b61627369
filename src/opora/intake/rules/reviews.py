"""Risks and resources are looked at again and again, until the support ends (S4-34)."""

from dataclasses import dataclass
from datetime import date

from opora.common.dates import add_months


@dataclass(frozen=True, slots=True)
class RiskReview:
    """When risks were looked at last (None: not yet) and by when they should be again (None: the path has ended)."""

    last_on: date | None
    due_on: date | None

    def is_late(self, on: date) -> bool:
        """Whether the next look is overdue on a day."""
        return self.due_on is not None and self.due_on < on


def next_review(last_on: date | None, *, began_on: date, months: int, has_ended: bool) -> RiskReview:
    """The next look is due so many calendar months after the last one, or after the work began; an end ends it."""
    return RiskReview(last_on, None if has_ended else add_months(last_on or began_on, months))
