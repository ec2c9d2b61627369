"""A logic model as its file says it: plain values, which `write_toml` writes down and `read_model` reads back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from opora.common.bilingual import Text
from opora.logic.rules.model import Arrow, Concept, Evidence, LogicModel


def written(model: LogicModel, shared: Mapping[str, Concept]) -> dict[str, Any]:
    """The model as plain values of its file; an outcome that reads as everybody knows it is only named."""
    return {
        **_said(model, "code", "title", "about", "source", "process"),
        "level": [_level(one) for one in model.levels],
        **_lists(
            {
                "band": [_said(one, "code", "title", "source") for one in model.bands],
                "row": [_said(one, "code", "title", "band") for one in model.rows],
                "legend": [_said(one, "code", "text", "source", "marks") for one in model.legend],
                "concept": [_concept(one) for one in model.concepts if shared.get(one.code) != one],
            }
        ),
        "node": [
            {
                **_said(one, "code", "level", "row", "text", "source", "concept", "definition"),
                **_evidence(one.evidence),
                **_said(one, "marks", "legend", "note", "stage", "model"),
            }
            for one in model.nodes
        ],
        **_lists(
            {
                "arrow": [_arrow(one) for one in model.arrows],
                "assumption": [
                    {
                        **_said(one, "code", "text", "source", "nodes", "stages", "definition"),
                        **_evidence(one.evidence),
                        **_said(one, "marks"),
                    }
                    for one in model.assumptions
                ],
            }
        ),
    }


def _said(thing: Any, *names: str) -> dict[str, Any]:
    """What is said under these names; what says nothing is left out."""
    plain = {name: _plain(getattr(thing, name)) for name in names}
    return {name: value for name, value in plain.items() if value not in ("", {}, [])}


def _plain(value: Any) -> Any:
    if isinstance(value, Text):
        return {language: words for language, words in (("ru", value.ru), ("en", value.en)) if words}
    return list(value) if isinstance(value, tuple) else value


def _lists(parts: dict[str, list[Any]]) -> dict[str, list[Any]]:
    return {name: part for name, part in parts.items() if part}


def _level(level: Any) -> dict[str, Any]:
    said = _said(level, "code", "kind", "title", "place")
    return {name: value for name, value in said.items() if (name, value) != ("place", "column")}


def _concept(concept: Concept) -> dict[str, Any]:
    return {
        **_said(concept, "code", "title", "definition", "about"),
        **_evidence(concept.evidence),
        **_said(concept, "outcome"),
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    said = _said(evidence, "kind", "indicators", "items", "records", "documents", "services", "series", "how")
    return {"evidence" if name == "kind" else name: value for name, value in said.items()}


def _arrow(arrow: Arrow) -> dict[str, Any]:
    said = _said(arrow, "meaning", "glyph", "confidence", "marks", "source", "note")
    return {
        "from": arrow.start,
        "to": arrow.end,
        **{name: value for name, value in said.items() if (name, value) != ("meaning", "leads")},
    }
