"""Sizes of clothes, shoes and nappies in their order, so that a size that is not there offers its neighbors."""

import re
from collections.abc import Collection

_LETTERS = ("XXS", "XS", "S", "M", "L", "XL", "XXL", "XXXL", "4XL", "5XL")
_CYRILLIC = str.maketrans("ХМС", "XMS")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_SPACES = re.compile(r"\s+")

LONGEST = 20


def tidy(size: str) -> str:
    """A size as it is kept: without spaces around it, letters large and Latin, a comma as the decimal mark."""
    plain = _SPACES.sub(" ", size).strip().upper()
    latin = plain.translate(_CYRILLIC)
    return latin if latin in _LETTERS else re.sub(r"(?<=\d)\.(?=\d)", ",", plain)


def rank(size: str) -> tuple[int, float, str]:
    """Where a size stands among others: letters by themselves, numbers by their first figure, words last."""
    if size in _LETTERS:
        return (1, float(_LETTERS.index(size)), "")
    if (found := _NUMBER.search(size)) is not None:
        return (2, float(found[0].replace(",", ".")), size)
    return (0, 0.0, "") if not size else (3, 0.0, size)


def neighbors(size: str, there: Collection[str]) -> list[str]:
    """The next smaller and the next larger size that is there; the larger stands first, for children grow."""
    kind, place, _word = rank(size)
    if kind not in {1, 2}:
        return []
    alike = sorted((one for one in there if one != size and rank(one)[0] == kind), key=rank)
    smaller = [one for one in alike if rank(one)[1] < place]
    larger = [one for one in alike if rank(one)[1] > place]
    return [*larger[:1], *smaller[-1:]]
