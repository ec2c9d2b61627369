"""What a logic model is: levels, rows, boxes, arrows, assumptions, and by what each result is seen (X-01, X-02)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from functools import cached_property
from typing import Any

from opora.common.bilingual import EMPTY, Text
from opora.logic.rules.vocabulary import OF_FAMILIES, OUTCOME_KINDS, RESULT_KINDS


@dataclass(frozen=True, slots=True)
class Evidence:
    """By what a result is seen: how, and which indicators, items of a form, records, documents show it."""

    kind: str = ""
    indicators: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    how: Text = EMPTY

    def __bool__(self) -> bool:
        return bool(self.kind)

    @property
    def has_reference(self) -> bool:
        """Whether anything is named that could show it."""
        named = (self.indicators, self.items, self.records, self.documents, self.services, self.series)
        return any(named) or bool(self.how)


NO_EVIDENCE = Evidence()


@dataclass(frozen=True, slots=True)
class Concept:
    """The one outcome that several models show in words of their own (X-04).

    ``outcome`` is the code by which goals of plans name it.
    """

    code: str
    title: Text
    definition: Text = EMPTY
    about: str = "family"
    evidence: Evidence = NO_EVIDENCE
    outcome: str = ""

    @property
    def is_of_families(self) -> bool:
        """What changes around families, in the organization and in society, is no result of one family."""
        return self.about in OF_FAMILIES


@dataclass(frozen=True, slots=True)
class Level:
    """A column as its source calls it; ``place`` says whether it stands above or below the table instead."""

    code: str
    kind: str
    title: Text
    place: str = "column"

    @property
    def is_result(self) -> bool:
        return self.kind in RESULT_KINDS

    @property
    def is_outcome(self) -> bool:
        return self.kind in OUTCOME_KINDS


@dataclass(frozen=True, slots=True)
class Band:
    """Words that stand beside several rows at once."""

    code: str
    title: Text
    source: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table as it is printed."""

    code: str
    title: Text
    band: str = ""


@dataclass(frozen=True, slots=True)
class LegendItem:
    """A mark that boxes may bear, and what it means."""

    code: str
    text: Text
    source: str = ""
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """One box. Without a row it belongs to all of them.

    What is not said of definition and evidence is said by its concept. ``stage`` names a place of the process,
    ``model`` the model to which a link leads.
    """

    code: str
    level: str
    text: Text
    row: str = ""
    source: str = ""
    concept: str = ""
    definition: Text = EMPTY
    evidence: Evidence = NO_EVIDENCE
    marks: tuple[str, ...] = ()
    legend: tuple[str, ...] = ()
    note: Text = EMPTY
    stage: str = ""
    model: str = ""


@dataclass(frozen=True, slots=True)
class Arrow:
    """From one box to another: as it is printed, what it means, how sure the reading is."""

    start: str
    end: str
    meaning: str = "leads"
    glyph: str = ""
    confidence: str = ""
    marks: tuple[str, ...] = ()
    source: str = ""
    note: Text = EMPTY

    @property
    def ends(self) -> tuple[str, str]:
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Assumption:
    """What must hold for the work to lead where it should: the boxes and stages that stand on it, and how one sees
    that it does not hold (X-16)."""

    code: str
    text: Text
    source: str = ""
    nodes: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    definition: Text = EMPTY
    evidence: Evidence = NO_EVIDENCE
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class LogicModel:
    """A whole model, ready to be published."""

    code: str
    title: Text
    levels: tuple[Level, ...]
    nodes: tuple[Node, ...]
    about: Text = EMPTY
    source: str = ""
    process: str = ""
    bands: tuple[Band, ...] = ()
    rows: tuple[Row, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    legend: tuple[LegendItem, ...] = ()
    # Those it names, as they read when it was published: what a version means never changes.
    concepts: tuple[Concept, ...] = ()

    @cached_property
    def _by_code(self) -> dict[str, Node]:
        return {one.code: one for one in self.nodes}

    @cached_property
    def _levels(self) -> dict[str, Level]:
        return {one.code: one for one in self.levels}

    @cached_property
    def _concepts(self) -> dict[str, Concept]:
        return {one.code: one for one in self.concepts}

    def node(self, code: str) -> Node | None:
        """The box of this code."""
        return self._by_code.get(code)

    def level_of(self, node: Node) -> Level | None:
        """The column in which a box stands."""
        return self._levels.get(node.level)

    def is_result(self, node: Node) -> bool:
        """Whether the box says what came of the work."""
        level = self.level_of(node)
        return level is not None and level.is_result

    def concept_of(self, node: Node) -> Concept | None:
        """The outcome that the box shares with boxes of other models."""
        return self._concepts.get(node.concept)

    def definition_of(self, node: Node) -> Text:
        """What counts as reached: in words of the box, else of its concept."""
        concept = self.concept_of(node)
        return node.definition or (concept.definition if concept else EMPTY)

    def evidence_of(self, node: Node) -> Evidence:
        """By what it is seen: as the box says, else as its concept says."""
        concept = self.concept_of(node)
        return node.evidence or (concept.evidence if concept else NO_EVIDENCE)

    def leading_to(self, code: str) -> list[Arrow]:
        return [one for one in self.arrows if one.end == code]

    def leading_from(self, code: str) -> list[Arrow]:
        return [one for one in self.arrows if one.start == code]

    def arrow(self, start: str, end: str) -> Arrow | None:
        """The arrow between two boxes."""
        return next((one for one in self.arrows if one.ends == (start, end)), None)

    def assumptions_of(self, code: str) -> list[Assumption]:
        """What a box stands on."""
        return [one for one in self.assumptions if code in one.nodes]

    def cell(self, row: str, level: str) -> list[Node]:
        """The boxes of one cell of the table."""
        return [one for one in self.nodes if one.row == row and one.level == level]

    def to_data(self) -> dict[str, Any]:
        """All of it as plain values that a published version keeps for good."""
        return {one.name: _plain(getattr(self, one.name)) for one in fields(self)}

    @property
    def fingerprint(self) -> str:
        """The same for models that say the same."""
        return hashlib.sha256(json.dumps(self.to_data(), ensure_ascii=False, sort_keys=True).encode()).hexdigest()

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> LogicModel:
        """The model of a published version or of a draft."""
        parts = {name: tuple(_made(kind, one) for one in data.get(name, ())) for name, kind in _PARTS.items()}
        return cls(
            code=data["code"],
            title=Text(**data["title"]),
            about=Text(**data["about"]),
            source=data["source"],
            process=data["process"],
            **parts,
        )


_PARTS: dict[str, Any] = {
    "levels": Level,
    "nodes": Node,
    "bands": Band,
    "rows": Row,
    "arrows": Arrow,
    "assumptions": Assumption,
    "legend": LegendItem,
    "concepts": Concept,
}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return asdict(value) if hasattr(value, "__dataclass_fields__") else value


def _made(kind: Any, data: Mapping[str, Any]) -> Any:
    return kind(**{name: _value(name, one) for name, one in data.items()})


def _value(name: str, value: Any) -> Any:
    if name == "evidence":
        return _made(Evidence, value)
    if isinstance(value, Mapping):
        return Text(**value)
    return tuple(value) if isinstance(value, list) else value


def concepts_named(nodes: Iterable[Node], known: Mapping[str, Concept]) -> tuple[Concept, ...]:
    """The concepts that boxes name, each once, in the order in which they are named."""
    return tuple(known[code] for code in dict.fromkeys(one.concept for one in nodes) if code in known)
