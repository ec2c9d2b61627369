"""A new case for a family that comes for the first time: its people are entered along with the case."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.cases import actions
from opora.common.errors import Conflict, Invalid, Refused
from opora.web.cases.forms.opening import OpeningForm
from opora.web.cases.views.new_people import NewPeople, people_of
from opora.web.cases.views.on_the_path import open_on_path
from opora.web.shell.asking import actor_of
from opora.web.shell.middleware import say


def for_new_family(request: HttpRequest, form: OpeningForm) -> HttpResponse:
    """Ask for the case and the people, warn of people who look known, register and open in one step."""
    people = people_of(request)
    if request.method != "POST":
        return _page(request, form, people)
    if people.is_growing:
        form.initial.update({name: request.POST.get(name) for name in form.fields})
        form.is_bound = False
        return _page(request, form, people)
    actor = actor_of(request)
    # Both are judged, so that everything that is wrong is said at once.
    if form.is_valid() & people.are_right(actor) and (case := _open(request, actor, form, people)):
        say(request, _("Case %(number)s is open.") % {"number": case.number})
        return HttpResponseRedirect(reverse("cases:file", args=[case.pk]))
    return _page(request, form, people, status=422)


def _open(request: HttpRequest, actor: Actor, form: OpeningForm, people: NewPeople) -> Any:
    """The new case, or nothing when it was refused: the reasons then stand in the forms."""

    def plainly() -> Any:
        return actions.open_case_for_new_family(
            actor=actor,
            caregiver=people.caregiver.newcomer(),
            children=[child.newcomer() for child in people.born],
            **form.cleaned_data,
        )

    try:
        return open_on_path(request, plainly, form.cleaned_data["on"])
    except (Conflict, Refused) as refusal:
        form.add_error(None, str(refusal))
    except Invalid as refusal:
        people.tell(refusal, form)
    return None


def _page(request: HttpRequest, form: OpeningForm, people: NewPeople, *, status: int = 200) -> HttpResponse:
    return render(request, "cases/new_family.html", {"form": form, "people": people}, status=status)
