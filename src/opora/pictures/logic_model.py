"""A logic model as a picture: columns by level, rows as printed, boxes, arrows and marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from xml.sax.saxutils import escape

from opora.pictures.curves import across, around, down
from opora.pictures.model_parts import ModelArrow, ModelBox, ModelPicture
from opora.pictures.svg import drawing, number, tag, width, words, wrap

NAME = "logic-model"
GUTTER, PAD, GAP, BETWEEN = 36.0, 9.0, 10.0, 14.0
# Many columns are drawn narrower, so that the words need not be made small to fit a window.
WIDE, NARROW, FEW = 196.0, 150.0, 6
SIZE, SMALL, LINE, SMALL_LINE = 12.5, 11.0, 15.5, 13.5
HEAD, BAND, EDGE = 47.0, 34.0, 10.0
# So many fit a window at three quarters of their size; a style for more lets the picture be scrolled about.
FITS = 8
# Large enough for a finger, also where the picture is drawn at three quarters of its size.
LEAST = 35.0
# A sheet is never higher than its breadth times this: an upright A4; the first one leaves room for the heading.
SHEET, FIRST_SHEET = 1.3, 1.0
# How much broader than high a lying sheet is below its heading.
BROAD = 1.8
_PIECES = re.compile(r"[^/]+/?|/")


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a box lies."""

    x: float
    y: float
    wide: float
    high: float

    @property
    def middle(self) -> float:
        return self.y + self.high / 2

    @property
    def center(self) -> float:
        return self.x + self.wide / 2

    @property
    def edges(self) -> tuple[float, float]:
        return self.y, self.y + self.high


def logic_model(picture: ModelPicture) -> str:
    """The model as one SVG element without inline styles; colors come from the classes of logic.css."""
    plan = _Plan(picture)
    return drawing(
        [
            *plan.stripes(),
            *plan.headings(),
            *(plan.arrow(one) for one in picture.arrows if one.start in plan.spots and one.end in plan.spots),
            # A draft may name a column that is not there yet: such a box stands in the list alone.
            *(_box(one, plan.spots[one.key]) for one in picture.boxes if one.key in plan.spots),
        ],
        wide=plan.wide,
        high=plan.high,
        title=picture.title,
        description=picture.description,
        kind=f"{NAME} columns-{len(picture.levels)}" if len(picture.levels) > FITS else NAME,
        font=None,
        role="group" if any(one.href for one in picture.boxes) else "img",
        name=NAME,
    )


def sheets(picture: ModelPicture) -> str:
    """The same picture cut between rows into sheets of paper, so that its words stay large enough to be read."""
    plan = _Plan(picture)
    ends = _ends([*plan.edges, plan.high], plan.wide * FIRST_SHEET, plan.wide * SHEET)
    drawn = []
    for top, bottom in zip([0.0, *ends], ends, strict=False):
        box = f"0 {number(top)} {number(plan.wide)} {number(bottom - top)}"
        drawn.append(tag("svg", tag("use", href=f"#{NAME}"), class_="model-sheet", viewBox=box, aria_hidden="true"))
    return "".join(drawn)


def spread(picture: ModelPicture) -> str:
    """The same picture cut between rows into parts that stand side by side on one broad sheet (A3, lying)."""
    plan = _Plan(picture)
    parts = max(1, round(sqrt(BROAD * plan.high / plan.wide)))
    edges = [*plan.edges, plan.high]
    ends = sorted({min(edges, key=lambda edge: abs(edge - plan.high * part / parts)) for part in range(1, parts + 1)})
    drawn = []
    for top, bottom in pairwise([0.0, *ends]):
        box = f"0 {number(top)} {number(plan.wide)} {number(bottom - top)}"
        drawn.append(tag("svg", tag("use", href=f"#{NAME}"), class_="model-part", viewBox=box, aria_hidden="true"))
    return tag("div", *drawn, class_=f"model-spread parts-{len(ends)}")


def _ends(edges: list[float], first: float, most: float) -> list[float]:
    """Where sheets end: at the last edge that still fits."""
    ends: list[float] = []
    start, last = 0.0, 0.0
    for edge in edges:
        if edge - start > (most if ends else first) and last > start:
            ends.append(last)
            start = last
        last = edge
    return [*ends, last]


