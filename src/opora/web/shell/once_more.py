"""A question asked once more before something goes: one page for all rooms."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from opora.web.shell.intentions import once


def asked_once_more(
    request: HttpRequest, act: Callable[[], Any], *, done: str, to: str, cancel: str, **page: Any
) -> HttpResponse:
    """A question asked once more, and what is done after a yes."""
    if request.method == "POST":
        return once(request, act, done=done, to=to)
    context = {**page, "danger": True, "action": request.path, "cancel_url": cancel}
    return render(request, "shell/confirm.html", context)
