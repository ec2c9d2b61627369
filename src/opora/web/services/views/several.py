"""One service for several families at once: first which families, then who of each was there and what was given."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from opora.common.dates import today
from opora.common.errors import NotFound
from opora.families.actions import name_people
from opora.life.actions import call_families
from opora.life.queries import families_for, find_families
from opora.life.queries import offer_at as colleagues_at
from opora.process.queries import Place, place_of
from opora.services import actions
from opora.services.actions.giving import Recipient
from opora.services.queries import offer_for
from opora.web.services.forms import SeveralForm
from opora.web.shell.asking import actor_of, asked_again, given, typed_in
from opora.web.shell.family_place import called_at_home, place_keys, title_of
from opora.web.shell.form_page import form_page

MOST = 40


def choose(request: HttpRequest) -> HttpResponse:
    """Which families: one's own are offered, any other is searched; what is typed travels in the body."""
    actor = actor_of(request)
    chosen = _chosen(request)
    if "go" in request.POST:
        return HttpResponseRedirect(reverse("services:several_form") + asked_again(request, ["family"]))
    text = typed_in(request.POST, "text", most=100)
    own = families_for(actor=actor, on=today())
    lines = {_key(one): one for one in call_families(actor=actor, lines=own)}
    looked_for = find_families(actor=actor, text=text) if text else []
    found = {_key(one): one for one in call_families(actor=actor, lines=looked_for)}
    known = {**lines, **found}
    places = [(key, place) for key in chosen if key not in known and (place := _place(request, key)) is not None]
    kept = [
        (key, place.case.number if place.case else _("Path %(n)s") % {"n": place.route_id}) for key, place in places
    ]
    context = {
        "text": text,
        "found": [(key, line, key in chosen) for key, line in found.items()],
        "lines": [(key, line, key in chosen) for key, line in lines.items() if key not in found],
        "kept": kept,
    }
    return render(request, "services/several.html", context)


def record(request: HttpRequest) -> HttpResponse:
    """What was given, and who of each family was there; everybody of a family is ticked beforehand."""
    actor = actor_of(request)
    places = [(key, place) for key in _chosen(request)[:MOST] if (place := _place(request, key)) is not None]
    if not places:
        return HttpResponseRedirect(reverse("services:several"))
    families = [(key, place, _named(request, place)) for key, place in places]
    first = places[0][1]
    work = first.case or first.route
    form = SeveralForm(
        given(request),
        families=[(key, title_of(place, family), called_at_home(family)) for key, place, family in families],
        offer=offer_for(actor=actor, program_id=work.program_id if work is not None else None),
        colleagues=colleagues_at(actor=actor, place=first).colleagues,
        initial={"on": today(), "state": "held", "worker_id": actor.user_id},
    )

    def act(typed: dict[str, Any]) -> int:
        recipients = [
            Recipient(**place_keys(place), people_ids=tuple(typed.pop(form.name_of(key), ()))) for key, place in places
        ]
        return len(actions.give_to_several(actor=actor, recipients=recipients, **typed))

    def done(count: int) -> str:
        return ngettext("Recorded for one family.", "Recorded for %(n)s families.", count) % {"n": count}

    return form_page(
        request,
        form,
        act,
        template="services/several_form.html",
        done=done,
        back=reverse("services:log"),
        context={"keys": [key for key, _place in places]},
        about={},
    )


def _key(line: Any) -> str:
    return f"c{line.case_id}" if line.case_id is not None else f"r{line.route_id}"


def _chosen(request: HttpRequest) -> list[str]:
    asked = given(request) or request.GET
    return list(dict.fromkeys(one for one in asked.getlist("family") if one[1:].isdecimal() and len(one) < 12))


def _place(request: HttpRequest, key: str) -> Place | None:
    """A family of the address, if it is one this person sees."""
    kind, number = key[:1], int(key[1:])
    keys = {"case_id": number} if kind == "c" else {"route_id": number}
    try:
        return place_of(actor=actor_of(request), **keys)
    except NotFound:
        return None


def _named(request: HttpRequest, place: Place) -> Any:
    return name_people(actor=actor_of(request), family_id=place.family_id, case_id=place.case_id, on=today())
