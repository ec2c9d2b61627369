"""The doorkeeper: who is asking, and may they knock here at all. Refusal looks like absence."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render

from opora.access import queries as access
from opora.access.rules import Actor
from opora.cases.actions import note_look
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.common.next_version import Overtaken
from opora.process.actions import note_look_at_path
from opora.web.shell.asking import actor_of, spoken_of
from opora.web.shell.doors import Door, all_doors
from opora.web.shell.overtaken import overtaken
from opora.web.shell.programs import absent, ask_by_token, unknown
from opora.web.shell.returning import to_the_door

Handler = Callable[[HttpRequest], HttpResponse]

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "manifest-src 'self'",
    )
)
METHODS = ("GET", "HEAD", "POST")
SAFE = ("GET", "HEAD")
# Answers that show what was asked for; a form refused shows the record around it.
_SHOWN = {HTTPStatus.OK, HTTPStatus.CONFLICT, HTTPStatus.UNPROCESSABLE_ENTITY}
NOBODY = Actor(user_id=None, name="")


def secure_headers(get_response: Handler) -> Handler:
    """Lets a page load only its own files, and keeps pages about families out of every cache."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return respond


class DoorKeeper:
    """Finds out who asks, opens only doors in the access table, and turns refusals into calm answers."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user = request.user
        request.actor = access.actor_for(user) if user.is_authenticated else NOBODY  # type: ignore[attr-defined]
        request.program_token = None  # type: ignore[attr-defined]
        response = self.get_response(request)
        _note_look(request, response)
        # Page and fragment share an address: a cache must never answer one with the other.
        response.headers["Vary"] = ", ".join(filter(None, (response.headers.get("Vary"), "HX-Request")))
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        match = request.resolver_match
        door = all_doors().get(match.view_name) if match else None
        if door is None:
            raise Http404
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        if door.public:
            return _unmeant(request, door)
        if door.token and "Authorization" in request.headers:
            found = ask_by_token(request)
            if isinstance(found, HttpResponse):
                return found
            request.program_token, request.actor = found  # type: ignore[attr-defined]
            return None if door.opens_to(found[1]) else absent()
        if not request.user.is_authenticated:
            is_program = door.token and "HX-Request" not in request.headers
            return unknown() if is_program else to_the_door(request)
        if not door.opens_to(actor_of(request)):
            raise Http404
        return _unmeant(request, door)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A refusal that a page did not answer itself becomes a page of its own; nothing else is caught."""
        if isinstance(error, Overtaken):
            return overtaken(request, error)
        if isinstance(error, NotFound):
            return render(request, "404.html", status=404)
        if isinstance(error, Conflict | Refused | Invalid):
            status = 409 if isinstance(error, Conflict) else 422 if isinstance(error, Invalid) else 403
            return render(request, "refused.html", {"sentence": str(error), "back": _came_from(request)}, status=status)
        return None


def _unmeant(request: HttpRequest, door: Door) -> HttpResponse | None:
    """What is sent to a page that is only shown is refused; a form sent to the wrong address changes nothing unseen."""
    is_sent = request.method not in SAFE and not door.takes_forms
    return HttpResponseNotAllowed(SAFE) if is_sent else None


def _came_from(request: HttpRequest) -> str:
    """The page of ours on which the button was pressed, as it stands now; empty when it cannot be told."""
    came = urlsplit(request.headers.get("Referer", ""))
    is_ours = came.scheme == request.scheme and came.netloc == request.get_host() and came.path != request.path
    return came._replace(scheme="", netloc="").geturl() if is_ours else ""


def _note_look(request: HttpRequest, response: HttpResponse) -> None:
    """A page of a family is about to be shown: the journal says who looked, also of a page reached by its address."""
    match = request.resolver_match
    door = all_doors().get(match.view_name) if match else None
    if door is None or door.public or door.notes_look or response.status_code not in _SHOWN:
        return
    case_id, route_id = spoken_of(request)
    if case_id is not None:
        note_look(actor=actor_of(request), case_id=case_id)
    elif route_id is not None:
        note_look_at_path(actor=actor_of(request), route_id=route_id)


def say(request: HttpRequest, sentence: object, *, good: bool = True) -> None:
    """Leave a word for the next page the person sees."""
    (messages.success if good else messages.error)(request, str(sentence))
