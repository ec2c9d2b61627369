"""Where everybody stands in a genogram: generations on rows, brothers and sisters by age, nobody over anybody.

Rows are filled by order first and then pulled toward parents and children as far as the order and the distance allow.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

STEP: Final = 1.0
"""So far apart at least two who stand beside each other; the drawing says how many pixels that is."""
_SWEEPS: Final = 6


@dataclass(frozen=True, slots=True)
class Kin:
    """Somebody to be placed: the name of the node, the year of birth if known, the sex for the sides of a couple."""

    node: str
    born: int | None = None
    sex: str = ""


@dataclass(frozen=True, slots=True)
class Tree:
    """Everybody, who is whose parent (by child), the couples, the brothers and sisters without known parents."""

    people: Sequence[Kin]
    parents: Mapping[str, Sequence[str]] = field(default_factory=dict)
    couples: Sequence[tuple[str, str]] = ()
    siblings: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """The row of everybody (0 is the oldest generation) and the place in it, in steps from the left."""

    rows: Mapping[str, int]
    places: Mapping[str, float]

    @property
    def width(self) -> float:
        return max(self.places.values(), default=0.0)


def lay_out(tree: Tree) -> Placed:
    """A place for everybody."""
    rows = generations(tree)
    groups = _groups(tree, rows)
    order = _ordered(tree, rows, groups)
    places = {node: float(place) for line in order.values() for place, node in enumerate(line)}
    for sweep in range(_SWEEPS):
        going_up = sweep % 2 == 0
        for row in sorted(order, reverse=going_up):
            wanted = [_wanted(tree, rows, places, node, going_up) for node in order[row]]
            for node, place in zip(order[row], spread(wanted), strict=True):
                places[node] = place
    least = min(places.values(), default=0.0)
    return Placed(rows, {node: place - least for node, place in places.items()})


def generations(tree: Tree) -> dict[str, int]:
    """The row of everybody: children one below their parents, couples and siblings on one row; the oldest on row 0.

    Of records that contradict each other (one's own grandmother) the first found wins, and nobody is lost.
    """
    near: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for child, parents in tree.parents.items():
        for parent in parents:
            near[child].append((parent, -1))
            near[parent].append((child, 1))
    for one, other in (*tree.couples, *tree.siblings):
        near[one].append((other, 0))
        near[other].append((one, 0))
    rows: dict[str, int] = {}
    for kin in tree.people:
        if kin.node in rows:
            continue
        found, waiting = {kin.node: 0}, [kin.node]
        for node in waiting:
            for other, step in near[node]:
                if other not in found:
                    found[other] = found[node] + step
                    waiting.append(other)
        # Who hangs on nobody drawn so far begins a part of its own, whose youngest stand on the row of the youngest.
        lowest = max(found.values())
        rows |= {node: row - lowest for node, row in found.items()}
    least = min(rows.values(), default=0)
    return {node: row - least for node, row in rows.items()}


def spread(wanted: Sequence[float]) -> list[float]:
    """The places nearest to those wanted that keep the order and the distance (least squares, by pooling)."""
    blocks: list[tuple[float, int]] = []
    for number, want in enumerate(wanted):
        blocks.append((want - number * STEP, 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (last, count), (before, many) = blocks.pop(), blocks.pop()
            blocks.append(((before * many + last * count) / (many + count), many + count))
    level = [value for value, count in blocks for _one in range(count)]
    return [value + number * STEP for number, value in enumerate(level)]


def _groups(tree: Tree, rows: Mapping[str, int]) -> dict[str, str]:
    """The group of everybody's brothers and sisters, by the name of one of them; in one row only."""
    root = {kin.node: kin.node for kin in tree.people}

    def top(node: str) -> str:
        while root[node] != node:
            node = root[node]
        return node

    by_parents: dict[str, str] = {}
    for child, parents in sorted(tree.parents.items()):
        for parent in parents:
            first = by_parents.setdefault(parent, child)
            if rows[first] == rows[child]:
                root[top(child)] = top(first)
    for one, other in tree.siblings:
        if rows[one] == rows[other]:
            root[top(other)] = top(one)
    return {node: top(node) for node in root}


def _ordered(tree: Tree, rows: Mapping[str, int], groups: Mapping[str, str]) -> dict[int, list[str]]:
    """Each row from left to right: groups near their couples and children, within a group the oldest first."""
    kin = {one.node: one for one in tree.people}
    lines: dict[int, list[list[str]]] = defaultdict(list)
    members: dict[str, list[str]] = defaultdict(list)
    for one in tree.people:
        members[groups[one.node]].append(one.node)
    for found in members.values():
        lines[rows[found[0]]].append(sorted(found, key=lambda node: _age_key(kin[node])))
    order: dict[int, list[str]] = {}
    for row in sorted(lines, reverse=True):
        below = {node: place for place, node in enumerate(order.get(row + 1, ()))}
        order[row] = [node for group in _beside(tree, lines[row], below, kin) for node in group]
    return order


def _beside(
    tree: Tree, groups: Sequence[list[str]], below: Mapping[str, int], kin: Mapping[str, Kin]
) -> list[list[str]]:
    """Groups in the order of their children, couples beside each other, the man's side left of the woman's."""
    children: dict[str, list[int]] = defaultdict(list)
    for child, parents in tree.parents.items():
        for parent in parents:
            if child in below:
                children[parent].append(below[child])
    partners: dict[str, list[str]] = defaultdict(list)
    for one, other in (*tree.couples, *_pairs(tree)):
        partners[one].append(other)
        partners[other].append(one)

    def weight(group: list[str]) -> tuple[float, int, int]:
        found = [place for node in group for place in children[node]]
        near = [place for node in group for other in partners[node] for place in children[other]]
        middle = sum(found) / len(found) if found else sum(near) / len(near) if near else 1e6
        side = min((0 if kin[node].sex == "m" else 1 for node in group if children[node] or partners[node]), default=1)
        return middle, side, len(group)

    row = {node for group in groups for node in group}
    guests = {
        group[0]: near[0]
        for group in groups
        if len(group) == 1 and (near := [one for one in partners[group[0]] if one in row])
    }
    hosts = [group for group in groups if group[0] not in guests or guests[group[0]] in guests]
    line = sorted(hosts, key=weight)
    for guest, partner in guests.items():
        if guests.get(partner) is None:
            line = _seated(line, guest, partner)
    return line


def _seated(line: list[list[str]], guest: str, partner: str) -> list[list[str]]:
    """Somebody who has only a partner in this row sits at the partner's end of the partner's brothers and sisters."""
    place = next(number for number, group in enumerate(line) if partner in group)
    group = line[place]
    is_left = group.index(partner) < (len(group) - 1) / 2
    at = place if is_left else place + 1
    return [*line[:at], [guest], *line[at:]]


def _pairs(tree: Tree) -> list[tuple[str, str]]:
    return [(parents[0], parents[1]) for parents in tree.parents.values() if len(parents) == 2]


def _wanted(tree: Tree, rows: Mapping[str, int], places: Mapping[str, float], node: str, going_up: bool) -> float:
    """Where somebody would best stand: over the children when one looks from below, under the parents from above."""
    if going_up:
        found = [places[child] for child, parents in tree.parents.items() if node in parents]
    else:
        found = [places[parent] for parent in tree.parents.get(node, ())]
    if not found:
        return places[node]
    middle = sum(found) / len(found)
    if not going_up:
        # Brothers and sisters share the middle under their parents.
        together = [
            other
            for other, parents in tree.parents.items()
            if set(parents) == set(tree.parents[node]) and rows[other] == rows[node]
        ]
        return middle + places[node] - sum(places[other] for other in together) / len(together)
    pair = [
        other
        for one, two in (*tree.couples, *_pairs(tree))
        for other in (one, two)
        if node in {one, two} and other != node
    ]
    beside = [places[other] for other in pair if rows[other] == rows[node]]
    if not beside:
        return middle
    return middle + (STEP / 2 if places[node] > beside[0] else -STEP / 2)


def _age_key(kin: Kin) -> tuple[bool, int]:
    """The oldest first; whose age nobody knows last, in the order in which they were entered."""
    return kin.born is None, kin.born or 0
