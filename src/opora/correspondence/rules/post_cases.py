"""Posts in the case a sentence needs: «начальнику отдела опеки», «главного врача», «заведующей детским садом».

What is declined is what the post is called by: the adjectives before its first noun, and that noun. What stands after
depends on the noun and stays. Abbreviations and foreign words stay too; whatever comes out is shown and can be
corrected.
"""

from typing import Final

from opora.papers.template_kinds import CASES

# Participles that are posts by themselves: what follows depends on them.
_ALONE: Final = ("заведующ", "управляющ", "исполняющ", "уполномоченн", "дежурн", "командующ", "служащ", "воспитывающ")
_HISSING: Final = "жшчщ"
_BACK: Final = "гкх"
_FIXED: Final = frozenset({"врио", "и.о.", "и.", "о.", "вр.", "зам.", "зав.", "нач.", "гл.", "ст.", "пом."})
_STRESSED: Final = ("врач", "ткач", "скрипач")
_MASCULINE: Final = ("ый", "ий", "ой")
_FEMININE: Final = ("ая", "яя")
_CONSONANTS: Final = "бвгджзклмнпрстфхцчшщ"


def declined_post(post: str) -> dict[str, str]:
    """A post in every case."""
    return {case: _post(post, number) for number, case in enumerate(CASES)}


def _post(post: str, case: int) -> str:
    words, said, is_over = post.split(), [], False
    for number, word in enumerate(words):
        following = words[number + 1] if number + 1 < len(words) else ""
        is_over = is_over or _is_fixed(word)
        said.append(word if is_over else "-".join(_word(part, case) for part in word.split("-")))
        is_over = is_over or not _is_adjective(word) or (_is_alone(word) and not _is_adjective(following))
    return " ".join(said)


def _is_fixed(word: str) -> bool:
    return word.lower() in _FIXED or (word.isupper() and len(word) > 1) or not word[-1:].isalpha()


def _is_adjective(word: str) -> bool:
    return word.lower().endswith(_MASCULINE + _FEMININE)


def _is_alone(word: str) -> bool:
    return word.lower().startswith(_ALONE)


def _word(word: str, case: int) -> str:
    small = word.lower()
    if small.endswith(_MASCULINE):
        return word[:-2] + _masculine(small)[case]
    if small.endswith(_FEMININE):
        return word[:-2] + _feminine(small)[case]
    return _noun(word, small, case)


def _masculine(word: str) -> tuple[str, ...]:
    """The endings of an adjective of a man's post: главный, старший, городской."""
    before = word[-3]
    if word.endswith("ий") and before not in _BACK:
        return "его", "ему", "его", "им", "ем"
    ending = "им" if before in _BACK + _HISSING else "ым"
    return "ого", "ому", "ого", ending, "ом"


def _feminine(word: str) -> tuple[str, ...]:
    """The endings of an adjective of a woman's post: главная, старшая, заведующая."""
    if word.endswith("яя"):
        return "ей", "ей", "юю", "ей", "ей"
    return ("ей", "ей", "ую", "ей", "ей") if word[-3] in _HISSING else ("ой", "ой", "ую", "ой", "ой")


def _noun(word: str, small: str, case: int) -> str:
    last, before = small[-1:], small[-2:-1]
    if last == "а":
        first = "и" if before in _BACK + _HISSING else "ы"
        with_whom = "ей" if before in _HISSING + "ц" else "ой"
        return word[:-1] + (first, "е", "у", with_whom, "е")[case]
    if last == "я":
        return word[:-1] + ("и", "е", "ю", "ёй" if before == "ь" else "ей", "е")[case]
    if last in ("ь", "й"):
        return word[:-1] + ("я", "ю", "я", "ем", "е")[case]
    if last in _CONSONANTS:
        with_whom = "ем" if last in _HISSING + "ц" and small not in _STRESSED else "ом"
        return word + ("а", "у", "а", with_whom, "е")[case]
    return word
