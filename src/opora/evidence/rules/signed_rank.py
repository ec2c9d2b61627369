"""Is the fall in weak sides more than chance ups and downs? The Wilcoxon signed-rank test and its effect size.

For few cases the test is exact: every way of giving plus or minus to the observed ranks is counted, ties and
unchanged cases included. Above `EXACT_UP_TO` changed cases the normal approximation is used, and the result says
so.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from opora.evidence.rules.counts import Counts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

EXACT_UP_TO = 200

ZeroMethod = Literal["pratt", "wilcox"]
Method = Literal["exact", "normal"]


@dataclass(frozen=True, slots=True)
class SignedRank:
    """Result of the test of "no change"; every figure is None when no case changed.

    `p_one_sided` asks for a fall in weak sides only; `smallest_possible_p` is the least two-sided p that this
    many changed cases can give at all. `rank_biserial` runs from -1 (all got worse) to +1 (all got better).
    """

    p_two_sided: float | None
    p_one_sided: float | None
    smallest_possible_p: float | None
    rank_biserial: float | None
    changed: int
    unchanged: int
    method: Method | None
    zeros: ZeroMethod


def signed_rank(decreases: Counts, *, zeros: ZeroMethod = "pratt", exact_up_to: int = EXACT_UP_TO) -> SignedRank:
    """Test whether weak sides changed between entry and exit (requirements 4.3, standards 4).

    `decreases` counts entry minus exit over the paired cases. With "pratt" unchanged cases take part in the
    ranking and are then left out; with "wilcox" they are left out before.
    """
    ranked = _doubled_ranks(decreases, zeros=zeros)
    unchanged = decreases.as_dict().get(0, 0)
    changed = decreases.n - unchanged
    if not changed:
        return SignedRank(None, None, None, None, 0, unchanged, None, zeros)
    plus = sum(rank * better for rank, better, _ in ranked)
    minus = sum(rank * worse for rank, _, worse in ranked)
    method: Method = "exact" if changed <= exact_up_to else "normal"
    if method == "exact":
        fell, rose = _exact_tails(plus, [rank for rank, better, worse in ranked for _ in range(better + worse)])
    else:
        fell, rose = _normal_tails(plus, ranked, unchanged=unchanged, zeros=zeros)
    return SignedRank(
        p_two_sided=min(1.0, 2 * min(fell, rose)),
        p_one_sided=fell,
        smallest_possible_p=smallest_possible_p(changed),
        rank_biserial=(plus - minus) / (plus + minus),
        changed=changed,
        unchanged=unchanged,
        method=method,
        zeros=zeros,
    )


def smallest_possible_p(changed: int) -> float:
    """The two-sided p when every one of these cases changed in the same direction: 2^(1-n), never above 1."""
    return float(min(1.0, 2.0 ** (1 - changed)))


@lru_cache(maxsize=EXACT_UP_TO)
def untied_tail(n: int) -> tuple[float, ...]:
    """P(W <= w) for w = 0, 1, ... when n changes have n different sizes and chance alone decides the signs."""
    return tuple(float(p) for p in _sign_distribution(list(range(1, n + 1))).cumsum())


def _doubled_ranks(decreases: Counts, *, zeros: ZeroMethod) -> list[tuple[int, int, int]]:
    """(twice the mid-rank, cases better, cases worse) for each size of change; doubling keeps ranks whole."""
    counted = decreases.as_dict()
    below = counted.get(0, 0) if zeros == "pratt" else 0
    ranked = []
    for size in sorted({abs(value) for value in counted} - {0}):
        better, worse = counted.get(size, 0), counted.get(-size, 0)
        ranked.append((2 * below + better + worse + 1, better, worse))
        below += better + worse
    return ranked


def _sign_distribution(ranks: list[int]) -> "NDArray[np.float64]":
    """Chance of each possible sum of the ranks that got a plus, every sign being a fair coin."""
    import numpy as np

    chances = np.zeros(sum(ranks) + 1)
    chances[0] = 1.0
    reached = 0
    for rank in ranks:
        flipped = chances[: reached + 1] * 0.5
        chances[: reached + 1] = flipped
        chances[rank : rank + reached + 1] += flipped
        reached += rank
    return chances


def _exact_tails(plus: int, ranks: list[int]) -> tuple[float, float]:
    """Chance of a sum of pluses at least, and at most, as large as the observed one."""
    chances = _sign_distribution(ranks)
    return min(1.0, float(chances[plus:].sum())), min(1.0, float(chances[: plus + 1].sum()))


def _normal_tails(
    plus: int, ranked: Sequence[tuple[int, int, int]], *, unchanged: int, zeros: ZeroMethod
) -> tuple[float, float]:
    """The normal approximation with ties, and unchanged cases that took part in the ranking (Cureton 1967).

    The same as SciPy's, which wants one number per case and takes them in again for every question.
    """
    from scipy import special

    sizes = [better + worse for _, better, worse in ranked]
    took_part = unchanged if zeros == "pratt" else 0
    n = sum(sizes) + took_part
    center = (n * (n + 1) - took_part * (took_part + 1)) / 4
    squares = n * (n + 1) * (2 * n + 1) - took_part * (took_part + 1) * (2 * took_part + 1)
    ties = sum(size**3 - size for size in sizes)
    z = (plus / 2 - center) / math.sqrt((squares - ties / 2) / 24)
    return float(special.ndtr(-z)), float(special.ndtr(z))
