"""Reading a logic model and the list of outcomes from their files: fit for publishing, or every mistake at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from opora.common.bilingual import EMPTY
from opora.common.findings import ERROR, Finding, Place, has_errors
from opora.common.findings import mark as _
from opora.common.toml_table import Table
from opora.common.toml_text import Notes, parse_toml
from opora.logic.rules.checking import problems_in
from opora.logic.rules.model import (
    Arrow,
    Assumption,
    Band,
    Concept,
    Evidence,
    LegendItem,
    Level,
    LogicModel,
    Node,
    Row,
    concepts_named,
)
from opora.logic.rules.problem import Problem
from opora.logic.rules.vocabulary import LEVEL_KINDS, PLACES

MODELS = "models/"
PLACE_WORDS: Mapping[str, str] = {
    "model": _("head of the model"),
    "level": _("column %(name)s"),
    "band": _("band %(name)s"),
    "row": _("row %(name)s"),
    "legend": _("mark %(name)s"),
    "node": _("box %(name)s"),
    "arrow": _("arrow %(name)s"),
    "assumption": _("assumption %(name)s"),
    "concept": _("outcome %(name)s"),
}


def read_model(
    text: str, file: str, known: Mapping[str, Concept] | None = None
) -> tuple[LogicModel | None, tuple[Finding, ...]]:
    """The model (None where something must be mended) and all findings. Never raises.

    ``known`` are the outcomes that all models share; a file may describe others of its own.
    """
    notes = Notes(file, text)
    model = _model(text, notes, known)
    if model is None:
        return None, tuple(notes.findings)
    tell_problems(problems_in(model), notes)
    return None if has_errors(notes.findings) else model, tuple(notes.findings)


def read_as_far(
    text: str, file: str, known: Mapping[str, Concept] | None = None
) -> tuple[LogicModel | None, tuple[Finding, ...]]:
    """A model as a draft keeps it, finished or not; None with the findings where its parts cannot be told apart."""
    notes = Notes(file, text)
    model = _model(text, notes, known)
    if model is not None:
        tell_problems((one for one in problems_in(model) if one.hides_parts), notes)
    errors = tuple(one for one in notes.findings if one.severity == ERROR)
    return None if errors else model, errors


def _model(text: str, notes: Notes, known: Mapping[str, Concept] | None) -> LogicModel | None:
    data = parse_toml(notes, text)
    if data is None:
        return None
    top = Table(data, Place(PLACE_WORDS["model"]), notes)
    own = {one.code: one for one in _concepts(top, notes)}
    nodes = tuple(_node(part, notes) for part in top.tables("node"))
    named = concepts_named(nodes, {**(known or {}), **own})
    model = LogicModel(
        code=top.code(example='code = "outcome_chain"'),
        title=top.text("title", longest=300),
        about=top.text("about", required=False, longest=2000),
        source=top.word("source", required=False),
        process=top.word("process", required=False),
        levels=tuple(_level(part, notes) for part in top.tables("level")),
        bands=tuple(_band(part, notes) for part in top.tables("band", required=False)),
        rows=tuple(_row(part, notes) for part in top.tables("row", required=False)),
        legend=tuple(_legend(part, notes) for part in top.tables("legend", required=False)),
        nodes=nodes,
        arrows=tuple(one for part in top.tables("arrow", required=False) for one in _arrow(part, notes)),
        assumptions=tuple(_assumption(part, notes) for part in top.tables("assumption", required=False)),
        concepts=named + tuple(one for one in own.values() if one not in named),
    )
    top.finish()
    return model


def read_concepts(text: str, file: str = "concepts.toml") -> tuple[tuple[Concept, ...], tuple[Finding, ...]]:
    """The outcomes that models share, and what is wrong with their file."""
    notes = Notes(file, text)
    data = parse_toml(notes, text)
    if data is None:
        return (), tuple(notes.findings)
    top = Table(data, Place(), notes)
    found = tuple(_concepts(top, notes))
    top.finish()
    return found, tuple(notes.findings)


def tell_problems(problems: Iterable[Problem], notes: Notes) -> None:
    """Problems of a model as findings of its file."""
    for problem in problems:
        notes.add(
            Place(PLACE_WORDS[problem.part], problem.code),
            problem.sentence,
            problem.advice,
            severity=problem.severity,
            line=notes.line_of("code", problem.code, problem.part),
            **problem.data,
        )


def _table(part: str, data: Mapping[str, Any], notes: Notes) -> Table:
    code = str(data.get("code", "?"))
    return Table(data, Place(PLACE_WORDS[part], code), notes, notes.line_of("code", code, part))


def _concepts(top: Table, notes: Notes) -> Iterator[Concept]:
    for data in top.tables("concept", required=False):
        table = _table("concept", data, notes)
        yield Concept(
            code=table.code(example='code = "child_kept"'),
            title=table.text("title", longest=400),
            definition=table.text("definition", required=False, longest=1000),
            about=table.word("about", required=False) or "family",
            evidence=_evidence(table),
            outcome=table.word("outcome", required=False),
        )
        table.finish()


def _evidence(table: Table) -> Evidence:
    return Evidence(
        kind=table.word("evidence", required=False),
        indicators=table.words("indicators"),
        items=table.words("items"),
        records=table.words("records"),
        documents=table.words("documents"),
        services=table.words("services"),
        series=table.words("series"),
        how=table.text("how", required=False, longest=1000) or EMPTY,
    )


def _level(data: Mapping[str, Any], notes: Notes) -> Level:
    table = _table("level", data, notes)
    level = Level(
        code=table.code(example='code = "short"'),
        kind=table.choice("kind", LEVEL_KINDS),
        title=table.text("title", longest=200),
        place=table.choice("place", PLACES, default="column"),
    )
    table.finish()
    return level


def _band(data: Mapping[str, Any], notes: Notes) -> Band:
    table = _table("band", data, notes)
    band = Band(table.code(), table.text("title", longest=300), table.word("source", required=False))
    table.finish()
    return band


def _row(data: Mapping[str, Any], notes: Notes) -> Row:
    table = _table("row", data, notes)
    row = Row(table.code(), table.text("title", longest=400), table.word("band", required=False))
    table.finish()
    return row


def _legend(data: Mapping[str, Any], notes: Notes) -> LegendItem:
    table = _table("legend", data, notes)
    item = LegendItem(
        code=table.code(),
        text=table.text("text", longest=300),
        source=table.word("source", required=False),
        marks=table.words("marks"),
    )
    table.finish()
    return item


def _node(data: Mapping[str, Any], notes: Notes) -> Node:
    table = _table("node", data, notes)
    node = Node(
        code=table.word("code", example='code = "s1"'),
        level=table.word("level", example='level = "short"'),
        row=table.word("row", required=False),
        text=table.text("text", longest=600),
        source=table.word("source", required=False),
        concept=table.word("concept", required=False),
        definition=table.text("definition", required=False, longest=1000),
        evidence=_evidence(table),
        marks=table.words("marks"),
        legend=table.words("legend"),
        note=table.text("note", required=False, longest=1000),
        stage=table.word("stage", required=False),
        model=table.word("model", required=False),
    )
    table.finish()
    return node


def _arrow(data: Mapping[str, Any], notes: Notes) -> Iterator[Arrow]:
    """Several boxes on either side stand for an arrow between each two of them."""
    starts, ends = data.get("from"), data.get("to")
    name = f"{_joined(starts)} → {_joined(ends)}"
    table = Table({**data, "from": _listed(starts), "to": _listed(ends)}, Place(PLACE_WORDS["arrow"], name), notes)
    froms, tos = table.words("from"), table.words("to")
    meaning = table.word("meaning", required=False) or "leads"
    glyph, confidence = table.word("glyph", required=False), table.word("confidence", required=False)
    marks, source = table.words("marks"), table.word("source", required=False)
    note = table.text("note", required=False, longest=1000)
    if not froms or not tos:
        table.note(_("The arrow has no beginning or no end."), _('Write both: from = "s1", to = "m1".'))
    table.finish()
    for start in froms:
        for end in tos:
            yield Arrow(start, end, meaning, glyph, confidence, marks, source, note)


def _listed(value: Any) -> Any:
    return [] if value is None else [value] if isinstance(value, str) else value


def _joined(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value or "?")


def _assumption(data: Mapping[str, Any], notes: Notes) -> Assumption:
    table = _table("assumption", data, notes)
    assumption = Assumption(
        code=table.word("code", example='code = "a1"'),
        text=table.text("text", longest=600),
        source=table.word("source", required=False),
        nodes=table.words("nodes"),
        stages=table.words("stages"),
        definition=table.text("definition", required=False, longest=1000),
        evidence=_evidence(table),
        marks=table.words("marks"),
    )
    table.finish()
    return assumption
