"""Plans of invented families: agreed on, worked by, corrected, and under way today with tasks for everybody."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count, cycle
from typing import Final

from opora.access.rules import SYSTEM, Actor
from opora.demo.rules.plans import (
    CORRECTIONS,
    EVENTS,
    HARM_CHILD,
    HARM_MOTHER,
    MANAGER,
    MOTHER,
    PARTNER,
    STEPS,
    WORDS,
    InventedGoal,
    InventedTask,
    Rota,
)
from opora.plans import actions as plans
from opora.plans.models import Plan
from opora.plans.queries.choices import may_answer, outcome_choices
from opora.plans.queries.household import Relative, household_of
from opora.process.models import Route

# Every so manieth path of a case manager has a plan that is written out; of the others it is only filed.
EVERY: Final = 2
# Every so manieth task is not done in time, every so manieth goal not reached.
_LATE, _MISSED = 4, 5
_GOALS, _ERRANDS = 3, 3


@dataclass(slots=True)
class _Given:
    """A task that is still open: whose it is, from which day to which."""

    task_id: int
    actor: Actor
    given_on: date
    due_on: date
    note: str


@dataclass(slots=True)
class _Written:
    """A plan under way: its goals that are not decided and its open tasks."""

    route: Route
    manager: Actor
    people: list[Relative]
    begun_on: date
    goals: dict[int, list[int]] = field(default_factory=dict)
    tasks: dict[int, _Given] = field(default_factory=dict)

    @property
    def mother(self) -> int:
        return next(one.person_id for one in self.people if not one.is_child)


class PlanWriter:
    """Draws up plans as the people of the demonstration would have, verb by verb."""

    def __init__(self, actors: Mapping[str, Actor], next_partner: Callable[[], int], *, today: date) -> None:
        self.actors = actors
        self.today = today
        self._next_partner = next_partner
        self._rota = Rota()
        self._words, self._reasons = cycle(WORDS), cycle(CORRECTIONS)
        self._events, self._steps = cycle(EVENTS), cycle(STEPS)
        self._done, self._decided, self._looked = count(1), count(1), count(1)
        self._paths = Counter[int | None]()
        self._written: dict[int, _Written | None] = {}
        self._offered: dict[int, frozenset[str]] = {}

    def agree(self, *, actor: Actor, route_id: int, on: date) -> bool:
        """Agree on the plan of a path, or correct it; False when this path's plan is not written out."""
        plan = self._plan(actor, route_id, on)
        if plan is None:
            return False
        kept = Plan.objects.get(route_id=route_id)
        there = [one.person_id for one in plan.people][:2]
        stage = min(5, 2 + kept.version)
        if kept.version:
            self._settle(plan, on)
            self._set(plan, route_id, self._rota.goals(1), on)
        if kept.state == Plan.State.PRELIMINARY:
            reason = next(self._reasons) if kept.version else ""
            plans.agree_plan(actor=actor, route_id=route_id, attended=there, activity=stage, reason=reason, on=on)
        else:
            reason = next(self._reasons)
            plans.correct_plan(actor=actor, route_id=route_id, reason=reason, attended=there, activity=stage, on=on)
        return True

    def end(self, *, route_id: int, on: date) -> None:
        """What came of the plan, on the day the path ends."""
        plan = self._written.get(route_id)
        if plan is None:
            return
        self._settle(plan, on)
        for goal_id in list(plan.goals):
            self._decide(plan, goal_id, on, "not_achieved")
        self._written[route_id] = None

    def leave_open(self, *, actor: Actor, route_id: int, stage: str, since: date) -> None:
        """What is under way today: late tasks and tasks ahead, for the family, colleagues and the volunteer."""
        if stage == "plan" and self._written.get(route_id) is None:
            self._plan(actor, route_id, since, has_turn=True)
        plan = self._written.get(route_id)
        if plan is None:
            return
        self._settle(plan, self.today)
        number = next(self._looked)
        if number % 3 == 0:
            kind, effect = next(self._events)
            day = max(plan.begun_on, self.today - timedelta(days=5))
            plans.record_event(actor=actor, route_id=route_id, kind=kind, effect=effect, on=day)
        for who, title, days in self._rota.errands(_ERRANDS):
            given_on = max(plan.begun_on, self.today - timedelta(days=20))
            due_on = max(given_on, self.today + timedelta(days=days))
            self._give(plan, route_id, InventedTask(who, title, (due_on - given_on).days), None, given_on)
        if stage == "harm":
            self._less_harm(plan, route_id)
        kind, text = next(self._steps)
        plans.note_family_step(actor=actor, route_id=route_id, kind=kind, text=text, on=max(plan.begun_on, since))
        if number % 2 and Plan.objects.get(route_id=route_id).state == Plan.State.CURRENT:
            plans.correct_plan(actor=actor, route_id=route_id, reason=next(self._reasons), on=self.today)

    def _plan(self, actor: Actor, route_id: int, on: date, *, has_turn: bool = False) -> _Written | None:
        """The plan of a path, begun when it is this path's turn."""
        if route_id not in self._written or has_turn:
            self._paths[actor.user_id] += 1
            route = Route.objects.get(pk=route_id)
            people = household_of(route)
            has_turn = has_turn or self._paths[actor.user_id] % EVERY == 1
            has_mother = any(not one.is_child for one in people)
            self._written[route_id] = self._begin(actor, route, people, on) if has_turn and has_mother else None
        return self._written[route_id]

    def _begin(self, actor: Actor, route: Route, people: list[Relative], on: date) -> _Written:
        plans.begin_plan(actor=actor, route_id=route.pk, on=on)
        plans.write_words(actor=actor, route_id=route.pk, own_words=next(self._words), on=on)
        plan = _Written(route, actor, people, on)
        self._set(plan, route.pk, self._rota.goals(_GOALS), on)
        return plan

    def _set(self, plan: _Written, route_id: int, goals: list[InventedGoal], on: date) -> None:
        offered = self._offered_at(plan.route)
        for told in goals:
            goal = plans.add_goal(
                actor=plan.manager,
                route_id=route_id,
                title=told.title,
                section=told.section,
                outcome=told.outcome if told.outcome in offered else "",
                levels=told.levels,
                level_start=-1 if told.levels else None,
                on=on,
            )
            plan.goals[goal.pk] = [self._give(plan, route_id, task, goal.pk, on) for task in told.tasks]

    def _offered_at(self, route: Route) -> frozenset[str]:
        """The results that the practice of a path names; some name none."""
        if route.program_id not in self._offered:
            self._offered[route.program_id] = frozenset(code for code, _title in outcome_choices(route))
        return self._offered[route.program_id]

    def _give(self, plan: _Written, route_id: int, told: InventedTask, goal_id: int | None, on: date) -> int:
        who, actor = self._who(plan, told.who)
        due_on = on + timedelta(days=told.days)
        kind = "mini_project" if told.milestones else "ordinary"
        task = plans.add_task(
            actor=plan.manager,
            route_id=route_id,
            title=told.title,
            accountable=who,
            due_on=due_on,
            goal_id=goal_id,
            kind=kind,
            on=on,
        )
        for title, days in told.milestones:
            day = on + timedelta(days=days)
            stop = plans.add_milestone(actor=plan.manager, task_id=task.pk, title=title, due_on=day, on=on)
            if day <= self.today:
                plans.finish_milestone(actor=plan.manager, milestone_id=stop.pk, on=day)
        plan.tasks[task.pk] = _Given(task.pk, actor, on, due_on, told.note)
        return task.pk

    def _who(self, plan: _Written, who: str) -> tuple[str, Actor]:
        if who == MOTHER:
            return f"member:{plan.mother}", plan.manager
        if who == PARTNER:
            return f"partner:{self._next_partner()}", plan.manager
        actor = plan.manager if who == MANAGER else self.actors[who]
        if actor.user_id is None or not may_answer(plan.route, actor.user_id):
            actor = plan.manager
        return f"worker:{actor.user_id}", actor

    def _settle(self, plan: _Written, on: date) -> None:
        """What was due before this day is done, but for some; a goal whose tasks are all done is reached, mostly."""
        for task in [one for one in plan.tasks.values() if one.due_on < on]:
            number = next(self._done)
            if number % _LATE:
                day = max(task.given_on, task.due_on - timedelta(days=number % 6))
                plans.finish_task(actor=task.actor, task_id=task.task_id, note=task.note, on=day)
                del plan.tasks[task.task_id]
        for goal_id, task_ids in list(plan.goals.items()):
            if not any(task_id in plan.tasks for task_id in task_ids):
                self._decide(plan, goal_id, on, "achieved" if next(self._decided) % _MISSED else "not_achieved")

    def _decide(self, plan: _Written, goal_id: int, on: date, state: str) -> None:
        level = 1 if state == "achieved" else 0
        plans.decide_goal(actor=plan.manager, goal_id=goal_id, state=state, level_now=level, on=on)
        del plan.goals[goal_id]

    def _less_harm(self, plan: _Written, route_id: int) -> None:
        child = next((one.person_id for one in plan.people if one.is_child), None)
        who = f"worker:{plan.manager.user_id}"
        for kind, title, about in (("harm_child", HARM_CHILD, child), ("harm_mother", HARM_MOTHER, None)):
            plans.add_task(
                actor=SYSTEM,
                route_id=route_id,
                title=title,
                accountable=who,
                kind=kind,
                about_id=about,
                due_on=self.today + timedelta(days=21),
                on=self.today,
            )
