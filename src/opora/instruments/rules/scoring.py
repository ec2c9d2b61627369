"""From answers to a score: one pure function for the form, for imports and for the demonstration alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from opora.instruments.rules.definition import NOT_APPLICABLE, Definition, Item, Level, Scoring

FAMILY_SUBJECT = "family"
PRIORITY_WEAK = 2  # so many weak sides make a section a priority

Value = int | str
Answers = Mapping[str, Mapping[str, Value]]
Ages = Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Score:
    """What a filled form says. Item codes stand in the order of the form, sections in theirs.

    `total` is the headline S by the scoring rule of the form; `weak` always counts weak items, so 0..items.
    `ratings` holds the worst rating per position, None where nobody could be rated (unknown is never "no"); the
    answers to a reversed item are turned first, so that a greater rating is always worse.
    """

    total: int
    weak: int
    rated: int
    applicable: int
    weak_items: tuple[str, ...]
    critical: tuple[str, ...]
    alarms: tuple[str, ...]
    strengths: tuple[str, ...]
    unrated: tuple[str, ...]
    partly: tuple[str, ...]
    total_by_section: tuple[int, ...]
    weak_by_section: tuple[int, ...]
    rated_by_section: tuple[int, ...]
    sections: int
    priority_sections: tuple[str, ...]
    ratings: tuple[int | None, ...]

    @property
    def completeness(self) -> float | None:
        """Rated items as a share of those that apply, 0..1; None when no item applies."""
        return self.rated / self.applicable if self.applicable else None


def applies(item: Item, age: int | None) -> bool:
    """Is this item asked about a child of `age` whole years? With an unknown age everything is asked."""
    if age is None:
        return True
    return (item.age_min is None or age >= item.age_min) and (item.age_max is None or age <= item.age_max)


@dataclass(slots=True)
class _Rated:
    """One item over all people of its level."""

    worst: int | None = None
    missing: bool = False
    applicable: bool = False


def _rate(item: Item, answers: Mapping[str, Value], ages: Ages, ratings: Mapping[Value, int]) -> _Rated:
    if item.level is Level.CHILD:
        people = {**dict.fromkeys(ages), **dict.fromkeys(answers)}
        subjects = [key for key in people if applies(item, ages.get(key))]
        nobody_asked = bool(ages or answers) and not subjects
    else:
        subjects, nobody_asked = list(answers), False
    result = _Rated(applicable=not nobody_asked)
    absent = 0
    for key in subjects:
        value = answers.get(key)
        if value is not None and (rating := ratings.get(value)) is not None:
            result.worst = rating if result.worst is None else max(result.worst, rating)
        elif value == NOT_APPLICABLE:
            absent += 1
        else:
            result.missing = True
    if subjects and absent == len(subjects):
        result.applicable = False
    return result


def score(definition: Definition, answers: Answers, ages: Ages) -> Score:
    """Score one filled form (standards 2.3, Q-03, Q-04, Q-06).

    `answers` is {item code: {subject: value}}: subject "family" or a person, value a number of the scale,
    "na" (does not apply) or "unknown". `ages` gives whole years (or None) for every child in focus; items out
    of a child's age are not asked, and an answer to them does not count. Unknown codes are ignored.
    """
    scale = definition.scale
    straight: dict[Value, int] = {value: value for value in scale.values}
    turned: dict[Value, int] = {value: scale.turned(value) for value in scale.values}
    count = len(definition.sections)
    totals, weak_by, rated_by, critical_by = [0] * count, [0] * count, [0] * count, [0] * count
    ratings: list[int | None] = [None] * definition.width
    weak: list[str] = []
    critical: list[str] = []
    alarms: list[str] = []
    strengths: list[str] = []
    unrated: list[str] = []
    partly: list[str] = []
    applicable = 0
    for index, section in enumerate(definition.sections):
        for item in section.items:
            found = _rate(item, answers.get(item.code, {}), ages, turned if item.is_reversed else straight)
            applicable += found.applicable
            worst = found.worst
            if worst is None:
                if found.applicable:
                    unrated.append(item.code)
                continue
            ratings[item.position] = worst
            rated_by[index] += 1
            if found.missing:
                partly.append(item.code)
            if worst >= scale.weak_from:
                weak.append(item.code)
                weak_by[index] += 1
            if worst >= scale.critical_from:
                critical.append(item.code)
                critical_by[index] += 1
                if item.safety:
                    alarms.append(item.code)
            if worst == scale.strength:
                strengths.append(item.code)
            totals[index] += worst if definition.scoring is Scoring.SUM_SCORES else worst >= scale.weak_from
    return Score(
        total=sum(totals),
        weak=len(weak),
        rated=sum(rated_by),
        applicable=applicable,
        weak_items=tuple(weak),
        critical=tuple(critical),
        alarms=tuple(alarms),
        strengths=tuple(strengths),
        unrated=tuple(unrated),
        partly=tuple(partly),
        total_by_section=tuple(totals),
        weak_by_section=tuple(weak_by),
        rated_by_section=tuple(rated_by),
        sections=sum(number > 0 for number in weak_by),
        priority_sections=tuple(
            section.code
            for section, number, severe in zip(definition.sections, weak_by, critical_by, strict=True)
            if number >= PRIORITY_WEAK or severe
        ),
        ratings=tuple(ratings),
    )
