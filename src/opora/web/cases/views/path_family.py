"""Whose path this is: a family known already, or one that comes for the first time, before a case is opened."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.cases import queries
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.families import queries as families
from opora.process import actions as process
from opora.process import queries as paths
from opora.web.cases.forms.opening import FamilySearchForm
from opora.web.cases.views.new_people import NewPeople, people_of
from opora.web.shell import search
from opora.web.shell.asking import actor_of
from opora.web.shell.middleware import say


def name_family(request: HttpRequest, route_id: int) -> HttpResponse:
    """Find the family of a path or enter its people; papers and consents are theirs from then on."""
    actor = actor_of(request)
    route = paths.get_route(actor=actor, route_id=route_id)
    if not paths.may_work(actor=actor, route=route):
        raise NotFound
    if route.family_id is not None:
        return _page(request, route, people=None)
    if request.method == "POST" and "family" in request.POST:
        return _choose(request, actor, route)
    if request.GET.get("family") == "new":
        return _register(request, actor, route)
    if request.method == "POST":
        return search.to_address(request)
    return _page(request, route, people=None)


def _choose(request: HttpRequest, actor: Actor, route: Any) -> HttpResponse:
    typed = request.POST["family"]
    if not typed.isdecimal():
        raise NotFound
    family = queries.get_known_family(actor=actor, family_id=int(typed))
    process.name_family(actor=actor, route_id=route.pk, family_id=family.id)
    return _done(request, route)


def _register(request: HttpRequest, actor: Actor, route: Any) -> HttpResponse:
    people = people_of(request)
    if request.method != "POST" or people.is_growing:
        return _page(request, route, people=people)
    if people.are_right(actor):
        try:
            process.name_new_family(
                actor=actor,
                route_id=route.pk,
                caregiver=people.caregiver.newcomer(),
                children=[child.newcomer() for child in people.born],
            )
        except (Conflict, Refused) as refusal:
            people.caregiver.add_error(None, str(refusal))
        except Invalid as refusal:
            people.tell(refusal)
        else:
            return _done(request, route)
    return _page(request, route, people=people, status=422)


def _done(request: HttpRequest, route: Any) -> HttpResponse:
    say(request, _("The family of the path is named. Its consents can be recorded now."))
    return HttpResponseRedirect(f"/routes/{route.pk}/")


def _page(request: HttpRequest, route: Any, *, people: NewPeople | None, status: int = 200) -> HttpResponse:
    actor = actor_of(request)
    form = FamilySearchForm(search.asked(request) or None)
    text = form.cleaned_data["q"].strip() if form.is_valid() else ""
    found = queries.find_families(actor=actor, text=text) if text and people is None else []
    own = families.people_of_family(route.family_id) if route.family_id else []
    context = {"route": route, "form": form, "text": text, "found": found, "people": people, "own": own}
    return render(request, "cases/path_family.html", context, status=status)
