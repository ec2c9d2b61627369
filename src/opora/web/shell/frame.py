"""The bar of places beside every page: drawn once for all who see it alike, and given to each with what is one's own.

Drawn anew for every page it took longer than the page of a short list.
"""

import re
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from opora.access.rules import Actor, can
from opora.common.kept import Kept
from opora.web.shell import wording
from opora.web.shell.asking import actor_of
from opora.web.shell.navigation import ON_A_PHONE, PLACES, RECORD_AT, is_current, places_for, where_to_record
from opora.web.shell.renderer import escaped

THEMES = ("light", "dark")
# What differs from person to person and from page to page, with signs in its place that stand in no page.
_OWN = ("csrf_token", "name", "initials", "address", "record_url")
_SIGNS = {name: chr(0xE000 + place) for place, name in enumerate(_OWN)}
_SPLIT = re.compile(f"([{''.join(_SIGNS.values())}])")
_NAMES = {sign: name for name, sign in _SIGNS.items()}

_drawn = Kept(most=500)


def theme_of(request: HttpRequest | None) -> str:
    """The look this person chose (light or dark), or an empty text: the system decides."""
    chosen = request.COOKIES.get("opora_theme", "") if request else ""
    return chosen if chosen in THEMES else ""


def side(request: HttpRequest, token: str) -> SafeString:
    """The bar as this person sees it on this page."""
    actor = actor_of(request)
    own = {
        "csrf_token": token,
        "name": actor.name,
        "initials": wording.initials(actor.name),
        "address": request.get_full_path(),
        "record_url": where_to_record(request) if can(actor, "intake.work") else "",
    }
    open_to = places_for(actor)
    places = tuple((place in open_to, is_current(place, request.path)) for place in PLACES)
    seen = (
        get_language(),
        theme_of(request),
        places,
        actor.stands_for,
        can(actor, "intake.work"),
        can(actor, "task.do"),
        bool(token),
    )
    pieces = _drawn.get(seen, lambda: _draw(actor, request))
    return SafeString("".join([piece if name is None else escaped(own[name]) for piece, name in pieces]))


def _draw(actor: Actor, request: HttpRequest) -> list[tuple[str, str | None]]:
    """The bar in pieces: as it stands, and the names of what comes between."""
    text = render_to_string("shell/_side.html", _shown(actor, request))
    return [(piece, _NAMES.get(piece)) for piece in _SPLIT.split(text)]


def _shown(actor: Actor, request: HttpRequest) -> Mapping[str, Any]:
    entries = [{"place": place, "current": is_current(place, request.path)} for place in places_for(actor)]
    searches = can(actor, "intake.work")
    rest = entries[ON_A_PHONE - searches :]
    return {
        **_SIGNS,
        "record_url": _SIGNS["record_url"] if searches else "",
        "record_at": RECORD_AT,
        "entries": entries,
        "rest": rest,
        "rest_is_current": any(entry["current"] for entry in rest),
        "stands_for": actor.stands_for,
        "searches": searches,
        "is_reminded": can(actor, "task.do"),
        "chosen": theme_of(request),
    }
