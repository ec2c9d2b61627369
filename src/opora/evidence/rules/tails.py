"""How likely a number at most, or at least, as large as the one found is, drawn without putting back (hypergeometric).

Exact, and for a thousand questions at once: SciPy adds up each of them by itself, which takes a second for one form.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_NOTHING = 1e-17
"""What is left of a term that no longer changes a sum."""


def tails(found: Any, total: Any, good: Any, drawn: Any) -> "tuple[NDArray[np.float64], NDArray[np.float64]]":
    """Of so many good ones in a total, so many were found among the drawn: that many or fewer, that many or more."""
    import numpy as np

    k, n, g, d = (np.asarray(one, dtype=np.float64) for one in np.broadcast_arrays(found, total, good, drawn))
    if not k.size:
        return k, k
    chance = _chance(k, n, g, d)
    # From the one found away from the middle terms only grow smaller; the other side is what is left.
    is_high = k * n > g * d
    away = np.minimum(1.0, chance * _sum_of_ratios(k, n, g, d, is_high))
    rest = np.clip(1.0 - away + chance, 0.0, 1.0)
    return np.where(is_high, rest, away), np.where(is_high, away, rest)


def _chance(k: Any, n: Any, g: Any, d: Any) -> Any:
    """That exactly so many are found."""
    import numpy as np
    from scipy.special import gammaln

    def ways(of: Any, take: Any) -> Any:
        return gammaln(of + 1) - gammaln(take + 1) - gammaln(of - take + 1)

    return np.exp(ways(g, k) + ways(n - g, d - k) - ways(n, d))


def _sum_of_ratios(k: Any, n: Any, g: Any, d: Any, is_high: Any) -> Any:
    """What the terms from the one found outwards come to, in parts of that one."""
    import numpy as np

    term, added, step = np.ones_like(k), np.ones_like(k), 0
    while term.max() > _NOTHING:
        up, down = k + step, k - step
        ratio = np.where(
            is_high,
            (g - up) * (d - up) / ((up + 1) * (n - g - d + up + 1)),
            down * (n - g - d + down) / ((g - down + 1) * (d - down + 1)),
        )
        term = term * np.maximum(ratio, 0.0)
        added += term
        step += 1
    return added
