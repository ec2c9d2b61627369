"""One intention, one record: every form bears a token, and the very same sent twice gets the first answer.

The token alone would swallow what somebody changes after going back, so the mark of an intention is made of all that
was sent: who sends it, from which page, what was typed.
"""

import json
import secrets
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from opora.common.errors import OporaError, Refused
from opora.drafts.actions import carry_out_once
from opora.drafts.queries import Answer, answer_to
from opora.web.shell.asking import actor_of
from opora.web.shell.drafting import is_drafting
from opora.web.shell.forms import LOOK
from opora.web.shell.middleware import Handler, say
from opora.web.shell.taking_along import FIELD
from opora.web.shell.tokens import token_sent

_NOT_TYPED = {"csrfmiddlewaretoken", "whose"}


def token_of(request: HttpRequest) -> str:
    """The token of this page: the one it was sent with, so that a refused form stays one intention, or a new one."""
    return token_sent(request) or secrets.token_urlsafe(16)


def mark_of(request: HttpRequest) -> str:
    """The mark of what was sent; empty for what bears no token, as a program sends it."""
    known: str | None = getattr(request, "intention_mark", None)
    if known is None:
        known = request.intention_mark = _mark_of(request)  # type: ignore[attr-defined]
    return known


def _mark_of(request: HttpRequest) -> str:
    if request.method != "POST" or "X-Opora-Draft" in request.headers or not token_sent(request):
        return ""
    typed = sorted((name, values) for name, values in request.POST.lists() if name not in _NOT_TYPED)
    files = sorted((name, [(one.name, one.size) for one in files]) for name, files in request.FILES.lists())
    sent = json.dumps([actor_of(request).user_id, request.get_full_path(), typed, files])
    return salted_hmac("opora intention", sent, algorithm="sha256").hexdigest()


def once(
    request: HttpRequest,
    act: Callable[[], Any],
    *,
    done: object | Callable[[Any], object],
    to: str | Callable[[Any], str],
) -> HttpResponse:
    """Do what was sent, unless the very same was done before; go on with a word either way.

    `done` and `to` may be told by what `act` gives back. What the action refuses is raised, and nothing is kept of it.
    """

    if is_drafting(request) or LOOK in request.headers:
        raise Refused(_("No draft is kept of this form."))

    def do() -> Answer:
        made = act()
        return Answer(to(made) if callable(to) else to, str(done(made) if callable(done) else done))

    mark = mark_of(request)
    return _lead(request, carry_out_once(mark, do) if mark else do())


def _lead(request: HttpRequest, answer: Answer) -> HttpResponse:
    if answer.word:
        say(request, answer.word)
    if request.headers.get("HX-Request") != "true":
        return HttpResponseRedirect(answer.address)
    if urlsplit(request.headers.get("HX-Current-URL", "")).path == request.path:
        # The sheet stood as a page of its own: there is nothing below it, one goes on.
        return HttpResponse(status=204, headers={"HX-Redirect": answer.address})
    if request.POST.get(FIELD):
        # Whoever asked for the step as well goes where it leads.
        return HttpResponse(status=204, headers={"HX-Redirect": answer.address})
    # A sheet over a page was sent: the page below is drawn anew with what is new on it.
    return HttpResponse(status=204, headers={"HX-Refresh": "true"})


class FirstAnswer:
    """Answers what was carried out already, before its page asks whether it may still be done.

    Stands behind the doorkeeper: only who may knock is answered. A page that refuses because the first of two was
    quicker by a moment is answered in the same way.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        return _answered(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return _answered(request) if isinstance(error, OporaError) else None


def _answered(request: HttpRequest) -> HttpResponse | None:
    mark = mark_of(request)
    answer = answer_to(mark) if mark else None
    return _lead(request, answer) if answer is not None else None
