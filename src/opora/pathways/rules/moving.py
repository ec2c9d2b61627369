"""Carrying open paths to another version of their process: what would happen, and what stands against it (X-17)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from opora.pathways.rules.definition import Definition, Facts

# What stops paths from being carried, and what a person should know before carrying them.
STOPS: Final[tuple[str, ...]] = ("no_home", "unknown_goal", "is_exit", "no_case")
NOTES: Final[tuple[str, ...]] = ("lost_answer", "other_stage")
PROBLEMS: Final[tuple[str, ...]] = (*STOPS, *NOTES)


@dataclass(frozen=True, slots=True)
class Standing:
    """Paths alike: at which stage, with which answers, with a case or without one, and how many of them."""

    stage: str
    count: int = 1
    facts: Facts | None = None
    has_case: bool = True


@dataclass(frozen=True, slots=True)
class Trial:
    """What a dry run found: paths in all and by stage, where each stage leads (None: nowhere), problems by code."""

    paths: int
    stages: Mapping[str, int]
    goals: Mapping[str, str | None]
    problems: Mapping[str, int]
    stopped: int

    @property
    def may_go(self) -> bool:
        """Whether every path has a place to go to."""
        return not self.stopped


def goal_of(new: Definition, stage: str, mapping: Mapping[str, str]) -> str | None:
    """Where paths at a stage of the old version go on: where the map says, or at the same id; None without a home."""
    goal = mapping.get(stage, stage)
    return goal if goal in new.stages else None


def problems_of(old: Definition, new: Definition, one: Standing, mapping: Mapping[str, str]) -> tuple[str, ...]:
    """What stands against carrying such paths, and what is to be known: codes of PROBLEMS.

    "no_home": the new version has no such stage and the map names none; "unknown_goal": the map names a place that
    does not exist; "is_exit": a path ends by a step with its papers, never by a new version; "no_case": the goal is a
    stage to which families come with a case, and this path has none. "lost_answer": an answer is known that the new
    tables do not take; "other_stage": the family goes on at a stage of another name.
    """
    goal = goal_of(new, one.stage, mapping)
    if goal is None:
        named = mapping.get(one.stage)
        return ("no_home",) if named is None else ("is_exit",) if named in new.exits else ("unknown_goal",)
    found = []
    if not one.has_case and goal in with_case(new) and goal not in without_case(new):
        found.append("no_case")
    if lost_answers(old, new, one.facts or {}):
        found.append("lost_answer")
    if goal != one.stage:
        found.append("other_stage")
    return tuple(found)


def try_out(old: Definition, new: Definition, standing: Iterable[Standing], mapping: Mapping[str, str]) -> Trial:
    """Carry all of these paths in thought: nothing is changed."""
    stages: dict[str, int] = {}
    problems: dict[str, int] = {}
    stopped = 0
    for one in standing:
        stages[one.stage] = stages.get(one.stage, 0) + one.count
        found = problems_of(old, new, one, mapping)
        for code in found:
            problems[code] = problems.get(code, 0) + one.count
        stopped += one.count if set(found) & set(STOPS) else 0
    in_order = {code: problems[code] for code in PROBLEMS if code in problems}
    goals = {stage: goal_of(new, stage, mapping) for stage in stages}
    return Trial(sum(stages.values()), stages, goals, in_order, stopped)


def lost_answers(old: Definition, new: Definition, facts: Facts) -> tuple[str, ...]:
    """The facts of the old tables that are known but mean nothing in the new ones."""
    asked = {name for table in old.criteria.values() for name in table.facts}
    taken = {name: fact.values for table in new.criteria.values() for name, fact in table.facts.items()}
    known = [name for name in facts if name in asked and facts[name] is not None]
    return tuple(sorted(name for name in known if facts[name] not in taken.get(name, ())))


def with_case(definition: Definition) -> frozenset[str]:
    """The stages to which a family can come with its case open."""
    opened = {one.to for one in definition.actions.values() if one.effect == "open_case"}
    return _reached(definition, opened | {definition.case_start}, opens=True)


def without_case(definition: Definition) -> frozenset[str]:
    """The stages to which a family can come from its signal while it has no case."""
    return _reached(definition, {definition.start}, opens=False)


def _reached(definition: Definition, begin: Iterable[str], *, opens: bool) -> frozenset[str]:
    seen: set[str] = set()
    ahead = [stage for stage in begin if stage in definition.stages]
    while ahead:
        stage = ahead.pop()
        seen.add(stage)
        actions = definition.actions_at(stage).values()
        ahead += [
            one.to
            for one in actions
            if one.to in definition.stages and one.to not in seen and (opens or one.effect != "open_case")
        ]
    return frozenset(seen)
