"""The notice to a family that was refused: why, what else there is, and the mark that it was handed over (S4-24)."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.process import actions, queries
from opora.web.process.forms import HandedForm
from opora.web.process.views.route import route_context
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page

KIND = "refusal_notice"


def show_refusal(request: HttpRequest, route_id: int) -> HttpResponse:
    """A page to print in plain words; whoever handed it over says on which day."""
    actor = actor_of(request)
    found = queries.route_file(actor=actor, route_id=route_id)
    handed = next(
        (line.paper for line in found.papers if line.paper.kind == KIND and not line.paper.withdrawn_on), None
    )
    context = {**route_context(actor, found), "handed": handed, "today": today()}
    if not found.is_refused or not found.may_work or handed is not None:
        return render(request, "process/refusal.html", context)

    def act(typed: dict[str, Any]) -> None:
        actions.file_paper(actor=actor, route_id=route_id, kind=KIND, source="process.refusal", **typed)

    return form_page(
        request,
        HandedForm(given(request)),
        act,
        template="process/refusal.html",
        done=_("Recorded: the family has its notice."),
        back=reverse("process:refusal", args=[route_id]),
        context=context,
    )
