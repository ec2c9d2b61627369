"""A family's way through support or the crisis centre, put together by chance from what such ways are like."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from opora.cases.rules.follow_up import LOST, REACHED, REFUSED
from opora.cases.rules.follow_up_due import follow_up_due
from opora.demo.rules import names
from opora.demo.rules.forms import Course, FilledForm, fill_forms
from opora.families.rules.ages import age_on
from opora.families.rules.identity import Identity
from opora.instruments.rules import Definition


@dataclass(frozen=True, slots=True)
class InventedPerson:
    """Somebody in an invented family. The letter of the code is the surname's first."""

    role: str
    sex: str
    identity: Identity

    @property
    def letter(self) -> str:
        first = self.identity.surname[0]
        return "Е" if first == "Ё" else first


@dataclass(frozen=True, slots=True)
class InventedLife:
    """One family's case from opening on, as far as it has come by the day of telling.

    ``placements`` tell where each child (by index) lived from which day on; ``closing`` where at the end.
    ``stay_until`` is the agreed end of a stay in the crisis centre, ``extended_to`` its last extension.
    """

    is_shelter: bool
    opened_on: date
    closed_on: date | None
    reason: str
    summary: str
    caregivers: tuple[InventedPerson, ...]
    children: tuple[InventedPerson, ...]
    forms: tuple[FilledForm, ...]
    placements: tuple[tuple[int, str, date], ...]
    closing: tuple[str, ...]
    stay_until: date | None = None
    extended_to: date | None = None
    looked_back: str = ""
    looked_back_on: date | None = None
    first_call_on: date | None = None

    @property
    def reached_on(self) -> date | None:
        """The day on which the family told how it lives after its exit."""
        return self.looked_back_on if self.looked_back == REACHED else None


# Of thirty families some have just come.
NEW = frozenset({5, 7, 20})
# So many days ago a case was opened, at least and less than: of a new family, of one at work, of any.
NEW_DAYS, WEEKS, YEARS = (0, 7), (12, 25), (12, 1_000)
SUMMARIES = (
    "Мама работает, дети ходят в сад и школу. Договорились о звонке через месяц.",
    "Долг по жилью реструктурирован, пособия оформлены. Поддержка бабушки сохранилась.",
    "Семья переехала в съёмную комнату. Есть запас продуктов и контакты центра.",
    "Отношения с ребёнком стали спокойнее, мама сама записалась в группу.",
    "Часть целей достигнута. Остались вопросы с регистрацией, есть план на полгода.",
)


def invent_lives(
    definition: Definition,
    *,
    size: int,
    seed: int,
    today: date,
    with_forms: bool = True,
    is_shelter: bool | None = None,
    at_work: int = 0,
) -> Iterator[InventedLife]:
    """``size`` families' lives up to ``today``; the same seed tells the same lives.

    ``is_shelter`` says that all of them live in the centre, or none; otherwise every third does. The first ``at_work``
    came some weeks ago, so that they are worked with today.
    """
    rng = Random(seed)  # noqa: S311  (chance for stories, not for secrets)
    for number in range(size):
        yield _life(
            rng,
            definition if with_forms else None,
            today,
            is_shelter=number % 3 == 2 if is_shelter is None else is_shelter,
            since=NEW_DAYS if number % 30 in NEW else WEEKS if number < at_work else YEARS,
            home=(seed, number),
        )


def leave_one_waiting(lives: Iterable[InventedLife]) -> list[InventedLife]:
    """The same lives; of the families that were looked back at, the last one is still to be asked."""
    told = list(lives)
    looked_back = [number for number, life in enumerate(told) if life.looked_back]
    if looked_back:
        last = max(looked_back, key=lambda number: told[number].looked_back_on or date.min)
        told[last] = replace(told[last], looked_back="", looked_back_on=None)
    return told


def _life(
    rng: Random,
    definition: Definition | None,
    today: date,
    *,
    is_shelter: bool,
    since: tuple[int, int],
    home: tuple[int, int],
) -> InventedLife:
    soonest, longest = since
    opened_on = today - timedelta(days=rng.randrange(soonest, 2 if is_shelter and since is NEW_DAYS else longest))
    days = rng.randrange(25, 200) if is_shelter else rng.randrange(120, 560)
    over_on = opened_on + timedelta(days=days)
    closed_on = over_on if over_on <= today - timedelta(days=3) else None
    caregivers, children = _people(rng, opened_on, home)
    ages = [_years(child.identity, opened_on) for child in children]
    reason = _reason(rng) if closed_on else ""
    hardship = rng.betavariate(2.2, 3.2) if not is_shelter else rng.betavariate(2, 5)
    progress = rng.betavariate(3, 2) if reason == "goals_achieved" else rng.betavariate(1.6, 3)
    has_exit = closed_on is not None and rng.random() < (0.9 if reason == "goals_achieved" else 0.55)
    called_in_vain = rng.random() >= 0.6
    course = Course(
        opened_on=opened_on,
        closed_on=closed_on,
        today=today,
        hardship=hardship,
        progress=progress,
        has_exit=has_exit,
        has_entry=rng.random() < 0.95,
    )
    forms = fill_forms(rng, definition, course, adults=len(caregivers), ages=ages) if definition else ()
    placements, closing = _placements(rng, len(children), opened_on, closed_on)
    if reason == "child_placed":
        closing = tuple("foster_family" if kind == "own_family" else kind for kind in closing)
    looked_back, looked_back_on, first_call_on = "", None, None
    if closed_on is not None:
        due = follow_up_due(closed_on)
        late = due + timedelta(days=rng.choice((0, 0, 0, 1, 3, 10, 24)))
        looked_back = _looked_back(rng.random()) if late <= today else ""
        looked_back_on = late if looked_back else None
        first_call_on = due if called_in_vain and due < late else None
    stay_until = opened_on + timedelta(days=30) if is_shelter else None
    stretched = is_shelter and days > 60 and rng.random() < 0.6
    return InventedLife(
        is_shelter=is_shelter,
        opened_on=opened_on,
        closed_on=closed_on,
        reason=reason,
        summary=rng.choice(SUMMARIES) if closed_on else "",
        caregivers=caregivers,
        children=children,
        forms=forms,
        placements=placements,
        closing=closing,
        stay_until=stay_until,
        extended_to=min(over_on, opened_on + timedelta(days=90), today) if stretched else None,
        looked_back=looked_back,
        looked_back_on=looked_back_on,
        first_call_on=first_call_on,
    )


