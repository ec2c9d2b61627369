"""A form as it is filled in: which questions are asked about whom, what is missing, what cannot be taken."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from opora.assessments.rules.subjects import Subject
from opora.instruments.rules import NOT_APPLICABLE, UNKNOWN, Definition, Item, Level, Value, applies

LONGEST_COMMENT = 2_000

Answers = Mapping[str, Mapping[str, Value]]


@dataclass(frozen=True, slots=True)
class Cell:
    """One question about one subject."""

    item: Item
    subject: Subject


@dataclass(frozen=True, slots=True)
class Fault:
    """An answer that cannot be taken: an unknown item, somebody who is not asked, a value outside the scale."""

    item: str
    subject: str
    value: object = None


def asked_cells(definition: Definition, subjects: Iterable[Subject]) -> list[Cell]:
    """Every question that is asked, in the order of the form; children only what fits their age."""
    people = list(subjects)
    return [
        Cell(item, subject)
        for item in definition.items
        for subject in people
        if subject.level is item.level and (item.level is not Level.CHILD or applies(item, subject.age))
    ]


def whole_years(subjects: Iterable[Subject]) -> dict[str, int | None]:
    """The age of each child, as the score needs it."""
    return {subject.key: subject.age for subject in subjects if subject.level is Level.CHILD}


def check_answers(definition: Definition, answers: Answers, subjects: Iterable[Subject]) -> list[Fault]:
    """What cannot be stored, because nobody was asked it or the scale has no such value."""
    asked = {(cell.item.code, cell.subject.key) for cell in asked_cells(definition, subjects)}
    allowed = {*definition.scale.values, NOT_APPLICABLE, UNKNOWN}
    return [
        Fault(code, key, value)
        for code, given in answers.items()
        for key, value in given.items()
        if (code, key) not in asked or isinstance(value, bool) or value not in allowed
    ]


def gaps(definition: Definition, answers: Answers, subjects: Iterable[Subject]) -> list[Cell]:
    """Questions without any answer; «could not be assessed» is an answer."""
    return [
        cell
        for cell in asked_cells(definition, subjects)
        if answers.get(cell.item.code, {}).get(cell.subject.key) is None
    ]


def clean_comments(definition: Definition, comments: Mapping[str, str]) -> dict[str, str]:
    """Comments by item code as they are kept: known items, no empty ones."""
    return {item.code: comments[item.code].strip() for item in definition.items if comments.get(item.code, "").strip()}
