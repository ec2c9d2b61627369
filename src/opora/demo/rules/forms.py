"""Filled forms of an invented family: what is hard at first, what gets better, what is not known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from opora.instruments.rules import NOT_APPLICABLE, UNKNOWN, Definition, Level, applies

# Subjects before the people have ids: the family, adults a0, a1, ..., children c0, c1, ...
FAMILY = "family"
Answers = dict[str, dict[str, int | str]]


@dataclass(frozen=True, slots=True)
class Course:
    """How a case runs: its days, how hard life is at entry (0 to 1) and how far it gets better (0 to 1)."""

    opened_on: date
    closed_on: date | None
    today: date
    hardship: float
    progress: float
    has_entry: bool
    has_exit: bool


@dataclass(frozen=True, slots=True)
class FilledForm:
    """One form: when in the case, on which day, the answers by subject, comments on what is weak."""

    point: str
    on: date
    answers: Answers
    comments: dict[str, str]


COMMENTS = (
    "Обсудили на встрече, мама видит трудность и готова начать.",
    "Нужна помощь специалиста, договорились о дате.",
    "Повторяется не первый раз, вернёмся на следующем визите.",
    "Есть решение, ждём ответа из ведомства.",
)


def fill_forms(
    rng: Random, definition: Definition, course: Course, *, adults: int, ages: Sequence[int | None]
) -> tuple[FilledForm, ...]:
    """Entry, perhaps a review, perhaps an exit; each goes on from the one before."""
    if not course.has_entry:
        return ()
    end = course.closed_on or course.today
    entry_on = min(course.opened_on + timedelta(days=rng.randrange(0, 12)), end)
    answers = _entry(rng, definition, course.hardship, adults, ages)
    forms = [FilledForm("entry", entry_on, answers, _comments(rng, answers))]
    days = (end - entry_on).days
    middle = entry_on + (end - entry_on) / 2
    if course.closed_on is None and days % 4:
        # Most families whose work goes on were assessed again in the last three months; some wait for it.
        middle = max(middle, end - timedelta(days=14 + days % 73))
    if days > 100:
        answers = _later(rng, answers, course.progress / 2)
        forms.append(FilledForm("review", middle, answers, _comments(rng, answers)))
    if course.has_exit and course.closed_on is not None:
        answers = _later(rng, answers, course.progress)
        forms.append(FilledForm("exit", course.closed_on, answers, _comments(rng, answers)))
    return tuple(forms)


def _entry(rng: Random, definition: Definition, hardship: float, adults: int, ages: Sequence[int | None]) -> Answers:
    answers: Answers = {}
    for section in definition.sections:
        weight = min(0.95, max(0.03, hardship * rng.uniform(0.5, 1.5)))
        for item in section.items:
            if item.level is Level.FAMILY:
                subjects = [FAMILY]
            elif item.level is Level.CAREGIVER:
                subjects = [f"a{number}" for number in range(adults)]
            else:
                subjects = [f"c{number}" for number, age in enumerate(ages) if applies(item, age)]
            if subjects:
                answers[item.code] = {subject: _rating(rng, weight) for subject in subjects}
    return answers


def _rating(rng: Random, weight: float) -> int | str:
    chance = rng.random()
    if chance < 0.03:
        return UNKNOWN
    if chance < 0.045:
        return NOT_APPLICABLE
    if rng.random() < weight:
        return 3 if rng.random() < 0.16 else 2
    return 0 if rng.random() < 0.3 else 1


def _later(rng: Random, before: Answers, progress: float) -> Answers:
    after: Answers = {}
    for code, rated in before.items():
        after[code] = {}
        for subject, value in rated.items():
            if not isinstance(value, int):
                after[code][subject] = value if rng.random() < 0.6 else rng.choice((0, 1, 1, 2))
            elif value >= 2 and rng.random() < progress:
                after[code][subject] = rng.choice((0, 1, 1))
            elif value < 2 and rng.random() < 0.02:
                after[code][subject] = 2
            else:
                after[code][subject] = value
    return after


def _comments(rng: Random, answers: Answers) -> dict[str, str]:
    weak = [code for code, rated in answers.items() if any(isinstance(v, int) and v >= 2 for v in rated.values())]
    return {code: rng.choice(COMMENTS) for code in weak if rng.random() < 0.25}