def _looked_back(chance: float) -> str:
    """What came of looking back at a family, by a chance in [0, 1); nothing when somebody still has to."""
    if chance < 0.75:
        return REACHED
    if chance < 0.87:
        return LOST
    return REFUSED if chance < 0.96 else ""


def _years(identity: Identity, on: date) -> int | None:
    age = age_on(identity.birth_date, on) if identity.birth_date else None
    return age.years if age else None


def _reason(rng: Random) -> str:
    return rng.choices(
        ("goals_achieved", "family_declined", "transferred", "moved", "organisation_declined", "child_placed"),
        weights=(70, 12, 7, 6, 2, 3),
    )[0]


def _people(
    rng: Random, opened_on: date, home: tuple[int, int]
) -> tuple[tuple[InventedPerson, ...], tuple[InventedPerson, ...]]:
    seed, number = home
    surname = rng.choice(names.SURNAMES)
    mother_age = rng.randrange(18, 44)
    given, patronymic = rng.choice(names.MOTHERS), names.patronymic(rng, is_female=True)
    born_on = opened_on - timedelta(days=mother_age * 365 + rng.randrange(365))
    phone = names.phone(rng)
    mother = InventedPerson(
        "mother",
        "f",
        Identity(
            surname=surname,
            given=given,
            patronymic=patronymic,
            birth_date=born_on,
            phones=(phone,),
            addresses=names.addresses(phone, seed=seed, number=number),
        ),
    )
    adults = [mother]
    if rng.random() < 0.3:
        adults.append(
            InventedPerson(
                "father",
                "m",
                Identity(
                    surname=names.male(surname),
                    given=rng.choice(names.FATHERS),
                    patronymic=names.patronymic(rng, is_female=False),
                    birth_date=opened_on - timedelta(days=(mother_age + rng.randrange(8)) * 365 + rng.randrange(365)),
                ),
            )
        )
    count = rng.choices((1, 2, 3, 4, 5), weights=(44, 31, 15, 7, 3))[0]
    oldest = max(1, min(16, mother_age - 17))
    children = []
    for days_old in _ages(rng, count, oldest):
        is_girl = rng.random() < 0.5
        own = surname if rng.random() < 0.85 else rng.choice(names.SURNAMES)
        children.append(
            InventedPerson(
                "child",
                "f" if is_girl else "m",
                Identity(
                    surname=own if is_girl else names.male(own),
                    given=rng.choice(names.GIRLS if is_girl else names.BOYS),
                    patronymic=names.patronymic(rng, is_female=is_girl),
                    birth_date=opened_on - timedelta(days=days_old),
                ),
            )
        )
    return tuple(adults), tuple(children)


TWINS = 0.03
BETWEEN_BIRTHS = 305
"""Ten months: so much lies between two children of a mother, unless they are twins."""


def _ages(rng: Random, count: int, oldest: int) -> list[int]:
    """How many days old the children are: as many as the mother's years leave room for, now and then twins."""
    youngest, span = 20, oldest * 365
    count = min(count, max(1, (span - youngest) // BETWEEN_BIRTHS))
    room = span - youngest - (count - 1) * BETWEEN_BIRTHS
    days = [youngest + rest + place * BETWEEN_BIRTHS for place, rest in enumerate(_sorted(rng, count, room))]
    if count > 1 and rng.random() < TWINS:
        days[1] = days[0]
    rng.shuffle(days)
    return days


def _sorted(rng: Random, count: int, room: int) -> list[int]:
    return sorted(rng.randrange(max(1, room)) for _child in range(count))


def _placements(
    rng: Random, count: int, opened_on: date, closed_on: date | None
) -> tuple[tuple[tuple[int, str, date], ...], tuple[str, ...]]:
    history: list[tuple[int, str, date]] = []
    closing: list[str] = []
    for child in range(count):
        start = rng.choices(("own_family", "institution", "relatives", "hospital"), weights=(84, 7, 6, 3))[0]
        history.append((child, start, opened_on))
        end = start if start == "own_family" else rng.choice(("own_family", "own_family", start))
        end = rng.choices((end, "relatives", "institution", "unknown"), weights=(90, 4, 3, 3))[0]
        if closed_on is not None:
            closing.append(end)
    return tuple(history), tuple(closing)
