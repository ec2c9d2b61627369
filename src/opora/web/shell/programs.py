"""A program at the door: it brings a token of its owner, and is answered in a language of programs."""

from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from opora.access import queries as access
from opora.common.dates import now
from opora.web.shell import throttle

if TYPE_CHECKING:
    from opora.web.shell.doors import Door

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


def ask_by_token(request: HttpRequest, door: "Door") -> HttpResponse | None:
    """Let the program in as its owner, in the role of its token; the answer where that cannot be."""
    mark = throttle.mark_of(request, door="programs", at=now())
    if throttle.counted(mark) >= MOST_WRONG:
        return _too_often()
    sent = request.headers["Authorization"]
    found = access.by_token(sent[len(SCHEME) :].strip()) if sent[: len(SCHEME)].lower() == SCHEME else None
    if found is None or access.lacks_second_factor(actor=found[1]):
        throttle.count(mark, MOST_WRONG)
        return unknown()
    token, actor = found
    if not throttle.count(f"program:{token.pk}:{now():%Y%m%d%H}", MOST_ASKED):
        return _too_often()
    request.actor, request.program_token = actor, token  # type: ignore[attr-defined]
    if not door.opens_to(actor):
        raise Http404
    return None


def _too_often() -> HttpResponse:
    answer = refusal(429, _("Too many questions within an hour. Ask again later."))
    answer.headers["Retry-After"] = "3600"
    return answer
