"""The notice to a family that was refused: why, what else there is, and the mark that it was handed over (S4-24)."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.process import actions, queries
from opora.web.process.forms import HandedForm
from opora.web.process.views.route import route_context
from opora.web.shell.asking import actor_of, given
from opora.web.shell.forms import carry_out
from opora.web.shell.middleware import say

KIND = "refusal_notice"


def show_refusal(request: HttpRequest, route_id: int) -> HttpResponse:
    """A page to print in plain words; whoever handed it over says on which day."""
    actor = actor_of(request)
    found = queries.route_file(actor=actor, route_id=route_id)
    handed = next(
        (line.paper for line in found.papers if line.paper.kind == KIND and not line.paper.withdrawn_on), None
    )
    is_asked = found.is_refused and found.may_work and handed is None
    form = HandedForm(given(request)) if is_asked else None

    def act(typed: dict[str, Any]) -> None:
        actions.file_paper(actor=actor, route_id=route_id, kind=KIND, source="process.refusal", **typed)

    if form is not None and form.is_bound and carry_out(form, act):
        say(request, _("Recorded: the family has its notice."))
        return HttpResponseRedirect(reverse("process:refusal", args=[route_id]))
    context = {**route_context(actor, found), "form": form, "handed": handed, "today": today()}
    return render(request, "process/refusal.html", context, status=422 if form is not None and form.is_bound else 200)
