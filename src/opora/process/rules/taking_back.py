"""Whether the last step of a path can be taken back by whoever has just taken it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol, TypeVar

from opora.pathways.rules import Definition


@dataclass(frozen=True, slots=True)
class LastStep:
    """The step by which a family came to its stage: who took it, the day it was written down, its papers."""

    action: str
    from_stage: str
    by_id: int | None
    written_on: date
    papers: tuple[str, ...] = ()


def can_be_taken_back(definition: Definition, last: LastStep, *, by_id: int | None, on: date) -> bool:
    """A plain step goes back on the day it was written down, by whoever wrote it down.

    Not the step that opened or closed a case, told of danger or asked why; nor one that left a decision brought by
    papers behind, for the decision stays with the stage it was made for.
    """
    action = definition.actions.get(last.action)
    if action is None or last.from_stage not in definition.stages or by_id is None:
        return False
    deciding = {fact.paper for table in definition.criteria.values() for fact in table.facts.values() if fact.paper}
    is_plain = not (action.effect or action.reason or action.is_anywhere or action.to in definition.exits)
    return is_plain and not deciding & set(last.papers) and last.by_id == by_id and last.written_on == on


class Written(Protocol):
    """A step as it stands in the records."""

    @property
    def action(self) -> str: ...
    @property
    def from_stage(self) -> str: ...
    @property
    def to_stage(self) -> str: ...
    @property
    def by_id(self) -> int | None: ...
    @property
    def at(self) -> datetime: ...
    @property
    def is_override(self) -> bool: ...


Step = TypeVar("Step", bound=Written)


def left_standing(steps: Iterable[Step]) -> list[Step]:
    """The way of a family without the steps that were taken back: it went there by mistake and was never there."""
    kept: list[Step] = []
    for step in steps:
        if kept and _takes_back(step, kept[-1]):
            kept.pop()
        else:
            kept.append(step)
    return kept


def _takes_back(step: Written, last: Written) -> bool:
    """Whether a step leads whoever took the last one straight back, within a day."""
    is_there_and_back = (step.from_stage, step.to_stage) == (last.to_stage, last.from_stage)
    is_by_the_same = step.by_id is not None and step.by_id == last.by_id
    return bool(
        step.is_override
        and last.action
        and is_there_and_back
        and is_by_the_same
        and step.at - last.at < timedelta(days=1)
    )
