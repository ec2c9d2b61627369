"""What people write into a cell instead of a value: that there is none, or a day in words."""

import re

from opora.registry.rules.letters import russian_letters

_UNKNOWN = frozenset({"н/д", "нд", "нет данных", "нет сведений", "отсутствует", "не применимо", "неприменимо"})
_NO_DAY = _UNKNOWN | {
    "нет", "не было", "без продления", "не продлевалось", "не продлевался", "не продлен", "не требуется",
    "в работе", "случай в работе", "в процессе", "открыт", "открыто", "случай открыт", "не закрыт", "не закрыто",
    "случай не закрыт", "продолжается", "сопровождение продолжается", "на сопровождении", "сопровождается",
    "проживает", "по настоящее время", "по н.в.", "не проводилась", "не проводился", "не проводилось",
}  # fmt: skip
_NO_COUNT = _UNKNOWN | {
    "нет", "не проводилась", "не проводилось", "не проводился", "не проводили", "не заполнялась", "не заполнялось",
    "не оценивалась", "не оценивалось", "в работе", "случай в работе", "не закрыт", "открыт",
}  # fmt: skip
_NO_CODE = _UNKNOWN | {"нет", "без шифра", "нет шифра", "нет детей"}

_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "января январь янв", "февраля февраль фев февр", "марта март мар", "апреля апрель апр", "мая май",
            "июня июнь июн", "июля июль июл", "августа август авг", "сентября сентябрь сен сент",
            "октября октябрь окт", "ноября ноябрь ноя нояб", "декабря декабрь дек",
        ),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
_QUOTES = str.maketrans(dict.fromkeys("«»\"“”„'’‘_", " "))
_IN_WORDS = re.compile(r"(\d{1,2})[\s./-]*([а-я]+)[\s./-]*(\d{4}|\d{2})\s*(?:г|г\.|год|года)?\.?")


def no_day(text: str) -> bool:
    """Whether a text says that there is no such day: «в работе», «н/д», «не проводилась»."""
    return _plain(text) in _NO_DAY


def no_count(text: str) -> bool:
    """Whether a text says that nothing was counted: «не проводилась», «нет данных»."""
    return _plain(text) in _NO_COUNT


def no_code(text: str) -> bool:
    """Whether a text says that there is no code: «нет»."""
    return _plain(text) in _NO_CODE


def day_in_words(text: str) -> str | None:
    """A day such as «18 июня 2021 г.» or «12» февраля 2021 года, written in digits; None for another text."""
    match = _IN_WORDS.fullmatch(" ".join(russian_letters(text).translate(_QUOTES).split()))
    if match is None or match[2] not in _MONTHS:
        return None
    return f"{int(match[1]):02d}.{_MONTHS[match[2]]:02d}.{match[3]}"


def _plain(text: str) -> str:
    return russian_letters(text).strip(" .()")
