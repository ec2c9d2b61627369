"""Whether the last step of a path can be taken back by whoever has just taken it."""

from dataclasses import dataclass
from datetime import date

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
