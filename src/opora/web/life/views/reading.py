"""What happened to a family: six lines as a panel of its page, or the whole of it, searched and printed."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode

from opora.common.dates import today
from opora.life import actions, queries
from opora.life.rules import GROUPS
from opora.life.words import GROUPS as GROUP_WORDS
from opora.process.queries import Place, place_of
from opora.web.life.views.mending import is_correctable
from opora.web.life.views.sheet_pages import address, is_sheet, names_of
from opora.web.shell.asking import actor_of
from opora.web.shell.family_place import home_of, title_of

MOST = 5_000
CONTACTS = {"phone": "phone", "messenger": "message", "site": "message"}
ICONS = {
    "visit": "home-heart",
    "contact": "phone",
    "mail": "mail",
    "observation": "eye",
    "follow_up": "history",
    "service": "clipboard-check",
    "group": "users-group",
    "step": "seedling",
    "task": "circle-check",
    "aid": "heart-handshake",
    "goal": "flag",
    "plan": "clipboard-list",
    "letter": "file-text",
    "issue": "archive",
    "official": "send",
    "notice": "send",
    "source": "book",
    "waiting": "clock",
    "stay": "bed",
    "shift": "note",
    "onward": "user-share",
    "event": "alert-circle",
    "change": "chart-line",
    "result": "circle-check",
    "assumption": "help-circle",
    "reached": "circle-check",
    "lost_again": "alert-circle",
    "network": "friends",
    "placement": "home-move",
    "risk": "adjustments",
    "signal": "bell",
    "move": "route",
    "ballot": "checks",
    "conference": "users",
    "assessment": "clipboard-check",
    "opened": "folder-open",
    "closed": "door-exit",
}


def show(request: HttpRequest, route_id: int | None = None, case_id: int | None = None) -> HttpResponse:
    """The life of the family; words looked for travel in the body of a form, never in the address."""
    actor = actor_of(request)
    place = place_of(actor=actor, route_id=route_id, case_id=case_id)
    kind = request.GET.get("kind", "")
    before = _number(request.GET.get("before", ""))
    is_panel = is_sheet(request)
    family = actions.people_at(actor=actor, place=place, on=today())
    life = actions.read_life(
        actor=actor,
        scope=queries.scope_of_place(place) if is_panel or place.family_id is None else None,
        family_id=place.family_id,
        kind=kind,
        words=request.POST.get("words", "")[:100],
        before=before,
        limit=queries.PANEL if is_panel else queries.PAGE,
        names=names_of(family),
        on=today(),
    )
    template = ("life/_lines.html" if before else "life/_panel.html") if is_panel else "life/history.html"
    return render(request, template, life_context(life, place))


def life_context(life: queries.Life, place: Place) -> dict[str, Any]:
    """What the panel and the page show."""
    url = address("life", place)
    chips = [("", url)] + [(name, f"{url}?{urlencode({'kind': name})}") for name in GROUPS]
    more = {"before": life.next} | ({"kind": life.kind} if life.kind else {})
    return {
        "life": life,
        "lines": [(one, icon_of(one), is_correctable(one.source)) for one in life.lines],
        "place": place,
        "title": title_of(place),
        "home": home_of(place),
        "life_url": url,
        "record_url": address("choose", place),
        "chips": [(GROUP_WORDS.get(name, ""), link, name == life.kind) for name, link in chips],
        "more_url": f"{url}?{urlencode(more)}" if life.has_more else "",
        "today": today(),
    }


def icon_of(line: queries.Line) -> str:
    """What the line looks like: a call is no meeting."""
    if line.source == "contact":
        return CONTACTS.get(line.kind, "users-group")
    if line.kind == "incident":
        return "alert-triangle"
    return ICONS.get(line.source, "circle-check")


def _number(text: str) -> int:
    return min(int(text), MOST) if text.isdecimal() and len(text) < 6 else 0
