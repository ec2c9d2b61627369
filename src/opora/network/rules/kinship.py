"""Who is whose parent, as the records say it and as the roles of a family let one suppose."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

Node = str
"""Somebody of the genogram: "p12" is a person of the family, "m7" somebody around it."""


@dataclass(frozen=True, slots=True)
class Link:
    """What one is to another: ``parent`` of a child, ``couple``, ``siblings``, ``twins``, ``bond``.

    ``state`` says of a couple and of a bond how it is, of a parent whether ``adopted`` or ``foster``; else by birth.
    """

    kind: str
    one: Node
    other: Node
    state: str = ""


BORN, ADOPTED, FOSTER = "", "adopted", "foster"
PARENTHOODS = (BORN, ADOPTED, FOSTER)
"""How one is somebody's parent: by birth, by adoption, as guardian or foster parent."""
COUPLES = ("", "married", "together", "separated", "divorced")
BONDS = ("close", "distant", "conflict", "cut_off")
"""The relation lines of a genogram (standards.md 3.4)."""
STATES_OF: Mapping[str, Sequence[str]] = {"parent": PARENTHOODS, "couple": COUPLES, "bond": BONDS}


def parents_of(links: Iterable[Link]) -> dict[Node, tuple[Node, ...]]:
    """The parents by birth that were written down, by child."""
    found: dict[Node, list[Node]] = {}
    for link in links:
        if link.kind == "parent" and link.state == BORN and link.one not in found.setdefault(link.other, []):
            found[link.other].append(link.one)
    return {child: tuple(parents) for child, parents in found.items()}


def implied_parents(
    children: Collection[Node],
    caregivers: Sequence[Node],
    sexes: Mapping[Node, str],
    written: Sequence[Link],
) -> list[Link]:
    """Whoever is entered as mother or father of a family is taken for the parent of its children.

    Only until something else is written: a child whose father is known has no other one, nobody has three parents, and
    a foster father is not taken for the father. ``written`` are all links that were written down.
    """
    links = []
    known = parents_of(written)
    otherwise = {(link.one, link.other) for link in written if link.kind == "parent" and link.state != BORN}
    for child in sorted(children):
        parents = list(known.get(child, ()))
        for one in caregivers:
            if (one, child) in otherwise:
                continue
            same_sex = sexes.get(one, "") and any(sexes.get(other) == sexes.get(one) for other in parents)
            if one == child or one in parents or same_sex or len(parents) >= 2:
                continue
            parents.append(one)
            links.append(Link("parent", one, child))
    return links


def implied_guardians(children: Collection[Node], guardians: Sequence[Node], written: Iterable[Link]) -> list[Link]:
    """Whoever is entered as guardian of a family is drawn as the guardian of its children, not as their parent."""
    told = {(link.one, link.other) for link in written if link.kind == "parent"}
    return [
        Link("parent", one, child, FOSTER)
        for child in sorted(children)
        for one in guardians
        if one != child and (one, child) not in told
    ]


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
