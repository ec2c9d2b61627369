"""Rules of the chain: pure, without clock and database."""

from opora.chain.rules.arrows import ArrowCounts, Told, difference, told, wilson
from opora.chain.rules.recorded import OF_NO_FAMILY, lacking_of, recorded_of
from opora.chain.rules.standing import STATES, holds, state_of, trend, why_no_figure

__all__ = [
    "OF_NO_FAMILY",
    "STATES",
    "ArrowCounts",
    "Told",
    "difference",
    "holds",
    "lacking_of",
    "recorded_of",
    "state_of",
    "told",
    "trend",
    "why_no_figure",
    "wilson",
]
