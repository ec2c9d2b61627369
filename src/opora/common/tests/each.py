"""Walking over what a test found, when finding nothing would prove nothing."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

One = TypeVar("One")


def each(found: Iterable[One]) -> Iterator[One]:
    """Every one of what was found; a test that found nothing fails here instead of passing unasked."""
    rows = list(found)
    assert rows, "nothing was found, so nothing was tested"
    return iter(rows)
