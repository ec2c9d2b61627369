"""What a worker has to do across all families: one tap says done, one tap takes it back.

For a volunteer this list is everything there is to see (S4-16).
"""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from opora.access.queries import workers_under
from opora.access.rules import can
from opora.common.dates import today
from opora.common.errors import NotFound
from opora.common.planning import planned_once
from opora.plans import actions, queries
from opora.reminders.words import LATE, lateness
from opora.web.plans.forms.tasks import DoneForm, WhoseForm
from opora.web.plans.views.recording import plan_url
from opora.web.shell import search, sheets
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.middleware import say
from opora.web.shell.paging import page_by_number

ROWS = 25
MOST_PAGES = 400


@planned_once()
def list_tasks(request: HttpRequest) -> HttpResponse:
    """One's own tasks, the most pressing first; beside them what was done."""
    actor = actor_of(request)
    is_done = request.GET.get("done") == "1"
    asked = request.GET.get("page", "")
    number = min(int(asked), MOST_PAGES) if asked.isdecimal() and len(asked) < 5 and int(asked) > 0 else 1
    form = WhoseForm(given(request) or request.GET, workers=workers_under(actor=actor))
    if request.method == "POST" and (answer := search.narrowed(request, form)) is not None:
        return answer
    whose = form.worker_id()
    if sheets.is_asked(request):
        rows = queries.tasks_of(actor=actor, on=today(), done=is_done, worker_id=whose, limit=sheets.MOST + 1).rows
        return sheets.answer(request, name="tasks", title=_("Tasks"), columns=_columns(), rows=rows)
    page = queries.tasks_of(
        actor=actor, on=today(), done=is_done, worker_id=whose, offset=(number - 1) * ROWS, limit=ROWS
    )
    shown = {
        "form": form,
        "whose": whose if whose != actor.user_id else None,
        "page": page,
        "rows": page.rows,
        "is_done": is_done,
        "just": _just_done(request),
        "pager": page_by_number(request, number=number, has_next=page.has_more),
    }
    return render(request, "plans/tasks.html", shown, status=422 if request.method == "POST" else 200)


def _columns() -> list[sheets.Column]:
    """Without whom to ask for and where: such words are for the one who goes."""
    return [
        sheets.Column(_("Task"), lambda row: row.title),
        sheets.Column(_("Kind"), lambda row: row.kind_label),
        sheets.Column(_("Due"), lambda row: row.due_on, "day"),
        sheets.Column(capfirst(LATE), lambda row: lateness(row.due_on, today()) if row.is_late else ""),
        sheets.Column(_("Done on"), lambda row: row.ended_on, "day"),
        sheets.Column(_("Case number"), lambda row: row.case_number),
        sheets.Column(_("Client"), lambda row: row.client_code),
        sheets.Column(_("Program"), lambda row: row.program),
    ]


def finish(request: HttpRequest, task_id: int) -> HttpResponse:
    """The task is done: with one tap, or on a page of its own with a word on what came of it."""
    actor = actor_of(request)
    task = queries.task_view(actor=actor, task_id=task_id, on=today())
    back = _back(request, task)
    if request.method != "POST" or "note" in request.POST:
        return form_page(
            request,
            DoneForm(given(request)),
            lambda typed: actions.finish_task(actor=actor, task_id=task_id, **typed),
            template="plans/finish.html",
            done=_("Done. Thank you."),
            back=back,
            context={"task": task, "to_plan": _is_plan(request)},
            about={"route_id": task.route_id},
        )
    actions.finish_task(actor=actor, task_id=task_id, on=today())
    if _is_family(request):
        say(request, _("Done. Thank you. A second tap takes it back."))
        return HttpResponseRedirect(back)
    if request.headers.get("HX-Request") == "true":
        done = queries.task_view(actor=actor, task_id=task_id, on=today())
        name = "plans/_task.html" if _is_plan(request) else "plans/_done_line.html"
        return render(request, name, {"task": done, "is_fresh": True, "may_write": can(actor, "plan.write")})
    return HttpResponseRedirect(back if _is_plan(request) else f"{back}?just={task_id}")


@require_POST
def undo(request: HttpRequest, task_id: int) -> HttpResponse:
    """The task was not done after all."""
    actor = actor_of(request)
    task = queries.task_view(actor=actor, task_id=task_id, on=today())
    actions.undo_finish(actor=actor, task_id=task_id, on=today())
    if request.headers.get("HX-Request") != "true" or _is_family(request):
        say(request, _("The task is to be done again."))
        return HttpResponseRedirect(_back(request, task))
    if _is_plan(request):
        again = queries.task_view(actor=actor, task_id=task_id, on=today())
        return render(request, "plans/_task.html", {"task": again, "is_fresh": True, "may_write": True})
    answer = HttpResponse(status=204)
    # The task goes back to its own place in the order of pressing, on whichever page it was ticked.
    answer.headers["HX-Refresh"] = "true"
    return answer


def _is_plan(request: HttpRequest) -> bool:
    """Whether the tap came from the page of a plan."""
    return (request.POST.get("back") or request.GET.get("back")) == "plan"


def _is_family(request: HttpRequest) -> bool:
    """Whether the tap came from the page of the family."""
    return (request.POST.get("back") or request.GET.get("back")) == "family"


def _back(request: HttpRequest, task: queries.TaskView) -> str:
    if _is_family(request):
        return reverse("process:route", args=[task.route_id])
    return plan_url(task.route_id, f"task-{task.id}") if _is_plan(request) else reverse("plans:tasks")


def _just_done(request: HttpRequest) -> queries.TaskView | None:
    """The task that was just ticked in a browser without scripts: it can be taken back at once."""
    asked = request.GET.get("just", "")
    if not asked.isdecimal() or len(asked) > 9:
        return None
    try:
        task = queries.task_view(actor=actor_of(request), task_id=int(asked), on=today())
    except NotFound:
        return None
    return task if task.state == "done" else None
