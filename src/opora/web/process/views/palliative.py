"""The type of a path: ordinary, or social palliative until the child is of age (S4-39)."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.errors import NotFound
from opora.process import actions, queries
from opora.web.process.forms import TypeForm
from opora.web.process.views.route import route_context
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page


def change_type(request: HttpRequest, route_id: int) -> HttpResponse:
    """Mark the path, or take the mark away: a day and a reason."""
    actor = actor_of(request)
    found = queries.route_file(actor=actor, route_id=route_id)
    if found.has_ended or not found.may_change:
        raise NotFound
    becomes = not found.route.is_palliative
    return form_page(
        request,
        TypeForm(given(request), initial={"was": found.route.is_palliative}),
        lambda typed: actions.set_palliative(
            actor=actor,
            route_id=route_id,
            is_palliative=not typed["was"],
            reason=typed["reason"],
            on=typed["on"],
        ),
        template="process/palliative.html",
        done=_("The case is social palliative now.") if becomes else _("The case is an ordinary one again."),
        back=reverse("process:route", args=[route_id]),
        context=lambda: route_context(actor, found),
    )
