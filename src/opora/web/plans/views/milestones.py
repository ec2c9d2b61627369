"""The stops of a mini-project: set, passed, and taken back when ticked by mistake."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from opora.common.dates import today
from opora.common.errors import NotFound
from opora.plans import actions, queries
from opora.web.plans.forms.tasks import MilestoneForm
from opora.web.plans.views.recording import plan_url, writable
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.intentions import once


def add(request: HttpRequest, task_id: int) -> HttpResponse:
    """One more stop on the way."""
    actor = actor_of(request)
    task = queries.task_view(actor=actor, task_id=task_id, on=today())
    found = writable(request, task.route_id)
    return form_page(
        request,
        MilestoneForm(given(request)),
        lambda typed: actions.add_milestone(actor=actor, task_id=task_id, **typed, on=today()),
        template="plans/milestones.html",
        done=_("The stop stands in the mini-project."),
        back=plan_url(task.route_id, f"task-{task_id}"),
        to=lambda _made: reverse("plans:milestones", args=[task_id]),
        context={"task": task, "route": found.route},
        about={"route_id": task.route_id, "case_id": found.route.case_id},
    )


@require_POST
def tick(request: HttpRequest, task_id: int, milestone_id: int) -> HttpResponse:
    """A stop is passed, or was not after all."""
    actor = actor_of(request)
    task = queries.task_view(actor=actor, task_id=task_id, on=today())
    stop = next((one for one in task.milestones if one.id == milestone_id), None)
    if stop is None:
        raise NotFound
    act = actions.undo_milestone if stop.done_on else actions.finish_milestone
    return once(
        request,
        lambda: act(actor=actor, milestone_id=milestone_id, on=today()),
        done="",
        to=reverse("plans:milestones", args=[task_id]),
    )
