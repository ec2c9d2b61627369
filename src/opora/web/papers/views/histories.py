"""The history of a child: first whose, then what and to whom."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.papers import actions, queries
from opora.process.policies import is_blocked
from opora.web.papers.forms.telling import SECTIONS, ChildForm, HistoryForm
from opora.web.papers.views.recording import called, people_of, record, workable
from opora.web.shell.asking import actor_of


def new_history(request: HttpRequest, route_id: int) -> HttpResponse:
    """Compose the history of one child from the records, complete it and pass it on."""
    actor = actor_of(request)
    route = workable(request, route_id)
    children = people_of(request, route, children=True)
    chosen = ChildForm(request.GET, children=children)
    child_id = chosen.cleaned_data["child"] if chosen.is_valid() else None
    if child_id is None and len(children) == 1:
        child_id = children[0][0]
    if child_id is None or is_blocked(route):
        choice = ChildForm(children=children)
        context = {"route": route, "form": choice, "has_children": children, "terms": queries.waiting_terms(route)}
        return render(request, "papers/history_child.html", context)
    if request.method == "POST":
        form = HistoryForm(request.POST)
    else:
        form = HistoryForm(initial=actions.compose_history(actor=actor, route_id=route.pk, child_id=child_id))

    def pass_on(typed: dict[str, Any]) -> Any:
        return actions.pass_on_history(
            actor=actor,
            route_id=route.pk,
            child_id=child_id,
            recipient=typed["recipient"],
            basis=typed["basis"],
            sections=form.sections(),
            on=typed["on"],
        )

    return record(
        request,
        form,
        pass_on,
        route=route,
        template="papers/history_new.html",
        done=_("The history is kept and its passing on is written down. Print it here."),
        to=lambda history: reverse("papers:history", args=[history.pk]),
        context={"code": dict(children)[child_id]},
    )


def show_history(request: HttpRequest, history_id: int) -> HttpResponse:
    """A history as it was passed on, for print."""
    actor = actor_of(request)
    history, recipient, told = actions.read_history(actor=actor, history_id=history_id)
    context = {
        "history": history,
        "who": called(request, history.route, history.child),
        "route": history.route,
        "recipient": recipient,
        "sections": [(label, told[name]) for name, label in SECTIONS.items() if told.get(name)],
    }
    return render(request, "papers/history.html", context)
