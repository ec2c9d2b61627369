"""The social map: the family in the middle, the people around it on a ring, each tie in the line of the field.

Supporting ties are plain lines, thicker the stronger they are; burdening ties bear cross strokes, those that do both
are double with cross strokes, and what is broken off is a dashed line with a gap. Arrows say which way help goes.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from opora.pictures.palette import SCREEN, Palette
from opora.pictures.svg import drawing, tag, width, words, wrap

_SIZE: Final = 13.0
_CORE: Final = 52.0
_CORE_SIZES: Final = (13.0, 12.0, 11.0, 10.0)
_BOX_WIDE, _LINE = 116.0, 16.0
_ON_RING: Final = ((600.0, 8), (460.0, 6), (0.0, 3))
"""In a drawing so wide, so many stand on a ring without lying over each other."""
_NARROW: Final = 400.0
Point = tuple[float, float]
_THICK: Final = {1: 1.6, 2: 3.2, 3: 5.4}


@dataclass(frozen=True, slots=True)
class Around:
    """Somebody around the family: the words in the box, and the tie (kind empty: nothing is said of it yet)."""

    name: str
    role: str
    kind: str = ""
    strength: int = 1
    direction: str = "both"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a box lies: its middle, its width and its height; and the point to which its tie leads."""

    x: float
    y: float
    wide: float
    high: float
    tie: tuple[float, float]


def spots(people: Sequence[Around], *, wide: float) -> tuple[list[Spot], float]:
    """Where the boxes of the people lie around the middle, none over another, and how high the drawing is.

    A few stand on a ring; many stand in two columns beside the family, where no tie runs through a box.
    """
    most = next(count for least, count in _ON_RING if wide >= least)
    box = _BOX_WIDE if wide >= _NARROW else 98.0
    boxes = [_LINE * len(_lines(one, box)) + 12 for one in people]
    return _ring(boxes, wide, box) if len(people) <= most else _columns(boxes, wide, box)


def _ring(boxes: Sequence[float], wide: float, box: float) -> tuple[list[Spot], float]:
    tall = max(boxes, default=0.0)
    across = wide / 2 - box / 2 - 4
    upright = max(across * 0.72, _CORE + tall + 24)
    x, y = wide / 2, upright + tall / 2 + 4
    found = []
    for place, high in enumerate(boxes):
        angle = 2 * math.pi * place / len(boxes) - math.pi / 2
        dx, dy = across * math.cos(angle), upright * math.sin(angle)
        back = _edge(box, high, dx, dy)
        found.append(Spot(x + dx, y + dy, box, high, (x + dx * (1 - back), y + dy * (1 - back))))
    return found, 2 * y


