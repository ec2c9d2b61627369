"""Every address has a door, and every door an address: a page that nobody listed would open to nobody."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from opora.web.shell.doors import all_doors


def _names(resolver: URLResolver, spaces: tuple[str, ...] = ()) -> Iterator[str]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from _names(entry, (*spaces, entry.namespace) if entry.namespace else spaces)
        elif isinstance(entry, URLPattern):
            yield ":".join((*spaces, entry.name or f"<nameless {entry.pattern}>"))


def test_every_address_is_listed() -> None:
    missing = sorted(set(_names(get_resolver())) - set(all_doors()))
    assert not missing, f"addresses that no doors.py lists: {missing}"


def test_no_door_leads_nowhere() -> None:
    left = sorted(set(all_doors()) - set(_names(get_resolver())))
    assert not left, f"doors without an address: {left}"
