"""Who answers for a signal: chosen like a case manager, with what each colleague carries already (S4-12)."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.common.errors import NotFound
from opora.plans.queries.workload import open_tasks
from opora.process import actions as process
from opora.process import queries as paths
from opora.process.queries.workload import candidates
from opora.web.cases.forms.changes import WorkerForm
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page


def choose_worker(request: HttpRequest, route_id: int) -> HttpResponse:
    """Give a signal to a colleague; with a case it is the case that is handed over, and the path follows."""
    actor = actor_of(request)
    route = paths.get_route(actor=actor, route_id=route_id)
    if route.case_id is not None:
        return HttpResponseRedirect(reverse("cases:hand_over", args=[route.case_id]))
    if route.ended_on is not None or not paths.may_work(actor=actor, route=route):
        raise NotFound
    others = candidates(department_id=route.department_id, on=today(), but=route.worker_id)
    form = WorkerForm(
        given(request),
        initial={"revision": route.worker_id or 0},
        candidates=others,
        tasks=open_tasks,
    )

    def act(typed: dict[str, Any]) -> None:
        seen = {} if typed["revision"] is None else {"seen_user_id": typed["revision"] or None}
        process.assign_worker(actor=actor, route_id=route_id, user_id=typed["user_id"], **seen)

    back = reverse("process:route", args=[route_id])
    return form_page(
        request,
        form,
        act,
        template="cases/path_worker.html",
        done=_("The signal is in other hands now."),
        back=back,
        to=lambda _made: back if paths.visible_to(actor).filter(pk=route_id).exists() else reverse("process:work"),
        context={"route": route},
        renew=lambda: paths.get_route(actor=actor, route_id=route_id).worker_id or 0,
    )
