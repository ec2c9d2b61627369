"""The third touch: what was. Saved, the page is the same and the record stands on top of the life."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.common.dates import local, now, today
from opora.life import actions, queries
from opora.life.actions import Recorded
from opora.life.words import kind_title
from opora.plans.queries.choices import open_task_choices
from opora.process import queries as process
from opora.results.queries import offer_assumptions, offer_results
from opora.services.queries import offer_at
from opora.web.life.forms.kinds import sheet_for
from opora.web.life.forms.sheet import SheetForm
from opora.web.life.views.choosing import choose_change
from opora.web.life.views.sheet_pages import address, member_choices, show, way_back
from opora.web.shell.asking import actor_of, given
from opora.web.shell.family_place import home_of, title_of
from opora.web.shell.form_page import form_page
from opora.web.shell.taking_along import Offer, Wanted

# Where a refusal of the room that keeps the record stands on the sheet.
PLACES = {"planned_on": "date", "on": "date", "text": "notes", "effect": "notes", "note": "notes", "kind": "what"}

# What is written down while it happens.
HOUR_IS_NOW = frozenset({"call", "duty", "incident"})
TALKS = frozenset({"call", "meeting"})


def record(request: HttpRequest, kind: str, route_id: int | None = None, case_id: int | None = None) -> HttpResponse:
    """A sheet of one kind; nothing is chosen beforehand but today and oneself."""
    actor = actor_of(request)
    offer = queries.offer(actor=actor, route_id=route_id, case_id=case_id)
    sheet = sheet_for(kind)
    if sheet is None:
        raise Http404
    back = way_back(request, home_of(offer.place))
    if kind == "change" and "change" in offer.kinds:
        return choose_change(request, offer, back)
    family = actions.people_at(actor=actor, place=offer.place, on=today())
    form = sheet(
        given(request),
        request.FILES if request.method == "POST" else None,
        colleagues=offer.colleagues,
        members=member_choices(family),
        tasks=open_task_choices(offer.place) if kind == "step" else (),
        what=kind.partition("-")[2],
        services=offer_at(actor=actor, place=offer.place) if kind == "service" else None,
        results=offer_results(actor=actor, place=offer.place) if kind == "result" else (),
        assumptions=offer_assumptions(place=offer.place) if kind == "assumption" else (),
        children=[one.person_id for one in family.children],
        initial={
            **chosen(request, kind),
            "visitor_ids": [actor.user_id],
            "worker_id": actor.user_id,
            "at": local(now()).time() if kind in HOUR_IS_NOW else None,
        },
    )

    def act(typed: dict[str, Any]) -> Recorded:
        return actions.record(
            actor=actor,
            kind=kind,
            route_id=route_id,
            case_id=case_id,
            typed={"people_ids": [], "at": None, "notes": "", **typed},
            photos=typed.get("photos", ()),
            on=typed["on"],
        )

    return form_page(
        request,
        form,
        act,
        done=lambda recorded: _say(request, recorded),
        back=back,
        context=lambda: {
            **sheet_context(form, kind, offer, back, title_of(offer.place, family)),
            "ending": _ending(actor, offer) if kind in TALKS else (),
        },
        places=PLACES,
        show=lambda shown, status: show(request, "form", shown, status),
    )


def chosen(request: HttpRequest, kind: str) -> dict[str, Any]:
    """What the link that led here has chosen already: a service that stands in the plan, a result that is aimed at."""
    if kind == "result":
        return {"concept": request.GET.get("result", "")[:40], "state": "reached"}
    if kind == "assumption":
        return {"assumption": request.GET.get("assumption", "")[:130]}
    asked = request.GET.get("service", "")
    return {"service_id": int(asked)} if kind == "service" and asked.isdecimal() and len(asked) < 10 else {}


def _ending(actor: Actor, offer: queries.Offer) -> list[Offer]:
    """The step that follows where the family declined in this very talk."""
    route = offer.place.route
    step = process.ending_step(actor=actor, route=route) if route is not None else None
    return [Offer(Wanted(route.pk, step.action).mark, step.title)] if route is not None and step is not None else []


def sheet_context(form: SheetForm, kind: str, offer: queries.Offer, back: str, title: str) -> dict[str, Any]:
    """What the sheet shows around its form."""
    return {
        "form": form,
        "kind": kind,
        "heading": kind_title(kind),
        "title": title,
        "place": offer.place,
        "back": back,
        "kinds_url": address("choose", offer.place),
    }


def _say(request: HttpRequest, done: Recorded) -> str:
    """The word with a way to take it back at once; nothing is left to be said by others."""
    source, pk = done.key.split(":")
    undo = reverse("life:undo", args=[source, pk])
    messages.success(request, _("Recorded."), extra_tags=f"undo:{undo}")
    if done.is_worry and (alarm := _alarm(request, done)):
        sentence = _("You worry about a child. If it is in danger, raise the mark of high risk now.")
        messages.warning(request, sentence, extra_tags=f"alarm:{alarm}")
    return ""


def _alarm(request: HttpRequest, done: Recorded) -> str:
    """The step of high risk, where the path has one that this person may take."""
    route = done.place.route
    if route is None:
        return ""
    for option in process.options(actor=actor_of(request), route=route):
        if option.effect == "high_risk" and option.allowed:
            return reverse("process:step", args=[route.pk, option.action])
    return ""
