"""The parts of an assessment form: texts, scale, sections, items. Plain values, never changed once made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from opora.common.bilingual import EMPTY, Text

NOT_APPLICABLE = "na"
UNKNOWN = "unknown"


class Level(StrEnum):
    """Who is rated by an item: the family as a whole, each caregiver, or each child."""

    FAMILY = "family"
    CAREGIVER = "caregiver"
    CHILD = "child"


class Scoring(StrEnum):
    """How the headline number is made: weak sides counted (Q-03), or the scores added up."""

    COUNT_WEAK = "count_weak"
    SUM_SCORES = "sum_scores"


@dataclass(frozen=True, slots=True)
class ScaleLevel:
    """One answer of the scale, with a short label for a button and a sentence on what it means."""

    value: int
    label: Text
    short: Text = EMPTY
    meaning: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Scale:
    """Answers from best to worst: at or past `weak_from` a weak side, at or past `critical_from` critical."""

    levels: tuple[ScaleLevel, ...]
    weak_from: int
    critical_from: int

    @property
    def values(self) -> tuple[int, ...]:
        return tuple(level.value for level in self.levels)

    @property
    def strength(self) -> int:
        """The best answer, which counts as a strength of the family."""
        return self.levels[0].value

    def turned(self, value: int) -> int:
        """The answer as far from the other end: how a reversed item counts what was chosen."""
        values = self.values
        return values[-1 - values.index(value)]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to rate. Its code is its meaning, its position its place in stored ratings, both for ever.

    An item `is_reversed` when the first answer of the scale is the worst here, as “always” is for “Is hungry”: answers
    are kept as they were chosen, ratings are counted from the other end.
    """

    code: str
    position: int
    level: Level
    text: Text
    weak_if: Text = EMPTY
    anchors: tuple[Text, ...] = ()
    safety: bool = False
    age_min: int | None = None
    age_max: int | None = None
    replaces: str = ""
    reworded: bool = False
    is_reversed: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the form, such as «Жильё, занятость, доход»."""

    code: str
    title: Text
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Definition:
    """A whole form in one version."""

    code: str
    version: int
    title: Text
    scale: Scale
    sections: tuple[Section, ...]
    about: Text = EMPTY
    scoring: Scoring = Scoring.COUNT_WEAK

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All items in the order of the form."""
        return tuple(item for section in self.sections for item in section.items)

    @cached_property
    def by_code(self) -> dict[str, Item]:
        return {item.code: item for item in self.items}

    @cached_property
    def section_of(self) -> dict[str, int]:
        """The index of its section for every item code."""
        return {item.code: index for index, section in enumerate(self.sections) for item in section.items}

    @cached_property
    def width(self) -> int:
        """How many places a ratings array of this form has (the highest position + 1)."""
        return max((item.position for item in self.items), default=-1) + 1

    def rating_of(self, item: Item, value: int) -> int:
        """What an answer counts as: on a reversed item the answer from the other end of the scale."""
        return self.scale.turned(value) if item.is_reversed else value

    def to_data(self) -> dict[str, Any]:
        """The form as plain JSON values; `definition_from_data` reads it back unchanged."""
        return {
            "code": self.code,
            "version": self.version,
            "title": _text_data(self.title),
            "about": _text_data(self.about),
            "scoring": str(self.scoring),
            "scale": {
                "weak_from": self.scale.weak_from,
                "critical_from": self.scale.critical_from,
                "levels": [
                    {
                        "value": level.value,
                        "label": _text_data(level.label),
                        "short": _text_data(level.short),
                        "meaning": _text_data(level.meaning),
                    }
                    for level in self.scale.levels
                ],
            },
            "sections": [
                {
                    "code": section.code,
                    "title": _text_data(section.title),
                    "items": [_item_data(item) for item in section.items],
                }
                for section in self.sections
            ],
        }


def _text_data(text: Text) -> dict[str, str]:
    return {"ru": text.ru, "en": text.en}


def _item_data(item: Item) -> dict[str, Any]:
    return {
        "code": item.code,
        "position": item.position,
        "level": str(item.level),
        "text": _text_data(item.text),
        "weak_if": _text_data(item.weak_if),
        "anchors": [_text_data(anchor) for anchor in item.anchors],
        "safety": item.safety,
        "age_min": item.age_min,
        "age_max": item.age_max,
        "replaces": item.replaces,
        # Written only where it says something, so that forms of before keep their fingerprints.
        **({"reversed": True} if item.is_reversed else {}),
    }


def _text(data: Mapping[str, str]) -> Text:
    return Text(data["ru"], data["en"])


def definition_from_data(data: Mapping[str, Any]) -> Definition:
    """Read back what `Definition.to_data` gave. The data were checked when the form was published."""
    scale = data["scale"]
    return Definition(
        code=data["code"],
        version=data["version"],
        title=_text(data["title"]),
        about=_text(data["about"]),
        scoring=Scoring(data["scoring"]),
        scale=Scale(
            levels=tuple(
                ScaleLevel(
                    value=level["value"],
                    label=_text(level["label"]),
                    short=_text(level["short"]),
                    meaning=_text(level["meaning"]),
                )
                for level in scale["levels"]
            ),
            weak_from=scale["weak_from"],
            critical_from=scale["critical_from"],
        ),
        sections=tuple(
            Section(
                code=section["code"],
                title=_text(section["title"]),
                items=tuple(_item(item) for item in section["items"]),
            )
            for section in data["sections"]
        ),
    )


def _item(data: Mapping[str, Any]) -> Item:
    return Item(
        code=data["code"],
        position=data["position"],
        level=Level(data["level"]),
        text=_text(data["text"]),
        weak_if=_text(data["weak_if"]),
        anchors=tuple(_text(anchor) for anchor in data["anchors"]),
        safety=data["safety"],
        age_min=data["age_min"],
        age_max=data["age_max"],
        replaces=data["replaces"],
        is_reversed=data.get("reversed", False),
    )


def fingerprint(data: Mapping[str, Any]) -> str:
    """SHA-256 (64 hex digits) of JSON values, the same for the same content in any key order."""
    canonical = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
