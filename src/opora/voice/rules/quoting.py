"""Whether words to be quoted name somebody of the family."""

import re
from collections.abc import Collection, Iterable
from typing import Final

from opora.common.text import fold

LONGEST: Final = 600
_WORD: Final = re.compile(r"[А-ЯЁA-Z][а-яёa-z]+")
_LEAST: Final = 3
_ENDINGS: Final = frozenset(
    "а я у ю ы и е о й ь ой ей ою ею ом ем ам ям ах ях ого ому его ему ым им ых их ая яя ую юю".split()
)


def names_in(text: str, names: Iterable[str]) -> list[str]:
    """The words of a text that are one of these names, in whatever case they stand; each once."""
    stems = {stem_of(name) for whole in names for name in whole.split() if len(name) >= _LEAST}
    return list(dict.fromkeys(word for word in _WORD.findall(text) if _is_one_of(fold(word), stems)))


def stem_of(name: str) -> str:
    """A name without its ending, so that «Ольгу» is found by «Ольга»."""
    folded = fold(name)
    ending = next((size for size in (2, 1) if folded[-size:] in _ENDINGS and len(folded) - size >= _LEAST), 0)
    return folded[: len(folded) - ending]


def _is_one_of(word: str, stems: Collection[str]) -> bool:
    return word in stems or any(word.startswith(stem) and word[len(stem) :] in _ENDINGS for stem in stems)
