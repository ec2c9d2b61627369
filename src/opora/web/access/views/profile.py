"""One's own account."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from opora.access import actions, queries
from opora.web.access.forms import NameForm
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page


@require_GET
def profile(request: HttpRequest) -> HttpResponse:
    """Name, roles, password, second factor, devices."""
    actor = actor_of(request)
    context = {
        "person": queries.get_person(actor=actor, user_id=actor.own_id),
        "second_factor_required": queries.must_have_second_factor(actor=actor),
    }
    return render(request, "access/profile.html", context)


@require_http_methods(["GET", "POST"])
def rename_self(request: HttpRequest) -> HttpResponse:
    """Correct the own name and telephone."""
    actor = actor_of(request)
    known = queries.get_person(actor=actor, user_id=actor.own_id)
    form = NameForm(given(request), initial={"name": known.name, "phone": known.phone})
    return form_page(
        request,
        form,
        lambda typed: actions.rename(actor=actor, user_id=actor.own_id, **typed),
        template="access/rename.html",
        done=_("It is saved."),
        back=reverse("access:profile"),
    )
