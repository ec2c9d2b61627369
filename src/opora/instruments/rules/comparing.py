"""What a draft changes of the form in force: head, answers, sections, items, in the order of the form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from opora.instruments.rules.editing import head_of, items_of, levels_of, sections_of
from opora.instruments.rules.writing import Form

ADDED, CHANGED, GONE = "added", "changed", "gone"
_UNTOLD = {"version", "position", "value", "code", "item"}


@dataclass(frozen=True, slots=True)
class FormChange:
    """One thing that differs: which part, which of them, how, and what is said otherwise."""

    part: str
    code: str
    kind: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    fields: tuple[str, ...] = ()


def form_changes(old: Form, new: Form) -> list[FormChange]:
    """Everything a reader of the former version would find otherwise."""
    scale = {"scale": {key: one for key, one in old.get("scale", {}).items() if key != "level"}}
    scale_now = {"scale": {key: one for key, one in new.get("scale", {}).items() if key != "level"}}
    parts = (
        ("head", {"": head_of(old)}, {"": head_of(new)}),
        ("scale", scale, scale_now),
        ("level", _by(levels_of(old), "value"), _by(levels_of(new), "value")),
        ("section", _by(sections_of(old)), _by(sections_of(new))),
        ("item", {one["code"]: one for _s, one in items_of(old)}, {one["code"]: one for _s, one in items_of(new)}),
    )
    found = [change for part, before, after in parts for change in _of(part, before, after)]
    return [*found, *_order(old, new)]


def _by(parts: list[Form], key: str = "code") -> dict[str, Form]:
    return {str(one.get(key, "")): one for one in parts}


def _of(part: str, before: Mapping[str, Form], after: Mapping[str, Form]) -> Iterator[FormChange]:
    for code, one in after.items():
        if code not in before:
            yield FormChange(part, code, ADDED, {}, one)
            continue
        old = before[code]
        names = [name for name in {**old, **one} if name not in _UNTOLD and old.get(name) != one.get(name)]
        if names:
            yield FormChange(part, code, CHANGED, old, one, tuple(names))
    yield from (FormChange(part, code, GONE, before[code], {}) for code in before if code not in after)


def _order(old: Form, new: Form) -> Iterator[FormChange]:
    """Sections whose items stand in another order, and the order of sections itself."""
    for section in sections_of(new):
        before = next((one for one in sections_of(old) if one.get("code") == section.get("code")), None)
        if before is not None and _moved(before.get("item", []), section.get("item", [])):
            yield FormChange("section", str(section["code"]), CHANGED, before, section, ("order",))
    if _moved(sections_of(old), sections_of(new)):
        yield FormChange("head", "", CHANGED, head_of(old), head_of(new), ("order",))


def _moved(old: list[Form], new: list[Form]) -> bool:
    before, after = [one.get("code") for one in old], [one.get("code") for one in new]
    both = set(before) & set(after)
    return [one for one in before if one in both] != [one for one in after if one in both]
