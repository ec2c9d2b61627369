"""How the arrows of a process map run: along the gutters between the boxes, at right angles, each in its own lane."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from opora.pictures.map_parts import ANYWHERE, MapArrow, MapPicture

BOX_WIDE, BOX_HIGH = 160.0, 122.0
GUTTER, BAND = 40.0, 72.0
LEFT, RIGHT, TOP = 36.0, 14.0, 40.0
_PORT_STEP, _LANE_STEP = (26.0, 17.0), 8.0
_STRONGEST = ("main", "danger", "", "loop")

Point = tuple[float, float]
Cell = tuple[int, int]


@dataclass(slots=True)
class Way:
    """One drawn line: the arrows it stands for, and how it runs: sides of the boxes and gutters between them."""

    arrows: list[MapArrow]
    source: Cell
    target: Cell
    leaves: str
    enters: str
    gutters: tuple[tuple[str, int], ...] = ()
    lanes: list[float] = field(default_factory=list)
    start: Point = (0.0, 0.0)
    end: Point = (0.0, 0.0)

    @property
    def kind(self) -> str:
        """The kind that matters most among its arrows."""
        return min((arrow.kind for arrow in self.arrows), key=_STRONGEST.index)

    @property
    def points(self) -> list[Point]:
        """The corners of the line from its start to its end."""
        corners = [self.start]
        for (axis, _), lane in zip(self.gutters, self.lanes, strict=True):
            x, y = corners[-1]
            corners.append((x, lane) if axis == "h" else (lane, y))
        x, y = corners[-1]
        if self.gutters:
            corners.append((self.end[0], y) if self.enters in ("top", "bottom") else (x, self.end[1]))
        return [*corners, self.end]


def corner(at: Cell) -> Point:
    """The upper left corner of the box that stands at this column and row, in pixels."""
    return LEFT + at[0] * (BOX_WIDE + GUTTER), TOP + at[1] * (BOX_HIGH + BAND)


def ways(picture: MapPicture) -> list[Way]:
    """Every line of the map; arrows between the same two places share one. Unknown places are passed over."""
    cells = {stage.key: stage.at for stage in picture.stages}
    together: dict[tuple[str, str], list[MapArrow]] = defaultdict(list)
    for arrow in picture.arrows:
        if arrow.source != ANYWHERE and {arrow.source, arrow.target} <= cells.keys() and arrow.source != arrow.target:
            together[arrow.source, arrow.target].append(arrow)
    taken = set(cells.values())
    found = [_way(pair, arrows, cells, taken, together.keys()) for pair, arrows in together.items()]
    noted = {stage.at for stage in picture.stages if stage.overdue}
    noted |= {cells[arrow.target] for arrow in picture.arrows if arrow.source == ANYWHERE and arrow.target in cells}
    _place_ports(found, noted)
    _place_lanes(found)
    return found


def _way(
    pair: tuple[str, str],
    arrows: list[MapArrow],
    cells: Mapping[str, Cell],
    taken: set[Cell],
    pairs: Iterable[tuple[str, str]],
) -> Way:
    source, target = cells[pair[0]], cells[pair[1]]
    across, down = target[0] - source[0], target[1] - source[1]
    is_back = across < 0 and (pair[1], pair[0]) in pairs
    if down == 0 and across and not is_back and _is_free(source, target, taken):
        return Way(arrows, source, target, *(("right", "left") if across > 0 else ("left", "right")))
    if across == 0 and down and _is_free(source, target, taken) and not (down < 0 and (pair[1], pair[0]) in pairs):
        return Way(arrows, source, target, *(("bottom", "top") if down > 0 else ("top", "bottom")))
    if across == 1 and down:
        return Way(arrows, source, target, "right", "left", (("v", target[0]),))
    if down == 0:
        return Way(arrows, source, target, "bottom", "bottom", (("h", source[1] + 1),))
    leaves = "bottom" if down > 0 else "top"
    gutter = source[1] + 1 if down > 0 else source[1]
    if abs(down) == 1:
        return Way(arrows, source, target, leaves, "top" if down > 0 else "bottom", (("h", gutter),))
    return Way(arrows, source, target, leaves, "left", (("h", gutter), ("v", target[0])))


def _is_free(source: Cell, target: Cell, taken: set[Cell]) -> bool:
    """Whether no box stands between two places of one row or column."""
    axis = 0 if source[1] == target[1] else 1
    low, high = sorted((source[axis], target[axis]))
    between = [(n, source[1]) if axis == 0 else (source[0], n) for n in range(low + 1, high)]
    return not taken.intersection(between)


def _place_ports(found: Sequence[Way], noted: set[Cell]) -> None:
    """Spread the ends of lines over the sides of their boxes, in the order of where they go.

    Boxes with a badge on the left of their lower edge (``noted``) keep their lines to the right of it.
    """
    sides: dict[tuple[Cell, str], list[tuple[Way, bool]]] = defaultdict(list)
    for way in found:
        sides[way.source, way.leaves].append((way, True))
        sides[way.target, way.enters].append((way, False))
    for (cell, side), ends in sides.items():
        axis = 0 if side in ("top", "bottom") else 1
        straight = [end for end in ends if not end[0].gutters]
        bent = sorted(
            (end for end in ends if end[0].gutters),
            key=lambda end: ((end[0].target if end[1] else end[0].source)[axis], end[1]),
        )
        before = [end for end in bent if (end[0].target if end[1] else end[0].source)[axis] < cell[axis]]
        after = bent[len(before) :]
        places = [(end, 0.0) for end in straight]
        first = 1.0 if straight else 0.5
        # A line down and a line up between two boxes of one column would lie on each other: they stand aside.
        aside = {"bottom": 5.0, "top": -5.0}.get(side, 0.0) if not straight else 0.0
        places += [(end, aside - (first + n) * _PORT_STEP[axis]) for n, end in enumerate(reversed(before))]
        places += [(end, aside + (first + n) * _PORT_STEP[axis]) for n, end in enumerate(after)]
        shift = 47.0 if side == "bottom" and cell in noted and not straight else 0.0
        limit = (BOX_WIDE if axis == 0 else BOX_HIGH) / 2 - 12
        for (way, is_start), offset in places:
            spot = _port(cell, side, max(-limit, min(limit, offset + shift)))
            if is_start:
                way.start = spot
            else:
                way.end = spot


def _port(cell: Cell, side: str, offset: float) -> Point:
    x, y = corner(cell)
    if side in ("top", "bottom"):
        return x + BOX_WIDE / 2 + offset, y if side == "top" else y + BOX_HIGH
    return x if side == "left" else x + BOX_WIDE, y + BOX_HIGH / 2 + offset


def _place_lanes(found: Sequence[Way]) -> None:
    """Give every stretch in a gutter a lane of its own wherever two would lie on each other."""
    stretches: dict[tuple[str, int], list[tuple[float, float, Way, int]]] = defaultdict(list)
    for way in found:
        way.lanes = [_middle(gutter) for gutter in way.gutters]
        points = way.points
        for index, gutter in enumerate(way.gutters):
            axis = 0 if gutter[0] == "h" else 1
            low, high = sorted((points[index + 1][axis], points[index + 2][axis]))
            stretches[gutter].append((low, high, way, index))
    for gutter, lines in stretches.items():
        lines.sort(key=lambda line: line[:2])
        ends: list[float] = []
        chosen: list[int] = []
        for low, high, _way_of, _index in lines:
            lane = next((n for n, end in enumerate(ends) if end + 8 < low), len(ends))
            ends[lane:] = [high, *ends[lane + 1 :]]
            chosen.append(lane)
        room = (BAND - 30 if gutter[0] == "h" else GUTTER - 14) / max(len(ends) - 1, 1)
        step = min(_LANE_STEP, room)
        for (_low, _high, way, index), lane in zip(lines, chosen, strict=True):
            way.lanes[index] = _middle(gutter) + (lane - (len(ends) - 1) / 2) * step


def _middle(gutter: tuple[str, int]) -> float:
    axis, index = gutter
    if axis == "h":
        return TOP + index * (BOX_HIGH + BAND) - BAND / 2 - 6
    return LEFT + index * (BOX_WIDE + GUTTER) - GUTTER / 2
