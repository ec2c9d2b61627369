"""An address is found in its room as Django finds it, and without trying all others."""

from collections.abc import Iterator, Sequence

import pytest
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, ResolverMatch, URLPattern, URLResolver, get_resolver, include, path, re_path
from django.urls.resolvers import RegexPattern, RoutePattern

from opora.web import urls
from opora.web.shell.rooms import room


def _plain(entry: URLPattern | URLResolver) -> URLPattern | URLResolver:
    """The same addresses as Django keeps them."""
    if not isinstance(entry, URLResolver):
        return entry
    inside = [_plain(one) for one in entry.url_patterns]
    return URLResolver(entry.pattern, inside, app_name=entry.app_name, namespace=entry.namespace)


def _routes(entries: Sequence[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, URLResolver):
            yield from _routes(entry.url_patterns, before + str(entry.pattern))
        elif isinstance(entry.pattern, RoutePattern):
            yield before + str(entry.pattern)


def _addresses(route: str) -> Iterator[str]:
    """The route with numbers and words in its places, with something after it, and cut short."""
    for filled in ("7", "word", "2026-03-02"):
        parts = route.split("<")
        address = parts[0] + "".join(filled + part.partition(">")[2] for part in parts[1:])
        yield from (address, address + "x/", address.rstrip("/"), address.partition("/")[0])


def _found(resolver: URLResolver, address: str) -> tuple[object, ...] | None:
    try:
        match: ResolverMatch = resolver.resolve("/" + address)
    except Resolver404:
        return None
    return match.func, match.args, match.kwargs, match.view_name, match.app_names, match.route


def test_every_address_is_found_as_django_finds_it() -> None:
    ours = get_resolver()
    plain = URLResolver(RegexPattern(r"^/"), [_plain(entry) for entry in urls.urlpatterns])
    asked = {address for route in _routes(urls.urlpatterns) for address in _addresses(route)}
    found = {address: _found(ours, address) for address in asked}
    assert found == {address: _found(plain, address) for address in asked}
    assert len([one for one in found.values() if one]) > 500


def test_few_patterns_are_tried() -> None:
    tried = [len(get_resolver().resolve(f"/{address}").tried or []) for address in ("tasks/7/", "cases/7/", "notes/")]
    assert max(tried) < 100


@pytest.mark.parametrize("address", ["about/", "7/", "other", "other/deep/", ""])
def test_an_address_may_begin_with_a_place_or_be_any(address: str) -> None:
    def show(_request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    inside = [
        path("about/", show, name="about"),
        path("<int:number>/", show, name="number"),
        re_path(r"^other", show, name="other"),
        path("", show, name="start"),
    ]
    given = (inside, "some")
    ours = URLResolver(RegexPattern(r"^/"), [room(given)])
    plain = URLResolver(RegexPattern(r"^/"), [path("", include(given))])
    assert _found(ours, address) == _found(plain, address) is not None
