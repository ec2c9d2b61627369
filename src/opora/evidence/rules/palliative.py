"""Social palliative cases, counted apart from all others (S4-39, Q-14).

Such a family is accompanied until its youngest child is of age; nobody expects its weak sides to fall, so it stands in
no share of success, and it is never left out of sight either.
"""

from dataclasses import dataclass, replace

from opora.evidence.rules.children import ChildCounts


@dataclass(frozen=True, slots=True)
class Palliative:
    """Closed social palliative cases: how many, assessed both times, with a weak side fewer; and their children."""

    closed: int = 0
    paired: int = 0
    improved: int = 0
    children: int = 0
    children_known: int = 0
    children_kept: int = 0

    def __add__(self, other: "Palliative") -> "Palliative":
        return Palliative(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))

    def without(self, twice: ChildCounts) -> "Palliative":
        """The same with each child counted once."""
        return replace(
            self,
            children=self.children - twice.children,
            children_known=self.children_known - twice.known,
            children_kept=self.children_kept - twice.kept,
        )
