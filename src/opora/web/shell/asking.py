"""Who asks for a page, and what was sent along."""

from typing import TYPE_CHECKING, cast

from django.http import HttpRequest, QueryDict

from opora.access.rules import Actor

if TYPE_CHECKING:
    from django.http.request import _ImmutableQueryDict


def actor_of(request: HttpRequest) -> Actor:
    """Whoever asks for the page; the doorkeeper has put the person there."""
    return cast(Actor, request.actor)  # type: ignore[attr-defined]


def given(request: HttpRequest) -> "QueryDict | _ImmutableQueryDict | None":
    """What was sent, or nothing when the page is only looked at."""
    return request.POST if request.method == "POST" else None
