"""Tasks of a plan: given to exactly one, changed, cancelled with a reason."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.common.dates import today
from opora.plans import actions, queries
from opora.process.queries import get_route, place_of
from opora.services.queries import PlannedLine, agreed_services
from opora.web.plans.forms.choices import Choices
from opora.web.plans.forms.tasks import CancelForm, TaskForm
from opora.web.plans.views.recording import plan_url, record, writable, writable_route
from opora.web.shell.asking import actor_of, given
from opora.web.shell.family_named import family_named

KINDS = ("ordinary", "harm_child", "harm_mother", "mini_project")
# So many characters of a goal stand in a list to choose from.
SHORT = 80


def add(request: HttpRequest, route_id: int) -> HttpResponse:
    """Somebody gets something to do by a day."""
    actor = actor_of(request)
    found = writable(request, route_id)
    if found.plan is None:
        return HttpResponseRedirect(plan_url(route_id))
    kind = request.GET.get("kind", "")
    asked = {
        "goal_id": request.GET.get("goal", ""),
        "about_id": request.GET.get("about", ""),
        "kind": kind if kind in KINDS else "ordinary",
    }
    form = _form(request, route_id, asked)

    def act(typed: dict[str, Any]) -> None:
        typed.pop("revision")
        actions.add_task(actor=actor, route_id=route_id, **typed, on=today())

    return record(
        request,
        form,
        act,
        route=found.route,
        template="plans/task_new.html",
        done=_("The task is given."),
        part=f"goal-{asked['goal_id']}" if asked["goal_id"].isdecimal() else "tasks",
    )


def change(request: HttpRequest, task_id: int) -> HttpResponse:
    """The task in other words, for somebody else, by another day; the stops of a mini-project."""
    actor = actor_of(request)
    task = queries.task_view(actor=actor, task_id=task_id, on=today())
    route = writable_route(request, task.route_id)
    now = {
        "title": task.title,
        "accountable": task.who_value,
        "due_on": task.due_on,
        "goal_id": task.goal_id or "",
        "kind": task.kind,
        "about_id": task.about_id or "",
        "place": task.place,
        "revision": task.revision,
    }
    form = _form(request, task.route_id, now)
    return record(
        request,
        form,
        lambda typed: actions.change_task(actor=actor, task_id=task_id, **typed, on=today()),
        route=route,
        template="plans/task.html",
        done=_("The task is changed."),
        part=f"task-{task_id}",
        context={"task": task, "services": _services_for(actor, task)},
        renew=lambda: task.revision,
    )


def _services_for(actor: Actor, task: queries.TaskView) -> list[PlannedLine]:
    """The services that were planned for this task."""
    place = place_of(actor=actor, route_id=task.route_id)
    return [one for one in agreed_services(actor=actor, place=place, on=today()) if one.task_id == task.id]


def cancel(request: HttpRequest, task_id: int) -> HttpResponse:
    """A task that is not needed any more; that it was given stays readable."""
    actor = actor_of(request)
    task = queries.task_view(actor=actor, task_id=task_id, on=today())
    route = writable_route(request, task.route_id)
    form = CancelForm(given(request), initial={"revision": task.revision})
    return record(
        request,
        form,
        lambda typed: actions.cancel_task(actor=actor, task_id=task_id, **typed, on=today()),
        route=route,
        template="plans/cancel.html",
        done=_("The task is cancelled."),
        part="tasks",
        context={"task": task},
        renew=lambda: task.revision,
    )


def _form(request: HttpRequest, route_id: int, initial: dict[str, Any]) -> TaskForm:
    actor = actor_of(request)
    names = family_named(request, get_route(actor=actor, route_id=route_id)).labels()
    accountable = queries.accountable_choices(actor=actor, route_id=route_id, names=names)
    members = [one for _title, choices in accountable for one in choices if one[0].startswith("member:")]
    initial.setdefault("accountable", _usual(actor, initial, accountable))
    return TaskForm(
        given(request),
        accountable=accountable,
        goals=[
            (number, Truncator(words).chars(SHORT))
            for number, words, is_open in queries.goals_to_serve(actor=actor, route_id=route_id)
            if is_open or number == initial["goal_id"]
        ],
        kinds=queries.task_kind_choices(),
        people=[(int(value.partition(":")[2]), words) for value, words in members],
        initial=initial,
    )


def _usual(actor: Actor, asked: dict[str, Any], accountable: Choices) -> str:
    """Who answers for most tasks: whoever writes them down; for what the mother is to do, the mother."""
    offered = [value for _title, choices in accountable for value, _words in choices]
    if asked["kind"] == "harm_mother":
        return next((value for value in offered if value.startswith("member:")), "")
    mine = f"worker:{actor.user_id}"
    return mine if mine in offered else ""
