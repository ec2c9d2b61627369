"""The stops of a mini-project: set, passed, and taken back when ticked by mistake."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from opora.common.dates import today
from opora.common.errors import NotFound
from opora.plans import actions, queries
from opora.web.plans.forms.tasks import MilestoneForm
from opora.web.plans.views.frame import plan_url, writable
from opora.web.shell.asking import actor_of, given
from opora.web.shell.forms import carry_out
from opora.web.shell.middleware import say


def add(request: HttpRequest, task_id: int) -> HttpResponse:
    """One more stop on the way."""
    actor = actor_of(request)
    task = queries.task_view(actor=actor, task_id=task_id, on=today())
    found = writable(request, task.route_id)
    form = MilestoneForm(given(request))
    if form.is_bound and carry_out(
        form, lambda typed: actions.add_milestone(actor=actor, task_id=task_id, **typed, on=today())
    ):
        say(request, _("The stop stands in the mini-project."))
        return HttpResponseRedirect(reverse("plans:milestones", args=[task_id]))
    shown = {"form": form, "task": task, "route": found.route, "back": plan_url(task.route_id, f"task-{task_id}")}
    return render(request, "plans/milestones.html", shown, status=422 if form.is_bound else 200)


@require_POST
def tick(request: HttpRequest, task_id: int, milestone_id: int) -> HttpResponse:
    """A stop is passed, or was not after all."""
    actor = actor_of(request)
    task = queries.task_view(actor=actor, task_id=task_id, on=today())
    stop = next((one for one in task.milestones if one.id == milestone_id), None)
    if stop is None:
        raise NotFound
    act = actions.undo_milestone if stop.done_on else actions.finish_milestone
    act(actor=actor, milestone_id=milestone_id, on=today())
    return HttpResponseRedirect(reverse("plans:milestones", args=[task_id]))
