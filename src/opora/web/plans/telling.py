"""A version of a plan and what it changed, told in words instead of codes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from opora.plans import queries
from opora.plans.rules import Change, Content, GoalText, Part, TaskText
from opora.plans.words import FIELDS
from opora.web.shell.wording import write_change, write_day

_GOAL_STATES: Mapping[str, str | Promise] = {
    "active": pgettext_lazy("goal", "being worked on"),
    "achieved": pgettext_lazy("goal", "achieved"),
    "not_achieved": pgettext_lazy("goal", "not achieved"),
    "cancelled": pgettext_lazy("goal", "cancelled by agreement"),
}
_TASK_STATES: Mapping[str, str | Promise] = {
    "open": pgettext_lazy("task", "to be done"),
    "done": pgettext_lazy("task", "done"),
    "cancelled": pgettext_lazy("task", "cancelled"),
}
_WHAT: Mapping[str, str | Promise] = {
    "words": gettext_lazy("In the family’s own words"),
    "track": gettext_lazy("How you work with the family"),
    "goal": pgettext_lazy("plan", "Goal"),
    "task": pgettext_lazy("plan", "Task"),
}
_KINDS: Mapping[str, str | Promise] = {
    "added": pgettext_lazy("change", "new"),
    "removed": pgettext_lazy("change", "left out"),
    "changed": pgettext_lazy("change", "changed"),
}


@dataclass(frozen=True, slots=True)
class ToldChange:
    """One difference between two versions, in words."""

    kind: str
    label: str
    what: str
    title: str
    parts: tuple[Part, ...]
    details: list[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class ToldTask:
    """A task as it stood in a version, in words."""

    title: str
    who: str
    due: str
    state: str


@dataclass(frozen=True, slots=True)
class ToldGoal:
    """A goal as it stood in a version, in words, with its tasks."""

    title: str
    section: str
    outcome: str
    state: str
    tasks: list[ToldTask]


@dataclass(frozen=True, slots=True)
class ToldVersion:
    """The whole plan of a version, in words."""

    track: str
    goals: list[ToldGoal]
    loose: list[ToldTask]


def tell_change(change: Change, content: Content, words: queries.GoalWords) -> ToldChange:
    """The difference in words; goals are named as the later version has them."""
    titles = {str(goal.id): goal.title for goal in content.goals}
    return ToldChange(
        kind=change.kind,
        label=str(_KINDS[change.kind]),
        what=str(_WHAT[change.what]),
        title=change.title,
        parts=change.parts,
        details=[
            (
                str(FIELDS.get(name, name)),
                _value(change.what, name, before, titles, words),
                _value(change.what, name, after, titles, words),
            )
            for name, before, after in change.details
        ],
    )


def tell_content(content: Content, words: queries.GoalWords) -> ToldVersion:
    """The plan of a version in words."""
    known = {goal.id for goal in content.goals}
    return ToldVersion(
        track=dict(queries.track_choices()).get(content.track, ""),
        goals=[_goal(goal, content, words) for goal in content.goals],
        loose=[_task(task) for task in content.tasks if task.goal_id not in known],
    )


def _goal(goal: GoalText, content: Content, words: queries.GoalWords) -> ToldGoal:
    return ToldGoal(
        title=goal.title,
        section=words.section_title(goal.section),
        outcome=words.outcome_title(goal.outcome),
        state=str(_GOAL_STATES[goal.state]),
        tasks=[_task(task) for task in content.tasks if task.goal_id == goal.id],
    )


def _task(task: TaskText) -> ToldTask:
    due = write_day(date.fromisoformat(task.due_on))
    return ToldTask(task.title, task.who, due, str(_TASK_STATES[task.state]))


def _value(what: str, name: str, value: str, goals: Mapping[str, str], words: queries.GoalWords) -> str:
    """One value of a field as people say it."""
    if not value:
        return ""
    match name:
        case "track":
            return dict(queries.track_choices()).get(value, value)
        case "section":
            return words.section_title(int(value))
        case "outcome":
            return words.outcome_title(value)
        case "state":
            return str((_GOAL_STATES if what == "goal" else _TASK_STATES)[value])
        case "level_start" | "level_now":
            return write_change(int(value))
        case "kind":
            return dict(queries.task_kind_choices()).get(value, value)
        case "goal_id":
            return goals.get(value, _("a goal of the former version"))
        case "due_on":
            return write_day(date.fromisoformat(value))
    return value
