"""Today: everything one's working day is made of, on one page."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from opora.access import queries as access
from opora.access.rules import Actor, can
from opora.common.dates import now, today
from opora.common.errors import NotFound
from opora.common.planning import planned_once
from opora.duties import queries as duties
from opora.duties.policies import leads
from opora.goods import queries as goods
from opora.intake.policies import may_register
from opora.release import queries as releases
from opora.web.shell.asking import actor_of
from opora.web.today.day import day_for
from opora.web.today.greeting import counts, greeting
from opora.web.today.method import method_for, writes_the_method
from opora.web.today.unfinished import unfinished_for

SHOWN_RELEASES = 3


def _stock(actor: Actor, on: date) -> dict[str, int]:
    """How the shelves stand, for whoever keeps the warehouse and works with no family."""
    return {"waiting": goods.count_waiting(actor=actor), **goods.how_it_stands(actor=actor, on=on)}


def _releases(actor: Actor) -> dict[str, Any]:
    """What others prepared for everybody and this person is to look at before it leaves the house (X-13)."""
    if not can(actor, "release.confirm"):
        return {"releases": []}
    waiting = list(releases.waiting_for(actor=actor)[: SHOWN_RELEASES + 1])
    more = len(waiting) > SHOWN_RELEASES and releases.waiting_for(actor=actor).count() - SHOWN_RELEASES
    return {"releases": waiting[:SHOWN_RELEASES], "more_releases": more}


@require_GET
@planned_once()
def show_today(request: HttpRequest) -> HttpResponse:
    """To whom and when I go, what I have to do, what is late; for those who lead also what is common and nobody's."""
    actor = actor_of(request)
    on = today()
    works = can(actor, "task.do")
    context = {
        "on": on,
        "greeting": greeting(actor.name, now()),
        "works": works,
        "unfinished": unfinished_for(actor),
        "method": method_for(actor) if writes_the_method(actor) else None,
        **_releases(actor),
        "stock": _stock(actor, on) if can(actor, "goods.manage") and not works else None,
        "may_read": can(actor, "case.read"),
        "may_open": can(actor, "case.open"),
        "may_take_in": may_register(actor),
        "may_see_outcomes": can(actor, "outcomes.read"),
        "may_manage": can(actor, "people.manage"),
    }
    if works:
        day = day_for(actor, on)
        context |= {"day": day, "counts": counts(day)}
    # Whoever has something to do is not at the beginning any more.
    if context["may_manage"] and not (works and day.holds_something):
        context["begins"] = access.is_alone_here(actor=actor)
    return render(request, "today/today.html", context)


@require_GET
@planned_once()
def show_nobodys(request: HttpRequest) -> HttpResponse:
    """The part of the page that says what is nobody's, for those who lead; nothing at all when everything is cared for.

    It comes after the page, for it asks every room.
    """
    actor = actor_of(request)
    if not leads(actor):
        raise NotFound
    if not request.headers.get("HX-Request"):
        return HttpResponseRedirect(reverse("duties:unowned"))
    groups = duties.unowned(actor=actor, on=today())
    return render(request, "today/_nobodys.html", {"groups": groups, "count": sum(len(one.items) for one in groups)})
