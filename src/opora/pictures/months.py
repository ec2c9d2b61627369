"""Twelve months as bars: small beside a figure, large with the values above them, or as wide as a phone."""

from collections.abc import Sequence
from dataclasses import dataclass

from opora.pictures.palette import SCREEN, Palette
from opora.pictures.svg import drawing, tag, words

_SIZE = 11.0
_SMALL, _LARGE, _PHONE = (132.0, 30.0, 0.0, 2.0), (640.0, 170.0, 20.0, 22.0), (330.0, 150.0, 22.0, 4.0)


@dataclass(frozen=True, slots=True)
class Month:
    """A month: its short name, its value (None: nothing can be said of it) and the value in words."""

    name: str
    value: float | int | None
    said: str


def months(
    told: Sequence[Month],
    *,
    title: str,
    description: str,
    palette: Palette = SCREEN,
    is_large: bool = False,
    is_narrow: bool = False,
) -> str:
    """The months as one SVG element. A month of which nothing can be said has no bar, a nought has a line.

    On a phone every third month is named, and the values are read in the table.
    """
    wide, high, foot, top = _PHONE if is_narrow else _LARGE if is_large else _SMALL
    named = 1 if is_large else 3 if is_narrow else 0
    step = wide / max(len(told), 1)
    values = [one.value for one in told if one.value is not None]
    most, least = max([*values, 0]), min([*values, 0])
    reach = (most - least) or 1
    room = high - foot - top - 2
    zero = top + room * most / reach
    parts = []
    for place, one in enumerate(told):
        x, middle = place * step + step * 0.15, place * step + step / 2
        if one.value is not None:
            tall = max(room * abs(one.value) / reach, 1.0)
            y = zero - tall if one.value >= 0 else zero
            parts.append(tag("rect", x=x, y=y, width=step * 0.7, height=tall, rx=1.5, fill=palette.exit))
            if is_large:
                top_of_it = max(y - 5, _SIZE)
                parts.append(
                    words(one.said, middle, top_of_it, fill=palette.ink, text_anchor="middle", font_size=_SIZE)
                )
        if named and place % named == 0:
            parts.append(words(one.name, middle, high - 4, fill=palette.muted, text_anchor="middle", font_size=_SIZE))
    return drawing(parts, wide=wide, high=high, title=title, description=description, kind="months", font=palette.font)
