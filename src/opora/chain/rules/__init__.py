"""Rules of the chain: pure, without clock and database."""

from opora.chain.rules.arrows import ArrowCounts, Told, difference, told, wilson
from opora.chain.rules.standing import STATES, holds, state_of, trend, why_no_figure

__all__ = [
    "STATES",
    "ArrowCounts",
    "Told",
    "difference",
    "holds",
    "state_of",
    "told",
    "trend",
    "why_no_figure",
    "wilson",
]
