"""Text as it stands in a workbook: what a person sees, and what the program compares."""

from functools import lru_cache

from opora.common.text import cyrillic

# Marks that take no room on the paper: zero-width spaces, joiners, byte order mark, soft hyphen.
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\x00"))


def squash(text: str) -> str:
    """The text as a person sees it: invisible marks gone, every run of spaces or line breaks one space."""
    if text.isprintable():
        # Nothing invisible in it, and no other space than the plain one.
        return text.strip() if "  " not in text else " ".join(text.split())
    return " ".join(text.translate(_INVISIBLE).split())


def russian_letters(text: str) -> str:
    """Lower case, ё as е, and Latin look-alikes as the Cyrillic letters they were meant to be."""
    return cyrillic(squash(text).upper()).casefold().replace("ё", "е")


@lru_cache(maxsize=4096)
def department_key(name: str) -> str:
    """One spelling for comparing departments: case, spaces, ё and look-alikes do not matter (S3-79)."""
    return russian_letters(name).replace(" ", "")


def letter_of(index: int) -> str:
    """The spreadsheet's letter of a column counted from 0: 0 is A, 27 is AB."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
