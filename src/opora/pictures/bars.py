"""Bars lying one below the other, each with its name and its value; where nothing can be said there is none."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from opora.pictures.palette import SCREEN, Palette
from opora.pictures.svg import drawing, tag, width, words, wrap

WIDE: Final = 760.0
_NARROW: Final = 330.0
_SIZE: Final = 14.0
_LINE: Final = 17.0
_THICK: Final = 18.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A group: its name, its value (None: nothing can be said of it) and the value in words."""

    name: str
    value: float | int | None
    said: str


def bars(rows: Sequence[Bar], *, title: str, description: str, palette: Palette = SCREEN, narrow: bool = False) -> str:
    """The rows in their order as one SVG element; ``narrow`` is for a phone, with the names above the bars.

    Bars begin at nought; a value below it is drawn as nought and said in words.
    """
    wide = _NARROW if narrow else WIDE
    said = max((width(one.said, _SIZE) for one in rows), default=0) + 12
    left = 0.0 if narrow else min(wide * 0.38, max((width(one.name, _SIZE) for one in rows), default=0) + 4)
    room = wide - left - said - 12
    most = max((one.value or 0 for one in rows), default=0) or 1
    y, parts = 4.0, []
    for one in rows:
        lines = wrap(one.name, _SIZE, wide if narrow else left)
        for place, line in enumerate(lines):
            parts.append(words(line, 0, y + 13 + _LINE * place, font_size=_SIZE, fill=palette.ink))
        tall = _LINE * len(lines)
        at = y + tall + 3 if narrow else y + max(0.0, (tall - _THICK) / 2)
        long = room * max(one.value or 0, 0) / most
        if one.value is not None:
            parts.append(tag("rect", x=left + 10, y=at, width=max(long, 1.0), height=_THICK, rx=2, fill=palette.exit))
        parts.append(words(one.said, left + 16 + long, at + 14, font_size=_SIZE, fill=palette.ink))
        y = at + _THICK + 9 if narrow else y + max(tall, _THICK) + 9
    return drawing(parts, wide=wide, high=y, title=title, description=description, kind="bars", font=palette.font)
