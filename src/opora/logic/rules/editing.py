"""Changing a logic model, one thing at a time: each change gives a new model and leaves the old one as it was."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from opora.logic.rules.model import Arrow, Assumption, Concept, LogicModel, Node, concepts_named


def free_code(taken: Collection[str], prefix: str) -> str:
    """The first code of this kind that nothing bears yet."""
    number = 1
    while f"{prefix}{number}" in taken:
        number += 1
    return f"{prefix}{number}"


def put_node(model: LogicModel, node: Node, known: Mapping[str, Concept]) -> LogicModel:
    """A box as it reads now: in its old place while column and row stay, else last in its new cell."""
    old = model.node(node.code)
    if old is None:
        nodes = (*model.nodes, node)
    elif (old.level, old.row) == (node.level, node.row):
        nodes = tuple(node if one.code == node.code else one for one in model.nodes)
    else:
        nodes = (*(one for one in model.nodes if one.code != node.code), node)
    return _with_nodes(model, nodes, known)


def drop_node(model: LogicModel, code: str, known: Mapping[str, Concept]) -> LogicModel:
    """Without the box; its arrows go with it, and assumptions stand on it no more."""
    left = _with_nodes(model, tuple(one for one in model.nodes if one.code != code), known)
    return replace(
        left,
        arrows=tuple(one for one in left.arrows if code not in one.ends),
        assumptions=tuple(
            replace(one, nodes=tuple(node for node in one.nodes if node != code)) for one in left.assumptions
        ),
    )


def shift_node(model: LogicModel, code: str, by: int) -> LogicModel:
    """The box up (-1) or down (1) within its cell; at the edge it stays."""
    node = model.node(code)
    if node is None:
        return model
    cell = [one.code for one in model.cell(node.row, node.level)]
    at = cell.index(code) + by
    if not 0 <= at < len(cell):
        return model
    nodes = list(model.nodes)
    first, second = nodes.index(node), next(n for n, one in enumerate(nodes) if one.code == cell[at])
    nodes[first], nodes[second] = nodes[second], nodes[first]
    return replace(model, nodes=tuple(nodes))


def connect(model: LogicModel, arrow: Arrow) -> LogicModel:
    """With the arrow; one that led between the two before is replaced where it stood."""
    known = list(model.arrows)
    place = next((number for number, one in enumerate(known) if one.ends == arrow.ends), len(known))
    known[place : place + 1] = [arrow]
    return replace(model, arrows=tuple(known))


def disconnect(model: LogicModel, start: str, end: str) -> LogicModel:
    return replace(model, arrows=tuple(one for one in model.arrows if one.ends != (start, end)))


def put_assumption(model: LogicModel, assumption: Assumption) -> LogicModel:
    """An assumption as it reads now, in its old place or at the end."""
    known = list(model.assumptions)
    place = next((number for number, one in enumerate(known) if one.code == assumption.code), len(known))
    known[place : place + 1] = [assumption]
    return replace(model, assumptions=tuple(known))


def drop_assumption(model: LogicModel, code: str) -> LogicModel:
    return replace(model, assumptions=tuple(one for one in model.assumptions if one.code != code))


def _with_nodes(model: LogicModel, nodes: Iterable[Node], known: Mapping[str, Concept]) -> LogicModel:
    """The concepts a model carries are those its boxes name, and those nobody else knows yet; one it has already stays
    as it reads there."""
    own = {one.code: one for one in model.concepts}
    kept = tuple(nodes)
    named = concepts_named(kept, {**known, **own})
    new = tuple(one for one in model.concepts if one.code not in known and one not in named)
    return replace(model, nodes=kept, concepts=named + new)
