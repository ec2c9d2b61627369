"""When an entry of the directory is stale, and what people mean by the words they look for (S4-28)."""

import re
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from difflib import get_close_matches
from typing import Final

from opora.common.dates import add_months

STALE_MONTHS: Final = 12
FOLLOW_UP_DAYS: Final = 14
MOST_WORDS: Final = 8
# As near as two words of the same root with one slip of the finger.
NEAR: Final = 0.75

UNKNOWN, RECEIVED, NOT_RECEIVED, DECLINED = "unknown", "received", "not_received", "declined"
OUTCOMES: Final = (UNKNOWN, RECEIVED, NOT_RECEIVED, DECLINED)


def is_stale(checked_on: date | None, on: date) -> bool:
    """Whether an entry must be checked again: never checked, or twelve months ago or more (S4-28)."""
    return checked_on is None or add_months(checked_on, STALE_MONTHS) <= on


def follow_up_day(handed_on: date) -> date:
    """The day by which it is asked whether the family got help, unless another one is agreed."""
    return handed_on + timedelta(days=FOLLOW_UP_DAYS)


def is_overdue(outcome: str, follow_up_on: date, on: date) -> bool:
    """Whether nobody has asked in time what became of a referral (S4-03)."""
    return outcome == UNKNOWN and follow_up_on < on


SHORT_WORD, SHORTEST_WORD = 4, 3
"""So short a word («дома», «суд», «еда») is meant as a word of its own, and begins half of the dictionary."""


def words_of(text: str) -> list[str]:
    """The words of a search or an entry: small letters, «ё» as «е», no signs."""
    return re.findall(r"\w+", text.lower().replace("ё", "е"))


def query_of(words: Sequence[str], *, every: bool, whole: int = 0) -> str:
    """A full-text query: every one of the words, or any, each also as the beginning of a longer one.

    Words of up to ``whole`` letters are words of their own: «дом» is neither «домашний» nor «домофон».
    """
    asked = (word if len(word) <= whole else f"{word}:*" for word in words[:MOST_WORDS])
    return (" & " if every else " | ").join(asked)


def mended(words: Sequence[str], vocabulary: Collection[str]) -> list[str]:
    """The words with slips mended by the nearest word of the directory; a word without a near one is dropped."""
    near = (get_close_matches(word, vocabulary, n=1, cutoff=NEAR) for word in words[:MOST_WORDS])
    return [found[0] for found in near if found]
