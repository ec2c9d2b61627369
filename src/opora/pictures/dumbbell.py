"""Before and after as dumbbells: an open ring at entry, a full dot at exit, and the way between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from opora.pictures.palette import SCREEN, Palette
from opora.pictures.svg import drawing, number, tag, ticks, width, words, wrap

WIDE, HALF, _NARROW = 640.0, 520.0, 340.0
_ROW, _NARROW_ROW, _TOP = 30.0, 48.0, 58.0
_SIZE = 13.0


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of the drawing in the reader's language."""

    entry: str
    exit: str
    change: str
    no_exit: str
    decimal: str = ","


@dataclass(frozen=True, slots=True)
class DumbbellRow:
    """One line: its name, the figure at entry and at exit (counts or means from 0; ``None`` is not measured).

    ``group`` starts a new part of the drawing with its own heading whenever it differs from the row before.
    """

    label: str
    entry: float | None
    exit: float | None
    group: str = ""


@dataclass(frozen=True, slots=True)
class _Frame:
    left: float
    right: float
    wide: float
    top: int
    narrow: bool
    palette: Palette
    labels: Labels

    def x(self, value: float) -> float:
        return self.left + (self.right - self.left) * value / self.top


def signed(change: float, decimal: str = ",") -> str:
    """Entry minus exit, plus is better: «+4» is four weak sides fewer, «−2» two more, «0» none."""
    size = number(abs(change)).replace(".", decimal)
    return size if size == "0" else f"+{size}" if change > 0 else f"−{size}"


def dumbbell(
    rows: Sequence[DumbbellRow],
    *,
    title: str,
    description: str,
    labels: Labels,
    palette: Palette = SCREEN,
    narrow: bool = False,
    wide: float = WIDE,
) -> str:
    """Rows of before and after as one SVG element.

    Takes any number of rows in the order to draw them. ``narrow`` is the geometry for a phone (340 pixels wide,
    names above the lines) instead of ``wide`` pixels (``HALF`` fits half a page). Gives SVG text without inline
    styles. S3-73, S3-86.
    """
    top = ticks(max((value for row in rows for value in (row.entry, row.exit) if value is not None), default=0))
    frame = _frame(rows, top[-1], palette, labels, _NARROW if narrow else wide, narrow)
    y, group = _TOP, ""
    parts: list[str] = []
    for row in rows:
        if row.group and row.group != group:
            group = row.group
            y += 14 if parts else 0
            parts.append(words(group, 0, y, font_size=_SIZE, font_weight=600, fill=palette.ink))
            y += 30
        parts.append(tag("g", _row(row, frame), transform=f"translate(0 {number(y)})"))
        y += _row_height(row, frame)
    grid = [
        tag("line", x1=frame.x(mark), x2=frame.x(mark), y1=_TOP - 20, y2=y - 8, stroke=palette.line)
        + words(str(mark), frame.x(mark), y + 10, font_size=12, fill=palette.muted, text_anchor="middle")
        for mark in top
    ]
    return drawing(
        [*_legend(frame), *grid, *parts],
        wide=frame.wide,
        high=y + 20,
        title=title,
        description=description,
        kind="dumbbell",
        font=palette.font,
    )


def _frame(
    rows: Sequence[DumbbellRow], top: int, palette: Palette, labels: Labels, wide: float, narrow: bool
) -> _Frame:
    if narrow:
        return _Frame(24, wide - 74, wide, top, narrow, palette, labels)
    longest = max((width(line, _SIZE) for row in rows for line in wrap(row.label, _SIZE, wide * 0.3)), default=0)
    return _Frame(max(60.0, min(wide * 0.32, longest + 12)) + 24, wide - 86, wide, top, narrow, palette, labels)


