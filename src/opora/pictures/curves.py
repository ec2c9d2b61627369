"""Arrows as curves between boxes: the line and its head, as the paths of an SVG."""

from __future__ import annotations

from opora.pictures.svg import number


def across(x1: float, y1: float, x2: float, y2: float, gutter: float) -> tuple[str, str]:
    """From the side of one box to the side of another: level at both ends, bent in the gutter before its goal."""
    way = 1 if x2 >= x1 else -1
    near = x2 - way * (gutter - 4)
    start = f"M{number(x1)} {number(y1)}" + (f"H{number(near)}" if (near - x1) * way > 1 else "")
    bend = gutter / 2
    at = max(x1, near) if way > 0 else min(x1, near)
    tip = x2 - way * 6
    bent = f"C{number(at + way * bend)} {number(y1)} {number(tip - way * bend)} {number(y2)}"
    head = f"M{number(x2 - way)} {number(y2)}L{number(tip - way * 2)} {number(y2 - 4)}V{number(y2 + 4)}Z"
    return f"{start}{bent} {number(tip)} {number(y2)}", head


def down(x1: float, first: tuple[float, float], x2: float, last: tuple[float, float]) -> tuple[str, str]:
    """Between boxes of one column, given by their middles and their upper and lower edges."""
    goes_down = last[0] >= first[0]
    y1, y2 = (first[1], last[0]) if goes_down else (first[0], last[1])
    way = 1 if goes_down else -1
    bent = f"C{number(x1)} {number(y1 + way * 20)} {number(x2)} {number(y2 - way * 20)}"
    path = f"M{number(x1)} {number(y1)}{bent} {number(x2)} {number(y2 - way * 5)}"
    head = f"M{number(x2)} {number(y2 - way)}L{number(x2 - 4)} {number(y2 - way * 8)}H{number(x2 + 4)}Z"
    return path, head


def around(x1: float, y1: float, margin: float, lane: float, x2: float, y2: float) -> tuple[str, str]:
    """From the side of a box out to the margin, down along it to a lane, and from above into a box that lies below."""
    path = f"M{number(x1)} {number(y1)}H{number(margin)}V{number(lane)}H{number(x2)}V{number(y2 - 5)}"
    return path, f"M{number(x2)} {number(y2 - 1)}L{number(x2 - 4)} {number(y2 - 8)}H{number(x2 + 4)}Z"
