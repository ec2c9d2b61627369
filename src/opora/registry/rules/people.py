"""Codes that contradict one another: one child in two families, or somebody who is child here and parent there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from opora.registry.rules.header import Field
from opora.registry.rules.issues import Issue
from opora.registry.rules.register import RegistryRow


@dataclass
class Ties:
    """Who is whose child, by codes: what is recorded together with what the workbook says."""

    parents_of: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    parents: set[str] = field(default_factory=set)

    def add(self, parent: str, children: Iterable[str]) -> None:
        """Note that a caregiver and children are one family."""
        self.parents.add(parent)
        for child in children:
            self.parents_of[child].add(parent)


def contradictions(row: RegistryRow, ties: Ties) -> Iterator[Issue]:
    """Warnings about the people of a row; a case may well be right and the other one wrong."""
    if row.parent in ties.parents_of:
        yield row.issue(Field.PARENT, "parent_is_child", found=row.parent)
    for child in row.children:
        if child in ties.parents:
            yield row.issue(Field.CHILDREN, "child_is_caregiver", found=child)
        if ties.parents_of.get(child, set()) - {row.parent}:
            yield row.issue(Field.CHILDREN, "child_of_another_family", found=child)
