"""Which column holds what, when titles alone do not say: the question, and what somebody answered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from opora.registry.rules.fields import REQUIRED, Field
from opora.registry.rules.titles import title_key


@dataclass(frozen=True)
class Meaning:
    """What somebody said of a title: it means this column, or it does not.

    `letter` tells columns of one title apart; without it the title speaks for itself, in the next file too.
    """

    field: Field
    key: str
    letter: str = ""
    is_meant: bool = True


@dataclass(frozen=True)
class Choices:
    """What is known about titles: said now, or remembered from an earlier file."""

    meanings: tuple[Meaning, ...] = ()
    # Columns that are not in this file at all, whatever the titles look like.
    absent: frozenset[Field] = frozenset()

    def field_for(self, key: str, letter: str) -> Field | None:
        """The column a title was said to mean."""
        for one in self.meanings:
            if one.is_meant and one.field not in self.absent and _fits(one, key, letter):
                return one.field
        return None

    def denies(self, name: Field, key: str, letter: str) -> bool:
        """Whether the title was said not to mean this column."""
        if name in self.absent:
            return True
        return any(not one.is_meant and one.field is name and _fits(one, key, letter) for one in self.meanings)

    def before(self, remembered: "Choices") -> "Choices":
        """These choices, and of remembered ones those that they do not replace."""
        decided = {one.field for one in self.meanings if one.is_meant} | self.absent
        own = {(one.field, one.key) for one in self.meanings}
        kept = [
            one
            for one in remembered.meanings
            if (one.field, one.key) not in own and not (one.is_meant and one.field in decided)
        ]
        return Choices((*self.meanings, *kept), self.absent)

    def plain(self) -> dict[str, object]:
        """As plain values, to be kept with an upload."""
        return {
            "meanings": [[str(one.field), one.key, one.letter, one.is_meant] for one in self.meanings],
            "absent": sorted(map(str, self.absent)),
        }

    @classmethod
    def of_plain(cls, plain: Mapping[str, Any]) -> "Choices":
        """The choices that were kept as plain values."""
        meanings = tuple(Meaning(Field(name), key, letter, meant) for name, key, letter, meant in plain["meanings"])
        return cls(meanings, frozenset(map(Field, plain["absent"])))


def _fits(meaning: Meaning, key: str, letter: str) -> bool:
    if meaning.letter:
        return meaning.letter == letter and meaning.key in ("", key)
    return meaning.key == key


@dataclass(frozen=True)
class Candidate:
    """A column that may be meant, with what stands in its first filled cells."""

    title: str
    letter: str
    samples: tuple[str, ...] = ()


@dataclass(frozen=True)
class Question:
    """Several columns may hold one thing, or one column only perhaps; nobody but the organization knows."""

    field: Field
    sheets: tuple[str, ...]
    candidates: tuple[Candidate, ...]

    @property
    def may_be_none(self) -> bool:
        """Whether the table can be read without this column."""
        return self.field not in REQUIRED

    @property
    def alike(self) -> tuple[object, ...]:
        """What makes a question of two sheets one and the same."""
        return self.field, tuple(
            (title_key(one.title), one.letter if self.needs_letters else "") for one in self.candidates
        )

    @property
    def needs_letters(self) -> bool:
        """Whether titles alone do not tell the candidates apart."""
        return len({title_key(one.title) for one in self.candidates}) < len(self.candidates)

    def answer(self, letter: str) -> list[Meaning]:
        """What the choice of one candidate by its letter means; no letter, or another one, chooses none of them."""
        return [
            Meaning(self.field, title_key(one.title), one.letter if self.needs_letters else "", one.letter == letter)
            for one in self.candidates
        ]

    def plain(self) -> dict[str, Any]:
        """As plain values, to be kept until somebody answers."""
        candidates = [[one.title, one.letter, list(one.samples)] for one in self.candidates]
        return {"field": str(self.field), "sheets": list(self.sheets), "candidates": candidates}


def questions_of(details: Mapping[str, Any]) -> list[Question]:
    """The questions that were kept as plain values."""
    return [
        Question(
            Field(one["field"]),
            tuple(one["sheets"]),
            tuple(Candidate(title, letter, tuple(samples)) for title, letter, samples in one["candidates"]),
        )
        for one in details.get("questions", ())
    ]


class ColumnsUnclear(Exception):
    """The file cannot be read before somebody says which columns are meant."""

    def __init__(self, questions: Sequence[Question]) -> None:
        super().__init__("columns_unclear")
        self.questions = tuple(questions)


def asked_once(questions: Iterable[Question]) -> list[Question]:
    """The questions of all sheets, each once with the sheets it is about."""
    found: dict[tuple[object, ...], Question] = {}
    for one in questions:
        known = found.get(one.alike)
        sheets = (*known.sheets, *one.sheets) if known else one.sheets
        first = known or one
        found[one.alike] = Question(first.field, tuple(dict.fromkeys(sheets)), first.candidates)
    return list(found.values())
