"""What somebody may have meant by the words typed into a search: pure rules on the side of the question.

The index keeps beginnings of names, so whoever leaves the ending of a case away has asked for the name: «Лебедевой»
asks for «лебедев». A text typed with the wrong layout (ghbdtn) or in Latin letters (Lebedeva) is read in Russian.
"""

import re
from typing import Final

from opora.common.text import fold

LONGEST: Final = 120
MOST: Final = 6
_SHORTEST_STEM: Final = 3

_KEYS = dict(zip("`qwertyuiop[]asdfghjkl;'zxcvbnm,.", "ёйцукенгшщзхъфывапролджэячсмитьбю", strict=True))
_LATIN = re.compile(r"[a-z]")
_CYRILLIC = re.compile(r"[а-яё]")
_PAIRS = (
    *(("shch", "щ"), ("sch", "щ"), ("yo", "ё"), ("jo", "ё"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("tz", "ц")),
    *(("ch", "ч"), ("sh", "ш"), ("yu", "ю"), ("ju", "ю"), ("iu", "ю"), ("ya", "я"), ("ja", "я"), ("ia", "ия")),
    *(("ye", "е"), ("ks", "кс"), ("x", "кс"), ("ph", "ф")),
)
_SINGLE = dict(zip("abcdefghijklmnopqrstuvwyz", "абкдефгхийклмнопкрстувваыз", strict=False)) | {
    "h": "х",
    "i": "и",
    "j": "й",
    "k": "к",
    "l": "л",
    "m": "м",
    "n": "н",
    "o": "о",
    "p": "п",
    "q": "к",
    "r": "р",
    "s": "с",
    "t": "т",
    "u": "у",
    "v": "в",
    "w": "в",
    "y": "ы",
    "z": "з",
    "'": "ь",
}
_ENDINGS = (
    *("ыми", "ими", "ого", "его", "ому", "ему", "ами", "ями", "иях"),
    *("ой", "ей", "ою", "ею", "ую", "юю", "ым", "им", "ых", "их", "ом", "ем", "ам", "ям", "ах", "ях", "ии", "ию", "ие"),
    *("а", "я", "у", "ю", "е", "ы", "и", "о", "й", "ь"),
)
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"(?P<n>\d{1,5})\s*(?:[\s/\\.-]|\sот\s)\s*(?P<year>\d{4}|\d{2})\s*(?P<rest>[^\W\d_]{0,4})")
_CENTURY: Final = 2000


def readings(text: str) -> tuple[str, ...]:
    """Every reading of a text, as typed first; each once, never more than a handful."""
    plain = fold(text[:LONGEST])
    found = [plain]
    if _LATIN.search(plain) and not _CYRILLIC.search(plain):
        found += [from_wrong_layout(plain), from_latin(plain)]
    found += [without_endings(one) for one in found]
    return tuple(dict.fromkeys(one for one in found if one))[:MOST]


def from_wrong_layout(text: str) -> str:
    """The letters of a Russian keyboard on the keys that were pressed: ghbdtn is привет."""
    return fold("".join(_KEYS.get(sign, sign) for sign in text.lower()))


def from_latin(text: str) -> str:
    """A Russian name written in Latin letters: Lebedeva is лебедева."""
    rest, found = text.lower(), ""
    while rest:
        pair = next(((latin, russian) for latin, russian in _PAIRS if rest.startswith(latin)), None)
        latin, russian = pair or (rest[0], _SINGLE.get(rest[0], rest[0]))
        # At the end of a word y stands for й: Dmitriy, Belyy.
        if latin == "y" and not rest[1:2].isalpha():
            russian = "й"
        found, rest = found + russian, rest[len(latin) :]
    return fold(found)


def without_endings(text: str) -> str:
    """The words without their endings of case, as long as enough of them is left to be a name."""
    return _WORD.sub(lambda word: _stem(word[0]), text)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def numbers(text: str) -> tuple[str, ...]:
    """Every way to write a number that may have been meant: «15 2026», «15-26» and «15/2026» are one number."""
    plain = " ".join(text[:LONGEST].replace("№", " ").split()).casefold()
    match = _NUMBER.fullmatch(plain)
    if match is None:
        return (plain,) if any(sign.isdigit() for sign in plain) else ()
    year = int(match["year"])
    full = year if year >= 100 else _CENTURY + year
    slashed = [f"{match['n']}/{full}{match['rest']}", f"{match['n']}/{full % 100:02d}{match['rest']}"]
    return tuple(dict.fromkeys([plain, *slashed]))


def is_meant(text: str, *told: str) -> bool:
    """Whether something is meant by what was typed: its number however written, or the words it is told by."""
    folded = [fold(one) for one in told]
    if any(number in one for number in numbers(text) for one in folded):
        return True
    parts = [part for one in folded for part in _WORD.findall(one)]
    wanted = [_WORD.findall(one) for one in (*readings(text), *(without_endings(one) for one in readings(text)))]
    return any(words and all(any(part.startswith(word) for part in parts) for word in words) for words in wanted)
