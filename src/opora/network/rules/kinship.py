"""Who is whose parent, as the records say it and as the roles of a family let one suppose."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

Node = str
"""Somebody of the genogram: "p12" is a person of the family, "m7" somebody around it."""


@dataclass(frozen=True, slots=True)
class Link:
    """What one is to another: ``parent`` of a child, ``couple``, ``siblings``, ``twins``; of a couple, how it is."""

    kind: str
    one: Node
    other: Node
    state: str = ""


def parents_of(links: Iterable[Link]) -> dict[Node, tuple[Node, ...]]:
    """The parents that were written down, by child."""
    found: dict[Node, list[Node]] = {}
    for link in links:
        if link.kind == "parent" and link.one not in found.setdefault(link.other, []):
            found[link.other].append(link.one)
    return {child: tuple(parents) for child, parents in found.items()}


def implied_parents(
    children: Collection[Node],
    caregivers: Sequence[Node],
    sexes: Mapping[Node, str],
    known: Mapping[Node, Sequence[Node]],
) -> list[Link]:
    """Whoever is entered as mother or father of a family is taken for the parent of its children.

    Only until something else is written: a child whose father is known has no other one, and nobody has three parents.
    """
    links = []
    for child in sorted(children):
        parents = list(known.get(child, ()))
        for one in caregivers:
            same_sex = sexes.get(one, "") and any(sexes.get(other) == sexes.get(one) for other in parents)
            if one == child or one in parents or same_sex or len(parents) >= 2:
                continue
            parents.append(one)
            links.append(Link("parent", one, child))
    return links


def shared_parents(links: Sequence[Link]) -> list[Link]:
    """Brothers and sisters have the parents of each other, until others are written down."""
    known = parents_of(links)
    found = []
    for link in links:
        if link.kind in {"siblings", "twins"}:
            for one, other in ((link.one, link.other), (link.other, link.one)):
                if one in known and other not in known:
                    known[other] = known[one]
                    found += [Link("parent", parent, other) for parent in known[one]]
    return found
