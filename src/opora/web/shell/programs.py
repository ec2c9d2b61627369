"""A program at the door: it brings a token of its owner, and is answered in a language of programs."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from opora.access import queries as access
from opora.access.rules import Actor
from opora.common.dates import now
from opora.web.shell import throttle

SCHEME = "bearer "
# So often in an hour a program may ask, and so often an address may bring a token that is none.
MOST_ASKED, MOST_WRONG = 1_200, 30


def refusal(status: int, detail: object, **more: object) -> JsonResponse:
    """A calm answer for a program."""
    return JsonResponse({"detail": str(detail), **more}, status=status, json_dumps_params={"ensure_ascii": False})


def unknown() -> HttpResponse:
    """Nobody asks: neither signed in nor with a token in force."""
    answer = refusal(401, _("Send a token that is in force: “Authorization: Bearer …”."))
    answer.headers["WWW-Authenticate"] = 'Bearer realm="Opora"'
    return answer


def absent() -> HttpResponse:
    """What is not there and what this owner may not read: one answer."""
    return refusal(404, _("There is no such thing here."))


def ask_by_token(request: HttpRequest) -> tuple[Any, Actor] | HttpResponse:
    """The token and its owner in the role of the token; or the answer where nobody is let in."""
    mark = throttle.mark_of(request, door="programs", at=now())
    if throttle.counted(mark) >= MOST_WRONG:
        return _too_often()
    sent = request.headers["Authorization"]
    found = access.by_token(sent[len(SCHEME) :].strip()) if sent[: len(SCHEME)].lower() == SCHEME else None
    if found is None or access.lacks_second_factor(actor=found[1]):
        throttle.count(mark, MOST_WRONG)
        return unknown()
    if not throttle.count(f"program:{found[0].pk}:{now():%Y%m%d%H}", MOST_ASKED):
        return _too_often()
    return found


def _too_often() -> HttpResponse:
    answer = refusal(429, _("Too many questions within an hour. Ask again later."))
    answer.headers["Retry-After"] = "3600"
    return answer
