"""Rules of the people around a family: pure, without clock and database."""

from opora.network.rules.kinship import (
    BONDS,
    BORN,
    PARENTHOODS,
    STATES_OF,
    Link,
    Node,
    implied_guardians,
    implied_parents,
    parents_of,
    shared_parents,
)
from opora.network.rules.ties import Compared, TieNow, compare

__all__ = [
    "BONDS",
    "BORN",
    "PARENTHOODS",
    "STATES_OF",
    "Compared",
    "Link",
    "Node",
    "TieNow",
    "compare",
    "implied_guardians",
    "implied_parents",
    "parents_of",
    "shared_parents",
]
