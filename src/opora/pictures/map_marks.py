"""The seven signs of a flow chart (S4-41): the outlines of its places, the marks they carry, and the key to them."""

from collections.abc import Sequence
from typing import Final

from opora.pictures.map_parts import MapPicture, MapStage
from opora.pictures.svg import number, tag, words

SIGNS: Final = ("action", "decision", "link", "exit", "result", "paper", "note")
STRIP: Final = 20.0
"""The height that marks take away from the words of a place, in pixels."""

_CUT, _BAR, _FRAME = 13.0, 6.0, 4.0
_PAGE_WIDE, _PAGE_HIGH, _RING = 11.0, 14.0, 8.0


def sign_of(stage: MapStage) -> str:
    """Which of the signs a place is drawn as."""
    return stage.kind if stage.kind != "stage" else stage.shape or "action"


def signs_of(picture: MapPicture) -> tuple[str, ...]:
    """The signs that occur on a map, in the order of the source."""
    found = {sign_of(stage) for stage in picture.stages}
    found |= {"paper" for stage in picture.stages if stage.papers}
    found |= {"note" for stage in picture.stages if stage.notes}
    return tuple(sign for sign in SIGNS if sign in found)


def outline(sign: str, x: float, y: float, wide: float, high: float) -> list[str]:
    """The outline of a place: round for an exit, pointed for a decision, barred for a link, framed for a result."""
    box = {"x": x, "y": y, "width": wide, "height": high}
    if sign == "decision":
        cut = min(_CUT, high / 3)
        corners = (
            (x + cut, y),
            (x + wide - cut, y),
            (x + wide, y + high / 2),
            (x + wide - cut, y + high),
            (x + cut, y + high),
            (x, y + high / 2),
        )
        points = " ".join(f"{number(left)},{number(top)}" for left, top in corners)
        return [tag("polygon", points=points, class_="box", stroke_linejoin="round")]
    if sign == "link":
        bars = f"M{number(x + _BAR)} {number(y)}v{number(high)}M{number(x + wide - _BAR)} {number(y)}v{number(high)}"
        return [tag("rect", **box, rx=2, class_="box"), tag("path", d=bars, class_="bars")]
    if sign == "result":
        inner = {"x": x + _FRAME, "y": y + _FRAME, "width": wide - 2 * _FRAME, "height": high - 2 * _FRAME}
        return [tag("rect", **box, class_="box"), tag("rect", **inner, class_="frame")]
    return [tag("rect", **box, rx=min(36.0, high / 2) if sign == "exit" else min(9.0, high / 3), class_="box")]


def marks(stage: MapStage, right: float, bottom: float) -> list[str]:
    """How many papers are used at a place and which notes hang there, along its lower edge from the right."""
    drawn: list[str] = []
    left = right
    for note in reversed(stage.notes):
        drawn += _note(str(note), left - _RING, bottom - _RING)
        left -= 2 * _RING + 3
    if stage.papers:
        count = str(len(stage.papers))
        left -= 7.0 * len(count) + 3
        drawn.append(words(count, left, bottom - 4, font_size=11, class_="mark-count"))
        drawn.append(_paper(left - _PAGE_WIDE - 4, bottom - _PAGE_HIGH - 1))
    return drawn


def _note(text: str, x: float, y: float) -> list[str]:
    return [
        tag("circle", cx=x, cy=y, r=_RING, class_="note"),
        words(text, x, y + 3.5, font_size=10.5, text_anchor="middle", class_="mark-count"),
    ]


def _paper(x: float, y: float) -> str:
    """A sheet with a folded corner."""
    right, bottom = x + _PAGE_WIDE, y + _PAGE_HIGH
    edge = f"M{number(x)} {number(y)}H{number(right - 4)}L{number(right)} {number(y + 4)}V{number(bottom)}H{number(x)}Z"
    fold = f"M{number(right - 4)} {number(y)}v4h4"
    return tag("path", d=edge + fold, class_="paper")


def key_sign(sign: str) -> str:
    """One sign alone, as the key of the map shows it beside its words."""
    wide, high = 38.0, 22.0
    if sign == "paper":
        parts: Sequence[str] = [_paper((wide - _PAGE_WIDE) / 2, (high - _PAGE_HIGH) / 2)]
    elif sign == "note":
        parts = _note("1", wide / 2, high / 2)
    else:
        parts = outline(sign, 1, 1, wide - 2, high - 2)
    return tag(
        "svg",
        tag("g", *parts, class_=f"place {sign if sign in {'exit', 'result'} else 'stage'}"),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(wide)} {number(high)}",
        width=wide,
        height=high,
        aria_hidden="true",
        class_="process-map map-sign",
    )
