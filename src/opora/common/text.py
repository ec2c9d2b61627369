"""Words as people type them: folded for comparing, put in Russian order, cleaned of look-alike letters."""

import re
import unicodedata

_SPACES = re.compile(r"\s+")
_APOSTROPHES = re.compile("['\u2019\u02bc`]")
_WORD = re.compile(r"[^\W\d_]+")
_NOT_DIGIT = re.compile(r"[^0-9]")

LOOK_ALIKES = dict(zip("ABCEHKMOPTXYaceopxy", "АВСЕНКМОРТХУасеорху", strict=True))
_LOOK_ALIKES = str.maketrans(LOOK_ALIKES)

# Ё stands apart from the other letters in Unicode; a letter that sorts right after Е takes its place.
_AFTER_YE = "е\uffff"


def squeeze(text: str) -> str:
    """Text as kept: composed Unicode, one space between words, none at the ends."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()


def fold(text: str) -> str:
    """Text as compared: case, spaces at the ends and between words, and the dots of Ё do not matter."""
    compatible = unicodedata.normalize("NFKC", text).casefold()
    return squeeze(unicodedata.normalize("NFKC", compatible)).replace("ё", "е")


def words(text: str) -> list[str]:
    """The folded words of a text in their order; hyphens part words, apostrophes do not."""
    return _WORD.findall(_APOSTROPHES.sub("", fold(text)))


def digits(text: str) -> str:
    """Only the digits 0 to 9 of a text, as for a telephone number."""
    return _NOT_DIGIT.sub("", unicodedata.normalize("NFKC", text))


def cyrillic(text: str) -> str:
    """Latin letters that look like Cyrillic ones (A, C, P, x…) become those; other letters stay."""
    return text.translate(_LOOK_ALIKES)


def russian_order(text: str) -> str:
    """Sort key of the Russian alphabet: case does not matter and Ё follows Е."""
    return squeeze(text).casefold().replace("ё", _AFTER_YE)
