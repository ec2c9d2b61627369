"""The organization's details: one form, and who kept which version when."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.organization import actions, queries
from opora.organization.rules import LENGTHS
from opora.web.organization.forms import DetailsForm
from opora.web.shell.asking import actor_of, given
from opora.web.shell.forms import carry_out
from opora.web.shell.middleware import say


def change_details(request: HttpRequest) -> HttpResponse:
    """Show and keep the details; a mistake in a number is told beside it and nothing typed is lost."""
    actor = actor_of(request)
    kept = queries.details()
    initial = {name: getattr(kept, name) for name in LENGTHS} | {"revision": kept.number}
    form = DetailsForm(given(request), initial=initial)
    if form.is_bound:
        if carry_out(
            form,
            lambda typed: actions.keep_details(actor=actor, revision=typed.pop("revision"), given=typed),
        ):
            say(request, _("Saved. Papers written from now on bear these details."))
            return HttpResponseRedirect(reverse("organization:details"))
        form.renew(kept.number)
    missing = [queries.title_of(name) for name in LENGTHS if not getattr(kept, name)]
    context = {"form": form, "kept": kept, "missing": missing, "versions": queries.versions(actor=actor)[:20]}
    return render(request, "organization/details.html", context, status=422 if form.is_bound else 200)
