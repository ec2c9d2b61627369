"""What a column title means: exactly a title of the source tables, something like one, or perhaps one.

Case, spaces, line breaks, ё, punctuation and Latin look-alikes do not matter. A title that speaks of a plan, a
reason or a person beside the day («Плановая дата закрытия», «Причина закрытия») is not the day itself.
"""

import re
from functools import lru_cache

from opora.registry.rules.fields import COUNTS, DAYS, TITLES, Field
from opora.registry.rules.letters import russian_letters

LONGEST_TITLE = 200

# Beside the words of a day these say that the column holds something else: a plan, a cause, a person, a paper.
_NOT_THE_DAY = (
    "план", "предпол", "ожида", "прогноз", "намеч", "причин", "источник", "основан", "повод", "цель", "специалист",
    "ответствен", "куратор", "сотрудник", "результат", "стату", "состоян", "форм", "вид", "тип", "обстоят", "адрес",
    "место", "места", "куда", "откуда", "коммент", "примеч", "поясн", "подпис", "документ", "приказ", "решен", "проток",
    "возраст", "колич", "дней", "длитель", "продолж", "длилос", "срок", "сигнал", "обращен", "время", "этап",
    "канал", "способ", "оцен", "диагност", "анкет", "тест", "замер", "обслед", "входящ", "исходящ",
)  # fmt: skip
_NOT_THE_DAY_WORDS = ("кем", "кто", "кому", "фио", "номер", "№")
_NOT_THE_COUNT = (
    "дата", "причин", "коммент", "примеч", "специалист", "куратор", "форм", "статус", "номер", "входящ", "исходящ",
)  # fmt: skip
# What is counted at entry and exit, and words that count something else: «Число детей на начало».
_WEAKNESS = ("слаб", "сторон", "балл", "показат", "проблем", "потребн", "нужд", "дефицит", "трудн", "сумм", "оценк")
_COUNTED_OTHERWISE = (
    "дет", "реб", "семь", "семей", "человек", "доход", "руб", "помощ", "услуг", "посещ", "встреч", "консульт", "занят",
)  # fmt: skip
# A title of these words alone says no more than the point: «вход», «число на выходе».
_POINT_ALONE = re.compile(r"вход[аеу]?|выход[аеу]?|на|при|до|после|число|количество|итог|итоги|оценка|кц|из|в")
_OTHER_MONTHS = re.compile(r"через\s*(?!6\b|шест)\d+")


def title_key(title: str) -> str:
    """One spelling of a title: letters, digits and the number sign only."""
    return re.sub(r"[^0-9a-zа-я№#]", "", russian_letters(re.sub(r"-\s*[\r\n]+\s*", "", title)))


_EXACT = {title_key(title): field for titles in TITLES.values() for field, title in titles.items()}


def exact_field(title: str) -> Field | None:
    """The column whose title in the source tables this is."""
    return _EXACT.get(title_key(title))


@lru_cache(maxsize=2048)
def field_of(title: str) -> Field | None:
    """The column a title means, or None for a column of the organization's own."""
    field, words = _meaning(title)
    if field is None or words is None or _holds_something_else(field, words):
        return None
    return field


@lru_cache(maxsize=2048)
def perhaps_field_of(title: str) -> Field | None:
    """The column a title might mean, though a word in it speaks against it: «Плановая дата закрытия», «PSI, вход»."""
    field, words = _meaning(title)
    if field is None or words is None or not _holds_something_else(field, words):
        return None
    if field in COUNTS:
        return None if _is_no_count(words) else field
    return field if field in DAYS and words.any("дата", "даты", "срок") else None


def _meaning(title: str) -> "tuple[Field | None, _Words | None]":
    if not title or len(title) > LONGEST_TITLE:
        return None, None
    text = russian_letters(re.sub(r"-\s*[\r\n]+\s*", "", title))
    words = _Words(re.findall(r"[а-яa-z]+|№|#|\d+", text), text)
    return next((field for field, means in _TESTS if means(words)), None), words


def _holds_something_else(field: Field, words: "_Words") -> bool:
    if field in DAYS:
        if field is Field.FOLLOWED_UP and _OTHER_MONTHS.search(words.text):
            return True
        return words.begin_with(*_NOT_THE_DAY) or words.exactly(*_NOT_THE_DAY_WORDS)
    return field in COUNTS and (_is_no_count(words) or not _counts_weak_sides(words))


def _is_no_count(words: "_Words") -> bool:
    return words.begin_with(*_NOT_THE_COUNT) or words.exactly("№", "#")


def _counts_weak_sides(words: "_Words") -> bool:
    """Whether entry and exit speak of the count of weak sides, and not of work, another scale or the children."""
    if words.begin_with(*_COUNTED_OTHERWISE):
        return False
    return words.any(*_WEAKNESS) or all(_POINT_ALONE.fullmatch(word) for word in words.words)


class _Words:
    """The words of one title, asked by their beginnings or, for long ones, anywhere (a title may break)."""

    def __init__(self, words: list[str], text: str) -> None:
        self.words = words
        self.text = text
        self.joined = re.sub(r"[\W_]", "", text)

    def any(self, *stems: str) -> bool:
        return self.begin_with(*stems) or any(len(stem) >= 5 and stem in self.joined for stem in stems)

    def begin_with(self, *stems: str) -> bool:
        return any(word.startswith(stems) for word in self.words)

    def exactly(self, *words: str) -> bool:
        return any(word in self.words for word in words)

    @property
    def code(self) -> bool:
        return self.any("шифр", "код")

    @property
    def count(self) -> bool:
        return self.any("слаб", "сторон", "числ", "сумм", "балл", "показат", "количеств")

    @property
    def numbered(self) -> bool:
        return self.exactly("№", "#", "n", "nо") or self.any("номер")


def _is_number(words: _Words) -> bool:
    if words.exactly("дело", "дела", "делу") or words.any("случа"):
        return words.numbered or len(words.words) == 1
    return words.joined in {"nдела", "номердела"}


_TESTS = (
    (Field.CHANGE, lambda w: w.any("динамик", "прирост", "изменени", "разниц")),
    (Field.FOLLOWED_UP, lambda w: w.any("мониторинг") or (w.any("через") and w.exactly("6", "шесть"))),
    (Field.EXTENDED, lambda w: w.any("продлен", "продлит")),
    (Field.CHILDREN, lambda w: w.code and w.any("реб", "дет", "несоверш")),
    (
        Field.PARENT,
        lambda w: w.code and w.any("род", "мам", "мат", "опек", "взросл", "законн", "клиент", "благополуч"),
    ),
    (Field.NUMBER, _is_number),
    (
        Field.OPENED,
        lambda w: (
            (w.any("начал", "открыт", "заведен", "заселен", "поступл", "заезд", "въезд") and not w.count)
            or (w.any("вход") and w.any("дата", "даты") and not w.count)
        ),
    ),
    (
        Field.CLOSED,
        lambda w: (
            (w.any("закрыт", "окончан", "заверш", "выбыт") and not w.count)
            or (w.any("выход", "выезд") and w.any("дата", "кц", "кризис") and not w.count)
        ),
    ),
    (Field.ENTRY, lambda w: w.any("вход") or (w.count and (w.any("начал", "первичн", "поступл") or w.exactly("до")))),
    (
        Field.EXIT,
        lambda w: w.any("выход") or (w.count and w.any("кон", "итог", "повторн", "после", "закрыт", "заверш")),
    ),
    (Field.DEPARTMENT, lambda w: w.any("отдел", "подраздел")),
)
