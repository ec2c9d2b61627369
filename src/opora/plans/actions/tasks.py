"""Tasks: given to exactly one who answers, done, taken up again, cancelled (S0-12, S0-13)."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict
from opora.partners.models import Partner
from opora.plans.actions.locking import check_not_before, hold, hold_task, line, refuse, story, touch
from opora.plans.models import Goal, Plan, Task
from opora.plans.queries.choices import may_answer
from opora.plans.queries.household import household_of
from opora.plans.queries.views import accountable_of
from opora.plans.rules import Accountable, parse_accountable
from opora.process.models import Route

LONGEST_PLACE = 200
_TITLE = _("Write what is to be done.")


@transaction.atomic
def add_task(
    *,
    actor: Actor,
    route_id: int,
    title: str,
    accountable: str,
    due_on: date,
    goal_id: int | None = None,
    kind: str = "ordinary",
    about_id: int | None = None,
    place: str = "",
    on: date,
) -> Task:
    """A task with a day and exactly one who answers: ``worker:12``, ``member:7`` or ``partner:3`` (S0-12).

    ``about_id`` is the child a task of harm reduction is for (S4-19); ``place`` is where to come, which whoever does
    the task is told.
    """
    route, plan = hold(actor=actor, route_id=route_id)
    task = Task(plan=plan, given_on=on, given_by_id=actor.user_id)
    wrong: dict[str, object] = {}
    check_not_before(on, plan.begun_on, wrong)
    if due_on < on:
        wrong["due_on"] = _("This day has passed already. Choose a later one.")
    _fill(task, route, title, accountable, due_on, goal_id, kind, about_id, wrong)
    _place(task, place, wrong)
    refuse(wrong)
    task.save()
    touch(plan)
    audit.record(actor=actor, verb="plans.task_added", case_id=route.case_id, route=route.pk, task=task.pk)
    return task


@transaction.atomic
def change_task(
    *,
    actor: Actor,
    task_id: int,
    title: str,
    accountable: str,
    due_on: date,
    goal_id: int | None = None,
    kind: str = "ordinary",
    about_id: int | None = None,
    place: str = "",
    revision: int | None = None,
    on: date,
) -> Task:
    """An open task said otherwise, given to somebody else, or put off."""
    plan, task = hold_task(actor=actor, task_id=task_id, revision=revision)
    if task.state != Task.State.OPEN:
        raise Conflict(_("This task is no longer open. Take it up again to change it."))
    wrong: dict[str, object] = {}
    if due_on < on and due_on != task.due_on:
        wrong["due_on"] = _("This day has passed already. Choose a later one.")
    _fill(task, plan.route, title, accountable, due_on, goal_id, kind, about_id, wrong)
    _place(task, place, wrong)
    refuse(wrong)
    task.revision += 1
    task.save()
    touch(plan)
    _record(actor, "plans.task_changed", plan, task, on)
    return task


@transaction.atomic
def finish_task(*, actor: Actor, task_id: int, note: str = "", on: date) -> Task:
    """Done, with what came of it: by whoever it was given to, or by who draws up the plan; twice is once (S0-13).

    Only the task changes: a volunteer finishes what was given to him without a look at the family's path.
    """
    plan, task = hold_task(actor=actor, task_id=task_id, as_own=True)
    if task.state == Task.State.DONE:
        return task
    if task.state == Task.State.CANCELLED:
        raise Conflict(_("This task was cancelled. Ask whoever answers for the family."))
    _end(plan, task, Task.State.DONE, note, actor, on)
    touch(plan, is_content=False)
    _record(actor, "plans.task_finished", plan, task, on)
    return task


@transaction.atomic
def undo_finish(*, actor: Actor, task_id: int, on: date) -> Task:
    """A task that was done or cancelled is to be done after all; twice is once.

    Whoever it was given to takes back what he or she did; what was cancelled is taken up by who draws up the plan.
    """
    plan, task = hold_task(actor=actor, task_id=task_id, as_own=True)
    if task.state == Task.State.OPEN:
        return task
    was_cancelled = task.state == Task.State.CANCELLED
    if was_cancelled:
        hold_task(actor=actor, task_id=task_id)
    task.state, task.ended_on, task.ended_by_id, task.note = Task.State.OPEN, None, None, None
    task.revision += 1
    task.save()
    touch(plan, is_content=was_cancelled)
    _record(actor, "plans.task_reopened", plan, task, on)
    return task


@transaction.atomic
def cancel_task(*, actor: Actor, task_id: int, note: str = "", revision: int | None = None, on: date) -> Task:
    """Not needed any more; it stays readable with the reason."""
    plan, task = hold_task(actor=actor, task_id=task_id, revision=revision)
    if task.state == Task.State.CANCELLED:
        return task
    if task.state == Task.State.DONE:
        raise Conflict(_("This task is done already. Nothing was changed."))
    _end(plan, task, Task.State.CANCELLED, note, actor, on)
    touch(plan)
    _record(actor, "plans.task_cancelled", plan, task, on)
    return task


def _end(plan: Plan, task: Task, state: str, note: str, actor: Actor, on: date) -> None:
    wrong: dict[str, object] = {}
    kept = story(note, "note", wrong)
    check_not_before(on, plan.begun_on, wrong)
    refuse(wrong)
    task.state, task.ended_on, task.ended_by_id = state, on, actor.user_id
    task.note = kept
    task.revision += 1
    task.save()


def _record(actor: Actor, verb: str, plan: Plan, task: Task, on: date) -> None:
    route = plan.route
    audit.record(actor=actor, verb=verb, case_id=route.case_id, route=route.pk, task=task.pk, day=on.isoformat())


def _fill(
    task: Task,
    route: Route,
    title: str,
    accountable: str,
    due_on: date,
    goal_id: int | None,
    kind: str,
    about_id: int | None,
    wrong: dict[str, object],
) -> None:
    """Write what was entered into the task; what is wrong goes into ``wrong``."""
    task.title = line(title, "title", wrong, sentence=_TITLE)
    task.due_on = due_on
    if kind not in Task.Kind.values:
        wrong["kind"] = _("Choose the kind of task from the list.")
    task.kind = kind
    if goal_id is not None and not Goal.objects.filter(pk=goal_id, plan_id=task.plan_id).exists():
        wrong["goal_id"] = _("Choose a goal of this plan.")
    task.goal_id = goal_id
    _give(task, route, accountable, wrong)
    _about(task, route, about_id, wrong)


def _place(task: Task, place: str, wrong: dict[str, object]) -> None:
    if len(place.strip()) > LONGEST_PLACE:
        wrong["place"] = _("This is too long to be kept. Shorten it.")
    task.place = place.strip()


def _give(task: Task, route: Route, accountable: str, wrong: dict[str, object]) -> None:
    who = parse_accountable(accountable)
    if who is None:
        wrong["accountable"] = _("Choose exactly one who answers for the task.")
        return
    is_kept = task.pk is not None and accountable_of(task) == who
    if not is_kept and not _is_at_hand(route, who):
        wrong["accountable"] = _("This one cannot be given tasks here. Choose somebody from the list.")
    task.worker_id = who.id if who.kind == "worker" else None
    task.member_id = who.id if who.kind == "member" else None
    task.partner_id = who.id if who.kind == "partner" else None


def _is_at_hand(route: Route, who: Accountable) -> bool:
    if who.kind == "worker":
        return may_answer(route, who.id)
    if who.kind == "member":
        return any(one.person_id == who.id for one in household_of(route))
    return Partner.objects.filter(pk=who.id, is_active=True).exists()


def _about(task: Task, route: Route, about_id: int | None, wrong: dict[str, object]) -> None:
    task.about_id = None
    if task.kind == Task.Kind.HARM_CHILD:
        children = {one.person_id for one in household_of(route) if one.is_child}
        if about_id not in children:
            wrong["about_id"] = _("Choose the child this task is for.")
        else:
            task.about_id = about_id
