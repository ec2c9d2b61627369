"""The sheet as its template draws it: sections, items, questions, answers, all words already chosen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.assessments.queries import Sheet, answers_now
from opora.assessments.rules import Cell, Subject, asked_cells
from opora.common.language import spoken
from opora.instruments.rules import NOT_APPLICABLE, UNKNOWN, Definition, Item, Level, Scale, Value
from opora.web.assessments.forms import Typed, cell_name, comment_name
from opora.web.shell.wording import write_years


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of one question. `tone` colors it: best, fine, weak, critical; "" for answers without a rating."""

    value: str
    label: str
    short: str
    tone: str
    key: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Question:
    """One question about one subject."""

    name: str
    who: str
    ratings: tuple[Choice, ...]
    others: tuple[Choice, ...]
    is_missing: bool = False

    @property
    def chosen(self) -> Choice | None:
        return next((choice for choice in (*self.ratings, *self.others) if choice.is_chosen), None)


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item with its questions, its help and its comment."""

    code: str
    text: str
    level: str
    is_safety: bool
    weak_if: str
    anchors: tuple[tuple[str, str, str], ...]
    questions: tuple[Question, ...]
    comment_name: str
    comment: str
    comment_error: str = ""

    @property
    def is_weak(self) -> bool:
        return any(one.chosen and one.chosen.tone in ("weak", "critical") for one in self.questions)

    @property
    def is_critical(self) -> bool:
        return any(one.chosen and one.chosen.tone == "critical" for one in self.questions)


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section with what is asked and answered in it."""

    code: str
    title: str
    items: tuple[ItemView, ...]

    @property
    def asked(self) -> int:
        return sum(len(item.questions) for item in self.items)

    @property
    def answered(self) -> int:
        return sum(question.chosen is not None for item in self.items for question in item.questions)

    @property
    def weak(self) -> int:
        return sum(item.is_weak for item in self.items)


@dataclass(frozen=True, slots=True)
class Gap:
    """A question without an answer, as the list above the sheet names it."""

    name: str
    code: str
    text: str
    who: str


def gaps_in(sections: Iterable[SectionView]) -> list[Gap]:
    """The questions marked as missing, in the order of the sheet."""
    return [
        Gap(question.name, item.code, item.text, question.who)
        for section in sections
        for item in section.items
        for question in item.questions
        if question.is_missing
    ]


def tone_of(scale: Scale, value: object) -> str:
    """Which color an answer has."""
    if not isinstance(value, int):
        return ""
    if value >= scale.critical_from:
        return "critical"
    if value >= scale.weak_from:
        return "weak"
    return "best" if value == scale.strength else "fine"


def who_is(subject: Subject, names: Mapping[str, str] | None = None) -> str:
    """The subject as the sheet names it: a code (or a name where it was asked for) and an age."""
    if subject.level is Level.FAMILY:
        return ""
    label = (names or {}).get(subject.key) or subject.label
    return f"{label}, {write_years(subject.age)}" if subject.age is not None else label


def lay_out(
    definition: Definition,
    subjects: tuple[Subject, ...],
    typed: Typed,
    *,
    names: Mapping[str, str] | None = None,
    missing: frozenset[str] = frozenset(),
    errors: Mapping[str, str] | None = None,
) -> list[SectionView]:
    """The whole sheet for its template; items that nobody is asked are left out."""
    speech = spoken()
    scale = definition.scale
    cells: dict[str, list[Cell]] = {}
    for cell in asked_cells(definition, subjects):
        cells.setdefault(cell.item.code, []).append(cell)
    levels = [
        (level.value, level.label.say(speech), level.short.say(speech) or level.label.say(speech), str(number))
        for number, level in enumerate(scale.levels, 1)
    ]
    others = [
        (NOT_APPLICABLE, pgettext("answer", "does not apply"), str(len(levels) + 1)),
        (UNKNOWN, pgettext("answer", "could not assess"), str(len(levels) + 2)),
    ]

    def tone(item: Item, value: int) -> str:
        return tone_of(scale, definition.rating_of(item, value))

    def question(cell: Cell) -> Question:
        given: Value | None = typed.answers.get(cell.item.code, {}).get(cell.subject.key)
        name = cell_name(cell)
        return Question(
            name=name,
            who=who_is(cell.subject, names),
            ratings=tuple(
                Choice(str(value), label, short, tone(cell.item, value), key, given == value)
                for value, label, short, key in levels
            ),
            others=tuple(Choice(word, label, label, "", key, given == word) for word, label, key in others),
            is_missing=name in missing,
        )

    sections: list[SectionView] = []
    for section in definition.sections:
        items = tuple(
            ItemView(
                code=item.code,
                text=item.text.say(speech),
                level=str(item.level),
                is_safety=item.safety,
                weak_if=item.weak_if.say(speech),
                anchors=tuple(
                    (label, anchor.say(speech), tone(item, value))
                    for (value, label, _short, _key), anchor in zip(levels, item.anchors, strict=False)
                ),
                questions=tuple(question(cell) for cell in cells[item.code]),
                comment_name=comment_name(item.code),
                comment=typed.comments.get(item.code, ""),
                comment_error=(errors or {}).get(comment_name(item.code), ""),
            )
            for item in section.items
            if item.code in cells
        )
        if items:
            sections.append(SectionView(section.code, section.title.say(speech), items))
    return sections


def typed_of(sheet: Sheet) -> Typed:
    """What the sheet starts with: the draft, else the form that is corrected, else nothing."""
    if sheet.draft is not None:
        return Typed.from_payload(sheet.draft.payload_told)
    if sheet.assessment is not None:
        return Typed(answers_now(sheet.assessment), sheet.assessment.comments_told, sheet.assessment.on.isoformat())
    return Typed({}, {})


def legend(definition: Definition) -> list[tuple[str, str, str, str]]:
    """The answers of the scale with the keys that give them: (key, label, meaning, tone)."""
    speech = spoken()
    rows = [
        (str(number), level.label.say(speech), level.meaning.say(speech), tone_of(definition.scale, level.value))
        for number, level in enumerate(definition.scale.levels, 1)
    ]
    count = len(rows)
    rows.append(
        (str(count + 1), pgettext("answer", "does not apply"), _("there is nothing to rate, and it does not count"), "")
    )
    rows.append(
        (str(count + 2), pgettext("answer", "could not assess"), _("not known is never taken for “no difficulty”"), "")
    )
    return rows
