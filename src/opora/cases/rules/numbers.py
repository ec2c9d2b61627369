"""Case numbers: each department writes its own pattern, and people spell a number as they please.

A pattern is plain text with places to fill: ``{n}`` the running number (exactly one), ``{nn}`` and ``{nnn}``
the same padded with zeros, ``{year}`` and ``{yy}`` the year of opening. The source registers use
``{n}/{year}лд`` and ``{n}`` (S3-81).
"""

import re
import unicodedata

from opora.access.rules import NUMBER_PLACE, check_pattern

_SIGN = re.compile(r"^(?:#|no\.?(?=\d))+")
# Spelled as a key already, as most numbers are.
_FINAL = re.compile(r"[0-9]+(?:[/-][0-9]+)?[а-я]*")
# A keyboard offers several strokes and dashes for the two the patterns use.
_STROKES = str.maketrans({"\\": "/", "⁄": "/", "∕": "/", "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-"})
DEFAULT_PATTERN = "{n}/{year}"
LONGEST_NUMBER = 40
DIGITS = 9
"""So many has the longest running number."""


def number_key(text: str) -> str:
    """Bring a case number to the one spelling it is searched and compared by (S3-81).

    Takes any text; gives it without spaces and number signs, in lower case: «17/2021 ЛД» is «17/2021лд».
    """
    if _FINAL.fullmatch(text):
        return text
    key = _spelled(text)
    # Taking a space or a sign away may bring together what Unicode then writes as one: go on until it is final.
    while (final := _spelled(key)) != key:
        key = final
    return key


def _spelled(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text.replace("№", "#")).translate(_STROKES).casefold()
    return _SIGN.sub("", "".join(plain.split()))


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


def keys_of_year(pattern: str, year: int) -> str:
    """A regular expression for the keys that follow the pattern in a year; its one group is the running number.

    Written so that the database reads it as Python does: the highest number is found where the numbers lie.
    """
    check_pattern(pattern)
    places = {"year": f"{year:04d}", "yy": f"{year % 100:02d}"}
    written, last = "^", 0
    for place in NUMBER_PLACE.finditer(pattern):
        written += re.escape(_literal(pattern[last : place.start()], first=last == 0))
        written += places.get(place.group(1), f"([0-9]{{1,{DIGITS}}})")
        last = place.end()
    return f"{written}{re.escape(_literal(pattern[last:], first=False))}$"


def lengths_of(pattern: str, year: int) -> list[int]:
    """How many signs a key of the pattern may have: its running number has from one to nine digits."""
    longest = len(number_key(format_number(pattern, 10**DIGITS - 1, year)))
    return list(range(longest - DIGITS + 1, longest + 1))


def _literal(text: str, *, first: bool) -> str:
    """Spell the fixed text of a pattern as number_key spells it; a number sign is dropped only in front."""
    if first:
        return number_key(text + "0")[:-1]
    return number_key("0" + text)[1:]
