"""When somebody was born, as exactly as it is known: the day, the month, the year, or about a year.

What is not known is never made up: a rule that needs an age gets both ends of what is possible, and decides only
where they agree.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from opora.common.text import fold

ABOUT_YEARS = 1
"""«Около 2015» means this many years earlier or later."""

_MONTHS = (
    "янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
)  # fmt: skip
_ABOUT = re.compile(r"^(?:около|ок\.?|примерно|приблизительно|прим\.?|где-то|about|circa|ca?\.?|[~≈])\s*|\s*\?$")
_YEAR_WORD = re.compile(r"\s*(?:г\.?|год|года|г\. ?р\.?)$")
_YEAR = re.compile(r"(\d{4})")
_MONTH = re.compile(r"(\d{1,2})[./](\d{4})|(\d{4})-(\d{1,2})")
_DAY = re.compile(r"(\d{1,2})[./ -](\d{1,2})[./ -](\d{4}|\d{2})|(\d{4})-(\d{1,2})-(\d{1,2})|(\d{2})(\d{2})(\d{4})")
_WORDED = re.compile(r"(?:(\d{1,2})\s+)?([а-я]{3,9})\s+(\d{4})")
_AGE = re.compile(r"(\d{1,2})\s*(?:лет|год|года|л\.?|years?( old)?)")


@dataclass(frozen=True, slots=True)
class Birth:
    """A year, perhaps with month and day; `is_about` says that even the year is a guess."""

    year: int
    month: int | None = None
    day: int | None = None
    is_about: bool = False

    def __post_init__(self) -> None:
        date(self.year, self.month or 1, self.day or 1)
        if (self.day and not self.month) or (self.is_about and self.month):
            raise ValueError("a day needs its month, and a guess has neither")

    @classmethod
    def on(cls, day: date) -> "Birth":
        """The birth on a known day."""
        return cls(day.year, day.month, day.day)

    @property
    def exact(self) -> date | None:
        """The day, when it is known."""
        return date(self.year, self.month, self.day) if self.month and self.day else None

    @property
    def earliest(self) -> date:
        """The first day on which it may have been."""
        return date(self.year - ABOUT_YEARS if self.is_about else self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day on which it may have been."""
        year, month = self.year + ABOUT_YEARS if self.is_about else self.year, self.month or 12
        return date(year, month, self.day or monthrange(year, month)[1])

    def may_be(self, other: "Birth") -> bool:
        """Whether both may speak of one day."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def __str__(self) -> str:
        """As it is kept, and as it may be typed: 2015-03-12, 2015-03, 2015, ~2015."""
        parts = [f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part)]
        return ("~" if self.is_about else "") + "-".join(parts)


def parse_birth(text: str, *, on: date | None = None) -> Birth:
    """What somebody meant: «12.03.2015», «12.03.15», «март 2015», «03.2015», «2015», «около 2015», «около 11 лет».

    `on` is today: by it a year of two digits is told to be of this century or the last, and an age becomes a year.
    Raises ValueError.
    """
    plain = fold(text)
    rest = _ABOUT.sub("", plain)
    is_about = rest != plain
    if on is not None and (age := _AGE.fullmatch(rest)):
        return Birth(on.year - int(age[1]), is_about=True)
    rest = _YEAR_WORD.sub("", rest)
    if year := _YEAR.fullmatch(rest):
        return Birth(int(year[1]), is_about=is_about)
    if month := _MONTH.fullmatch(rest):
        return _guessed(int(month[2] or month[3]), int(month[1] or month[4]), None, is_about)
    if worded := _WORDED.fullmatch(rest):
        return _guessed(int(worded[3]), _month_of(worded[2]), int(worded[1]) if worded[1] else None, is_about)
    if day := _DAY.fullmatch(rest):
        known = [part for part in day.groups() if part]
        first, second, third = known if day[4] is None else reversed(known)
        return _guessed(_century(third, on), int(second), int(first), is_about)
    raise ValueError(text)


def _guessed(year: int, month: int, day: int | None, is_about: bool) -> Birth:
    """«Около марта 2015» is no better known than «около 2015»; an impossible day is still refused."""
    told = Birth(year, month, day)
    return Birth(year, is_about=True) if is_about else told


def _century(year: str, on: date | None) -> int:
    if len(year) == 4:
        return int(year)
    if on is None:
        raise ValueError(year)
    this = on.year - on.year % 100 + int(year)
    return this if this <= on.year else this - 100


def _month_of(word: str) -> int:
    for number, start in enumerate(_MONTHS, start=1):
        if word.startswith(start) and (start != "ма" or word in {"май", "мая", "маи"}):
            return number
    raise ValueError(word)
