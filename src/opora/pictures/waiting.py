"""How many are still waiting, day by day: a stair that falls from all of them, with the half marked."""

from collections.abc import Sequence

from opora.pictures.palette import SCREEN, Palette
from opora.pictures.svg import drawing, number, tag, ticks, words

_WIDE, _NARROW, _HIGH = 640.0, 340.0, 230.0
_LEFT, _TOP, _FOOT, _SIZE = 48.0, 14.0, 40.0, 12.0


def waiting(
    steps: Sequence[tuple[int, float]],
    *,
    last: int,
    title: str,
    description: str,
    days_label: str,
    palette: Palette = SCREEN,
    narrow: bool = False,
) -> str:
    """The stair as one SVG element; ``steps`` are days with the share (0..1) left from that day on, up to ``last``."""
    wide = _NARROW if narrow else _WIDE
    marks = ticks(max(last, 1), 4 if narrow else 7)
    foot = _HIGH - _FOOT

    def x(day: float) -> float:
        return _LEFT + (wide - _LEFT - 14) * day / marks[-1]

    def y(share: float) -> float:
        return foot - (foot - _TOP) * share

    grid = [
        tag("line", x1=_LEFT, x2=wide - 14, y1=y(share), y2=y(share), stroke=palette.line)
        + words(
            f"{share * 100:.0f}\u00a0%", _LEFT - 8, y(share) + 4, font_size=_SIZE, fill=palette.muted, text_anchor="end"
        )
        for share in (0.0, 0.5, 1.0)
    ]
    days = [
        words(str(mark), x(mark), foot + 18, font_size=_SIZE, fill=palette.muted, text_anchor="middle")
        for mark in marks
    ]
    path, left = f"M{number(x(0))} {number(y(1))}", 1.0
    for day, share in steps:
        if share != left:
            path, left = f"{path}H{number(x(day))}V{number(y(share))}", share
    path = f"{path}H{number(x(last))}"
    return drawing(
        [
            *grid,
            *days,
            words(days_label, wide - 14, foot + 34, font_size=_SIZE, fill=palette.muted, text_anchor="end"),
            tag("path", d=path, fill="none", stroke=palette.exit, stroke_width=2.5),
        ],
        wide=wide,
        high=_HIGH,
        title=title,
        description=description,
        kind="waiting",
        font=palette.font,
    )
