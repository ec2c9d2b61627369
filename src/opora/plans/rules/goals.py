"""The share of goals reached, and whether it is past the threshold of the track (S3-32, S3-36, IND-17)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

ACHIEVED: Final = "achieved"
CANCELLED: Final = "cancelled"
# Per cent that must be passed, not merely reached: under a contract (S3-32) and in home visiting (S3-36).
THRESHOLDS: Final[dict[str, int]] = {"contract": 50, "home_visiting": 30}


@dataclass(frozen=True, slots=True)
class Share:
    """Goals achieved of those that count, beside the threshold in per cent."""

    achieved: int
    total: int
    threshold: int

    @property
    def is_met(self) -> bool:
        """Whether strictly more than the threshold is achieved; counted in whole numbers, so that 50 % is not 50 %+."""
        return self.achieved * 100 > self.threshold * self.total

    @property
    def percent(self) -> int:
        """The share in whole per cent, rounded down; 0 while there is nothing to count."""
        return self.achieved * 100 // self.total if self.total else 0


def share(states: Iterable[str], threshold: int) -> Share | None:
    """The share of goals achieved (IND-17).

    ``states`` are the states of the goals of the plan; ``threshold`` whole per cent from 0 to 100. Goals cancelled by
    agreement do not count at all; those not decided yet and those not achieved count below the line. None without a
    goal that counts. Raises ValueError for a threshold outside 0..100.
    """
    if not 0 <= threshold <= 100:
        raise ValueError("a threshold is between 0 and 100 per cent")
    counted = [state for state in states if state != CANCELLED]
    return Share(counted.count(ACHIEVED), len(counted), threshold) if counted else None
