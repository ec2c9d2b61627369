"""Changing a form that is worked on, one thing at a time: each change gives a new form and leaves the old as it was.

What a methodologist should not have to think of is kept here: codes and positions, which are for ever.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any

from opora.instruments.rules.definition import Definition, Level
from opora.instruments.rules.writing import Form, without_nothing, written

FEWEST_ANSWERS, MOST_ANSWERS = 2, 10


def next_version(definition: Definition) -> Form:
    """The form as it is, with the number of the next version."""
    return {**written(definition), "version": definition.version + 1}


def new_form(code: str, title: Mapping[str, str], scale: Form) -> Form:
    """A form of which only the name and the answers are known."""
    head = {"code": code, "version": 1, "title": dict(title), "scoring": "count_weak"}
    return {**head, "scale": deepcopy(scale), "section": []}


def head_of(form: Form) -> Form:
    """What is said of the form as a whole, without its scale and sections."""
    return {key: value for key, value in form.items() if key not in ("scale", "section")}


def put_head(form: Form, head: Form) -> Form:
    """The form called, explained and scored as it is said now; its code and version stay."""
    kept: Form = {key: form[key] for key in ("code", "version") if key in form}
    return {**kept, **head, **{key: form[key] for key in ("scale", "section") if key in form}}


def sections_of(form: Form) -> list[Form]:
    return list(form.get("section", []))


def section_of(form: Form, code: str) -> Form | None:
    return next((one for one in sections_of(form) if one.get("code") == code), None)


def items_of(form: Form) -> Iterator[tuple[Form, Form]]:
    """Every item with its section, in the order of the form."""
    for section in sections_of(form):
        for item in section.get("item", []):
            yield section, item


def item_of(form: Form, code: str) -> Form | None:
    return next((item for _section, item in items_of(form) if item.get("code") == code), None)


def section_holding(form: Form, item: str) -> str:
    """The code of the section in which an item stands."""
    return next((str(section["code"]) for section, one in items_of(form) if one.get("code") == item), "")


def put_section(form: Form, section: Form, published: Sequence[Definition]) -> tuple[Form, str]:
    """A section called otherwise, or a new one at the end, which gets a code that no version ever used."""
    changed = deepcopy(form)
    code = section.get("code", "")
    known = section_of(changed, code) if code else None
    if known is not None:
        known["title"] = dict(section["title"])
        return changed, code
    taken = {one.get("code") for one in sections_of(form)} | {one.code for old in published for one in old.sections}
    code = _free(taken, "")
    changed.setdefault("section", []).append({"code": code, "title": dict(section["title"]), "item": []})
    return changed, code


def drop_section(form: Form, code: str) -> Form:
    """Without the section and the items in it."""
    changed = deepcopy(form)
    changed["section"] = [one for one in sections_of(changed) if one.get("code") != code]
    return changed


def shift_section(form: Form, code: str, by: int) -> Form:
    """The section earlier (-1) or later (1)."""
    changed = deepcopy(form)
    _shift(changed.get("section", []), code, by)
    return changed


def put_item(form: Form, section: str, item: Form, published: Sequence[Definition]) -> tuple[Form, str]:
    """An item as it reads now, in its old place; a new one, or one moved to another section, last in its section."""
    changed = deepcopy(form)
    code = item.get("code", "")
    old = item_of(changed, code) if code else None
    if old is not None and section_holding(changed, code) == section:
        kept: Form = {key: old[key] for key in ("code", "position") if key in old}
        old.clear()
        old.update({**kept, **item, **kept})
        return changed, code
    place = section_of(changed, section)
    if place is None:
        return changed, code
    position = old.get("position") if old is not None else None
    if old is not None:
        changed = drop_item(changed, code)
        place = section_of(changed, section) or place
    taken = {one.get("code") for _section, one in items_of(form)} | {one.code for old in published for one in old.items}
    code = _free(taken, f"{section}.")
    position = _next_position(form, published) if position is None else position
    said = {key: value for key, value in item.items() if key not in ("code", "position")}
    place.setdefault("item", []).append({"code": code, "position": position, **said})
    return changed, code


def drop_item(form: Form, code: str) -> Form:
    """Without the item; its code and its position are not given again."""
    changed = deepcopy(form)
    for section in changed.get("section", []):
        section["item"] = [one for one in section.get("item", []) if one.get("code") != code]
    return changed


def shift_item(form: Form, code: str, by: int) -> Form:
    """The item earlier (-1) or later (1) within its section; its position in stored ratings stays."""
    changed = deepcopy(form)
    for section in changed.get("section", []):
        _shift(section.get("item", []), code, by)
    return changed


def put_scale(form: Form, weak_from: int, critical_from: int) -> Form:
    """From which answer on a side is weak, and from which critical."""
    changed = deepcopy(form)
    scale = changed.setdefault("scale", {})
    scale["weak_from"], scale["critical_from"] = weak_from, critical_from
    return changed


def levels_of(form: Form) -> list[Form]:
    return list(form.get("scale", {}).get("level", []))


def level_of(form: Form, value: int) -> Form | None:
    return next((one for one in levels_of(form) if one.get("value") == value), None)


def put_level(form: Form, value: int | None, words: Form) -> Form:
    """An answer of the scale in other words; a new one stands at the end and is the worst."""
    changed = deepcopy(form)
    levels = changed.setdefault("scale", {}).setdefault("level", [])
    for place, one in enumerate(levels):
        if one.get("value") == value:
            levels[place] = {"value": value, **words}
            return changed
    levels.append({"value": max((one.get("value", -1) for one in levels), default=-1) + 1, **words})
    _follow(changed, lambda texts: [*texts, ""])
    return changed


def drop_level(form: Form, value: int) -> Form:
    """Without the answer; the others keep their order and are numbered anew, descriptions of items follow."""
    return _reordered(form, [one for one in levels_of(form) if one.get("value") != value])


def shift_level(form: Form, value: int, by: int) -> Form:
    """The answer better (-1) or worse (1) by one."""
    order = levels_of(form)
    _shift(order, value, by, key="value")
    return _reordered(form, order)


def _reordered(form: Form, order: list[Form]) -> Form:
    before = [one.get("value") for one in levels_of(form)]
    places = [before.index(one.get("value")) for one in order]
    changed = deepcopy(form)
    scale = changed["scale"]
    scale["level"] = [{**one, "value": value} for value, one in enumerate(order)]
    for border in ("weak_from", "critical_from"):
        if border in scale:
            scale[border] = min(scale[border], len(order) - 1)
    _follow(changed, lambda texts: [texts[place] for place in places if place < len(texts)])
    return changed


def _follow(form: Form, change: Any) -> None:
    """The descriptions that items give of each answer follow the answers of the scale."""
    for _section, item in items_of(form):
        if "anchors" in item:
            item["anchors"] = {language: change(texts) for language, texts in item["anchors"].items()}


def _shift(parts: list[Form], code: str | int, by: int, key: str = "code") -> None:
    place = next((number for number, one in enumerate(parts) if one.get(key) == code), None)
    if place is not None and 0 <= place + by < len(parts):
        parts[place], parts[place + by] = parts[place + by], parts[place]


def _free(taken: set[Any], prefix: str) -> str:
    number = 1
    while f"{prefix}{number}" in taken:
        number += 1
    return f"{prefix}{number}"


def free_code(taken: Collection[str]) -> str:
    """A code that no form bears: form1, form2 and so on."""
    return _free(set(taken), "form")


def _next_position(form: Form, published: Sequence[Definition]) -> int:
    """The place after every one that this form or a version before it ever used; a file may leave them unsaid."""
    unsaid = sum(1 for _one in items_of(form)) - 1
    here = max((one.get("position", unsaid) for _section, one in items_of(form)), default=-1)
    before = max((one.position for old in published for one in old.items), default=-1)
    return max(here, before) + 1


def said_item(
    *,
    level: str,
    text: Mapping[str, str],
    weak_if: Mapping[str, str],
    anchors: Mapping[str, Sequence[str]],
    safety: bool,
    reversed_: bool,
    ages: tuple[int | None, int | None],
    replaces: str,
    reworded: bool,
) -> Form:
    """An item as its file would say it."""
    low, high = ages if level == Level.CHILD else (None, None)
    said = {
        "level": level,
        "text": dict(text),
        "weak_if": dict(weak_if),
        "anchors": {language: list(texts) for language, texts in anchors.items() if any(texts)},
        "safety": safety,
        "age_min": low,
        "age_max": high,
        "replaces": replaces,
        "reworded": reworded,
        "reversed": reversed_,
    }
    return without_nothing(said)
