"""Two fillings of one form side by side, each difference with a choice."""

from collections.abc import Mapping
from dataclasses import dataclass

from opora.assessments.rules import Subject, differing
from opora.instruments.rules import Definition, Value
from opora.web.assessments.forms import Typed
from opora.web.assessments.sheet import Choice, lay_out, who_is

MINE, THEIRS = "mine", "theirs"


@dataclass(frozen=True, slots=True)
class Side:
    """What one of the two said about an item: (who, answer) pairs and the comment."""

    answers: tuple[tuple[str, Choice | None], ...]
    comment: str


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """An item on which two fillings differ."""

    code: str
    text: str
    name: str
    mine: Side
    theirs: Side


def pick_name(code: str) -> str:
    return f"pick-{code}"


def conflict_rows(
    definition: Definition, subjects: tuple[Subject, ...], mine: Typed, theirs: Typed
) -> list[ConflictRow]:
    """The differences in the order of the form."""
    found = {
        one.item: one for one in differing(definition, (mine.answers, mine.comments), (theirs.answers, theirs.comments))
    }
    views = [
        {item.code: item for section in lay_out(definition, subjects, typed) for item in section.items}
        for typed in (mine, theirs)
    ]
    labels = {subject.key: who_is(subject) for subject in subjects}

    def side(number: int, code: str, typed: Typed) -> Side:
        item = views[number].get(code)
        chosen = {question.name: question.chosen for question in item.questions} if item else {}
        return Side(
            tuple((labels.get(key, ""), chosen.get(f"a-{code}-{key}")) for key in found[code].answers),
            typed.comments.get(code, "") if found[code].comments else "",
        )

    return [
        ConflictRow(
            code,
            definition.by_code[code].text.ru if code not in views[0] else views[0][code].text,
            pick_name(code),
            side(0, code, mine),
            side(1, code, theirs),
        )
        for code in found
    ]


def merge(definition: Definition, mine: Typed, theirs: Typed, picks: Mapping[str, str]) -> Typed:
    """My filling with their answer and comment wherever theirs was picked."""
    answers: dict[str, dict[str, Value]] = {code: dict(given) for code, given in mine.answers.items()}
    comments = dict(mine.comments)
    for one in differing(definition, (mine.answers, mine.comments), (theirs.answers, theirs.comments)):
        if picks.get(pick_name(one.item)) != THEIRS:
            continue
        answers[one.item] = dict(theirs.answers.get(one.item, {}))
        comments[one.item] = theirs.comments.get(one.item, "")
    return Typed({code: given for code, given in answers.items() if given}, comments, mine.on)
