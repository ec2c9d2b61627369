"""Whose path this is: a family known already, or one that comes for the first time, before a case is opened."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.cases import queries
from opora.common.errors import NotFound
from opora.families import queries as families
from opora.intake import actions as intake
from opora.process import actions as process
from opora.process import queries as paths
from opora.web.cases.forms.opening import FamilySearchForm
from opora.web.cases.views.new_people import Told, people_of
from opora.web.shell import search
from opora.web.shell.asking import actor_of
from opora.web.shell.form_page import form_page
from opora.web.shell.intentions import once
from opora.web.shell.taking_along import FIELD

if TYPE_CHECKING:
    from opora.process.models import Route

_NAMED = _("The family of the path is named. Its consents can be recorded now.")


def name_family(request: HttpRequest, route_id: int) -> HttpResponse:
    """Find the family of a path or enter its people; papers and consents are theirs from then on."""
    actor = actor_of(request)
    route = paths.get_route(actor=actor, route_id=route_id)
    if not paths.may_work(actor=actor, route=route):
        raise NotFound
    if route.family_id is not None:
        return _look(request, route)
    if request.method == "POST" and "family" in request.POST:
        return _choose(request, actor, route)
    if request.GET.get("family") == "new":
        return _register(request, actor, route)
    if request.method == "POST":
        return search.to_address(request)
    if not (set(request.GET) - {FIELD}) and not _may_be_known(actor, route):
        asked = request.GET.copy()
        asked["family"] = "new"
        return HttpResponseRedirect(f"{request.path}?{asked.urlencode()}")
    return _look(request, route)


def _may_be_known(actor: Actor, route: "Route") -> bool:
    """Whether somebody of the surname told with the signal has been here; unasked when nobody told one."""
    surname = _told(actor, route).surname
    return not surname or bool(queries.find_families(actor=actor, text=surname))


def _choose(request: HttpRequest, actor: Actor, route: "Route") -> HttpResponse:
    typed = request.POST["family"]
    if not typed.isdecimal():
        raise NotFound
    family = queries.get_known_family(actor=actor, family_id=int(typed))
    return once(
        request,
        lambda: process.name_family(actor=actor, route_id=route.pk, family_id=family.id),
        done=_NAMED,
        to=reverse("process:route", args=[route.pk]),
    )


def _told(actor: Actor, route: "Route") -> Told:
    """What the signal of the path told of the family; reading it is a line in the journal."""
    signal, words = intake.read_signal(actor=actor, route=route)
    if signal is None:
        return Told()
    names = {name: words.get(name, "") for name in ("surname", "given", "phone")}
    return Told(**names, children=signal.children_count or 0)


def _register(request: HttpRequest, actor: Actor, route: "Route") -> HttpResponse:
    people = people_of(request, None if request.method == "POST" else _told(actor, route))
    return form_page(
        request,
        people.caregiver,
        lambda _typed: process.name_new_family(
            actor=actor,
            route_id=route.pk,
            caregiver=people.caregiver.newcomer(),
            children=[child.newcomer() for child in people.born],
        ),
        template="cases/path_family.html",
        done=_NAMED,
        back=reverse("process:route", args=[route.pk]),
        context={"route": route, "people": people},
        is_right=lambda: people.are_right(actor),
        is_long=True,
        beside=people.children,
        tell=people.tell,
    )


def _look(request: HttpRequest, route: "Route") -> HttpResponse:
    told = "" if set(request.GET) - {FIELD} or route.family_id else _told(actor_of(request), route).surname
    form = FamilySearchForm({"q": told} if told else search.asked(request) or None)
    text = form.cleaned_data["q"].strip() if form.is_valid() else ""
    found = queries.find_families(actor=actor_of(request), text=text) if text else []
    own = families.people_of_family(route.family_id) if route.family_id else []
    context = {"route": route, "form": form, "text": text, "found": found, "own": own}
    return render(request, "cases/path_family.html", context)
