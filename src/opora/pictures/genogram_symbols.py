"""The symbols of a genogram: one for each sex, marked for the child in focus, for the dead, for the unborn."""

from typing import Final

from opora.pictures.palette import Palette
from opora.pictures.svg import tag, words

HALF: Final = 20.0
"""Half the height of a symbol."""
_INNER: Final = 4.5


def symbol(
    sex: str,
    x: float,
    y: float,
    *,
    is_focus: bool,
    is_dead: bool,
    is_expected: bool,
    age: str,
    palette: Palette,
) -> str:
    """One symbol around its middle, with the age in it."""
    shape = "triangle" if is_expected else {"m": "square", "f": "circle"}.get(sex, "diamond")
    parts = [_shape(shape, x, y, HALF, palette)]
    if is_focus:
        parts.append(_shape(shape, x, y, HALF - _INNER, palette))
    if is_dead:
        parts += [
            tag("line", x1=x - HALF, y1=y - HALF, x2=x + HALF, y2=y + HALF, stroke=palette.ink, stroke_width=1.4),
            tag("line", x1=x - HALF, y1=y + HALF, x2=x + HALF, y2=y - HALF, stroke=palette.ink, stroke_width=1.4),
        ]
    if age:
        low = y + 10 if is_expected else y + 5
        back = tag("rect", x=x - 11, y=y - 8, width=22, height=16, fill=palette.surface) if is_dead else ""
        parts += [back, words(age, x, low, font_size=13, font_weight=600, fill=palette.ink, text_anchor="middle")]
    return "".join(parts)


def _shape(shape: str, x: float, y: float, half: float, palette: Palette) -> str:
    look: dict[str, str | float] = {"fill": palette.surface, "stroke": palette.ink, "stroke_width": 1.8}
    if shape == "circle":
        return tag("circle", cx=x, cy=y, r=half, **look)
    if shape == "square":
        return tag("rect", x=x - half, y=y - half, width=2 * half, height=2 * half, **look)
    points = [(x, y - half), (x + half, y), (x, y + half), (x - half, y)]
    if shape == "triangle":
        points = [(x, y - half), (x + half, y + half), (x - half, y + half)]
    return tag("polygon", points=" ".join(f"{one:.1f},{two:.1f}" for one, two in points), **look)
