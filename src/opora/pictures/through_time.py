"""One thing through time: a stair of levels or points, or a band of periods where nothing is better or worse."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from opora.pictures.palette import SCREEN, Palette
from opora.pictures.svg import drawing, tag, width, words

_WIDE, _NARROW = 660.0, 330.0
_SIZE = 12.0
_TOP, _FOOT, _ROW = 12.0, 24.0, 22.0


@dataclass(frozen=True, slots=True)
class Held:
    """What held from a day to a day: how high it stands (None: neither better nor worse), and its word."""

    first: date
    last: date
    level: float | None
    label: str


def through_time(
    periods: Sequence[Held],
    *,
    levels: Sequence[str],
    title: str,
    description: str,
    first_label: str,
    last_label: str,
    palette: Palette = SCREEN,
    narrow: bool = False,
) -> str:
    """The periods as one SVG element; days on which nothing was known stay empty.

    ``levels`` name the steps from the lowest to the highest; without them the periods are drawn as a band.
    """
    wide = _NARROW if narrow else _WIDE
    left = max((width(one, _SIZE) for one in levels), default=0.0) + 12 if levels else 2.0
    foot = _TOP + _ROW * max(len(levels) - 1, 1) + 8
    first = min((one.first for one in periods), default=date.min)
    days = max((max((one.last for one in periods), default=first) - first).days, 1)

    def x(day: date) -> float:
        return left + (wide - left - 8) * (day - first).days / days

    drawn = _stair(periods, levels, x, left, wide, palette) if levels else _band(periods, x, wide, palette)
    return drawing(
        [
            *drawn,
            words(first_label, left, foot + 18, font_size=_SIZE, fill=palette.muted),
            words(last_label, wide - 4, foot + 18, font_size=_SIZE, fill=palette.muted, text_anchor="end"),
        ],
        wide=wide,
        high=foot + _FOOT,
        title=title,
        description=description,
        kind="through-time",
        font=palette.font,
    )


def _stair(
    periods: Sequence[Held],
    levels: Sequence[str],
    x: Callable[[date], float],
    left: float,
    wide: float,
    palette: Palette,
) -> list[str]:
    top = len(levels) - 1
    drawn = []
    for place, label in enumerate(levels):
        y = _TOP + _ROW * (top - place)
        drawn.append(tag("line", x1=left, x2=wide - 4, y1=y, y2=y, stroke=palette.line))
        drawn.append(words(label, left - 8, y + 4, font_size=_SIZE, fill=palette.muted, text_anchor="end"))
    before: tuple[date, float] | None = None
    for one in periods:
        if one.level is None:
            continue
        start, y = x(one.first), _TOP + _ROW * (top - one.level)
        if before is not None and (one.first - before[0]).days <= 1:
            drawn.append(tag("line", x1=start, x2=start, y1=before[1], y2=y, stroke=palette.exit, stroke_width=2))
        end = max(x(one.last), start + 1)
        drawn.append(tag("line", x1=start, x2=end, y1=y, y2=y, stroke=palette.exit, stroke_width=3))
        drawn.append(tag("circle", cx=start, cy=y, r=4, fill=palette.exit))
        before = one.last, y
    return drawn


def _band(periods: Sequence[Held], x: Callable[[date], float], wide: float, palette: Palette) -> list[str]:
    drawn = []
    for place, one in enumerate(periods):
        start, end = x(one.first), max(x(one.last), x(one.first) + 3)
        fill = palette.bar if place % 2 == 0 else palette.line
        drawn.append(tag("rect", x=start, y=_TOP - 6, width=end - start, height=_ROW + 4, rx=3, fill=fill))
        if width(one.label, _SIZE) <= end - start - 8:
            drawn.append(words(one.label, start + 5, _TOP + 10, font_size=_SIZE, fill=palette.ink))
    return drawn
