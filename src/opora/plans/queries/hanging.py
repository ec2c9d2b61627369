"""Open tasks in somebody's hands, and open tasks of colleagues who may not do them any more."""

from collections.abc import Collection

from django.db.models import Q, QuerySet

from opora.access.hanging import Item, Suspects, holds
from opora.access.rules import ABILITIES, Actor, Role, Scope, departments, hands, scope
from opora.families.sealing import opened
from opora.plans.models import Task
from opora.process.queries import visible_to
from opora.process.queries.hanging import left_behind, words_of

TASKS = "task"
DOERS = tuple(ABILITIES["task.do"])


def tasks_held(actor: Actor, user_id: int) -> list[Item]:
    """The open tasks that somebody answers for."""
    return [_item(one) for one in _passable(actor).filter(worker_id=user_id)]


def task_titles(*, actor: Actor, task_ids: Collection[int]) -> dict[int, str]:
    """What is to be done, of the tasks that this person may pass on."""
    if not task_ids:
        return {}
    found = _passable(actor).filter(pk__in=task_ids).defer(None).select_related("plan__route__case")
    return {task.pk: opened(task, "title") for task in found}


def tasks_lost(actor: Actor, suspects: Suspects | None = None) -> list[Item]:
    """Open tasks whose worker has left, has no role there any more, or may not open the family any more.

    The family's and partners' are theirs; a volunteer does a task without seeing the family.
    """
    able = holds(DOERS, user="worker_id", department="plan__route__department_id")
    helps = holds((Role.VOLUNTEER,), user="worker_id", department="plan__route__department_id")
    lost = left_behind(user="worker_id", route="plan__route") & ~Q(helps)
    found = _passable(actor).filter(worker_id__isnull=False)
    if suspects is not None:
        open_tasks = Task.objects.filter(state=Task.State.OPEN)
        named = suspects.among(open_tasks, user="worker_id", case=("plan__route__case_id",), route="plan__route_id")
        found = found.filter(pk__in=named.values("pk"))
    return [_item(one) for one in found.filter(~able | lost)]


def _passable(actor: Actor) -> QuerySet[Task]:
    routes = visible_to(actor).filter(ended_on=None)
    found = Task.objects.filter(state=Task.State.OPEN, plan__route__in=routes.values("pk"))
    if not (actor.is_system or scope(actor, "plan.write") is Scope.ALL):
        people = hands(actor, "plan.write")
        own = Q(plan__route__worker_id__in=people) | Q(worker_id__in=people)
        found = found.filter(own | Q(plan__route__department_id__in=departments(actor, "plan.write")))
    found = found.select_related("plan__route__case").defer("title", "note", "plan__own_words")
    return found.order_by("due_on", "pk")


def _item(task: Task) -> Item:
    route = task.plan.route
    return Item(
        key=task.pk,
        words=words_of(route),
        roles=DOERS,
        department_id=route.department_id,
        case_id=route.case_id,
        route_id=route.pk,
        family_id=route.family_id,
        due_on=task.due_on,
    )
