"""Every check of a process that can be made before anybody walks it; a published process has passed them all."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from math import prod
from typing import Any, Final

from opora.access.rules import ROLES
from opora.pathways.rules.case_reasons import CASE_REASONS
from opora.pathways.rules.definition import ANYWHERE, Action, Definition, Table
from opora.pathways.rules.doubts import Doubts, as_meant, begins_of, doubts_of
from opora.pathways.rules.interpreter import decide
from opora.pathways.rules.problems import Problem, Where
from opora.pathways.rules.reading import read

COLUMNS: Final = 7
ROWS: Final = 5
# A table that asks more than so many combinations of answers is not tried out, and nobody could read it either.
TRIED: Final = 20_000


def problems_in(body: Mapping[str, Any]) -> tuple[Problem, ...]:
    """Everything to mend in a process as it is written, its shape and its meaning; () when it may be published."""
    definition, slips = read(body)
    return (*slips, *(one for one in check(definition, slips) if one not in slips))


def check(definition: Definition, slips: Sequence[Problem] = ()) -> tuple[Problem, ...]:
    """Everything to mend; () for a process that may be published. `slips` of its shape were told already.

    One fault hides no other: names that lead nowhere are taken for what was probably meant (see `doubts`), so that
    ways are followed all the same and one typing mistake does not look like many.
    """
    of_tables = tuple(_names_of_tables(definition))
    doubts = doubts_of((*slips, *of_tables))
    names = (*_names_of_places(definition), *_names_of_actions(definition, doubts), *of_tables)
    told = [problem for problem in names if not doubts.explain(problem)]
    told += [one for code in definition.criteria if code not in doubts.criteria for one in _table(definition, code)]
    if not doubts.hide_the_ways:
        meant = as_meant(definition, doubts)
        told += [*_ways(meant), *_stuck(meant)]
        told += _case(definition, meant, doubts)
    return (*told, *_map(definition, doubts))


def _unknown(kind: str, where: Where, used: Iterable[object], known: Container[object]) -> Iterator[Problem]:
    yield from (Problem(kind, where, str(one)) for one in used if one not in known)


def _names_of_places(definition: Definition) -> Iterator[Problem]:
    top = Where()
    yield from _unknown("unknown_stage", top, (definition.start, definition.case_start), definition.stages)
    for code in definition.stages:
        if code in definition.exits:
            yield Problem("name_twice", Where("stage", code), code)
    for code, role in definition.roles.items():
        yield from _unknown("unknown_access", Where("role", code), role.access, ROLES)
    for code, stage in definition.stages.items():
        where = Where("stage", code)
        yield from _unknown("unknown_role", where, (stage.role,), definition.roles)
        yield from _unknown("unknown_assumption", where, stage.assumptions, definition.assumptions)
    for code, end in definition.exits.items():
        yield from _unknown("unknown_reason", Where("exit", code), (end.case_reason,), ("", *CASE_REASONS))
    for code, result in definition.results.items():
        yield from _unknown("unknown_exit", Where("result", code), result.exits, definition.exits)
        if code in definition.stages or code in definition.exits:
            yield Problem("name_twice", Where("result", code), code)


def _names_of_actions(definition: Definition, doubts: Doubts) -> Iterator[Problem]:
    for code, action in definition.actions.items():
        where = Where("action", code)
        sources = () if action.is_anywhere else action.sources
        yield from _unknown("unknown_stage", where, (*sources, *action.excluded), definition.stages)
        yield from _unknown("unknown_stage", where, (action.to,), {*definition.stages, *definition.exits})
        yield from _unknown("unknown_document", where, action.documents, definition.documents)
        yield from _unknown("unknown_field", where, action.fields, definition.fields)
        yield from _unknown("unknown_role", where, action.roles, definition.roles)
        tables = (*action.criteria, *((action.facts,) if action.facts else ()))
        yield from _unknown("unknown_table", where, tables, definition.criteria)
        for name, results in action.criteria.items():
            if name in definition.criteria and name not in doubts.criteria:
                given = {row.then for row in definition.criteria[name].rows}
                yield from _unknown("unknown_result", where, results, given)


def _names_of_tables(definition: Definition) -> Iterator[Problem]:
    for code, table in definition.criteria.items():
        where = Where("table", code)
        papers = [fact.paper for fact in table.facts.values() if fact.paper]
        yield from _unknown("unknown_document", where, papers, definition.documents)
        for row in table.rows:
            yield from _unknown("unknown_fact", where, row.when, table.facts)
            for name, values in row.when.items():
                if name in table.facts:
                    yield from _unknown("unknown_value", where, values, table.facts[name].values)


def _table(definition: Definition, code: str) -> Iterator[Problem]:
    """Try every combination of facts: each must meet a row, each row must be met."""
    table, met = definition.criteria[code], set()
    if not table.rows:
        yield Problem("no_rows", Where("table", code))
        return
    if (ways := prod(len(fact.values) for fact in table.facts.values())) > TRIED:
        yield Problem("too_wide", Where("table", code), str(ways))
        return
    for values in product(*(fact.values for fact in table.facts.values())):
        facts = dict(zip(table.facts, values, strict=True))
        row = decide(definition, code, facts).row
        met.add(row)
        if row is None:
            yield Problem("gap", Where("table", code), _in_words(table, facts))
    for number in range(1, len(table.rows) + 1):
        if number not in met:
            yield Problem("shadowed", Where("table", code), str(number))


def _in_words(table: Table, facts: dict[str, str | bool]) -> str:
    return ", ".join(f"{name} = {str(value).lower()}" for name, value in facts.items())


def _follow(definition: Definition, begin: set[str], actions: list[Action]) -> set[str]:
    """Every place that can be come to from `begin` by these actions."""
    seen, ahead = set(), list(begin)
    while ahead:
        place = ahead.pop()
        seen.add(place)
        ahead += [one.to for one in actions if place in definition.from_stages(one) and one.to not in seen]
    return seen


def _ways(definition: Definition) -> Iterator[Problem]:
    """Every place can be come to; from every stage some exit can, without counting a refusal from anywhere."""
    seen = _follow(definition, begins_of(definition), list(definition.actions.values()))
    for kind, places in (("stage", definition.stages), ("exit", definition.exits)):
        for code in places:
            if code not in seen:
                yield Problem("unreachable", Where(kind, code), code)
    on = [action for action in definition.actions.values() if not action.is_anywhere]
    for code in definition.stages:
        if not _follow(definition, {code}, on) & set(definition.exits):
            yield Problem("dead_end", Where("stage", code), code)


def _stuck(definition: Definition) -> Iterator[Problem]:
    """Whatever the criteria say, some action leads on from each stage, without counting a refusal from anywhere."""
    for code in definition.stages:
        on = [one for one in definition.actions_at(code).values() if not one.is_anywhere]
        tables = sorted({table for one in on for table in one.criteria})
        for said in product(*(sorted({row.then for row in definition.criteria[table].rows}) for table in tables)):
            results = dict(zip(tables, said, strict=True))
            if on and not any(all(results[t] in ok for t, ok in one.criteria.items()) for one in on):
                yield Problem("stuck", Where("stage", code), ", ".join(said))


def _case(definition: Definition, meant: Definition, doubts: Doubts) -> Iterator[Problem]:
    """A case never outlives its path. (Opening is done once: a path that has its case keeps it.)

    Of an action or an exit that could not be read whole nothing is said.
    """
    known = {*definition.stages, *definition.exits}
    sure = {
        code: replace(meant.actions[code], to=action.to)
        for code, action in definition.actions.items()
        if code not in doubts.actions and action.to in known
    }
    opened = {one.to for one in sure.values() if one.effect == "open_case"} | {definition.case_start}
    with_case = _follow(definition, opened, list(sure.values()))
    for code, action in sure.items():
        where, sources = Where("action", code), definition.from_stages(action)
        if action.to in doubts.exits:
            continue
        if action.effect == "close_case" and action.to in definition.stages:
            yield Problem("close_not_exit", where, action.to)
        if action.to in definition.exits and with_case & set(sources) and action.effect != "close_case":
            yield Problem("left_open", where, action.to)
        if action.effect == "close_case" and not getattr(definition.exits.get(action.to), "case_reason", ANYWHERE):
            yield Problem("missing", Where("exit", action.to), "case_reason")


def _map(definition: Definition, doubts: Doubts) -> Iterator[Problem]:
    taken: dict[tuple[int, int], str] = {}
    places = [("stage", code, one.at) for code, one in definition.stages.items()]
    places += [("exit", code, one.at) for code, one in definition.exits.items()]
    places += [("result", code, one.at) for code, one in definition.results.items()]
    for kind, code, at in places:
        if (kind, code) in doubts.places:
            continue
        if not (0 <= at[0] < COLUMNS and 0 <= at[1] < ROWS):
            yield Problem("off_map", Where(kind, code), f"{at[0]}, {at[1]}")
        if at in taken:
            yield Problem("same_place", Where(kind, code), taken[at])
        taken[at] = code