class _Plan:
    """Where everything lies, measured without a browser."""

    def __init__(self, picture: ModelPicture) -> None:
        self.picture = picture
        self.left = EDGE + (BAND if picture.bands else 0.0)
        self.columns = {code: number for number, (code, _title) in enumerate(picture.levels)}
        self.box = WIDE if len(picture.levels) <= FEW else NARROW
        self.wide = self.left + len(picture.levels) * (self.box + GUTTER) - GUTTER + EDGE
        self.spots: dict[str, _Spot] = {}
        self.edges: list[float] = []
        self._rows: list[tuple[str, str, float, float]] = []
        self._strips: list[tuple[str, float]] = []
        y = EDGE
        for level, title in picture.above:
            y = self._strip(level, title, y)
        self.head = y
        self.top = y + HEAD
        y = self._place_rows(self.top)
        y = self._place_free(y)
        # What lies further down belongs to no row.
        self.bottom = y
        for level, title in picture.below:
            self.edges.append(y)
            y = self._strip(level, title, y)
        self.high = y + EDGE

    def _boxes(self, row: str, level: str) -> list[ModelBox]:
        found = [one for one in self.picture.boxes if one.level == level]
        if level not in self.columns:
            # Above and below the table there are no rows.
            return found
        rows = {code for code, _band in self.picture.rows}
        return [one for one in found if (one.row if one.row in rows else "") == row]

    def _stack(self, boxes: list[ModelBox]) -> float:
        return sum(_high(one, self.box) for one in boxes) + GAP * max(len(boxes) - 1, 0)

    def _x(self, level: str) -> float:
        return self.left + self.columns[level] * (self.box + GUTTER)

    def _place_rows(self, y: float) -> float:
        for row, band in self.picture.rows:
            cells = {level: self._boxes(row, level) for level in self.columns}
            high = max((self._stack(boxes) for boxes in cells.values()), default=0.0)
            for level, boxes in cells.items():
                at = y + BETWEEN / 2 + (high - self._stack(boxes)) / 2
                for box in boxes:
                    self.spots[box.key] = _Spot(self._x(level), at, self.box, _high(box, self.box))
                    at += _high(box, self.box) + GAP
            self._rows.append((row, band, y, high + BETWEEN))
            y += high + BETWEEN
            self.edges.append(y)
        return y

    def _place_free(self, bottom: float) -> float:
        """Boxes of no row stand evenly over the whole height of their column."""
        for level in self.columns:
            boxes = self._boxes("", level)
            if not boxes:
                continue
            room = bottom - self.top
            need = self._stack(boxes)
            spread = max(GAP, (room - need + GAP * (len(boxes) - 1)) / (len(boxes) + 1)) if room > need else GAP
            at = self.top + (spread if room > need else 0.0)
            for box in boxes:
                high = _high(box, self.box)
                self.spots[box.key] = _Spot(self._x(level), at, self.box, high)
                at += high + spread
            bottom = max(bottom, at)
        return bottom

    def _strip(self, level: str, title: str, y: float) -> float:
        """A level above or below the table: its boxes side by side over the whole breadth."""
        boxes = self._boxes("", level)
        if not boxes:
            return y
        room = self.wide - self.left - EDGE
        wide = (room - GAP * (len(boxes) - 1)) / len(boxes)
        high = max(_high(one, wide) for one in boxes)
        for place, box in enumerate(boxes):
            self.spots[box.key] = _Spot(self.left + place * (wide + GAP), y + 26, wide, high)
        self._strips.append((title, y))
        return y + high + 34 + BETWEEN

    def arrow(self, arrow: ModelArrow) -> str:
        """An arrow between two boxes that are there."""
        first, last = self.spots[arrow.start], self.spots[arrow.end]
        if last.y >= self.bottom:
            path, head = around(first.x + first.wide, first.middle, self.wide - 3, last.y - 9, last.center, last.y)
        elif last.x >= first.x + first.wide:
            path, head = across(first.x + first.wide, first.middle, last.x, last.middle, GUTTER)
        elif first.x >= last.x + last.wide:
            path, head = across(first.x, first.middle, last.x + last.wide, last.middle, GUTTER)
        else:
            path, head = down(first.center, first.edges, last.center, last.edges)
        classes = " ".join(part for part in ("arrow", arrow.kind, arrow.state) if part)
        drawn = [tag("path", d=path, class_="line"), tag("path", d=head, class_="head")]
        if not arrow.href:
            return tag("g", tag("title", escape(arrow.spoken)), *drawn, class_=classes)
        # A line is thinner than a finger: the same way, broad and unseen, takes the tap. The list below says it all,
        # so that whoever goes from link to link is not led along every line.
        broad = tag("path", d=path, class_="reach")
        held = tag("a", tag("title", escape(arrow.spoken)), broad, *drawn, href=arrow.href, tabindex="-1")
        return tag("g", held, class_=classes)

    def stripes(self) -> Iterator[str]:
        for place, (_row, _band, y, high) in enumerate(self._rows):
            looks = f"stripe stripe-{place % 2}"
            yield tag("rect", x=self.left - 6, y=y, width=self.wide - self.left, height=high, class_=looks)
        for code, title in self.picture.bands:
            spans = [(y, high) for _row, band, y, high in self._rows if band == code]
            if spans:
                yield from self._band(title, spans[0][0], sum(high for _y, high in spans))

    def _band(self, title: str, y: float, high: float) -> Iterator[str]:
        yield tag("rect", x=EDGE - 6, y=y + 2, width=BAND - 6, height=high - 4, rx=6, class_="band")
        middle = y + high / 2
        lines = wrap(title, SMALL, high - 12)[:2]
        for place, line in enumerate(lines):
            x = EDGE + 8 + place * 12 - (4 if len(lines) > 1 else 0)
            turned = f"rotate(-90 {number(x)} {number(middle)})"
            yield words(line, x, middle, font_size=SMALL, text_anchor="middle", transform=turned, class_="band-title")

    def headings(self) -> Iterator[str]:
        for title, y in self._strips:
            yield words(title, self.left, y + 16, font_size=SIZE, class_="heading")
        for code, title in self.picture.levels:
            for place, line in enumerate(wrap(title, SMALL, self.box)[:3]):
                yield words(line, self._x(code), self.head + 13 + place * 13, font_size=SMALL, class_="heading")


