"""Rules of results: pure, without clock and database."""

from opora.results.rules.spells import Fact, Spell, Suggestion, spells, suggestion
from opora.results.rules.ways import (
    DERIVED,
    ITEM_WAYS,
    RESTRICTED,
    SIDES,
    VALUE_WAYS,
    ItemWay,
    SidesWay,
    ValueWay,
)

__all__ = [
    "DERIVED",
    "ITEM_WAYS",
    "RESTRICTED",
    "SIDES",
    "VALUE_WAYS",
    "Fact",
    "ItemWay",
    "SidesWay",
    "Spell",
    "Suggestion",
    "ValueWay",
    "spells",
    "suggestion",
]
