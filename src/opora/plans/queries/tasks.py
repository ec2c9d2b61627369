"""A person's own tasks over all families: the list by which one works, and all that a volunteer sees (S4-16)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from opora.access.rules import Actor, can, hands
from opora.families.rules import to_dial
from opora.families.sealing import opened
from opora.plans.models import Task
from opora.process.queries import visible_to


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One task in the list of whoever answers for it; by number and code, and no name of the family."""

    id: int
    title: str
    kind: str
    kind_label: str
    due_on: date
    is_late: bool
    days_late: int
    state: str
    ended_on: date | None
    note: str
    case_number: str
    client_code: str
    program: str
    route_id: int
    may_open: bool
    revision: int
    place: str = ""
    ask_name: str = ""
    ask_phone: str = ""

    @property
    def ask_dial(self) -> str:
        """The telephone of whoever answers for the family, as a handset dials it."""
        return to_dial(self.ask_phone)


@dataclass(frozen=True, slots=True)
class TaskPage:
    """A page of the list, whether there is a next one, and how much is open and late in all."""

    rows: list[TaskLine]
    has_more: bool
    open_count: int
    late_count: int


def tasks_of(
    *, actor: Actor, on: date, done: bool = False, worker_id: int | None = None, offset: int = 0, limit: int = 25
) -> TaskPage:
    """What was given to this very person: what is open, the most pressing first, or what is done, the latest first.

    Asked by who answers for the task and never by which paths are seen, so a volunteer finds his tasks here.
    """
    if actor.user_id is None or not can(actor, "task.do"):
        return TaskPage([], has_more=False, open_count=0, late_count=0)
    own = Task.objects.filter(worker_id__in=hands(actor, "task.do"))
    if worker_id is not None and worker_id not in hands(actor, "task.do"):
        # Of a colleague only the tasks in families the reader sees.
        own = Task.objects.filter(worker_id=worker_id, plan__route__in=visible_to(actor).values("pk"))
    found = (
        own.filter(state=Task.State.DONE).order_by("-ended_on", "-pk") if done else _open(own).order_by("due_on", "pk")
    )
    known = found.select_related("plan__route__program", "plan__route__case__client", "plan__route__worker")
    known = known.defer("plan__own_words", "plan__route__facts", "plan__route__case__client__identity")
    rows = list(known[offset : offset + limit + 1])
    counted = _open(own).aggregate(n=Count("pk"), late=Count("pk", filter=Q(due_on__lt=on)))
    seen = frozenset(
        visible_to(actor).filter(pk__in={task.plan.route_id for task in rows[:limit]}).values_list("pk", flat=True)
        if rows
        else ()
    )
    return TaskPage(
        rows=[_line(task, on, may_open=task.plan.route_id in seen) for task in rows[:limit]],
        has_more=len(rows) > limit,
        open_count=counted["n"],
        late_count=counted["late"],
    )


def _open(own: QuerySet[Task]) -> QuerySet[Task]:
    return own.filter(state=Task.State.OPEN)


def _line(task: Task, on: date, *, may_open: bool) -> TaskLine:
    route = task.plan.route
    late = max((on - task.due_on).days, 0) if task.state == Task.State.OPEN else 0
    return TaskLine(
        id=task.pk,
        title=opened(task, "title"),
        kind=task.kind,
        kind_label=str(task.get_kind_display()),
        due_on=task.due_on,
        is_late=late > 0,
        days_late=late,
        state=task.state,
        ended_on=task.ended_on,
        note=opened(task, "note"),
        case_number=route.case.number if route.case is not None else "",
        client_code=route.case.client.code if route.case is not None else "",
        program=route.program.name,
        route_id=route.pk,
        may_open=may_open,
        revision=task.revision,
        place=opened(task, "place"),
        ask_name=route.worker.name if route.worker is not None else "",
        ask_phone=route.worker.phone if route.worker is not None else "",
    )
