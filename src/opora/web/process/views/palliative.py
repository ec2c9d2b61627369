"""The type of a path: ordinary, or social palliative until the child is of age (S4-39)."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.errors import NotFound
from opora.process import actions, queries
from opora.web.process.forms import TypeForm
from opora.web.process.views.route import route_context
from opora.web.shell.asking import actor_of, given
from opora.web.shell.forms import carry_out
from opora.web.shell.middleware import say


def change_type(request: HttpRequest, route_id: int) -> HttpResponse:
    """Mark the path, or take the mark away: a day and a reason."""
    actor = actor_of(request)
    found = queries.route_file(actor=actor, route_id=route_id)
    if found.has_ended or not found.may_change:
        raise NotFound
    becomes = not found.route.is_palliative
    form = TypeForm(given(request), initial={"was": found.route.is_palliative})

    if form.is_bound and carry_out(
        form,
        lambda typed: actions.set_palliative(
            actor=actor,
            route_id=route_id,
            is_palliative=not typed["was"],
            reason=typed["reason"],
            on=typed["on"],
        ),
    ):
        say(request, _("The case is social palliative now.") if becomes else _("The case is an ordinary one again."))
        return HttpResponseRedirect(reverse("process:route", args=[route_id]))
    context = {**route_context(actor, found), "form": form}
    return render(request, "process/palliative.html", context, status=422 if form.is_bound else 200)