def _lines(box: ModelBox, wide: float) -> list[str]:
    """The text in lines; a word wider than the box is broken after a slash, where it has one."""
    room = wide - PAD * 2 - (12 * len(box.signs))
    lines: list[str] = []
    for word in box.text.split():
        pieces = [word] if width(word, SIZE) <= room else _PIECES.findall(word)
        for place, piece in enumerate(pieces):
            joined = f"{lines[-1]}{'' if place else ' '}{piece}" if lines else ""
            if joined and width(joined, SIZE) <= room:
                lines[-1] = joined
            else:
                lines.append(piece)
    return lines or [""]


def _under(box: ModelBox, wide: float) -> list[str]:
    return [line for one in box.small for line in wrap(one, SMALL, wide - PAD * 2)]


def _high(box: ModelBox, wide: float) -> float:
    under = _under(box, wide)
    words_high = len(_lines(box, wide)) * LINE + len(under) * SMALL_LINE + (4 if under else 0)
    return max(LEAST, words_high + PAD * 2 - 3)


def _box(box: ModelBox, spot: _Spot) -> str:
    y = spot.y + PAD + SIZE - 2
    parts = [
        tag("title", escape(box.spoken or box.text)),
        tag("rect", x=spot.x, y=spot.y, width=spot.wide, height=spot.high, rx=7, class_="box"),
    ]
    for line in _lines(box, spot.wide):
        parts.append(words(line, spot.x + PAD, y, font_size=SIZE, class_="name"))
        y += LINE
    y += 2
    for line in _under(box, spot.wide):
        parts.append(words(line, spot.x + PAD, y, font_size=SMALL, class_="under"))
        y += SMALL_LINE
    if box.signs:
        parts.append(
            words(box.signs, spot.x + spot.wide - 6, spot.y + 15, font_size=12, text_anchor="end", class_="sign")
        )
    drawn = tag("g", *parts, class_=" ".join(part for part in ("node", box.kind, box.state) if part), data_key=box.key)
    return tag("a", drawn, href=box.href, aria_label=box.spoken or box.text) if box.href else drawn
