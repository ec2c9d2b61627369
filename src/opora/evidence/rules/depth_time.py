"""How long it takes: to the closing of a case, to the first improvement. Who is still waiting counts as waiting.

Kaplan and Meier: a family whose case is open has not taken "no time" and not "never"; it counts for as long as it is
known. So the share still waiting is told day by day, with how many families stand behind it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

HALF: Final = 0.5
# Half a year, a year, and so on, in days.
MARKS: Final = (30, 91, 182, 365, 730)


@dataclass(frozen=True, slots=True)
class Waiting:
    """So many days on: how many families were still followed, and which share was still waiting, with its interval."""

    days: int
    at_risk: int
    share: float | None
    interval: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Curve:
    """`median` is None while less than half have come so far; an end of its interval is None where data end first."""

    n: int
    events: int
    median: int | None
    low: int | None
    high: int | None
    steps: Sequence[tuple[int, float]]
    marks: Sequence[Waiting]


def curve(waited: Mapping[tuple[int, bool], int]) -> Curve | None:
    """From so many families by days and by whether it happened; None without a family."""
    if not waited:
        return None
    import warnings

    import numpy as np
    from scipy import stats

    days = np.array([day for day, _happened in waited], dtype=np.int64)
    happened = np.array([one for _day, one in waited], dtype=bool)
    times = np.array(list(waited.values()), dtype=np.int64)
    n, events = int(times.sum()), int(times[happened].sum())
    if not events:
        return Curve(n, 0, None, None, None, (), ())
    came, waits = np.repeat(days[happened], times[happened]), np.repeat(days[~happened], times[~happened])
    found = stats.ecdf(stats.CensoredData(uncensored=came, right=waits)).sf
    with warnings.catch_warnings(), np.errstate(divide="ignore", invalid="ignore"):
        # Where nobody is left the formula has no interval; that is said as "not known", not as a warning.
        warnings.simplefilter("ignore", RuntimeWarning)
        band = found.confidence_interval(method="log-log")
    low, high = (np.asarray(side.probabilities, dtype=float) for side in (band.low, band.high))
    left = np.asarray(found.probabilities, dtype=float)
    at = np.asarray(found.quantiles, dtype=np.int64)
    all_days = np.sort(np.concatenate((came, waits)))
    last = int(all_days[-1])

    def until(share: "np.typing.NDArray[np.float64]") -> int | None:
        reached = np.nonzero(share <= HALF)[0]
        return int(at[reached[0]]) if reached.size else None

    def waiting(day: int) -> Waiting:
        place = int(np.searchsorted(at, day, side="right")) - 1
        at_risk = int(all_days.size - np.searchsorted(all_days, day, side="left"))
        share = 1.0 if place < 0 else float(left[place])
        bounds = None if place < 0 or np.isnan(low[place]) else (float(low[place]), float(high[place]))
        return Waiting(day, at_risk, share, bounds)

    return Curve(
        n,
        events,
        until(left),
        until(low),
        until(high),
        [(int(day), float(share)) for day, share in zip(at, left, strict=True)],
        [waiting(day) for day in MARKS if day <= last],
    )
