"""The map of a process: its stages in rows, the ways between them, who stands where, and where one family is."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from opora.pictures.map_marks import STRIP, key_sign, marks, outline, sign_of, signs_of
from opora.pictures.map_parts import ANYWHERE, MapArrow, MapLabels, MapPicture, MapStage
from opora.pictures.map_routing import BAND, BOX_HIGH, BOX_WIDE, GUTTER, LEFT, RIGHT, TOP, Point, Way, corner, ways
from opora.pictures.svg import drawing, number, tag, width, words, wrap

__all__ = [
    "ANYWHERE",
    "MapArrow",
    "MapLabels",
    "MapLine",
    "MapPicture",
    "MapStage",
    "key_sign",
    "process_map",
    "sheets",
    "signs_of",
    "table_of",
]

NAME = "process-map"
ROWS_ON_SHEET = 2
_SIZE, _SMALL, _ROOM = 14.0, 12.0, BOX_WIDE - 16
_RADIUS = 6.0


@dataclass(frozen=True, slots=True)
class MapLine:
    """One place of the map in a table, with the ways that lead on from it."""

    stage: MapStage
    ways: tuple[tuple[str, str, float | None], ...]


def process_map(picture: MapPicture) -> str:
    """The map as one SVG element.

    Takes a picture whose places stand on a grid of columns and rows from 0. Gives SVG text without inline styles;
    colors come from the classes of process.css. Ways possible from every stage are noted at their goal. S4-41…43.
    """
    columns = max((stage.at[0] for stage in picture.stages), default=0) + 1
    rows = max((stage.at[1] for stage in picture.stages), default=0) + 1
    wide = LEFT + RIGHT + columns * (BOX_WIDE + GUTTER) - GUTTER
    noted = {arrow.target for arrow in picture.arrows if arrow.source == ANYWHERE}
    drawn = sorted(ways(picture), key=lambda way: (any(a.passed for a in way.arrows), way.kind == "main"))
    return drawing(
        [
            *(_band(row, wide) for row in range(rows)),
            *(_arrow(way, picture) for way in drawn),
            *(_heading(row, title) for row, title in enumerate(picture.rows[:rows])),
            *(_box(stage, picture.labels, stage.key in noted) for stage in picture.stages),
        ],
        wide=wide,
        high=TOP + rows * (BOX_HIGH + BAND) - BAND / 2,
        title=picture.title,
        description=picture.description,
        kind="process-map",
        font=None,
        # A picture with links inside is a group of things: inside an image nothing could be reached.
        role="group" if any(stage.href for stage in picture.stages) else "img",
        name=NAME,
    )


def sheets(picture: MapPicture) -> str:
    """The same map cut into sheets of two rows, for paper: on one sheet its words would be too small to be read.

    Each shows a part of the drawing that stands on the page already, so the page grows by a few lines only.
    """
    columns = max((stage.at[0] for stage in picture.stages), default=0) + 1
    rows = max((stage.at[1] for stage in picture.stages), default=0) + 1
    wide = LEFT + RIGHT + columns * (BOX_WIDE + GUTTER) - GUTTER
    whole = TOP + rows * (BOX_HIGH + BAND) - BAND / 2
    drawn = []
    for row in range(0, rows, ROWS_ON_SHEET):
        start = 0.0 if row == 0 else TOP + row * (BOX_HIGH + BAND) - BAND / 2
        end = min(whole, TOP + (row + ROWS_ON_SHEET) * (BOX_HIGH + BAND) - BAND / 2)
        box = f"0 {number(start)} {number(wide)} {number(end - start)}"
        drawn.append(tag("svg", tag("use", href=f"#{NAME}"), class_="map-sheet", viewBox=box, aria_hidden="true"))
    return "".join(drawn)


def table_of(picture: MapPicture) -> list[MapLine]:
    """The same map for a table: where families stand from left to right and down, with (title, goal, share) of ways.

    Results are goals and no places to stand at.
    """
    titles = {stage.key: stage.title for stage in picture.stages}
    standing = [stage for stage in picture.stages if stage.kind != "result"]
    ordered = sorted(standing, key=lambda stage: (stage.at[1], stage.at[0]))
    return [
        MapLine(
            stage,
            tuple(
                (arrow.title, titles.get(arrow.target, arrow.target), arrow.share)
                for arrow in picture.arrows
                if arrow.source == stage.key
            ),
        )
        for stage in ordered
    ]


def _band(row: int, wide: float) -> str:
    y = corner((0, row))[1] - TOP + 2
    return tag("rect", x=0, y=y, width=wide, height=BOX_HIGH + BAND - 4, rx=8, class_=f"band band-{row % 2}")


def _heading(row: int, title: str) -> str:
    return words(title, 14, corner((0, row))[1] - 20, font_size=_SIZE, class_=f"band-title band-title-{row % 2}")


def _arrow(way: Way, picture: MapPicture) -> str:
    points = way.points
    kind = way.kind or "plain"
    passed = " passed" if any(arrow.passed for arrow in way.arrows) else ""
    names = [picture.place(key) for key in (way.arrows[0].source, way.arrows[0].target)]
    said = " → ".join(name.title for name in names if name)
    said += ": " + "; ".join(arrow.title for arrow in way.arrows)
    parts = [
        tag("title", escape(said)),
        tag("path", d=_rounded(points), class_="line"),
        tag("path", d=_head(points), class_="head"),
    ]
    shares = [arrow.share for arrow in way.arrows if arrow.share is not None]
    if shares:
        parts.append(_share(min(sum(shares), 1.0), way))
    return tag("g", *parts, class_=f"arrow {kind}{passed}")


def _share(share: float, way: Way) -> str:
    x, y = way.start
    dx, dy, anchor = {
        "right": (3.0, -5.0, "start"),
        "left": (-3.0, -5.0, "end"),
        "top": (4.0, -4.0, "start"),
        "bottom": (4.0, 14.0, "start"),
    }[way.leaves]
    return words(f"{round(share * 100)}\u00a0%", x + dx, y + dy, font_size=10.5, text_anchor=anchor, class_="share")


def _rounded(points: Sequence[Point]) -> str:
    """A line through the corners, each one rounded as far as its sides allow."""
    parts = [f"M{number(points[0][0])} {number(points[0][1])}"]
    for before, at, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(_RADIUS, _far(before, at) / 2, _far(at, after) / 2)
        near, next_ = _toward(at, before, radius), _toward(at, after, radius)
        parts.append(f"L{number(near[0])} {number(near[1])}")
        parts.append(f"Q{number(at[0])} {number(at[1])} {number(next_[0])} {number(next_[1])}")
    last = _toward(points[-1], points[-2], 5)
    return " ".join([*parts, f"L{number(last[0])} {number(last[1])}"])


def _far(one: Point, other: Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _toward(at: Point, goal: Point, by: float) -> Point:
    whole = _far(at, goal) or 1.0
    return at[0] + (goal[0] - at[0]) * by / whole, at[1] + (goal[1] - at[1]) * by / whole


def _head(points: Sequence[Point]) -> str:
    tip = points[-1]
    back = next((point for point in reversed(points[:-1]) if _far(point, tip) > 0.5), points[0])
    root = _toward(tip, back, 9)
    across = (4.5, 0.0) if abs(tip[0] - back[0]) < 0.5 else (0.0, 4.5)
    a, b = (root[0] + across[0], root[1] + across[1]), (root[0] - across[0], root[1] - across[1])
    return "".join(f"{'ML'[n > 0]}{number(x)} {number(y)}" for n, (x, y) in enumerate((tip, a, b))) + "Z"


def _box(stage: MapStage, labels: MapLabels, from_anywhere: bool) -> str:
    x, y = corner(stage.at)
    classes = " ".join(part for part in ("place", stage.kind, stage.shape, stage.tone, stage.state) if part)
    radius = 36 if stage.kind == "exit" else 9
    parts = [tag("title", escape(_spoken(stage, labels)))]
    if stage.state == "here":
        parts.append(
            tag("rect", x=x - 4, y=y - 4, width=BOX_WIDE + 8, height=BOX_HIGH + 8, rx=radius + 4, class_="ring")
        )
    parts += [*outline(sign_of(stage), x, y, BOX_WIDE, BOX_HIGH), *_texts(stage, labels)]
    parts += marks(stage, x + BOX_WIDE - (18 if stage.shape else 8), y + BOX_HIGH - 6)
    if stage.count is not None:
        parts.append(_badge(str(stage.count), x + BOX_WIDE - 6, y, "end", "count"))
    if stage.overdue:
        edge = y if from_anywhere else y + BOX_HIGH
        parts.append(_badge(labels.overdue.format(n=stage.overdue), x + 6, edge, "start", "overdue"))
    if stage.state == "here":
        spot, anchor = (x + BOX_WIDE - 6, "end") if stage.count is None else (x + 6, "start")
        parts.append(_badge(labels.here, spot, y, anchor, "here-badge"))
    if from_anywhere:
        parts.append(_badge(labels.any_stage, x + 6, y + BOX_HIGH, "start", "anywhere"))
    drawn = tag("g", *parts, class_=classes, data_key=stage.key)
    return tag("a", drawn, href=stage.href, aria_label=_spoken(stage, labels)) if stage.href else drawn


def _spoken(stage: MapStage, labels: MapLabels) -> str:
    """Everything about the place in one line, for the ear and for the pointer."""
    late = labels.overdue.format(n=stage.overdue) if stage.overdue else ""
    here = labels.here if stage.state == "here" else ""
    count = str(stage.count) if stage.count is not None else ""
    papers = f"{labels.papers} {', '.join(stage.papers)}" if stage.papers else ""
    notes = f"{labels.notes} {', '.join(map(str, stage.notes))}" if stage.notes else ""
    found = (stage.title, here, count, late, stage.role, _days(stage, labels), stage.dates or "", papers, notes)
    return " · ".join(part for part in found if part)


def _days(stage: MapStage, labels: MapLabels) -> str:
    return (
        ""
        if stage.median_days is None
        else labels.days.format(n=number(stage.median_days).replace(".", labels.decimal))
    )


def _texts(stage: MapStage, labels: MapLabels) -> list[str]:
    """Title and the small words under it, centered; a long word makes the letters smaller and is never broken."""
    x, y = corner(stage.at)
    is_exit = stage.kind == "exit"
    room = _ROOM - (10 if is_exit or stage.shape else 0)
    size, lines = _fitted(stage.title, _SIZE, room, 4 if is_exit else 3)
    small_size, small_lines = _small(stage, labels, room)
    gap = 5.0 if small_lines else 0.0
    high = len(lines) * (size + 3) + gap + len(small_lines) * (small_size + 2.5)
    free = BOX_HIGH - (STRIP if stage.papers or stage.notes else 0)
    top = y + (free - high) / 2 + size - 1
    middle = x + BOX_WIDE / 2
    drawn = [
        words(line, middle, top + n * (size + 3), font_size=size, text_anchor="middle", class_="name")
        for n, line in enumerate(lines)
    ]
    top += len(lines) * (size + 3) + gap - (size - small_size)
    drawn += [
        words(line, middle, top + n * (small_size + 2.5), font_size=small_size, text_anchor="middle", class_="under")
        for n, line in enumerate(small_lines)
    ]
    return drawn


def _small(stage: MapStage, labels: MapLabels, room: float) -> tuple[float, list[str]]:
    """Who acts, or when the family was here, and the usual days, kept together with their number."""
    days, first = _days(stage, labels), stage.dates or stage.role
    if not first:
        return _SMALL, [days] if days else []
    size, lines = _fitted(first, _SMALL, room, 2)
    together = f"{lines[-1]} · {days}"
    if days and width(together, size) <= room:
        return size, [*lines[:-1], together]
    return size, [*lines, days] if days else lines


def _fitted(text: str, size: float, room: float, most: int) -> tuple[float, list[str]]:
    """The text in at most so many lines no wider than the room: smaller letters first, then an ellipsis."""
    smallest = size - 2.5
    while size > smallest and not _fits(wrap(text, size, room), size, room, most):
        size -= 0.5
    longest = max((width(word, size) for word in text.split()), default=0)
    if longest > room:
        size = max(7.0, size * room / longest)
    lines = wrap(text, size, room)
    if len(lines) > most:
        last = lines[most - 1]
        while last and width(last + "…", size) > room:
            last = last[:-1]
        lines = [*lines[: most - 1], last.rstrip(" ,·") + "…"]
    return size, lines


def _fits(lines: Sequence[str], size: float, room: float, most: int) -> bool:
    return len(lines) <= most and all(width(line, size) <= room for line in lines)


def _badge(text: str, x: float, y: float, anchor: str, kind: str) -> str:
    wide = max(width(text, 11.5) + 16, 28)
    left = x - wide if anchor == "end" else x
    return tag(
        "g",
        tag("rect", x=left, y=y - 10, width=wide, height=20, rx=10),
        words(text, left + wide / 2, y + 4, font_size=11.5, text_anchor="middle"),
        class_=f"badge {kind}",
    )
