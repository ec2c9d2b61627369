"""The first two touches: which family, where the page does not say it; and what to record."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from opora.circumstances.policies import kinds_for
from opora.circumstances.words import KIND_LABELS
from opora.common.dates import today
from opora.intake.queries import get_referral
from opora.life import actions, queries
from opora.life.words import KINDS
from opora.process.queries import Place
from opora.web.life.views.sheet_pages import address, show, way_back
from opora.web.shell.asking import actor_of, typed_in
from opora.web.shell.family_place import home_of, title_of

ICONS = {
    "visit": "home-heart",
    "call": "phone",
    "meeting": "users-group",
    "service": "clipboard-check",
    "letter": "mail",
    "step": "seedling",
    "change": "chart-line",
    "result": "circle-check",
    "observation": "eye",
    "event": "alert-circle",
    "assumption": "help-circle",
    "aid": "heart-handshake",
    "goods": "archive",
    "duty": "note",
    "incident": "alert-triangle",
    "plan_visit": "calendar-plus",
}


def choose_family(request: HttpRequest) -> HttpResponse:
    """Today's visits first, then one's own families; any other is searched. What is typed travels in the body."""
    actor = actor_of(request)
    text = typed_in(request.POST, "text")
    context = {
        "text": text,
        "found": actions.call_families(actor=actor, lines=queries.find_families(actor=actor, text=text))
        if text
        else None,
        "families": actions.call_families(actor=actor, lines=queries.families_for(actor=actor, on=today())),
        "houses": queries.houses_for(actor=actor),
        "back": way_back(request),
    }
    return show(request, "families", context)


def of_signal(request: HttpRequest, referral_id: int) -> HttpResponse:
    """From a signal: to the path it began."""
    _referral, route = get_referral(actor=actor_of(request), referral_id=referral_id)
    back = urlencode({"back": reverse("process:route", args=[route.pk])})
    return HttpResponseRedirect(f"{reverse('life:route_choose', args=[route.pk])}?{back}")


def choose_kind(request: HttpRequest, route_id: int | None = None, case_id: int | None = None) -> HttpResponse:
    """What to record about this family."""
    actor = actor_of(request)
    offer = queries.offer(actor=actor, route_id=route_id, case_id=case_id)
    back = way_back(request, home_of(offer.place))
    kinds = [
        (KINDS[kind], ICONS[kind], f"{_page_of(kind, offer.place)}?{urlencode({'back': back})}", kind not in OWN_PAGES)
        for kind in offer.kinds
    ]
    family = actions.people_at(actor=actor, place=offer.place, on=today())
    context = {"kinds": kinds, "place": offer.place, "title": title_of(offer.place, family), "back": back}
    return show(request, "kinds", context)


# What is too much for a sheet has a page of its own, by the room that keeps it.
OWN_PAGES = {"goods": "goods:{at}_give"}


def _page_of(kind: str, place: Place) -> str:
    """Where a kind is recorded: on its sheet or on its own page."""
    if kind not in OWN_PAGES:
        return address("record", place, kind=kind)
    at, key = ("case", place.case_id) if place.case_id is not None else ("route", place.route_id)
    return reverse(OWN_PAGES[kind].format(at=at), args=[key])


def choose_change(request: HttpRequest, offer: queries.Offer, back: str) -> HttpResponse:
    """What changed: of each kind this person may record here."""
    actor = actor_of(request)
    kinds = [
        (KIND_LABELS[code], f"{address('record', offer.place, kind=f'change-{code}')}?{urlencode({'back': back})}")
        for code in kinds_for(actor, offer.place)
    ]
    family = actions.people_at(actor=actor, place=offer.place, on=today())
    context = {
        "kinds": kinds,
        "title": title_of(offer.place, family),
        "back": back,
        "kinds_url": address("choose", offer.place),
    }
    return show(request, "changes", context)
