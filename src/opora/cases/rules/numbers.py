"""Case numbers: each department writes its own pattern, and people spell a number as they please.

A pattern is plain text with places to fill: ``{n}`` the running number (exactly one), ``{nn}`` and ``{nnn}``
the same padded with zeros, ``{year}`` and ``{yy}`` the year of opening. The source registers use
``{n}/{year}лд`` and ``{n}`` (S3-81).
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from opora.access.rules import NUMBER_PLACE, check_pattern

_SIGN = re.compile(r"^(?:#|no\.?(?=\d))+")
# A keyboard offers several strokes and dashes for the two the patterns use.
_STROKES = str.maketrans({"\\": "/", "⁄": "/", "∕": "/", "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-"})
DEFAULT_PATTERN = "{n}/{year}"
LONGEST_NUMBER = 40


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """What a case number says: the running number (from 1) and, where the pattern has one, the year."""

    n: int
    year: int | None = None


def number_key(text: str) -> str:
    """Bring a case number to the one spelling it is searched and compared by (S3-81).

    Takes any text; gives it without spaces and number signs, in lower case: «17/2021 ЛД» is «17/2021лд».
    """
    key = _spelled(text)
    # Taking a space or a sign away may bring together what Unicode then writes as one: go on until it is final.
    while (final := _spelled(key)) != key:
        key = final
    return key


def _spelled(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text.replace("№", "#")).translate(_STROKES).casefold()
    return _SIGN.sub("", "".join(plain.split()))


def has_year(pattern: str) -> bool:
    """Say whether numbering starts anew each year under this pattern."""
    return any(not place.startswith("n") for place in NUMBER_PLACE.findall(pattern))


def format_number(pattern: str, n: int, year: int) -> str:
    """Write the case number for running number n (from 1) and a four-digit year.

    Raises PatternError for a pattern that cannot number cases, ValueError for n below 1.
    """
    check_pattern(pattern)
    if n < 1:
        raise ValueError("a running number begins at 1")

    def fill(place: re.Match[str]) -> str:
        name = place.group(1)
        if name == "year":
            return f"{year:04d}"
        if name == "yy":
            return f"{year % 100:02d}"
        return str(n).zfill(len(name))

    return NUMBER_PLACE.sub(fill, pattern)


def parse_number(pattern: str, text: str) -> CaseNumber | None:
    """Read a case number in any spelling; None when it does not follow the department's pattern.

    A two-digit year is of this century.
    """
    found = _reader(pattern).fullmatch(number_key(text))
    if found is None:
        return None
    parts = found.groupdict()
    year = parts.get("year")
    short = parts.get("yy")
    return CaseNumber(int(parts["n"]), int(year) if year else 2000 + int(short) if short else None)


def next_number(pattern: str, taken: Iterable[str], year: int) -> str:
    """Give the number of the next case: one more than the highest already used in that year.

    Takes the department's numbers in any spelling; those outside the pattern are passed over. Gaps are not
    filled: a number once given away is never given again. Numbers need not follow the dates (S3 finding 2).
    """
    highest = 0
    for text in taken:
        number = parse_number(pattern, text)
        if number is not None and number.year in (None, _year_in(pattern, year)):
            highest = max(highest, number.n)
    return format_number(pattern, highest + 1, year)


def number_found(number: str, wanted: str) -> bool:
    """Say whether a case number answers a search: «17/2021лд» is found by «17/2021», «17» and «17/2021 лд».

    «1» does not find «17/2021лд»: a search ends where a run of digits ends.
    """
    key, start = number_key(number), number_key(wanted)
    if not start or not key.startswith(start):
        return False
    return not (start[-1].isdigit() and key[len(start) : len(start) + 1].isdigit())


def _year_in(pattern: str, year: int) -> int:
    return 2000 + year % 100 if "{yy}" in pattern else year


def _reader(pattern: str) -> re.Pattern[str]:
    check_pattern(pattern)
    names = {"year": r"(?P<year>\d{4})", "yy": r"(?P<yy>\d{2})"}
    written, last = "", 0
    for place in NUMBER_PLACE.finditer(pattern):
        written += re.escape(_literal(pattern[last : place.start()], first=last == 0))
        written += names.get(place.group(1), r"(?P<n>[0-9]{1,9})")
        last = place.end()
    return re.compile(written + re.escape(_literal(pattern[last:], first=False)), re.ASCII)


def _literal(text: str, *, first: bool) -> str:
    """Spell the fixed text of a pattern as number_key spells it; a number sign is dropped only in front."""
    if first:
        return number_key(text + "0")[:-1]
    return number_key("0" + text)[1:]
