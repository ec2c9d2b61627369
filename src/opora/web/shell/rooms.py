"""The addresses of a front room, looked through by their first word: of six hundred patterns a request tries a few."""

from functools import cached_property
from typing import Any

from django.urls import Resolver404, ResolverMatch, URLPattern, URLResolver, include
from django.urls.resolvers import RoutePattern

ANY = None
"""The first word of an address that begins with a place to fill."""


def room(addresses: Any) -> URLResolver:
    """What ``path("", include(addresses))`` is, and answers the same; only it does not try what cannot fit."""
    patterns, app_name, namespace = include(addresses)
    return _Room(RoutePattern(""), patterns, app_name=app_name, namespace=namespace)


class _Room(URLResolver):
    def resolve(self, path: str) -> ResolverMatch:
        word = path.partition("/")[0]
        fitting = self._by_word.get(word, self._by_word.get(ANY))
        if fitting is None:
            raise Resolver404({"tried": [], "path": path})
        return fitting.resolve(path)

    @cached_property
    def _by_word(self) -> dict[str | None, URLResolver]:
        """For each first word the patterns that may fit it, in their order; of any other word those that fit any."""
        words = [(_first_word(pattern), pattern) for pattern in self.url_patterns]
        return {
            word: URLResolver(
                self.pattern,
                [pattern for own, pattern in words if own in (word, ANY)],
                app_name=self.app_name,
                namespace=self.namespace,
            )
            for word, _pattern in words
        }


def _first_word(pattern: URLPattern | URLResolver) -> str | None:
    word, slash, _rest = str(pattern.pattern).partition("/")
    is_whole = slash or isinstance(pattern, URLPattern)
    return word if isinstance(pattern.pattern, RoutePattern) and is_whole and "<" not in word else ANY
