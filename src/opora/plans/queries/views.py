"""Goals, tasks and milestones as pages show them: opened, in words, with what this person may do."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from opora.families.models import FamilyMember
from opora.families.sealing import opened
from opora.plans.models import Goal, Milestone, Task
from opora.plans.queries.goal_words import GoalWords
from opora.plans.queries.plans import levels_of
from opora.plans.rules import Accountable


@dataclass(frozen=True, slots=True)
class MilestoneView:
    """A stop on the way of a mini-project."""

    id: int
    title: str
    due_on: date
    done_on: date | None
    is_late: bool
    at: time | None = None


@dataclass(frozen=True, slots=True)
class TaskView:
    """A task with who answers for it; `who_value` is what a form carries."""

    id: int
    route_id: int
    goal_id: int | None
    kind: str
    kind_label: str
    title: str
    about_id: int | None
    about_code: str
    who: str
    who_kind: str
    who_value: str
    is_answered_for: bool
    due_on: date
    state: str
    state_label: str
    is_late: bool
    given_on: date
    ended_on: date | None
    ended_by: str
    note: str
    revision: int
    milestones: tuple[MilestoneView, ...]
    may_finish: bool
    place: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.state == Task.State.OPEN


@dataclass(frozen=True, slots=True)
class GoalView:
    """A goal with its tasks, the most pressing first; `levels` are five texts or none."""

    id: int
    route_id: int
    plan_id: int
    section: int | None
    section_title: str
    outcome: str
    outcome_title: str
    item: str
    title: str
    state: str
    state_label: str
    set_on: date
    decided_on: date | None
    levels: tuple[str, ...]
    level_start: int | None
    level_now: int | None
    revision: int
    tasks: tuple[TaskView, ...]

    @property
    def is_open(self) -> bool:
        """Whether it is still being worked on."""
        return self.state == Goal.State.ACTIVE

    @property
    def leveled(self) -> list[tuple[int, str, bool, bool]]:
        """Each level with its text, and whether the family began there and whether it stands there now."""
        marks = zip(range(-2, 3), self.levels, strict=False)
        return [(mark, text, mark == self.level_start, mark == self.level_now) for mark, text in marks]


def accountable_of(task: Task) -> Accountable:
    """Who answers for a task."""
    if task.worker_id is not None:
        return Accountable("worker", task.worker_id)
    if task.member_id is not None:
        return Accountable("member", task.member_id)
    return Accountable("partner", task.partner_id or 0)


def who_in_short(task: Task) -> str:
    """The name of the colleague or the partner, the code of somebody of the family."""
    if task.worker is not None:
        return task.worker.name
    return task.member.code if task.member is not None else task.partner.name if task.partner is not None else ""


def is_answered_for(task: Task, roles: Mapping[int, str]) -> bool:
    """Say whether who answers for the task still works here, belongs to the family, or works with us."""
    if task.worker is not None:
        return task.worker.is_active
    return task.member_id in roles if task.member_id is not None else bool(task.partner and task.partner.is_active)


def view_of_task(
    task: Task,
    *,
    route_id: int,
    roles: Mapping[int, str],
    milestones: Sequence[Milestone],
    may_finish: bool,
    on: date,
) -> TaskView:
    """The task opened; ``roles`` are those of the people who belong to the family now."""
    answers = accountable_of(task)
    is_open = task.state == Task.State.OPEN
    return TaskView(
        id=task.pk,
        route_id=route_id,
        goal_id=task.goal_id,
        kind=task.kind,
        kind_label=str(task.get_kind_display()),
        title=opened(task, "title"),
        about_id=task.about_id,
        about_code=task.about.code if task.about is not None else "",
        who=_who(task, roles),
        who_kind=answers.kind,
        who_value=answers.value,
        is_answered_for=is_answered_for(task, roles),
        due_on=task.due_on,
        state=task.state,
        state_label=str(task.get_state_display()),
        is_late=is_open and task.due_on < on,
        given_on=task.given_on,
        ended_on=task.ended_on,
        ended_by=task.ended_by.name if task.ended_by is not None else "",
        note=opened(task, "note"),
        revision=task.revision,
        milestones=tuple(view_of_milestone(one, on) for one in milestones),
        may_finish=may_finish,
        place=opened(task, "place"),
    )


def with_names(view: TaskView, names: Mapping[int, str]) -> TaskView:
    """The same with the people of the family as this reader may call them."""
    kind, _colon, number = view.who_value.partition(":")
    who = names.get(int(number), view.who) if kind == "member" else view.who
    return replace(view, who=who, about_code=names.get(view.about_id or 0, view.about_code))


def view_of_milestone(milestone: Milestone, on: date) -> MilestoneView:
    """The milestone opened."""
    is_late = milestone.done_on is None and milestone.due_on < on
    title = opened(milestone, "title")
    return MilestoneView(milestone.pk, title, milestone.due_on, milestone.done_on, is_late, milestone.at)


def view_of_goal(goal: Goal, *, route_id: int, tasks: Iterable[TaskView], words: GoalWords) -> GoalView:
    """The goal opened, with its tasks."""
    return GoalView(
        id=goal.pk,
        route_id=route_id,
        plan_id=goal.plan_id,
        section=goal.section,
        section_title=words.section_title(goal.section),
        outcome=goal.outcome,
        outcome_title=words.outcome_title(goal.outcome),
        item=goal.item,
        title=opened(goal, "title"),
        state=goal.state,
        state_label=str(goal.get_state_display()),
        set_on=goal.set_on,
        decided_on=goal.decided_on,
        levels=tuple(levels_of(goal)),
        level_start=goal.level_start,
        level_now=goal.level_now,
        revision=goal.revision,
        tasks=tuple(tasks),
    )


def _who(task: Task, roles: Mapping[int, str]) -> str:
    role = roles.get(task.member_id) if task.member_id is not None else None
    name = who_in_short(task)
    return f"{name} ({FamilyMember.Role(role).label})" if role else name
