"""Two fillings of one form side by side, for the moment when two people edited at once."""

from collections.abc import Mapping
from dataclasses import dataclass

from opora.assessments.rules.filling import Answers
from opora.instruments.rules import Definition, Value


@dataclass(frozen=True, slots=True)
class Differing:
    """Where two fillings disagree about an item: answers by subject, and the comments if they differ."""

    item: str
    answers: Mapping[str, tuple[Value | None, Value | None]]
    comments: tuple[str, str] | None = None


def differing(
    definition: Definition,
    mine: tuple[Answers, Mapping[str, str]],
    theirs: tuple[Answers, Mapping[str, str]],
) -> list[Differing]:
    """Items on which two fillings (answers, comments) differ, in the order of the form; pairs are (mine, theirs)."""
    found: list[Differing] = []
    for item in definition.items:
        my_answers, their_answers = mine[0].get(item.code, {}), theirs[0].get(item.code, {})
        pairs = {
            key: (my_answers.get(key), their_answers.get(key))
            for key in {**my_answers, **their_answers}
            if my_answers.get(key) != their_answers.get(key)
        }
        words = (mine[1].get(item.code, ""), theirs[1].get(item.code, ""))
        said = words if words[0] != words[1] else None
        if pairs or said:
            found.append(Differing(item.code, pairs, said))
    return found
