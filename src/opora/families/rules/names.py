"""How names are compared: spelling, alphabet, short forms and one slip of the finger do not make another person.

`skeleton` brings Cyrillic and Latin spellings of one sound together (Наталья, Наталия, Natalia; Ёлкина, Yolkina).
`given_forms` knows that Саша is Александр or Александра, and that Алёна is not Елена.
"""

import re
from functools import lru_cache

from opora.common.text import words

_LATIN_PAIRS = (
    "shch щ sch щ sh ш ch ч zh ж kh х ts ц tz ц ph ф ck к yo е jo е ye е je е ya я ja я ia я yu ю ju ю iu ю".split()
)
_LATIN_LETTERS = dict(
    zip(
        "abdefghijklmnopqrstuvwyz",
        "а б д е ф г х и и к л м н о п к р с т у в в и з".split(),
        strict=True,
    )
)
_CYRILLIC = str.maketrans({"ё": "е", "й": "и", "ы": "и", "э": "е", "щ": "ш", "ь": "", "ъ": "", "і": "и", "ї": "и"})
_SOFT = (("ия", "я"), ("иа", "я"), ("ие", "е"), ("ию", "ю"), ("иу", "ю"))
_DOUBLE = re.compile(r"(.)\1+")
_LATIN = re.compile("[a-z]")

# One line for each name: the full form first, then how it is also said or written. Names that only sound alike have
# lines of their own (Алёна and Елена, Ксения and Оксана, Егор and Георгий): many people bear each in their papers.
_GIVEN = """
Александр Саша Шура Саня Алекс Сашенька
Александра Саша Шура Саня Сашенька
Алексей Алёша Лёша Лёха Алексий
Алина Аля
Алиса
Алёна Алёнка
Алла Аля
Анастасия Настя Ася Настасья
Анатолий Толя Толик
Ангелина Геля Лина
Андрей Андрюша
Анжела Анжелика Анджела
Анна Аня Анюта Нюра Нюша
Антон Антоша
Антонина Тоня
Арина
Арсений Сеня
Артём Тёма
Артур
Богдан
Борис Боря
Вадим Вадик
Валентин Валя
Валентина Валя
Валерий Валера
Валерия Лера Валера
Варвара Варя
Василий Вася
Василиса Вася
Вера
Вероника Ника
Виктор Витя
Виктория Вика
Виталий Виталик
Владимир Вова Володя
Владислав Влад Владик Слава
Владислава Влада
Вячеслав Слава
Галина Галя
Геннадий Гена
Георгий Гоша Жора
Герман
Глеб
Григорий Гриша
Гульнара Гуля
Давид
Даниил Данила Данил Даня Данило
Дарья Даша
Денис
Диана
Дина
Дмитрий Дима Митя Димитрий
Ева
Евгений Женя Геня
Евгения Женя
Егор Егорка
Екатерина Катя Катерина Катюша
Елена Лена Леночка
Елизавета Лиза
Жанна
Захар
Злата
Зинаида Зина
Зоя
Зухра
Иван Ваня
Игорь
Илья Илюша
Инга
Инна
Ирина Ира
Камила
Карина
Кира
Кирилл Кирюша
Клавдия Клава
Константин Костя
Кристина Христина
Ксения Ксюша Аксинья
Лариса Лара
Лев Лёва
Леонид Лёня
Лилия Лиля
Лидия Лида
Любовь Люба
Людмила Люда Мила Люся
Магомед Мухаммад Мухаммед Мохаммед Магомет Мухамед Махмад
Майя
Макар
Максим Макс
Маргарита Рита Марго
Марина
Мария Маша Маруся Машенька
Марк
Марта
Матвей
Милана Мила
Мирон
Мирослав
Мирослава Мира
Михаил Миша
Надежда Надя
Назар
Наталья Наташа Ната
Ника
Никита
Николай Коля
Нина
Оксана Ксюша
Олег
Олеся Леся
Ольга Оля
Павел Паша
Пётр Петя
Платон
Полина Поля
Раиса Рая
Ринат
Рината
Роман Рома
Руслан
Савелий
Светлана Света Лана
Святослав Слава
Семён Сёма
Сергей Серёжа Сергий
Снежана
София Соня Софа
Станислав Стас Слава
Степан Стёпа
Стефания
Таисия Тая
Тамара Тома
Татьяна Таня
Тимофей Тима
Тимур Тима
Ульяна Уля
Фатима
Фёдор Федя
Хасан
Хусан Хусейн
Эльвира Эля
Эмилия Эмма
Эмиль
Юлиана
Юлия Юленька
Юрий Юра
Яна
Ян
Ярослав Слава Ярик
Ярослава Слава
"""


@lru_cache(maxsize=20_000)
def skeleton(word: str) -> str:
    """What is left of one word when alphabet, case, soft signs and doubled letters do not matter."""
    plain = "".join(words(word))
    if _LATIN.search(plain):
        plain = _in_cyrillic(plain)
    plain = plain.translate(_CYRILLIC)
    for pair, letter in _SOFT:
        plain = plain.replace(pair, letter)
    return _DOUBLE.sub(r"\1", plain)


def skeletons(text: str) -> frozenset[str]:
    """The words of a name, each by its skeleton; a double name has two."""
    return frozenset(found for word in words(text) if (found := skeleton(word)))


def given_forms(text: str) -> frozenset[str]:
    """The full names a given name may stand for, by skeleton; a name that is not in the table is itself."""
    return frozenset(form for word in skeletons(text) for form in _forms().get(word, (word,)))


def is_known_given(word: str) -> bool:
    """Whether a skeleton is a name of its own, so that a letter's difference from another one is no slip."""
    return word in _forms()


def one_letter_apart(one: str, other: str) -> bool:
    """Whether one letter more, less, another, or two neighbors changed places, make one text of the other."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    if len(one) > len(other):
        one, other = other, one
    start = next((n for n, sign in enumerate(one) if sign != other[n]), len(one))
    if len(one) < len(other):
        return one[start:] == other[start + 1 :]
    swapped = one[start : start + 2] == other[start : start + 2][::-1]
    return one[start + 1 :] == other[start + 1 :] or (swapped and one[start + 2 :] == other[start + 2 :])


@lru_cache(maxsize=1)
def _forms() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _GIVEN.split("\n"):
        names = [skeleton(name) for name in line.split()]
        for name in names:
            found.setdefault(name, set()).add(names[0])
    return {name: frozenset(full) for name, full in found.items()}


def _in_cyrillic(word: str) -> str:
    """A Latin spelling as it sounds; what no rule reads stays as it is."""
    word = re.sub("c(?=[eiy]|[bdfgjlmnpqrstvwxz])(?!h)", "ц", word.replace("x", "ks"))
    for pair, letter in zip(_LATIN_PAIRS[::2], _LATIN_PAIRS[1::2], strict=True):
        word = word.replace(pair, letter)
    word = word.replace("c", "к")
    return "".join(_LATIN_LETTERS.get(sign, sign) for sign in word)
