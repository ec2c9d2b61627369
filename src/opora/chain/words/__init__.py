"""The chain in words."""

from opora.chain.words.arrows import (
    PART_TITLES,
    against_said,
    cautions,
    days_said,
    difference_said,
    earlier_said,
    first_said,
    unknown_said,
    why_silent,
)
from opora.chain.words.family import FAMILY_STATES, family_box_said
from opora.chain.words.standing import (
    REASONS,
    STATE_WORDS,
    TRENDS,
    reason_of,
    rests_on,
    tally_of,
    target_of,
    title_of,
    trend_of,
    trend_of_tally,
    value_of,
    why,
)

__all__ = [
    "FAMILY_STATES",
    "PART_TITLES",
    "REASONS",
    "STATE_WORDS",
    "TRENDS",
    "against_said",
    "cautions",
    "days_said",
    "difference_said",
    "earlier_said",
    "family_box_said",
    "first_said",
    "reason_of",
    "rests_on",
    "tally_of",
    "target_of",
    "title_of",
    "trend_of",
    "trend_of_tally",
    "unknown_said",
    "value_of",
    "why",
    "why_silent",
]
