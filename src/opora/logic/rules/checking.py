"""What is wrong with a logic model, told for the file and for the editor alike: every mistake at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from opora.common.findings import ERROR, WARNING
from opora.common.findings import mark as _
from opora.logic.rules.model import Evidence, LogicModel, Node
from opora.logic.rules.problem import Problem, not_allowed, unknown, without_words
from opora.logic.rules.vocabulary import (
    ABOUT,
    CODE,
    CONFIDENCES,
    EVIDENCE_KINDS,
    LEVEL_KINDS,
    MARKS,
    MEANINGS,
    PLACES,
    RECORDS,
    REFERENCE,
)

LONGEST = 600


def problems_in(model: LogicModel) -> list[Problem]:
    """Everything that must be mended before the model is published, then what is only remarked."""
    found = [
        *_codes(model),
        *_levels(model),
        *(problem for node in model.nodes for problem in _node(model, node)),
        *_arrows(model),
        *_assumptions(model),
        *_concepts(model),
    ]
    return sorted(found, key=lambda one: one.severity != ERROR)


def _codes(model: LogicModel) -> Iterator[Problem]:
    parts: dict[str, Sequence[Any]] = {
        "level": model.levels,
        "band": model.bands,
        "row": model.rows,
        "legend": model.legend,
        "node": model.nodes,
        "assumption": model.assumptions,
        "concept": model.concepts,
    }
    for part, things in parts.items():
        for code, times in Counter(one.code for one in things).items():
            if not CODE.fullmatch(code):
                yield Problem(
                    part,
                    code,
                    _("The code “%(code)s” has characters that codes do not have."),
                    _("Use Latin letters, digits and underscores, 40 at most."),
                    {"code": code},
                    hides_parts=True,
                )
            if times > 1:
                yield Problem(
                    part,
                    code,
                    _("The code stands twice."),
                    _("A code is for ever: give each its own."),
                    hides_parts=True,
                )


def _levels(model: LogicModel) -> Iterator[Problem]:
    if not model.title:
        yield without_words("model", "")
    if not model.levels:
        yield Problem("model", "", _("The model has no columns."), _("Describe at least one."))
    if not model.nodes:
        yield Problem("model", "", _("The model has no boxes."), _("Add what you do and what should come of it."))
    for level in model.levels:
        yield from not_allowed("level", level.code, {"kind": level.kind}, LEVEL_KINDS)
        yield from not_allowed("level", level.code, {"place": level.place}, PLACES)
        if not level.title:
            yield without_words("level", level.code)
    bands = {one.code for one in model.bands}
    for part, things in (("band", model.bands), ("row", model.rows)):
        yield from (without_words(part, one.code) for one in things if not one.title)
    for item in model.legend:
        if not item.text:
            yield without_words("legend", item.code)
        yield from not_allowed("legend", item.code, {"marks": item.marks}, MARKS)
    for row in model.rows:
        if row.band and row.band not in bands:
            yield unknown("row", row.code, row.band, bands)


def _node(model: LogicModel, node: Node) -> Iterator[Problem]:
    levels, rows = {one.code for one in model.levels}, {one.code for one in model.rows}
    marks = {one.code for one in model.legend}
    if not node.text:
        yield without_words("node", node.code)
    if len(node.text.ru) > LONGEST:
        yield Problem(
            "node", node.code, _("The text is very long."), _("Shorten it: it must fit a box."), severity=WARNING
        )
    if node.level not in levels:
        yield unknown("node", node.code, node.level, levels)
    if node.row and node.row not in rows:
        yield unknown("node", node.code, node.row, rows)
    for mark in node.legend:
        if mark not in marks:
            yield unknown("node", node.code, mark, marks)
    yield from not_allowed("node", node.code, {"marks": node.marks}, MARKS)
    if node.concept and model.concept_of(node) is None:
        yield unknown("node", node.code, node.concept, ())
    yield from _evidence("node", node.code, node.evidence)
    if model.is_result(node):
        yield from _result(model, node)
    elif (level := model.level_of(node)) is not None and level.kind == "service" and not model.leading_from(node.code):
        yield Problem(
            "node",
            node.code,
            _("No arrow leads from this service to a result."),
            _("Say what it should bring, or why it is given."),
            severity=WARNING,
        )


def _result(model: LogicModel, node: Node) -> Iterator[Problem]:
    """No result without a definition and a rule of evidence: what cannot be shown yet says so (X-02)."""
    if not model.definition_of(node):
        yield Problem(
            "node",
            node.code,
            _("It is not said when this result counts as reached."),
            _("Write a definition, or name the outcome it shares with other models."),
        )
    evidence = model.evidence_of(node)
    if not evidence:
        yield Problem(
            "node",
            node.code,
            _("It is not said by what this result is seen."),
            _("Choose: computed, rated, a document, an external source, or nothing yet."),
        )
    level = model.level_of(node)
    is_above = level is not None and level.place == "above"
    if not is_above and not model.leading_to(node.code) and not (level is not None and level.kind == "exit"):
        yield Problem(
            "node",
            node.code,
            _("No arrow leads to this result."),
            _("Say what brings it about."),
            severity=WARNING,
        )


def _evidence(part: str, code: str, evidence: Evidence) -> Iterator[Problem]:
    if not evidence:
        if evidence.has_reference:
            yield Problem(
                part,
                code,
                _("Something is named that shows it, but not in which way."),
                _("Choose: computed, rated, a document, an external source, or nothing yet."),
            )
        return
    yield from not_allowed(part, code, {"evidence": evidence.kind}, EVIDENCE_KINDS)
    yield from not_allowed(part, code, {"records": evidence.records}, RECORDS)
    for name in (*evidence.indicators, *evidence.items, *evidence.documents, *evidence.services, *evidence.series):
        if not REFERENCE.fullmatch(name):
            yield Problem(
                part,
                code,
                _("“%(name)s” is no code that could be found."),
                _("Write codes as they stand in their lists: IND-20, 7.1, D-05."),
                {"name": name[:60]},
            )
    if evidence.kind != "not_yet" and not evidence.has_reference:
        yield Problem(
            part,
            code,
            _("It is said in which way it is seen, but not by what."),
            _("Name an indicator, an item of a form, a kind of record or a document, or tell it in words."),
        )


def _arrows(model: LogicModel) -> Iterator[Problem]:
    known = {one.code for one in model.nodes}
    place = {one.code: number for number, one in enumerate(model.levels)}
    for ends, times in Counter(one.ends for one in model.arrows).items():
        if times > 1:
            yield Problem("arrow", " → ".join(ends), _("The arrow stands twice."), _("Keep one of them."))
    for arrow in model.arrows:
        name = f"{arrow.start} → {arrow.end}"
        for code in arrow.ends:
            if code not in known:
                yield unknown("arrow", name, code, ())
        if arrow.start == arrow.end:
            yield Problem(
                "arrow", name, _("The arrow leads back to its own box."), _("Lead it to another, or remove it.")
            )
        yield from not_allowed("arrow", name, {"meaning": arrow.meaning}, MEANINGS)
        yield from not_allowed("arrow", name, {"marks": arrow.marks}, MARKS)
        if arrow.confidence:
            yield from not_allowed("arrow", name, {"confidence": arrow.confidence}, CONFIDENCES)
        first, second = model.node(arrow.start), model.node(arrow.end)
        if (
            first is not None
            and second is not None
            and arrow.meaning in ("leads", "contributes")
            and place.get(first.level, 0) > place.get(second.level, 0)
        ):
            yield Problem(
                "arrow",
                name,
                _("The arrow leads from a later column to an earlier one."),
                _("Turn it round, or say that it is a feedback."),
                severity=WARNING,
            )


def _assumptions(model: LogicModel) -> Iterator[Problem]:
    known = {one.code for one in model.nodes}
    for one in model.assumptions:
        if not one.text:
            yield without_words("assumption", one.code)
        for code in one.nodes:
            if code not in known:
                yield unknown("assumption", one.code, code, ())
        yield from not_allowed("assumption", one.code, {"marks": one.marks}, MARKS)
        yield from _evidence("assumption", one.code, one.evidence)
        if not one.nodes and not one.stages:
            yield Problem(
                "assumption",
                one.code,
                _("Nothing stands on this assumption."),
                _("Name the boxes that need it to hold."),
                severity=WARNING,
            )


def _concepts(model: LogicModel) -> Iterator[Problem]:
    for one in model.concepts:
        yield from not_allowed("concept", one.code, {"about": one.about}, ABOUT)
        yield from _evidence("concept", one.code, one.evidence)
        if not one.title:
            yield without_words("concept", one.code)
        if not any(node.concept == one.code for node in model.nodes):
            yield Problem(
                "concept",
                one.code,
                _("No box of this model shows the outcome."),
                _("Choose it at a box, or remove it."),
                severity=WARNING,
            )
