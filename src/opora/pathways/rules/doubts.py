"""The benefit of the doubt: a process with faults, read as it was probably meant, so that one fault neither hides the
others nor makes many out of one.

A misspelled name is taken for the one it looks like; a name that looks like none may mean any of them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from opora.common.toml_text import near_word
from opora.pathways.rules.definition import Action, Definition
from opora.pathways.rules.problems import Problem

# Where names of a kind are described: when that table itself is spoiled, its names are not missed one by one.
_DESCRIBED: Final = {
    "unknown_stage": {"stages", "exits"},
    "unknown_exit": {"exits"},
    "unknown_role": {"roles"},
    "unknown_document": {"documents"},
    "unknown_field": {"fields"},
    "unknown_assumption": {"assumptions"},
    "unknown_table": {"criteria"},
}
_UNREADABLE: Final = ("unknown_word", "misspelled_word", "missing", "wrong")
_WAYS: Final = {"stages", "exits", "actions", "criteria"}
_OF_AN_ACTION: Final = {"from", "to", "except", "criteria", "effect", "kind"}


@dataclass(frozen=True, slots=True)
class Doubts:
    """What the slips of a file leave open: whole tables of it, tables of criteria, actions, places on the map."""

    parts: frozenset[str] = frozenset()
    criteria: frozenset[str] = frozenset()
    actions: frozenset[str] = frozenset()
    exits: frozenset[str] = frozenset()
    places: frozenset[tuple[str, str]] = frozenset()

    @property
    def hide_the_ways(self) -> bool:
        """Whether too little is left to follow anybody's way."""
        return bool(self.parts & _WAYS)

    def explain(self, problem: Problem) -> bool:
        """Whether a name is only missed because its table is spoiled."""
        return bool(self.parts & _DESCRIBED.get(problem.kind, set())) or not problem.what.strip()


def doubts_of(problems: Iterable[Problem]) -> Doubts:
    """What these slips of shape, and names in tables that lead nowhere, leave open."""
    parts, criteria, actions, exits, places = set(), set(), set(), set(), set()
    for one in problems:
        where, name = one.where.part, one.where.name
        misread = one.kind in ("unknown_word", "misspelled_word")
        if where == "process" and one.kind in _UNREADABLE:
            parts |= {one.what, *one.known.split(", ")} if one.kind == "misspelled_word" else {one.what.split(".")[0]}
        elif where == "table":
            criteria.add(re.split(r"[.,]", name)[0])
        elif where == "action" and (
            misread or (one.kind in _UNREADABLE and one.what.split(".")[0] in {*_OF_AN_ACTION, name})
        ):
            actions.add(name)
        elif where == "exit" and (misread or one.kind in _UNREADABLE):
            exits.add(name)
        if misread or one.what in ("at", name):
            places.add((where, name))
    return Doubts(frozenset(parts), frozenset(criteria), frozenset(actions), frozenset(exits), frozenset(places))


def as_meant(definition: Definition, doubts: Doubts) -> Definition:
    """The same process with every name leading somewhere: an action with an open end is there once for each."""
    stages, places = tuple(definition.stages), (*definition.stages, *definition.exits)
    actions: dict[str, Action] = {}
    for code, action in definition.actions.items():
        sources = action.sources if action.is_anywhere else _meant(action.sources, stages)
        plain = replace(
            action,
            sources=sources,
            excluded=tuple(name for name in _meant(action.excluded, stages) if name in action.excluded),
            criteria=_criteria(definition, action.criteria, doubts),
            facts="",
        )
        for number, place in enumerate(_meant((action.to,), places)):
            actions[code if number == 0 else f"{code} {number}"] = replace(plain, to=place)
    return replace(definition, actions=actions)


def begins_of(definition: Definition) -> set[str]:
    """The stages at which paths begin."""
    return set(_meant((definition.start, definition.case_start), tuple(definition.stages)))


def _meant(names: Iterable[str], known: Collection[str]) -> tuple[str, ...]:
    """Each name as it was meant: itself, the one it looks like, or any."""
    found: dict[str, None] = {}
    for name in names:
        one = name if name in known else near_word(name, known)
        found |= dict.fromkeys([one] if one else known)
    return tuple(found)


def _criteria(
    definition: Definition, asked: Mapping[str, tuple[str, ...]], doubts: Doubts
) -> Mapping[str, tuple[str, ...]]:
    """What an action asks of tables that can be read; of others nothing is known."""
    found = {}
    for name, results in asked.items():
        table = name if name in definition.criteria else near_word(name, definition.criteria)
        if table and table not in doubts.criteria:
            found[table] = _meant(results, {row.then for row in definition.criteria[table].rows})
    return found