def _legend(frame: _Frame) -> list[str]:
    start, palette = (0.0 if frame.narrow else frame.left - 24), frame.palette
    second = start + width(frame.labels.entry, _SIZE) + 40
    right = frame.wide
    return [
        tag("circle", cx=start + 7, cy=16, r=5, fill=palette.surface, stroke=palette.entry, stroke_width=2.2),
        words(frame.labels.entry, start + 19, 20, font_size=_SIZE, fill=palette.muted),
        tag("circle", cx=second + 7, cy=16, r=5.5, fill=palette.exit),
        words(frame.labels.exit, second + 19, 20, font_size=_SIZE, fill=palette.muted),
        words(frame.labels.change, right, 20, font_size=_SIZE, fill=palette.muted, text_anchor="end"),
    ]


def _row_height(row: DumbbellRow, frame: _Frame) -> float:
    if frame.narrow:
        return _NARROW_ROW + 16 * (len(wrap(row.label, _SIZE, _NARROW - 70)) - 1)
    return _ROW + 15 * (len(wrap(row.label, _SIZE, frame.left - 34)) - 1)


def _label(row: DumbbellRow, y: float, frame: _Frame) -> tuple[list[str], float]:
    """The row's name, and the height on which its dots lie."""
    room = (_NARROW - 70) if frame.narrow else frame.left - 34
    lines = wrap(row.label, _SIZE, room)
    drawn = [
        words(line, 0, y + 4 + 15 * index, font_size=_SIZE, fill=frame.palette.ink) for index, line in enumerate(lines)
    ]
    middle = y + 15 * (len(lines) - 1) + 20 if frame.narrow else y + 7.5 * (len(lines) - 1)
    return drawn, middle


@lru_cache(maxsize=1_024)
def _row(row: DumbbellRow, frame: _Frame) -> str:
    """One row from its own top on: where it stands does not change how it is drawn, and few rows change at a time."""
    parts, middle = _label(row, 0, frame)
    palette = frame.palette
    right = frame.wide
    if row.entry is not None and row.exit is not None:
        low, high = sorted((frame.x(row.entry), frame.x(row.exit)))
        bar = palette.bar if row.exit <= row.entry else palette.worse
        if high > low:
            parts.append(tag("rect", x=low, y=middle - 3.5, width=high - low, height=7, rx=3.5, fill=bar))
        text = signed(row.entry - row.exit, frame.labels.decimal)
        parts.append(
            words(text, right, middle + 4.5, font_size=14, font_weight=600, fill=palette.ink, text_anchor="end")
        )
    elif row.entry is not None:
        parts.append(
            words(_why_alone(row.entry, frame), right, middle + 4, font_size=12, fill=palette.muted, text_anchor="end")
        )
    if row.entry is not None:
        after = row.exit is None or row.exit <= row.entry
        parts.append(
            tag("circle", cx=frame.x(row.entry), cy=middle, r=5.4, fill=palette.surface)
            + tag(
                "circle", cx=frame.x(row.entry), cy=middle, r=5.4, fill="none", stroke=palette.entry, stroke_width=2.4
            )
        )
        parts.append(_figure(row.entry, middle, after, palette.entry, frame))
    if row.exit is not None:
        before = row.entry is None or row.exit <= row.entry
        parts.append(tag("circle", cx=frame.x(row.exit), cy=middle, r=5.6, fill=palette.exit))
        parts.append(_figure(row.exit, middle, not before, palette.exit, frame))
    return "".join(parts)


def _why_alone(entry: float, frame: _Frame) -> str:
    """Why there is one dot only; a dash where the words would lie over the dot and its figure."""
    said = frame.labels.no_exit
    taken = frame.x(entry) + 18 + width(number(entry), _SIZE)
    return said if taken <= frame.wide - width(said, 12) else "—"


def _figure(value: float, y: float, right: bool, color: str, frame: _Frame) -> str:
    """The count beside its dot, always on the outer side, so that two near dots do not cover it."""
    x = frame.x(value) + (11 if right else -11)
    text = number(value).replace(".", frame.labels.decimal)
    return words(text, x, y + 4.5, font_size=_SIZE, font_weight=600, fill=color, text_anchor=None if right else "end")
