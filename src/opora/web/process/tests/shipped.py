"""The processes that come with the product, as the pages draw them."""

from functools import cache

from opora.packs import queries as packs
from opora.pathways.rules import Definition, parse

SHIPPED = tuple(sorted(packs.shipped_practices()))


@cache
def definition(code: str) -> Definition:
    """The process of a shipped practice; it needs no database."""
    reading = packs.check_practice(folder=packs.shipped_practices()[code])
    assert reading.practice is not None
    assert reading.practice.process is not None
    return parse({key: value for key, value in reading.practice.process.items() if key != "programs"})
