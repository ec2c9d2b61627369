"""The plan on the page of a family: what is to be done now under its goals, what is later or done in one fold."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import ngettext

from opora.plans.queries import GoalView, TaskView, WorkingPlan
from opora.reminders.words import late_count
from opora.web.family_page.due import Due, due_said

_AT_ONCE = 5
"""So many tasks are read at a glance; the others unfold, and the fold says how many of them are late."""


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


@dataclass(frozen=True, slots=True)
class PlanRows:
    """The goals with what is next, and the same goals with what is folded away, beside those that were reached."""

    shown: list[GoalRow]
    folded: list[GoalRow]
    reached: list[GoalView]

    @property
    def late(self) -> int:
        """How many of the folded tasks are late."""
        return sum(row.task.is_late for goal in self.folded for row in goal.tasks)

    @property
    def said(self) -> str:
        """What the fold holds, in words."""
        rows = [row.task for goal in self.folded for row in goal.tasks]
        later = sum(task.is_open for task in rows)
        counted = (
            (later, ngettext("%(n)s more task", "%(n)s more tasks", later)),
            (self.late, late_count(self.late)),
            (
                done := len(rows) - later,
                ngettext("%(n)s done in the last week", "%(n)s done in the last week", done),
            ),
            (
                reached := len(self.reached),
                ngettext("%(n)s goal reached", "%(n)s goals reached", reached),
            ),
        )
        return ", ".join(words % {"n": count} for count, words in counted if count)


def plan_rows(plan: WorkingPlan, on: date) -> PlanRows:
    """The open goals in their order, then the tasks beside them; the most pressing tasks are shown, wherever they are.

    What was done today stays in its place, ticked.
    """
    pressing = {task.id for task in plan.open_tasks[:_AT_ONCE]}
    goals: list[tuple[GoalView | None, Iterable[TaskView]]] = [(goal, goal.tasks) for goal in plan.open_goals]
    if plan.loose_tasks:
        goals.append((None, plan.loose_tasks))
    shown, folded = [], []
    for goal, tasks in goals:
        now: list[TaskRow] = []
        later: list[TaskRow] = []
        for task in tasks:
            is_now = task.id in pressing or (not task.is_open and task.ended_on == on)
            (now if is_now else later).append(TaskRow(task, due_said(task.due_on, on), task.due_on == on))
        if goal is not None or now:
            shown.append(GoalRow(goal, now))
        if later:
            folded.append(GoalRow(goal, later))
    return PlanRows(shown, folded, plan.reached)
