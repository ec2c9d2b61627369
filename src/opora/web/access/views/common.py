"""What these pages share."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.functional import Promise

from opora.common.errors import Refused
from opora.web.shell.intentions import once
from opora.web.shell.middleware import say


def attempt(request: HttpRequest, act: Callable[[], object], *, done: str | Promise, onward: str) -> HttpResponse:
    """Do one thing and go on; a refusal is said on the next page instead."""
    try:
        return once(request, act, done=done, to=onward)
    except Refused as refusal:
        say(request, refusal, good=False)
    return HttpResponseRedirect(onward)


def ask(
    request: HttpRequest, *, title: str | Promise, text: str | Promise, button: str | Promise, back: str
) -> HttpResponse:
    """The question before something that is hard to take back, as a page of its own."""
    context = {
        "title": title,
        "text": text,
        "button": button,
        "action": request.path,
        "cancel_url": back,
        "danger": True,
    }
    return render(request, "shell/confirm.html", context)
