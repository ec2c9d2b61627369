"""Changing a process that is worked on, one part at a time: each change gives new values, the old stay as they were.

The process is kept as the plain values of its file, so it may be unfinished: it is checked as the file would be.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Final

Body = dict[str, Any]

TABLES: Final = {
    "stage": "stages",
    "exit": "exits",
    "action": "actions",
    "document": "documents",
    "field": "fields",
    "role": "roles",
    "table": "criteria",
    "assumption": "assumptions",
    "result": "results",
}
"""The parts that may be changed, and the table of the file in which each stands."""
_PREFIX: Final = {
    "stage": "stage",
    "exit": "exit",
    "action": "step",
    "document": "paper",
    "field": "field",
    "role": "role",
    "table": "criteria",
    "assumption": "assumption",
    "result": "outcome",
}
HEAD: Final = ("title", "start", "case_start", "rows")
ADDED, CHANGED, GONE = "added", "changed", "gone"


def parts_of(body: Mapping[str, Any], part: str) -> dict[str, Any]:
    """The parts of one kind, in the order of their author."""
    found = body.get(TABLES[part], {})
    return dict(found) if isinstance(found, Mapping) else {}


def head_of(body: Mapping[str, Any]) -> Body:
    """What is said of the process as a whole."""
    return {name: body[name] for name in HEAD if name in body}


def put_head(body: Body, head: Mapping[str, Any]) -> Body:
    return {**deepcopy(body), **{name: head[name] for name in HEAD if name in head}}


def put_part(body: Body, part: str, code: str, said: Any) -> tuple[Body, str]:
    """A part as it reads now, in its old place; a new one gets a code of its own and stands last."""
    changed = deepcopy(body)
    table = changed.setdefault(TABLES[part], {})
    if not code:
        taken = {name for kind in TABLES for name in parts_of(body, kind)}
        code = free_code(taken, _PREFIX[part])
    table[code] = said
    return changed, code


def free_code(taken: Collection[str], prefix: str) -> str:
    """The first code of this kind that nothing bears yet."""
    number = 1
    while f"{prefix}{number}" in taken:
        number += 1
    return f"{prefix}{number}"


def drop_part(body: Body, part: str, code: str) -> Body:
    """Without the part; what still names it is told by the check."""
    changed = deepcopy(body)
    changed.get(TABLES[part], {}).pop(code, None)
    return changed


def shift_part(body: Body, part: str, code: str, by: int) -> Body:
    """The part earlier (-1) or later (1) among its kind."""
    changed = deepcopy(body)
    changed[TABLES[part]] = _shifted(parts_of(changed, part), code, by)
    return changed if parts_of(body, part) else body


def _shifted(parts: Mapping[str, Any], code: str, by: int) -> dict[str, Any]:
    """The same parts, one of them earlier or later; at the edge it stays."""
    order = list(parts)
    place = order.index(code) if code in order else -1
    if place >= 0 and 0 <= place + by < len(order):
        order[place], order[place + by] = order[place + by], order[place]
    return {name: parts[name] for name in order}


def rows_of(body: Mapping[str, Any], table: str) -> list[Any]:
    """The rows of a table of criteria, as they are read from the top."""
    found = parts_of(body, "table").get(table, {})
    return list(found.get("rows", [])) if isinstance(found, Mapping) else []


def put_row(body: Body, table: str, number: int | None, row: Mapping[str, Any]) -> Body:
    """A row of a table of criteria as it reads now; a new one stands last."""
    changed = deepcopy(body)
    rows = changed["criteria"][table].setdefault("rows", [])
    if number is None:
        rows.append(dict(row))
    else:
        rows[number] = dict(row)
    return changed


def drop_row(body: Body, table: str, number: int) -> Body:
    changed = deepcopy(body)
    del changed["criteria"][table]["rows"][number]
    return changed


def shift_row(body: Body, table: str, number: int, by: int) -> Body:
    """The row higher (-1) or lower (1): the first that fits decides."""
    if not 0 <= number + by < len(rows_of(body, table)):
        return body
    changed = deepcopy(body)
    rows = changed["criteria"][table]["rows"]
    rows[number], rows[number + by] = rows[number + by], rows[number]
    return changed


def facts_of(body: Mapping[str, Any], table: str) -> dict[str, Any]:
    """The questions of a table of criteria, in the order in which they are asked."""
    found = parts_of(body, "table").get(table, {})
    facts = found.get("facts", {}) if isinstance(found, Mapping) else {}
    return dict(facts) if isinstance(facts, Mapping) else {}


def put_fact(body: Body, table: str, code: str, fact: Mapping[str, Any]) -> tuple[Body, str]:
    """A question as it reads now; a new one gets a code that no table knows, for answers are kept by it alone."""
    changed = deepcopy(body)
    if not code:
        code = free_code({name for one in parts_of(body, "table") for name in facts_of(body, one)}, "fact")
    changed["criteria"][table].setdefault("facts", {})[code] = dict(fact)
    return changed, code


def drop_fact(body: Body, table: str, code: str) -> Body:
    """Without the question. Rows that name it stay as they are until they are mended: one condition less would let a
    row apply to families it was never meant for."""
    changed = deepcopy(body)
    changed["criteria"][table].get("facts", {}).pop(code, None)
    return changed


def shift_fact(body: Body, table: str, code: str, by: int) -> Body:
    """The question asked earlier (-1) or later (1)."""
    changed = deepcopy(body)
    changed["criteria"][table]["facts"] = _shifted(facts_of(body, table), code, by)
    return changed


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs: which part, which of them, how, and what is said otherwise."""

    part: str
    code: str
    kind: str
    before: Any
    after: Any
    fields: tuple[str, ...] = ()


def differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Difference]:
    """Everything a reader of the former version would find otherwise."""
    found = list(_of("process", {"": head_of(old)}, {"": head_of(new)}))
    for part in TABLES:
        before, after = parts_of(old, part), parts_of(new, part)
        found += _of(part, before, after)
        both = set(before) & set(after)
        if [one for one in before if one in both] != [one for one in after if one in both]:
            code = next((one for one in after if one in both), "")
            found.append(Difference(part, code, CHANGED, before[code], after[code], ("order",)))
    return found


def _of(part: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Difference]:
    for code, one in after.items():
        if code not in before:
            yield Difference(part, code, ADDED, None, one)
        elif one != before[code]:
            yield Difference(part, code, CHANGED, before[code], one, _names(before[code], one))
    yield from (Difference(part, code, GONE, one, None) for code, one in before.items() if code not in after)


def _names(old: Any, new: Any) -> tuple[str, ...]:
    if not isinstance(old, Mapping) or not isinstance(new, Mapping) or set(old) <= {"ru", "en"}:
        return ()
    return tuple(name for name in {**old, **new} if old.get(name) != new.get(name))
