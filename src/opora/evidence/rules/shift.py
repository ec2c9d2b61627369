"""How large is the change? The Hodges-Lehmann estimate with an interval whose true coverage is told.

The estimate is the median of all averages of two cases (a case with itself included). The averages are never
listed: the wanted one is found by halving, so 100,000 cases take milliseconds, not ten billion numbers.
"""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from opora.evidence.rules.counts import Counts
from opora.evidence.rules.signed_rank import EXACT_UP_TO, Method, untied_tail

if TYPE_CHECKING:
    from numpy.typing import NDArray

WANTED_CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Shift:
    """Estimate in weak sides; `confidence` is the true coverage (0..1) of `interval`, not the wished one.

    Ties make the coverage approximate: it is that of changes of n different sizes.
    """

    estimate: float | None
    interval: tuple[float, float] | None
    confidence: float | None
    method: Method | None


def hodges_lehmann(changes: Counts, *, confidence: float = WANTED_CONFIDENCE, exact_up_to: int = EXACT_UP_TO) -> Shift:
    """Estimate the typical change over the paired cases (IND-31, standards 4).

    When the wished confidence cannot be reached by so few cases the widest interval, smallest to largest change,
    is given with the coverage it has: 93.75 % for five cases. One case has no interval, no case no estimate.
    """
    if not changes.n:
        return Shift(None, None, None, None)
    sums = _PairSums(changes)
    middle = (sums.at_rank((sums.n - 1) // 2) + sums.at_rank(sums.n // 2)) / 4
    if changes.n == 1:
        return Shift(middle, None, None, None)
    method: Method = "exact" if changes.n <= exact_up_to else "normal"
    left_out, coverage = (_exact_cut if method == "exact" else _normal_cut)(changes.n, 1 - confidence)
    interval = (sums.at_rank(left_out) / 2, sums.at_rank(sums.n - 1 - left_out) / 2)
    return Shift(middle, interval, coverage, method)


def _exact_cut(n: int, risk: float) -> tuple[int, float]:
    """How many averages to leave out at each end, and the coverage that is left."""
    tail = untied_tail(n)
    left_out = 0
    while tail[left_out + 1] <= risk / 2:
        left_out += 1
    return left_out, 1 - 2 * tail[left_out]


def _normal_cut(n: int, risk: float) -> tuple[int, float]:
    from scipy import special

    center = n * (n + 1) / 4
    spread = math.sqrt(n * (n + 1) * (2 * n + 1) / 24)
    left_out = max(0, math.floor(center + float(special.ndtri(risk / 2)) * spread - 0.5))
    return left_out, 1 - 2 * float(special.ndtr((left_out + 0.5 - center) / spread))


class _PairSums:
    """The sums of every two cases, a case with itself included, in rising order without listing them."""

    def __init__(self, counts: Counts) -> None:
        import numpy as np

        self._values: NDArray[np.int64] = np.array(counts.values, dtype=np.int64)
        self._times: NDArray[np.int64] = np.array(counts.times, dtype=np.int64)
        self._up_to: NDArray[np.int64] = np.concatenate(([0], np.cumsum(self._times)))
        self.n = counts.n * (counts.n + 1) // 2

    def at_rank(self, rank: int) -> int:
        """The sum at a place counted from 0."""
        low, high = 2 * int(self._values[0]), 2 * int(self._values[-1])
        while low < high:
            middle = (low + high) // 2
            if self._at_most(middle) > rank:
                high = middle
            else:
                low = middle + 1
        return low

    def _at_most(self, limit: int) -> int:
        """How many sums do not exceed the limit: ordered pairs, with each case beside itself counted twice."""
        partners = self._up_to[self._values.searchsorted(limit - self._values, side="right")]
        ordered = int((self._times * partners).sum())
        with_itself = int(self._times[2 * self._values <= limit].sum())
        return (ordered + with_itself) // 2
