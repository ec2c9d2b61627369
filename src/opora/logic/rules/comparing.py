"""What a draft would change of a published model: box by box, arrow by arrow, in the order of the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from opora.logic.rules.model import LogicModel

ADDED, CHANGED, GONE = "added", "changed", "gone"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs: which part, which of them, how, and the names of what was said otherwise."""

    part: str
    code: str
    kind: str
    fields: tuple[str, ...] = ()


def differences(old: LogicModel, new: LogicModel) -> list[Difference]:
    """Everything a reader of the former version would find otherwise in the new one."""
    return [
        *_head(old, new),
        *_parts("level", old.levels, new.levels),
        *_places("level", old.levels, new.levels),
        *_parts("band", old.bands, new.bands),
        *_parts("row", old.rows, new.rows),
        *_places("row", old.rows, new.rows),
        *_parts("legend", old.legend, new.legend),
        *_places("legend", old.legend, new.legend),
        *_parts("concept", old.concepts, new.concepts),
        *_parts("node", old.nodes, new.nodes),
        *_order(old, new),
        *_arrows(old, new),
        *_parts("assumption", old.assumptions, new.assumptions),
    ]


def _parts(part: str, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Difference]:
    before = {one.code: one for one in old}
    after = {one.code: one for one in new}
    yield from _of(part, before, after)


def _head(old: LogicModel, new: LogicModel) -> Iterator[Difference]:
    names = tuple(name for name in ("title", "about", "process") if getattr(old, name) != getattr(new, name))
    if names:
        yield Difference("model", new.code, CHANGED, names)


def _places(part: str, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Difference]:
    """What only changed places among its kind is told once, by the first that stands elsewhere."""
    before, after = [one.code for one in old], [one.code for one in new]
    both = set(before) & set(after)
    moved = zip((code for code in before if code in both), (code for code in after if code in both), strict=True)
    found = next((now for was, now in moved if was != now), None)
    if found is not None:
        yield Difference(part, found, CHANGED, ("order",))


def _arrows(old: LogicModel, new: LogicModel) -> Iterator[Difference]:
    before = {f"{one.start} → {one.end}": one for one in old.arrows}
    after = {f"{one.start} → {one.end}": one for one in new.arrows}
    yield from _of("arrow", before, after)


def _of(part: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Difference]:
    for code, one in after.items():
        if code not in before:
            yield Difference(part, code, ADDED)
        elif one != before[code]:
            names = tuple(
                field.name for field in fields(one) if getattr(one, field.name) != getattr(before[code], field.name)
            )
            yield Difference(part, code, CHANGED, names)
    yield from (Difference(part, code, GONE) for code in before if code not in after)


def _order(old: LogicModel, new: LogicModel) -> Iterator[Difference]:
    """Boxes that only changed places within their cell."""
    for row in ("", *(one.code for one in new.rows)):
        for level in new.levels:
            before = [one.code for one in old.cell(row, level.code)]
            after = [one.code for one in new.cell(row, level.code)]
            both = set(before) & set(after)
            if [code for code in before if code in both] != [code for code in after if code in both]:
                yield Difference("node", after[0], CHANGED, ("order",))
