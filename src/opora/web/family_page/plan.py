"""The plan on the page of a family: what is worked on, what was reached, and how late each task is in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from opora.plans.queries import GoalView, TaskView, WorkingPlan
from opora.web.family_page.due import Due, due_said


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task with its day in words."""

    task: TaskView
    due: Due
    is_today: bool


@dataclass(frozen=True, slots=True)
class GoalRow:
    """An open goal with its tasks; without a goal, the tasks that serve none."""

    goal: GoalView | None
    tasks: list[TaskRow]


def goal_rows(plan: WorkingPlan, on: date) -> list[GoalRow]:
    """The open goals in their order, then the tasks beside them."""
    rows = [GoalRow(goal, _rows(goal.tasks, on)) for goal in plan.open_goals]
    return [*rows, GoalRow(None, _rows(plan.loose_tasks, on))] if plan.loose_tasks else rows


def _rows(tasks: Iterable[TaskView], on: date) -> list[TaskRow]:
    return [TaskRow(task, due_said(task.due_on, on), task.due_on == on) for task in tasks]
