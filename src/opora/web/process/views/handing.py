"""Handing a signal to the program that helps such families."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.errors import NotFound
from opora.process import actions, queries
from opora.web.process.forms import HandingForm
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page


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

    back = reverse("process:route", args=[route_id])
    return form_page(
        request,
        form,
        act,
        template="process/hand_on.html",
        done=_("The signal has gone to the other program."),
        back=back,
        to=lambda _made: back if queries.visible_to(actor).filter(pk=route_id).exists() else reverse("process:work"),
        context={"route": route, "targets": targets, "may_hand": queries.may_hand(route)},
    )
