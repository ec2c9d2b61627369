"""How many second records of one person are noticed, and how many hints are false, among invented people.

Households are the hard part: mothers and children share a telephone, twins a birth date, a daughter sometimes the
name of her mother. Second records are planted with one kind of change each. Nothing is drawn from real data.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import cycle
from random import Random

from opora.demo.rules import names
from opora.families.rules import BlindIndex, Identity, likeness

PEOPLE = 2_000
PLANTED = 600
_TODAY = date(2026, 11, 1)
_SHORT = {
    "Наталья": "Наталия",
    "Анастасия": "Настя",
    "Екатерина": "Катя",
    "Мария": "Маша",
    "Дарья": "Даша",
    "Юлия": "Юля",
    "Анна": "Аня",
    "Александр": "Саша",
    "Михаил": "Миша",
    "Татьяна": "Татиана",
    "Виктория": "Вика",
    "Ольга": "Оля",
    "Ирина": "Ира",
    "Елена": "Лена",
    "Светлана": "Света",
    "Дмитрий": "Дима",
    "Даниил": "Данила",
    "Софья": "София",
}
_LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch ie y  e yu ya".split(" "),
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class Planted:
    """A record of the pool: two of one person have the same number, and `kind` tells what was changed in the second."""

    person: int
    identity: Identity
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """Pairs found of those planted, by kind; and hints in all, of which so many are true."""

    found: Counter[str]
    planted: Counter[str]
    hints: int
    false: int

    @property
    def recall(self) -> float:
        return self.found.total() / self.planted.total()

    @property
    def precision(self) -> float:
        return (self.hints - self.false) / self.hints

    def lines(self) -> list[str]:
        """The figures as they are printed."""
        parts = [f"{kind:<44} {self.found[kind]:4d} of {self.planted[kind]:4d}" for kind in self.planted]
        return [
            *parts,
            f"recall    {self.recall:.3f}  ({self.found.total()} of {self.planted.total()} second records noticed)",
            f"precision {self.precision:.3f}  ({self.false} of {self.hints} hints false)",
        ]


def measure_likeness(*, people: int = PEOPLE, planted: int = PLANTED, seed: int = 8) -> Measured:
    """Invent people, plant second records, look for each as somebody who enters a newcomer would, and count."""
    records = invent(people, planted, Random(seed))  # noqa: S311
    holders = _index(records)
    index = BlindIndex(b"likeness is measured with no key")
    hints: set[tuple[int, int]] = set()
    for number, record in enumerate(records):
        for other in _candidates(index, record.identity, holders):
            if other != number and likeness(record.identity, records[other].identity):
                hints.add((min(number, other), max(number, other)))
    true = {pair for pair in hints if records[pair[0]].person == records[pair[1]].person}
    found = Counter(records[pair[1]].kind for pair in true)
    kinds = Counter(record.kind for record in records if record.kind)
    return Measured(found, kinds, len(hints), len(hints - true))


def _index(records: Sequence[Planted]) -> dict[bytes, set[int]]:
    index = BlindIndex(b"likeness is measured with no key")
    holders: dict[bytes, set[int]] = defaultdict(set)
    for number, record in enumerate(records):
        for token in index.tokens(record.identity):
            holders[token].add(number)
    return holders


def _candidates(index: BlindIndex, identity: Identity, holders: dict[bytes, set[int]]) -> set[int]:
    """Who would be weighed: found as the database finds them."""
    sets = [tokens for group in index.alike(identity) for tokens in group]
    return {number for tokens in sets for number in set.intersection(*(holders.get(token, set()) for token in tokens))}


def invent(people: int, planted: int, rng: Random) -> list[Planted]:
    """So many people in households, then second records of some of them."""
    base: list[Identity] = []
    while len(base) < people:
        base += _household(rng)
    del base[people:]
    records = [Planted(number, identity) for number, identity in enumerate(base)]
    order = rng.sample(range(people), people)
    for kind, change in cycle(_CHANGES.items()):
        if len(records) == people + planted or not order:
            return records
        for place, number in enumerate(order):
            changed = change(base[number], rng)
            if changed is not None and changed != base[number]:
                records.append(Planted(number, changed, kind))
                del order[place]
                break
    return records


def _household(rng: Random) -> Iterator[Identity]:
    surname, phone = _surname(rng), _phone(rng)
    mother = Identity(
        surname=surname,
        given=rng.choice(names.MOTHERS),
        patronymic=names.patronymic(rng, is_female=True),
        birth_date=_TODAY - timedelta(days=rng.randrange(20 * 365, 45 * 365)),
        phones=(phone,),
    )
    yield mother
    if rng.random() < 0.3:
        yield replace(
            mother,
            surname=names.male(surname),
            given=rng.choice(names.FATHERS),
            patronymic=names.patronymic(rng, is_female=False),
            birth_date=_TODAY - timedelta(days=rng.randrange(20 * 365, 50 * 365)),
        )
    father, born = rng.choice(names.PATRONYMICS), None
    taken: set[str] = set()
    for _child in range(rng.randrange(1, 5)):
        is_girl = rng.random() < 0.5
        # One in twelve is a twin, one girl in twenty bears her mother's given name.
        born = born if born and rng.random() < 0.08 else _TODAY - timedelta(days=rng.randrange(30, 17 * 365))
        given = mother.given if is_girl and rng.random() < 0.05 else rng.choice(names.GIRLS if is_girl else names.BOYS)
        if given in taken:
            continue
        taken.add(given)
        yield Identity(
            surname=surname if is_girl else names.male(surname),
            given=given,
            patronymic=f"{father}{'на' if is_girl else 'ич'}" if rng.random() < 0.8 else "",
            birth_date=born if rng.random() < 0.9 else None,
            phones=(phone,) if rng.random() < 0.5 else (),
        )


def _surname(rng: Random) -> str:
    chosen = rng.choice(names.SURNAMES)
    return f"{chosen}-{rng.choice(names.SURNAMES)}" if rng.random() < 0.05 else chosen


def _phone(rng: Random) -> str:
    return f"+7 9{rng.randrange(100):02d} {rng.randrange(1000):03d}-{rng.randrange(100):02d}-{rng.randrange(100):02d}"


def _slip(word: str, rng: Random) -> str:
    """One letter lost, doubled into another, or changed about with its neighbor, after the first two."""
    place = rng.randrange(2, len(word) - 1)
    return rng.choice(
        [
            word[:place] + word[place + 1 :],
            word[:place] + rng.choice("аеиорнтл") + word[place + 1 :],
            word[:place] + word[place + 1] + word[place] + word[place + 2 :],
        ]
    )


def _latin(text: str) -> str:
    return "".join(_LATIN.get(sign, sign) for sign in text.lower()).title()


def _other_date(one: Identity, rng: Random) -> Identity | None:
    if not (one.birth_date and one.phones and one.patronymic):
        return None
    return replace(one, birth_date=one.birth_date - timedelta(days=rng.randrange(40, 3_000)))


def _turned_date(one: Identity, rng: Random) -> Identity | None:
    day = one.birth_date
    return replace(one, birth_date=date(day.year, day.day, day.month), phones=()) if day and day.day <= 12 else None


def _year_slip(one: Identity, rng: Random) -> Identity | None:
    day = one.birth_date
    return (
        replace(one, birth_date=day.replace(year=day.year - rng.choice([1, 2, 10]), day=1), phones=())
        if day and day.day == 1
        else None
    )


def _short_name(one: Identity, rng: Random) -> Identity | None:
    return replace(one, given=_SHORT[one.given]) if one.given in _SHORT and (one.birth_date or one.phones) else None


def _half_surname(one: Identity, rng: Random) -> Identity | None:
    if "-" not in one.surname:
        return None
    return replace(one, surname=rng.choice(one.surname.split("-")), birth_date=None, phones=())


def _slip_in_surname(one: Identity, rng: Random) -> Identity | None:
    return replace(one, surname=_slip(one.surname, rng), phones=()) if one.birth_date or one.patronymic else None


def _slip_in_given(one: Identity, rng: Random) -> Identity | None:
    return replace(one, given=_slip(one.given, rng), phones=()) if one.birth_date and len(one.given) > 4 else None


def _without_dots(one: Identity, rng: Random) -> Identity | None:
    return replace(one, surname=one.surname.replace("ё", "е"), phones=()) if "ё" in one.surname else None


def _in_latin(one: Identity, rng: Random) -> Identity | None:
    return (
        replace(one, surname=_latin(one.surname), given=_latin(one.given), patronymic="", phones=())
        if one.birth_date
        else None
    )


def _married(one: Identity, rng: Random) -> Identity | None:
    return (
        replace(one, surname=rng.choice(names.SURNAMES), phones=())
        if one.given in names.MOTHERS and one.birth_date
        else None
    )


def _turned_fields(one: Identity, rng: Random) -> Identity | None:
    return replace(one, surname=one.given, given=one.surname, phones=()) if one.birth_date else None


def _name_only(one: Identity, rng: Random) -> Identity | None:
    return replace(one, birth_date=None, phones=())


def _given_and_phone(one: Identity, rng: Random) -> Identity | None:
    return (
        Identity(given=one.given, phones=(f"{one.phones[0].replace('+7', '8')}, звонить после 18:00",))
        if one.phones
        else None
    )


_CHANGES: dict[str, Callable[[Identity, Random], Identity | None]] = {
    "same name and telephone, another birth date": _other_date,
    "day and month changed about": _turned_date,
    "another form of the given name": _short_name,
    "half of a double surname, no date": _half_surname,
    "one letter wrong in the surname": _slip_in_surname,
    "one letter wrong in the given name": _slip_in_given,
    "ё written as е": _without_dots,
    "Latin letters": _in_latin,
    "another surname after marriage": _married,
    "surname and given name changed about": _turned_fields,
    "full name only": _name_only,
    "given name and telephone within words": _given_and_phone,
    "year wrong by one digit": _year_slip,
}
