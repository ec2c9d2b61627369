"""Rules of the people around a family: pure, without clock and database."""

from opora.network.rules.kinship import Link, Node, implied_parents, parents_of, shared_parents
from opora.network.rules.ties import Compared, TieNow, compare

__all__ = ["Compared", "Link", "Node", "TieNow", "compare", "implied_parents", "parents_of", "shared_parents"]
