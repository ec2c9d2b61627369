"""Where the organization asks for a second factor, nobody goes on without one."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from opora.access import queries
from opora.web.shell.asking import actor_of
from opora.web.shell.doors import all_doors
from opora.web.shell.middleware import say

# What one needs to add a second factor, or to leave instead.
_WAY_THERE = ("account_", "mfa_", "usersessions_", "shell:theme", "shell:language")


class SecondFactorGate:
    """Leads somebody who must have a second factor and has none to the page where it is added."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        name = request.resolver_match.view_name if request.resolver_match else ""
        door = all_doors().get(name)
        if door is None or door.public or name.startswith(_WAY_THERE) or not request.user.is_authenticated:
            return None
        if not queries.lacks_second_factor(actor=actor_of(request)):
            return None
        say(request, _("Your organization asks for a second factor. Please add it now; it takes a minute."), good=False)
        target = reverse("mfa_activate_totp")
        if request.headers.get("HX-Request"):
            answer = HttpResponse(status=401)
            answer.headers["HX-Redirect"] = target
            return answer
        return HttpResponseRedirect(target)
