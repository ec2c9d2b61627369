"""Names of people in the case a sentence needs: worked out by the rules of the language, shown, and open to correction.

The endings of names are those of pytrovich; here it is found which word is which, and whose name it is.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, Final

from opora.papers.template_kinds import CASES

MALE, FEMALE = "male", "female"
_INITIALS: Final = re.compile(r"(?:[А-ЯЁ]\.-?)+")
_TURKIC: Final = {"оглы": MALE, "улы": MALE, "кызы": FEMALE, "гызы": FEMALE}
_HIS: Final = ("ов", "ев", "ёв", "ин", "ын", "ский", "цкий", "ской", "цкой", "ый")
_HERS: Final = ("ова", "ева", "ёва", "ина", "ына", "ская", "цкая", "ая", "яя")
_PARTS: Final = ("surname", "given", "patronymic")
_Word = tuple[str, str]


def declined(surname: str, given: str, patronymic: str, *, sex: str = "") -> dict[str, str]:
    """A name by its parts in every case; without knowing whether it is a man's or a woman's it stays as it is."""
    return _declined(
        [(part, word) for part, word in zip(_PARTS, (surname, given, patronymic), strict=True) if word], sex
    )


def declined_line(line: str, *, sex: str = "") -> dict[str, str]:
    """A name as somebody wrote it in one line, in either order, also with initials, in every case."""
    return _declined(_parts(line.split()), sex)


def sex_of(words: Sequence[_Word]) -> str:
    """Whether a name is a man's or a woman's, by its patronymic, else by its surname; empty when neither tells."""
    for part, word in words:
        last = word.rsplit(" ", 1)[-1].lower()
        if part == "patronymic" and (found := _TURKIC.get(last) or _of_patronymic(last)):
            return found
    for part, word in words:
        if part == "surname" and word.lower().endswith(_HERS):
            return FEMALE
        if part == "surname" and word.lower().endswith(_HIS):
            return MALE
    return ""


def _of_patronymic(word: str) -> str:
    return MALE if word.endswith("ич") else FEMALE if word.endswith("на") else ""


def _parts(words: Sequence[str]) -> list[_Word]:
    """Which word is the surname, the given name, the patronymic; initials stand where they stand."""
    if len(words) > 3 and words[-1].lower() in _TURKIC:
        words = [*words[:-2], " ".join(words[-2:])]
    full = [word for word in words if not _INITIALS.fullmatch(word)]
    fathers = [word for word in full if _is_patronymic(word)]
    if len(full) == 3 and fathers == [full[1]]:
        order = ("given", "patronymic", "surname")
    elif len(full) == 2 and fathers == [full[1]]:
        order = ("given", "patronymic", "")
    else:
        order = _PARTS
    names = iter(order)
    return [("initials" if _INITIALS.fullmatch(word) else next(names, "other"), word) for word in words]


def _is_patronymic(word: str) -> bool:
    last = word.lower().rsplit(" ", 1)[-1]
    return last in _TURKIC or last.endswith(("ович", "евич", "ич", "овна", "евна", "ична", "инична"))


def _declined(words: Sequence[_Word], sex: str) -> dict[str, str]:
    whole = " ".join(word for _part, word in words)
    known = sex or sex_of(words)
    if not known:
        return dict.fromkeys(CASES, whole)
    return {case: " ".join(_word(part, word, known, case) for part, word in words) for case in CASES}


def _word(part: str, word: str, sex: str, case: str) -> str:
    if part not in _PARTS:
        return word
    if " " in word:
        first, last = word.rsplit(" ", 1)
        return f"{first} {last}"
    if len(word) > 1 and word.isupper():
        return _word(part, word.capitalize(), sex, case).upper()
    maker, enums = _maker()
    kinds = dict(
        zip(_PARTS, (enums.NamePart.LASTNAME, enums.NamePart.FIRSTNAME, enums.NamePart.MIDDLENAME), strict=True)
    )
    gender = enums.Gender.FEMALE if sex == FEMALE else enums.Gender.MALE
    try:
        return str(maker.make(kinds[part], gender, enums.Case[case.upper()], word))
    except (KeyError, ValueError, IndexError):
        return word


@cache
def _maker() -> tuple[Any, Any]:
    """The rules of names, read once and only where a name is declined."""
    from pytrovich import enums
    from pytrovich.maker import PetrovichDeclinationMaker

    return PetrovichDeclinationMaker(), enums
