"""A form as an XLSForm workbook: sheets of rows for Collect, KoboCollect and others that fill it in without a network.

Who is rated decides where an item stands: those about the family in groups of its sections, those about each adult and
each child in a repeat of theirs. A sheet of our own says what XLSForm has no words for; other programs pass it over.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from opora.common.bilingual import Text
from opora.instruments.rules.definition import NOT_APPLICABLE, UNKNOWN, Definition, Item, Level, Section
from opora.instruments.rules.writing import anchors_said

Rows = list[list[object]]

RU, EN = "Русский (ru)", "English (en)"
SURVEY = ["type", "name", f"label::{RU}", f"label::{EN}", f"hint::{RU}", f"hint::{EN}", "required", "relevant"]
CHOICES = ["list_name", "name", f"label::{RU}", f"label::{EN}"]
SETTINGS = ["form_title", "form_id", "version", "default_language"]
OWN = "opora"
OWN_ITEMS = ["name", "code", "section", "position", "level", "weak_if.ru", "weak_if.en", "anchors.ru", "anchors.en"]
OWN_ITEMS += ["safety", "reversed", "age_min", "age_max", "replaces"]
SCALE = "answers"
AGE = "child_age"
BETWEEN = "\n"

_REPEATS = {
    Level.CAREGIVER: ("adult", Text("Взрослый", "Adult")),
    Level.CHILD: ("child", Text("Ребёнок", "Child")),
}
_OTHERS = (
    (NOT_APPLICABLE, Text("неприменимо", "does not apply")),
    (UNKNOWN, Text("не удалось оценить", "could not assess")),
)


def xlsform_of(definition: Definition) -> dict[str, Rows]:
    """The sheets of the workbook with their rows, headers first."""
    return {
        "survey": [list(SURVEY), *_survey(definition)],
        "choices": [list(CHOICES), *_choices(definition)],
        "settings": [list(SETTINGS), [definition.title.ru, definition.code, str(definition.version), RU]],
        OWN: list(_own(definition)),
    }


def _survey(definition: Definition) -> Iterator[list[object]]:
    yield ["date", "on", *_both(Text("День оценки", "Day of the assessment")), "", "", "yes", ""]
    for level in Level:
        sections = [
            (section, items)
            for section in definition.sections
            if (items := [item for item in section.items if item.level is level])
        ]
        if not sections:
            continue
        repeat = _REPEATS.get(level)
        if repeat is not None:
            name, label = repeat
            yield ["begin_repeat", name, *_both(label), "", "", "", ""]
            yield ["text", f"{name}_code", *_both(Text("Код", "Code")), "", "", "", ""]
            if level is Level.CHILD:
                yield ["integer", AGE, *_both(Text("Полных лет", "Whole years")), "", "", "", ""]
        for section, items in sections:
            yield from _section(definition, section, items, level)
        if repeat is not None:
            yield ["end_repeat", repeat[0], "", "", "", "", "", ""]


def _section(definition: Definition, section: Section, items: list[Item], level: Level) -> Iterator[list[object]]:
    name = f"s_{section.code}_{level}"
    yield ["begin_group", name, *_both(section.title), "", "", "", ""]
    for item in items:
        hint = Text(_hint(definition, item, "ru"), _hint(definition, item, "en"))
        yield [f"select_one {SCALE}", name_of(item), *_both(item.text), *_both(hint), "yes", _relevant(item)]
    yield ["end_group", name, "", "", "", "", "", ""]


def name_of(item: Item) -> str:
    """How an item is named in the workbook: a name must not begin with a digit."""
    return f"q_{item.code}"


def _both(text: Text) -> list[object]:
    return [text.ru, text.en or text.ru]


def _hint(definition: Definition, item: Item, language: str) -> str:
    """When the side is weak and what the answers mean here, as the paper form would print it."""
    lines = [text.say(language) for text in (item.weak_if,) if text]
    labels = [level.label.say(language) for level in definition.scale.levels]
    lines += [f"{label}: {anchor.say(language)}" for label, anchor in zip(labels, item.anchors, strict=False)]
    return BETWEEN.join(lines)


def _relevant(item: Item) -> str:
    """The rule of ages; a child whose age is not known is asked everything."""
    bounds = [f"${{{AGE}}} >= {item.age_min}"] if item.age_min is not None else []
    bounds += [f"${{{AGE}}} <= {item.age_max}"] if item.age_max is not None else []
    return f"${{{AGE}}} = '' or ({' and '.join(bounds)})" if bounds else ""


def _choices(definition: Definition) -> Iterator[list[object]]:
    for level in definition.scale.levels:
        yield [SCALE, str(level.value), *_both(level.label)]
    for word, label in _OTHERS:
        yield [SCALE, word, *_both(label)]


def _own(definition: Definition) -> Iterator[list[object]]:
    """What XLSForm has no words for: the head line by line, the answers, then one row for each item."""
    scale = definition.scale
    yield ["form", "code", definition.code]
    yield ["form", "version", definition.version]
    yield ["form", "scoring", str(definition.scoring)]
    yield ["form", "title.ru", definition.title.ru]
    yield ["form", "title.en", definition.title.en]
    yield ["form", "about.ru", definition.about.ru]
    yield ["form", "about.en", definition.about.en]
    yield ["form", "weak_from", scale.weak_from]
    yield ["form", "critical_from", scale.critical_from]
    for one in scale.levels:
        words = (one.label, one.short, one.meaning)
        yield ["answer", one.value, *(said for text in words for said in (text.ru, text.en))]
    for section in definition.sections:
        yield ["section", section.code, section.title.ru, section.title.en]
    yield ["items", *OWN_ITEMS]
    for section in definition.sections:
        for item in section.items:
            yield ["item", *_own_item(item, section)]


def _own_item(item: Item, section: Section) -> list[object]:
    said = anchors_said(item.anchors)
    anchors = [json.dumps(said[name], ensure_ascii=False) if name in said else "" for name in ("ru", "en")]
    ages = ["" if age is None else age for age in (item.age_min, item.age_max)]
    marks = ["yes" if one else "" for one in (item.safety, item.is_reversed)]
    words: list[object] = [item.weak_if.ru, item.weak_if.en, *anchors]
    head: list[object] = [name_of(item), item.code, section.code, item.position, str(item.level)]
    return [*head, *words, *marks, *ages, item.replaces]
