"""A form as its file says it: the plain values of the file, which the editor changes and `write_toml` writes down.

Such a form may be unfinished or wrong: it is read by the same careful reader as a file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from opora.common.bilingual import Text
from opora.instruments.rules.definition import Definition, Item, Scale, ScaleLevel

Form = dict[str, Any]


def text_said(text: Text) -> dict[str, str]:
    """Words as a file says them; what is not written is left out."""
    return {language: words for language, words in (("ru", text.ru), ("en", text.en)) if words}


def without_nothing(data: Mapping[str, Any]) -> dict[str, Any]:
    """The same without what says nothing: no words, no number, an empty list, a switch that is off."""
    return {
        key: value
        for key, value in data.items()
        if value is not None and value not in ("", {}, [], ()) and value is not False
    }


def written(definition: Definition) -> Form:
    """The form as plain values of its file; `read_form` reads it back as the same form."""
    return {
        **without_nothing(
            {
                "code": definition.code,
                "version": definition.version,
                "title": text_said(definition.title),
                "about": text_said(definition.about),
                "scoring": str(definition.scoring),
            }
        ),
        "scale": _scale(definition.scale),
        "section": [
            {
                "code": section.code,
                "title": text_said(section.title),
                "item": [_item(item) for item in section.items],
            }
            for section in definition.sections
        ],
    }


def _scale(scale: Scale) -> Form:
    return {
        "weak_from": scale.weak_from,
        "critical_from": scale.critical_from,
        "level": [_level(level) for level in scale.levels],
    }


def _level(level: ScaleLevel) -> Form:
    words = {"label": level.label, "short": level.short, "meaning": level.meaning}
    return {"value": level.value, **without_nothing({name: text_said(text) for name, text in words.items()})}


def _item(item: Item) -> Form:
    said = without_nothing(
        {
            "level": str(item.level),
            "text": text_said(item.text),
            "weak_if": text_said(item.weak_if),
            "anchors": anchors_said(item.anchors),
            "safety": item.safety,
            "age_min": item.age_min,
            "age_max": item.age_max,
            "replaces": item.replaces,
            "reworded": item.reworded,
            "reversed": item.is_reversed,
        }
    )
    return {"code": item.code, "position": item.position, **said}


def anchors_said(anchors: tuple[Text, ...]) -> dict[str, list[str]]:
    """A description of each answer as a file says them: one list for each language that has any."""
    lists = {"ru": [one.ru for one in anchors], "en": [one.en for one in anchors]}
    return {language: words for language, words in lists.items() if any(words)}
