"""Who asks for a page, and what was sent along."""

from collections.abc import Collection
from typing import TYPE_CHECKING, cast

from django.http import HttpRequest, QueryDict

from opora.access.rules import Actor

if TYPE_CHECKING:
    from django.http.request import _ImmutableQueryDict


def actor_of(request: HttpRequest) -> Actor:
    """Whoever asks for the page; the doorkeeper has put the person there."""
    return cast(Actor, request.actor)  # type: ignore[attr-defined]


def speaks_of(request: HttpRequest, *, case_id: int | None = None, route_id: int | None = None) -> None:
    """The page tells something of this family, though its address names neither case nor path: the look is noted."""
    request.spoken_of = (case_id, route_id)  # type: ignore[attr-defined]


def spoken_of(request: HttpRequest) -> tuple[int | None, int | None]:
    """The case and the path of which a page speaks: as the page said, or as its address says."""
    said: tuple[int | None, int | None] | None = getattr(request, "spoken_of", None)
    named = request.resolver_match.kwargs if request.resolver_match else {}
    return said or (named.get("case_id"), named.get("route_id"))


def typed_in(sent: QueryDict, name: str, *, most: int = 200) -> str:
    """Words typed into a line of search that is no field of a form, without signs that no database takes."""
    return sent.get(name, "").replace("\x00", "").strip()[:most]


def given(request: HttpRequest) -> "QueryDict | _ImmutableQueryDict | None":
    """What was sent, or nothing when the page is only looked at."""
    return request.POST if request.method == "POST" else None


def asked_again(request: HttpRequest, names: Collection[str]) -> str:
    """The address that shows this page with what was typed under these names.

    A form that is only tried out is sent in the body too, so that neither its token nor a name that somebody looked
    for ever stands in an address.
    """
    asked = QueryDict(mutable=True)
    for name in names:
        asked.setlist(name, request.POST.getlist(name))
    return f"?{asked.urlencode()}"
