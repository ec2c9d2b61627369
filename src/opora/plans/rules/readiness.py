"""What a plan still lacks before it can be agreed on with the family (S0-09, S0-12)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from opora.plans.rules.accountable import MEMBER


class Lack(StrEnum):
    """One thing that stands in the way."""

    NO_GOAL = "no_goal"
    GOAL_WITHOUT_TASK = "goal_without_task"
    NO_FAMILY_TASK = "no_family_task"
    NOBODY_ANSWERS = "nobody_answers"


@dataclass(frozen=True, slots=True)
class TaskFacts:
    """What the rule asks of a task that was not cancelled: whose it is, and whether that person is still there."""

    goal_id: int | None
    kind_of_accountable: str
    is_open: bool
    is_answered_for: bool = True


def lacks(active_goals: Iterable[int], tasks: Sequence[TaskFacts]) -> tuple[Lack, ...]:
    """Everything that is missing, in the order in which people would put it right; empty when the plan can be agreed.

    ``active_goals`` are the ids of the goals being worked on; ``tasks`` those that were not cancelled. A plan needs a
    goal, a task to each goal, at least one task the family itself answers for (S0-09), and nobody who has left (S0-12).
    """
    goals = list(active_goals)
    found = []
    if not goals:
        found.append(Lack.NO_GOAL)
    served = {task.goal_id for task in tasks}
    if any(goal not in served for goal in goals):
        found.append(Lack.GOAL_WITHOUT_TASK)
    if not any(task.kind_of_accountable == MEMBER for task in tasks):
        found.append(Lack.NO_FAMILY_TASK)
    if any(task.is_open and not task.is_answered_for for task in tasks):
        found.append(Lack.NOBODY_ANSWERS)
    return tuple(found)
