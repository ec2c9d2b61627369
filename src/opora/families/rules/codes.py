"""Codes that stand for people: a Cyrillic capital and a running number within the letter (S3-80).

Parents and children share one counter per letter, so a family may read П25, В4, П26, П27. A code given once
is never given again, even when the person is erased.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from opora.common.text import cyrillic, squeeze

LETTERS = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
LARGEST_NUMBER = 9_999_999

# Whose surname nobody knows yet still needs a code: Н, «неизвестно».
UNKNOWN_LETTER = "Н"

_SHAPE = re.compile(r"(?P<letter>\D*?)[\s\-–—.№]*(?P<number>[0-9]*)", re.DOTALL)

# Surnames of neighboring alphabets begin with letters a Russian reader cannot type; each goes to its
# nearest neighbor.
_NEIGHBORS = dict(
    zip(
        "ЁҐЄІЇЎӘҒҚҢӨҰҮҺЈЉЊЋЏЂӢӮҲҶЭABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "ЕГЕИИУАГКНОУУХЙЛНЧДДИУХЧЭАБКДЕФГХИДКЛМНОПКРСТУВВКИЗ",
        strict=True,
    )
)


class CodeFault(StrEnum):
    """What is wrong with a text that should be a code."""

    EMPTY = "empty"
    NO_LETTER = "no_letter"
    LETTER = "letter"
    NO_NUMBER = "no_number"
    NUMBER = "number"


class BadCode(ValueError):
    """The text is no code; `fault` says why and `value` is what was given."""

    def __init__(self, fault: CodeFault, value: str) -> None:
        super().__init__(f"{fault}: {value!r}")
        self.fault = fault
        self.value = value


@dataclass(frozen=True, order=True, slots=True)
class Code:
    """A letter of the Russian alphabet and a number from 1; codes sort by letter, then by number."""

    letter: str
    number: int

    def __post_init__(self) -> None:
        if self.letter not in LETTERS or len(self.letter) != 1:
            raise BadCode(CodeFault.LETTER, self.letter)
        if not 1 <= self.number <= LARGEST_NUMBER:
            raise BadCode(CodeFault.NUMBER, str(self.number))

    def __str__(self) -> str:
        return f"{self.letter}{self.number}"


def parse_code(text: str) -> Code:
    """The code a person meant to type.

    Lower case, spaces, a hyphen between letter and number, leading zeros and Latin look-alikes are
    forgiven; compare `str(result)` with the text to learn that something was mended. Raises BadCode.
    Source: S3-80.
    """
    plain = squeeze(text)
    if not plain:
        raise BadCode(CodeFault.EMPTY, text)
    parts = _SHAPE.fullmatch(plain)
    if parts is None:
        raise BadCode(CodeFault.NUMBER, text)
    letter = cyrillic(parts["letter"].upper()).replace("Ё", "Е")
    if not letter:
        raise BadCode(CodeFault.NO_LETTER, text)
    if len(letter) != 1 or letter not in LETTERS:
        raise BadCode(CodeFault.LETTER, text)
    if not parts["number"]:
        raise BadCode(CodeFault.NO_NUMBER, text)
    number = int(parts["number"][-20:]) if len(parts["number"]) <= 20 else LARGEST_NUMBER + 1
    if not 1 <= number <= LARGEST_NUMBER:
        raise BadCode(CodeFault.NUMBER, text)
    return Code(letter, number)


def next_code(letter: str, last_number: int) -> Code:
    """The code after the last one issued for a letter; `last_number` is 0 when the letter is new."""
    return Code(letter, last_number + 1)


def letter_for(surname: str) -> str:
    """The letter a surname gives to its bearer's code; Н when no letter can be told."""
    for sign in squeeze(surname).upper():
        letter = _NEIGHBORS.get(sign, sign)
        if letter in LETTERS:
            return letter
    return UNKNOWN_LETTER