def _columns(boxes: Sequence[float], wide: float, box: float) -> tuple[list[Spot], float]:
    columns = [boxes[::2], boxes[1::2]]
    tall = [sum(column) + 12 * (len(column) - 1) for column in columns]
    high = max(*tall, 2 * _CORE) + 12
    rows: list[list[Spot]] = []
    for side, column in enumerate(columns):
        y = (high - tall[side]) / 2
        x = box / 2 + 4 if side == 0 else wide - box / 2 - 4
        inner = x + box / 2 if side == 0 else x - box / 2
        rows.append([])
        for one in column:
            rows[-1].append(Spot(x, y + one / 2, box, one, (inner, y + one / 2)))
            y += one + 12
    return [rows[place % 2][place // 2] for place in range(len(boxes))], high


def _core(wide: float) -> float:
    return _CORE if wide >= _NARROW else 44.0


def _edge(wide: float, high: float, dx: float, dy: float) -> float:
    """Which part of the way from the middle lies within the box at its end."""
    by_width = wide / 2 / abs(dx) if abs(dx) > 1e-6 else math.inf
    by_height = high / 2 / abs(dy) if abs(dy) > 1e-6 else math.inf
    return min(by_width, by_height, 1.0)


def ecomap(
    people: Sequence[Around], *, core: str, title: str, description: str, palette: Palette = SCREEN, wide: float = 660
) -> str:
    """The map as one SVG element."""
    found, high = spots(people, wide=wide)
    x, y, radius = wide / 2, high / 2, _core(wide)
    lines = [_tie(one, spot, (x, y), radius, palette) for one, spot in zip(people, found, strict=True) if one.kind]
    boxes = [_box(one, spot, palette) for one, spot in zip(people, found, strict=True)]
    middle = [
        tag("circle", cx=x, cy=y, r=radius, fill=palette.surface, stroke=palette.ink, stroke_width=2),
        *_in_circle(core, x, y, radius, palette),
    ]
    return drawing(
        [*lines, *middle, *boxes],
        wide=wide,
        high=high,
        title=title,
        description=description,
        kind="ecomap",
        font=palette.font,
    )


def _in_circle(core: str, x: float, y: float, radius: float, palette: Palette) -> list[str]:
    """The name of the family as large as the circle lets it stand; a name longer than that ends in dots."""
    for size in _CORE_SIZES:
        lines = wrap(core, size, radius * 1.7)
        if all(width(line, size) <= _chord(radius, place, len(lines), size) for place, line in enumerate(lines)):
            break
    kept = [_shortened(line, size, _chord(radius, place, len(lines), size)) for place, line in enumerate(lines)]
    top = y - size * 1.2 * len(kept) / 2
    return [
        words(
            line,
            x,
            top + size * 1.2 * (place + 0.78),
            font_size=size,
            font_weight=600,
            fill=palette.ink,
            text_anchor="middle",
        )
        for place, line in enumerate(kept)
    ]


def _chord(radius: float, place: int, count: int, size: float) -> float:
    """How wide the circle is where a line of so many lies, less a little air."""
    aside = (abs(place + 0.5 - count / 2) + 0.5) * size * 1.2
    inner = radius - 4
    return 2 * math.sqrt(max(inner * inner - aside * aside, 0.0))


def _shortened(line: str, size: float, room: float) -> str:
    if width(line, size) <= room:
        return line
    while len(line) > 1 and width(f"{line}…", size) > room:
        line = line[:-1]
    return f"{line}…"


def _lines(one: Around, box: float) -> list[str]:
    return [*wrap(one.name, _SIZE, box - 12), *(wrap(one.role, _SIZE - 1, box - 12) if one.role else [])]


def _box(one: Around, spot: Spot, palette: Palette) -> str:
    border = {"supportive": palette.exit, "stressful": palette.entry, "broken": palette.muted}.get(
        one.kind, palette.ink
    )
    frame = tag(
        "rect",
        x=spot.x - spot.wide / 2,
        y=spot.y - spot.high / 2,
        width=spot.wide,
        height=spot.high,
        rx=8,
        fill=palette.surface,
        stroke=border,
        stroke_width=1.6,
    )
    bold = len(wrap(one.name, _SIZE, spot.wide - 12))
    return tag("g", frame, *_centered(_lines(one, spot.wide), spot.x, spot.y, palette, bold=bold))


def _centered(lines: Sequence[str], x: float, y: float, palette: Palette, *, bold: int = 9) -> list[str]:
    top = y - _LINE * len(lines) / 2
    return [
        words(
            line,
            x,
            top + _LINE * (place + 0.75),
            font_size=_SIZE if place < bold else _SIZE - 1,
            font_weight=600 if place < bold else None,
            fill=palette.ink if place < bold else palette.muted,
            text_anchor="middle",
        )
        for place, line in enumerate(lines)
    ]


def _tie(one: Around, spot: Spot, middle: Point, radius: float, palette: Palette) -> str:
    """The line from the middle to the box, in the style of the tie."""
    (x, y), end = middle, spot.tie
    length = math.hypot(end[0] - x, end[1] - y) or 1.0
    dx, dy = (end[0] - x) / length, (end[1] - y) / length
    start = x + dx * radius, y + dy * radius
    thick = _THICK.get(one.strength, 1.6)
    color = {"supportive": palette.exit, "mixed": palette.ink}.get(one.kind, palette.entry)
    color = palette.muted if one.kind == "broken" else color
    parts: list[str] = []
    if one.kind == "mixed":
        for side in (-2.5, 2.5):
            aside = -dy * side, dx * side
            parts.append(_line(_moved(start, aside), _moved(end, aside), color, 1.6))
    elif one.kind == "broken":
        parts.append(_line(start, end, color, 1.6, dash="7 5"))
    else:
        parts.append(_line(start, end, color, thick))
    if one.kind in {"mixed", "stressful"}:
        parts += _strokes(start, end, dx, dy, color, 1 + one.strength)
    if one.kind == "broken":
        parts.append(_gap(start, end, dx, dy, color, palette))
    else:
        parts += _arrows(one.direction, start, end, dx, dy, color)
    return tag("g", *parts, class_=f"tie {one.kind}")


def _moved(point: Point, by: Point) -> Point:
    return point[0] + by[0], point[1] + by[1]


def _line(start: Point, end: Point, color: str, thick: float, *, dash: str | None = None) -> str:
    return tag(
        "line", x1=start[0], y1=start[1], x2=end[0], y2=end[1], stroke=color, stroke_width=thick, stroke_dasharray=dash
    )


def _strokes(start: Point, end: Point, dx: float, dy: float, color: str, count: int) -> list[str]:
    """Cross strokes along the middle of the line: the more, the heavier the burden."""
    length = math.hypot(end[0] - start[0], end[1] - start[1])
    found = []
    for place in range(count * 2):
        along = length * (place + 1) / (count * 2 + 1)
        x, y = start[0] + dx * along, start[1] + dy * along
        found.append(_line((x - dy * 6, y + dx * 6), (x + dy * 6, y - dx * 6), color, 1.6))
    return found


def _gap(start: Point, end: Point, dx: float, dy: float, color: str, palette: Palette) -> str:
    """Two slanted strokes across a hole in the line."""
    x, y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    hole = _line((x - dx * 6, y - dy * 6), (x + dx * 6, y + dy * 6), palette.surface, 6)
    bars = [
        _line((x + dx * at - dy * 7, y + dy * at + dx * 7), (x + dx * at + dy * 7, y + dy * at - dx * 7), color, 1.8)
        for at in (-4, 4)
    ]
    return hole + "".join(bars)


def _arrows(direction: str, start: Point, end: Point, dx: float, dy: float, color: str) -> list[str]:
    found = []
    if direction in {"both", "from_family"}:
        found.append(_head(end, dx, dy, color))
    if direction in {"both", "to_family"}:
        found.append(_head(start, -dx, -dy, color))
    return found


def _head(tip: Point, dx: float, dy: float, color: str) -> str:
    x, y = tip
    left = f"{x - dx * 11 - dy * 6:.1f},{y - dy * 11 + dx * 6:.1f}"
    right = f"{x - dx * 11 + dy * 6:.1f},{y - dy * 11 - dx * 6:.1f}"
    return tag("polygon", points=f"{x:.1f},{y:.1f} {left} {right}", fill=color)
