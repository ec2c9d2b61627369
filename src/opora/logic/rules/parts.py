"""What stands around the boxes of a model: columns, bands, rows, marks of its legend, outcomes it shares."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict, replace
from typing import Any, Final

from opora.common.bilingual import EMPTY, Text
from opora.logic.rules.model import Band, Concept, LegendItem, Level, LogicModel, Row

Thing = Level | Band | Row | LegendItem | Concept

# Where each kind stands in a model, and how the codes begin that the editor gives.
LISTS: Final[Mapping[str, str]] = {
    "level": "levels",
    "band": "bands",
    "row": "rows",
    "legend": "legend",
    "concept": "concepts",
}
PREFIXES: Final[Mapping[str, str]] = {"level": "c", "band": "b", "row": "r", "legend": "k", "concept": "own"}
# With what a model from nothing begins: kinds of columns, from what is done to what comes of it.
USUAL: Final = ("activity", "output", "short", "mid", "long")


def parts_of(model: LogicModel, part: str) -> tuple[Any, ...]:
    """All of a kind, in the order of the model."""
    found: tuple[Any, ...] = getattr(model, LISTS[part])
    return found


def find_part(model: LogicModel, part: str, code: str) -> Any:
    """The one of this code; None where there is none."""
    return next((one for one in parts_of(model, part) if one.code == code), None)


def put_part(model: LogicModel, part: str, thing: Thing) -> LogicModel:
    """As it reads now, in its old place or at the end."""
    parts = list(parts_of(model, part))
    place = next((number for number, one in enumerate(parts) if one.code == thing.code), len(parts))
    parts[place : place + 1] = [thing]
    return _with(model, part, parts)


def drop_part(model: LogicModel, part: str, code: str) -> LogicModel:
    """Without it; rows belong to its band no more, boxes bear its mark no more."""
    left = _with(model, part, [one for one in parts_of(model, part) if one.code != code])
    if part == "band":
        return replace(left, rows=tuple(replace(one, band="") if one.band == code else one for one in left.rows))
    if part == "legend":
        nodes = (replace(one, legend=tuple(mark for mark in one.legend if mark != code)) for one in left.nodes)
        return replace(left, nodes=tuple(nodes))
    return left


def shift_part(model: LogicModel, part: str, code: str, by: int) -> LogicModel:
    """One place earlier (-1) or later (1) among its kind; at the edge it stays."""
    parts = list(parts_of(model, part))
    at = next((number for number, one in enumerate(parts) if one.code == code), None)
    if at is None or not 0 <= at + by < len(parts):
        return model
    parts[at], parts[at + by] = parts[at + by], parts[at]
    return _with(model, part, parts)


def is_in_use(model: LogicModel, part: str, code: str) -> bool:
    """Whether boxes stand in this column or row, or show this outcome."""
    return part in ("level", "row", "concept") and any(getattr(node, part) == code for node in model.nodes)


def head_of(model: LogicModel, programs: Collection[str]) -> dict[str, Any]:
    """What the head of a model says."""
    head = {"title": asdict(model.title), "about": asdict(model.about), "process": model.process}
    return {**head, "programs": sorted(programs)}


def new_model(code: str, title: Text, columns: Mapping[str, Text]) -> LogicModel:
    """A model from nothing: the usual columns, empty."""
    return LogicModel(code, title, tuple(Level(kind, kind, columns[kind]) for kind in USUAL), ())


def copy_of(model: LogicModel, code: str, title: Text) -> LogicModel:
    """The same model under another name. It stands for no lines of a source document any more."""
    return replace(
        model,
        code=code,
        title=title,
        source="",
        nodes=_own(model.nodes),
        bands=_own(model.bands),
        arrows=_own(model.arrows),
        assumptions=_own(model.assumptions),
        legend=_own(model.legend),
    )


def empty_model(code: str) -> LogicModel:
    """What a model that is not there yet says: nothing."""
    return LogicModel(code, EMPTY, (), ())


def _own(parts: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(replace(one, source="") for one in parts)


def _with(model: LogicModel, part: str, parts: list[Any]) -> LogicModel:
    changes: dict[str, Any] = {LISTS[part]: tuple(parts)}
    return replace(model, **changes)
