"""How two of a genogram get on with each other: close, distant, in conflict, broken off, beside the kinship."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot
from typing import Final

from opora.pictures.genogram_symbols import HALF
from opora.pictures.palette import Palette
from opora.pictures.svg import tag

_STEPS: Final = 24
_BOW: Final = 20.0
_APART: Final = 2.5
_TOOTH: Final = 4.5

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Bond:
    """Two people and how they get on: ``close``, ``distant``, ``conflict`` or ``cut_off`` (standards.md 3.4)."""

    one: str
    other: str
    state: str


def bond_drawn(start: Point, end: Point, state: str, palette: Palette) -> str:
    """The line of a bond between the middles of two symbols, in pixels.

    On one row it bows over the symbols, so that it does not hide the line of the couple; between rows it leaves and
    arrives at the side, past the names below the upper one. ``close`` is two lines, ``distant`` a dotted one,
    ``conflict`` a zigzag, ``cut_off`` a line with a gap between two bars.
    """
    points = _way(start, end)
    if state == "close":
        lines = [_line(_beside(points, side), palette.exit) for side in (_APART, -_APART)]
    elif state == "conflict":
        lines = [_line(_zigzag(points), palette.entry)]
    elif state == "cut_off":
        middle = len(points) // 2
        before, after = points[: middle - 1], points[middle + 2 :]
        lines = [_line(before, palette.entry), _line(after, palette.entry)]
        lines += [_bar(points, at, palette) for at in (middle - 2, middle + 2)]
    else:
        lines = [_line(points, palette.muted, dash="1 5")]
    return tag("g", *lines, class_=f"bond {state}")


def _way(start: Point, end: Point) -> list[Point]:
    """The points of a bow (a quadratic curve) from one symbol to the other."""
    (x1, y1), (x2, y2) = start, end
    if y1 == y2:
        left, right = sorted((x1, x2))
        begin, close = (left + HALF * 0.6, y1 - HALF), (right - HALF * 0.6, y1 - HALF)
        bend = ((begin[0] + close[0]) / 2, y1 - HALF - _BOW)
    else:
        if y1 > y2:
            x1, y1, x2, y2 = x2, y2, x1, y1
        side = 1 if x2 >= x1 else -1
        begin = (x1 + side * HALF, y1)
        close = (x2 - side * HALF if abs(x2 - x1) > 2 * HALF else x2 + side * HALF, y2)
        bend = (x1 + side * max(2.4 * HALF, abs(x2 - x1) / 2), (y1 + y2) / 2)
    found = []
    for step in range(_STEPS + 1):
        t = step / _STEPS
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        found.append((a * begin[0] + b * bend[0] + c * close[0], a * begin[1] + b * bend[1] + c * close[1]))
    return found


def _across(points: Sequence[Point], at: int) -> Point:
    """The unit vector that stands across the way at a point."""
    (x1, y1), (x2, y2) = points[max(at - 1, 0)], points[min(at + 1, len(points) - 1)]
    long = hypot(x2 - x1, y2 - y1) or 1.0
    return -(y2 - y1) / long, (x2 - x1) / long


def _beside(points: Sequence[Point], side: float) -> list[Point]:
    return [(x + across[0] * side, y + across[1] * side) for (x, y), across in _with_across(points)]


def _zigzag(points: Sequence[Point]) -> list[Point]:
    """The way, swung from side to side; its ends stay where they are."""
    last = len(points) - 1
    return [
        (x + across[0] * swing, y + across[1] * swing)
        for at, ((x, y), across) in enumerate(_with_across(points))
        for swing in [0.0 if at in {0, last} else _TOOTH if at % 2 else -_TOOTH]
    ]


def _with_across(points: Sequence[Point]) -> list[tuple[Point, Point]]:
    return [(point, _across(points, at)) for at, point in enumerate(points)]


def _bar(points: Sequence[Point], at: int, palette: Palette) -> str:
    (x, y), (dx, dy) = points[at], _across(points, at)
    return tag(
        "line",
        x1=x - 7 * dx,
        y1=y - 7 * dy,
        x2=x + 7 * dx,
        y2=y + 7 * dy,
        stroke=palette.entry,
        stroke_width=2.0,
    )


def _line(points: Sequence[Point], color: str, dash: str | None = None) -> str:
    return tag(
        "polyline",
        points=" ".join(f"{x:.1f},{y:.1f}" for x, y in points),
        fill="none",
        stroke=color,
        stroke_width=1.8,
        stroke_linejoin="round",
        stroke_linecap="round",
        stroke_dasharray=dash,
    )
