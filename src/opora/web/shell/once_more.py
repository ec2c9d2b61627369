"""A question asked once more before something goes: one page for all rooms."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from opora.common.errors import Conflict
from opora.web.shell.intentions import once


def asked_once_more(
    request: HttpRequest,
    act: Callable[[], Any],
    *,
    done: str,
    to: str,
    cancel: str,
    state: int | None = None,
    **page: Any,
) -> HttpResponse:
    """A question asked once more, and what is done after a yes.

    `state` is what the thing in question says now, as a number: a yes that was meant for what it said before is
    refused.
    """
    if request.method == "POST":
        if state is not None and request.POST.get("state") not in (None, str(state)):
            raise Conflict(_("A colleague changed this meanwhile. Nothing was done: look at it once more."))
        return once(request, act, done=done, to=to)
    context = {**page, "danger": True, "action": request.path, "cancel_url": cancel, "state": state}
    return render(request, "shell/confirm.html", context)
