"""Every address Django answers, by the name doors know it under."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver


def walk(patterns: Any = None, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Names and patterns of all addresses, also of those without a name."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from walk(pattern.url_patterns, inner)
        else:
            yield f"{prefix}{pattern.name or pattern.pattern}", pattern


@cache
def names() -> list[str]:
    """Every name once."""
    return sorted({name for name, _pattern in walk()})


@cache
def places(name: str) -> list[str]:
    """The places an address has to fill (case_id, person_id …)."""
    for found, pattern in walk():
        if found == name:
            return list(pattern.pattern.regex.groupindex)
    raise KeyError(name)
