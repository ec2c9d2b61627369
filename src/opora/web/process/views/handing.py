"""Handing a signal to the program that helps such families."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.errors import NotFound
from opora.process import actions, queries
from opora.web.process.forms import HandingForm
from opora.web.shell.asking import actor_of, given
from opora.web.shell.forms import carry_out
from opora.web.shell.middleware import say


def hand_on(request: HttpRequest, route_id: int) -> HttpResponse:
    """Choose the program and say why; whoever hands to another department may not see the path any more."""
    actor = actor_of(request)
    route = queries.get_route(actor=actor, route_id=route_id)
    if not queries.may_work(actor=actor, route=route):
        raise NotFound
    targets = queries.handing_targets(route)
    form = HandingForm(given(request), targets=targets)

    def act(typed: dict[str, Any]) -> None:
        program_id, department_id = form.ids()
        actions.hand_to_program(
            actor=actor,
            route_id=route_id,
            program_id=program_id,
            department_id=department_id,
            reason=typed["reason"],
            on=typed["on"],
        )

    if form.is_bound and carry_out(form, act):
        say(request, _("The signal has gone to the other program."))
        is_seen = queries.visible_to(actor).filter(pk=route_id).exists()
        return HttpResponseRedirect(reverse("process:route", args=[route_id]) if is_seen else reverse("process:work"))
    context = {"route": route, "form": form, "targets": targets, "may_hand": queries.may_hand(route)}
    return render(request, "process/hand_on.html", context, status=422 if form.is_bound else 200)
