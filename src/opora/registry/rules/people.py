"""Codes that contradict one another: one child in two families, or somebody who is child here and parent there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from opora.registry.rules.header import Field
from opora.registry.rules.issues import Issue
from opora.registry.rules.register import RegistryRow


@dataclass
class Ties:
    """Who is whose child, by codes: what is recorded together with what the workbook says."""

    # Nearly every child has one family: a set is kept only for the few that have more.
    parent_of: dict[str, str] = field(default_factory=dict)
    more_of: dict[str, set[str]] = field(default_factory=dict)
    parents: set[str] = field(default_factory=set)

    def add(self, parent: str, children: Iterable[str]) -> None:
        """Note that a caregiver and children are one family."""
        self.parents.add(parent)
        for child in children:
            first = self.parent_of.setdefault(child, parent)
            if first != parent:
                self.more_of.setdefault(child, {first}).add(parent)

    def has_other_parent(self, child: str, parent: str) -> bool:
        """Whether somebody else cares for the child too."""
        return child in self.more_of or self.parent_of.get(child, parent) != parent


def contradictions(row: RegistryRow, ties: Ties) -> Iterator[Issue]:
    """Warnings about the people of a row; a case may well be right and the other one wrong."""
    if row.parent in ties.parent_of:
        yield row.issue(Field.PARENT, "parent_is_child", found=row.parent)
    for child in row.children:
        if child in ties.parents:
            yield row.issue(Field.CHILDREN, "child_is_caregiver", found=child)
        if ties.has_other_parent(child, row.parent):
            yield row.issue(Field.CHILDREN, "child_of_another_family", found=child)
