"""Where the parents and couples of a genogram stand, and on which rails their lines run, so that none hides another."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from opora.pictures.generations import Placed


@dataclass(frozen=True, slots=True)
class Pair:
    """A couple, and how it is: married, together, separated, divorced, or not known."""

    one: str
    other: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class Bloodlines:
    """Who is whose parent (by child), the couples, brothers and sisters without known parents, twins.

    ``otherwise`` says of a parent and a child that it is no parenthood by birth: ``adopted`` or ``foster``.
    """

    parents: Mapping[str, Sequence[str]]
    pairs: Sequence[Pair] = ()
    siblings: Sequence[tuple[str, str]] = ()
    twins: Sequence[tuple[str, str]] = ()
    otherwise: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def way(self, parent: str, child: str) -> str:
        """How one is the other's parent: by birth (empty), ``adopted`` or ``foster``."""
        return self.otherwise.get((parent, child), "")

    def sets_of(self, child: str) -> list[tuple[str, ...]]:
        """The parents of a child, those by birth apart from those who took their place."""
        found: dict[str, list[str]] = defaultdict(list)
        for parent in self.parents.get(child, ()):
            found[self.way(parent, child)].append(parent)
        return [tuple(parents) for parents in found.values()]


@dataclass(frozen=True, slots=True)
class Union:
    """Parents of children or a couple: where the line to the children begins, and the level of its rail."""

    nodes: tuple[str, ...]
    state: str
    is_pair: bool
    children: tuple[str, ...]
    left: float
    right: float
    beside: bool
    drop: float


def unions_of(lines: Bloodlines, placed: Placed, at: Mapping[str, float]) -> list[Union]:
    children: dict[frozenset[str], list[str]] = defaultdict(list)
    for child in lines.parents:
        for parents in lines.sets_of(child):
            known = frozenset(one for one in parents if one in at)
            if known and child in at:
                children[known].append(child)
    states = {
        frozenset((pair.one, pair.other)): pair.state for pair in lines.pairs if {pair.one, pair.other} <= set(at)
    }
    found = []
    for nodes in dict.fromkeys((*states, *children)):
        ordered = tuple(sorted(nodes, key=lambda node: (at[node], node)))
        left, right = at[ordered[0]], at[ordered[-1]]
        same_row = len({placed.rows[node] for node in ordered}) == 1
        between = any(left < at[node] < right and placed.rows[node] == placed.rows[ordered[0]] for node in at)
        others = [at[node] for node in at if placed.rows[node] == placed.rows[ordered[0]] and node not in nodes]
        found.append(
            Union(
                ordered,
                states.get(nodes, ""),
                len(ordered) == 2,
                tuple(sorted(children.get(nodes, ()), key=lambda node: at[node])),
                left,
                right,
                same_row and not between,
                _drop(left, right, others) if len(ordered) == 2 else left,
            )
        )
    return found


def rails_of(
    unions: Sequence[Union], placed: Placed, at: Mapping[str, float], lines: Bloodlines
) -> tuple[dict[Union, int], dict[Union, int]]:
    """On which rail each couple that others stand between runs, and each bar over children: none over another."""
    couples = _colored({one: (one.left, one.right) for one in unions if one.is_pair and not one.beside}, placed)
    bars = _colored({one: span_of_bar(one, at, lines) for one in unions if one.children}, placed)
    return couples, bars


def span_of_bar(union: Union, at: Mapping[str, float], lines: Bloodlines) -> tuple[float, float]:
    places = [root_of(child, at, lines, union) for child in union.children]
    return min(union.drop, *places), max(union.drop, *places)


def _drop(left: float, right: float, row: Sequence[float]) -> float:
    """Where the line to the children leaves a couple: in the middle, or beside whoever stands there."""
    for part in (0.5, 0.38, 0.62, 0.26, 0.74):
        x = left + (right - left) * part
        if all(abs(x - other) > 16 for other in row):
            return x
    return (left + right) / 2


def _colored(spans: Mapping[Union, tuple[float, float]], placed: Placed) -> dict[Union, int]:
    found: dict[Union, int] = {}
    for one, (left, right) in sorted(spans.items(), key=lambda pair: (pair[1][1] - pair[1][0], pair[1][0])):
        row = placed.rows[one.nodes[0]]
        taken = {
            level
            for other, level in found.items()
            if placed.rows[other.nodes[0]] == row and spans[other][0] <= right + 8 and left - 8 <= spans[other][1]
        }
        found[one] = next(level for level in range(len(spans) + 1) if level not in taken)
    return found


def root_of(child: str, at: Mapping[str, float], lines: Bloodlines, union: Union) -> float:
    """Where on the bar a child hangs: twins hang on one point."""
    twins = {child}
    for one, other in lines.twins:
        if twins & {one, other}:
            twins |= {one, other}
    found = [at[node] for node in union.children if node in twins]
    return sum(found) / len(found)
