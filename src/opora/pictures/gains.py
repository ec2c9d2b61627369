"""How each family changed, on one screen: a ring at entry, a dot at exit, one upright line a family; or groups."""

from collections.abc import Sequence
from dataclasses import dataclass

from opora.pictures.palette import SCREEN, Palette
from opora.pictures.svg import drawing, number, tag, ticks, width, words, wrap

MOST = 40
"""Beyond so many families lines would run into each other; then groups are drawn."""
_WIDE, _NARROW = 700.0, 340.0
_HIGH, _NARROW_HIGH = 320.0, 260.0
_LEFT, _TOP, _BOTTOM, _SIZE = 30.0, 46.0, 28.0, 13.0


@dataclass(frozen=True, slots=True)
class GainLabels:
    """The words of the drawing in the reader's language."""

    entry: str
    exit: str
    more: str
    each: str


@dataclass(frozen=True, slots=True)
class Group:
    """So many families whose weak sides changed alike; one where they became more is always told apart."""

    label: str
    families: int
    is_worse: bool = False


def gains(
    pairs: Sequence[tuple[int, int]],
    *,
    title: str,
    description: str,
    labels: GainLabels,
    palette: Palette = SCREEN,
    narrow: bool = False,
) -> str:
    """Entry and exit of each family, the hardest pressed first; a family with more weak sides is named as such."""
    wide, high = (_NARROW, _NARROW_HIGH) if narrow else (_WIDE, _HIGH)
    marks = ticks(max((value for pair in pairs for value in pair), default=0))
    foot = high - _BOTTOM
    step = (wide - _LEFT - 24) / max(len(pairs), 1)

    def y(value: float) -> float:
        return foot - (foot - _TOP) * value / marks[-1]

    grid = [
        tag("line", x1=_LEFT, x2=wide, y1=y(mark), y2=y(mark), stroke=palette.line)
        + words(str(mark), _LEFT - 8, y(mark) + 4, font_size=12, fill=palette.muted, text_anchor="end")
        for mark in marks
    ]
    ordered = sorted(pairs, key=lambda pair: (-pair[0], -pair[1]))
    lines = []
    is_named = False
    for place, (entry, exit_) in enumerate(ordered):
        x = _LEFT + 14 + step * (place + 0.5)
        lines.append(_line(x, entry, exit_, y(entry), y(exit_), palette))
        if exit_ > entry and not is_named:
            is_named = True
            lines.append(_named(labels.more, x, y(exit_), wide, palette))
    return drawing(
        [
            *_legend(labels, palette),
            *grid,
            *lines,
            words(labels.each, _LEFT, high - 6, font_size=12, fill=palette.muted),
        ],
        wide=wide,
        high=high,
        title=title,
        description=description,
        kind="gains",
        font=palette.font,
    )


def groups(
    parts: Sequence[Group], *, title: str, description: str, palette: Palette = SCREEN, narrow: bool = False
) -> str:
    """Families by how much changed: a column each, its number above it."""
    wide, high = (_NARROW, _NARROW_HIGH) if narrow else (_WIDE, _HIGH)
    foot, top = high - 52, 28.0
    largest = max((part.families for part in parts), default=0) or 1
    step = wide / max(len(parts), 1)
    drawn = [tag("line", x1=0, x2=wide, y1=foot, y2=foot, stroke=palette.line)]
    for place, part in enumerate(parts):
        middle = step * (place + 0.5)
        tall = (foot - top) * part.families / largest
        color = palette.entry if part.is_worse else palette.exit
        drawn.append(tag("rect", x=middle - step * 0.3, y=foot - tall, width=step * 0.6, height=tall, rx=4, fill=color))
        drawn.append(
            words(
                number(part.families),
                middle,
                foot - tall - 8,
                font_size=15,
                font_weight=600,
                fill=palette.ink,
                text_anchor="middle",
            )
        )
        fill = palette.entry if part.is_worse else palette.muted
        for row, line in enumerate(wrap(part.label, 12, step - 6)):
            drawn.append(words(line, middle, foot + 18 + 15 * row, font_size=12, fill=fill, text_anchor="middle"))
    return drawing(drawn, wide=wide, high=high, title=title, description=description, kind="gains", font=palette.font)


def _legend(labels: GainLabels, palette: Palette) -> list[str]:
    second = _LEFT + width(labels.entry, _SIZE) + 44
    return [
        tag("circle", cx=_LEFT + 7, cy=16, r=5, fill=palette.surface, stroke=palette.entry, stroke_width=2.2),
        words(labels.entry, _LEFT + 19, 20, font_size=_SIZE, fill=palette.muted),
        tag("circle", cx=second + 7, cy=16, r=5.5, fill=palette.exit),
        words(labels.exit, second + 19, 20, font_size=_SIZE, fill=palette.muted),
    ]


def _line(x: float, entry: int, exit_: int, y_entry: float, y_exit: float, palette: Palette) -> str:
    bar = palette.bar if exit_ <= entry else palette.worse
    return tag(
        "g",
        tag("line", x1=x, x2=x, y1=y_entry, y2=y_exit, stroke=bar, stroke_width=6) if entry != exit_ else "",
        tag("circle", cx=x, cy=y_entry, r=4.6, fill=palette.surface, stroke=palette.entry, stroke_width=2.2),
        tag("circle", cx=x, cy=y_exit, r=5, fill=palette.exit),
    )


def _named(text: str, x: float, y: float, wide: float, palette: Palette) -> str:
    half = width(text, 12) / 2
    middle = min(max(x, half), wide - half)
    return tag("line", x1=x, x2=x, y1=y - 8, y2=max(y - 26, 30), stroke=palette.entry) + words(
        text, middle, max(y - 31, 26), font_size=12, font_weight=600, fill=palette.entry, text_anchor="middle"
    )
