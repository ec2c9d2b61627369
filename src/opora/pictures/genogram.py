"""The genogram: generations of a family with the field's symbols.

A square is a man, a circle a woman, a diamond somebody whose sex is not known, a triangle a child not born yet; a
double line is the child in focus, a cross has died. A solid line is a marriage, a dashed one a couple without it, one
slash a separation, two a divorce; children hang below their parents by age, twins on one point, and a dashed frame
holds those who live together.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from opora.pictures.generations import Kin, Placed, Tree, lay_out
from opora.pictures.genogram_symbols import HALF, symbol
from opora.pictures.genogram_unions import Bloodlines, Union, rails_of, root_of, span_of_bar, unions_of
from opora.pictures.palette import SCREEN, Palette
from opora.pictures.svg import drawing, tag, words, wrap

STEP_WIDE: Final = 112.0
_SIZE, _LINE = 12.5, 15.0
_NAMES: Final = 3
_MARGIN: Final = 62.0
_RAIL: Final = 11.0


@dataclass(frozen=True, slots=True)
class Figure:
    """Somebody to be drawn; ``age`` stands in the symbol, the name and the years below it."""

    node: str
    name: str
    sex: str = ""
    born: int | None = None
    age: str = ""
    years: str = ""
    is_dead: bool = False
    is_expected: bool = False
    is_focus: bool = False
    is_home: bool = False


def genogram(
    figures: Sequence[Figure], lines: Bloodlines, *, title: str, description: str, palette: Palette = SCREEN
) -> str:
    """The genogram as one SVG element."""
    tree = Tree(
        [Kin(one.node, one.born, one.sex) for one in figures],
        lines.parents,
        [(pair.one, pair.other) for pair in lines.pairs],
        [*lines.siblings, *lines.twins],
    )
    placed = lay_out(tree)
    at = {node: _MARGIN + place * STEP_WIDE for node, place in placed.places.items()}
    unions = unions_of(lines, placed, at)
    couples, bars = rails_of(unions, placed, at, lines)
    tops, high = _tops(placed, couples, bars)
    drawn: list[str] = [_household(figures, placed, at, tops, palette)]
    for union in unions:
        drawn += _union_drawn(union, placed, at, tops, couples, bars, lines, palette)
    drawn += [
        _loose_siblings(one, other, placed, at, tops, palette)
        for one, other in tree.siblings
        if _free(one, other, lines)
    ]
    drawn += [_figure(one, at[one.node], tops[placed.rows[one.node]], palette) for one in figures]
    wide = 2 * _MARGIN + placed.width * STEP_WIDE
    return drawing(
        drawn, wide=wide, high=high, title=title, description=description, kind="genogram", font=palette.font
    )


def _tops(placed: Placed, couples: Mapping[Union, int], bars: Mapping[Union, int]) -> tuple[dict[int, float], float]:
    """Where each row begins, below the names and the rails of the row above it; and where the last one ends."""
    tops: dict[int, float] = {}
    top = 18.0
    for row in sorted(set(placed.rows.values())):
        tops[row] = top
        rails = 2 + sum(
            max((level + 1 for one, level in found.items() if placed.rows[one.nodes[0]] == row), default=0)
            for found in (couples, bars)
        )
        top += 2 * HALF + _NAMES * _LINE + rails * _RAIL + 12
    return tops, top


def _union_drawn(
    union: Union,
    placed: Placed,
    at: Mapping[str, float],
    tops: Mapping[int, float],
    couples: Mapping[Union, int],
    bars: Mapping[Union, int],
    lines: Bloodlines,
    palette: Palette,
) -> list[str]:
    row = placed.rows[union.nodes[0]]
    foot = tops[row] + 2 * HALF + _NAMES * _LINE + 4
    start = foot
    drawn = []
    if union.is_pair and union.beside:
        start = tops[row] + HALF
        drawn += _couple(union.left + HALF, union.right - HALF, start, union.state, palette)
    elif union.is_pair:
        start = foot + _RAIL * (couples[union] + 1)
        drawn += [_stroke(x, foot, x, start, palette) for x in (union.left, union.right)]
        drawn += _couple(union.left, union.right, start, union.state, palette)
    if not union.children:
        return drawn
    heads = {child: tops[placed.rows[child]] for child in union.children}
    bar = min(heads.values()) - _RAIL * (bars[union] + 1) - 2
    left, right = span_of_bar(union, at, lines)
    drawn.append(_stroke(union.drop, start, union.drop, bar, palette))
    if right - left > 1:
        drawn.append(_stroke(left, bar, right, bar, palette))
    for child, head in heads.items():
        drawn.append(_stroke(root_of(child, at, lines, union), bar, at[child], head, palette))
    return drawn


def _couple(left: float, right: float, y: float, state: str, palette: Palette) -> list[str]:
    dash = "6 4" if state == "together" else None
    thick = 1.0 if not state else 2.0
    line = tag("line", x1=left, x2=right, y1=y, y2=y, stroke=palette.ink, stroke_width=thick, stroke_dasharray=dash)
    x = left + (right - left) * 0.3
    count = {"separated": 1, "divorced": 2}.get(state, 0)
    slashes = [_stroke(x + 6 * at - 5, y + 8, x + 6 * at + 5, y - 8, palette, thick=2) for at in range(count)]
    return [line, *slashes]


def _loose_siblings(
    one: str, other: str, placed: Placed, at: Mapping[str, float], tops: Mapping[int, float], palette: Palette
) -> str:
    """Brothers and sisters whose parents nobody named: a bar above both."""
    if placed.rows[one] != placed.rows[other]:
        return ""
    top = tops[placed.rows[one]]
    bar = top - _RAIL
    return "".join(
        [
            _stroke(at[one], bar, at[other], bar, palette, dash="2 3"),
            *(_stroke(at[node], bar, at[node], top, palette, dash="2 3") for node in (one, other)),
        ]
    )


def _free(one: str, other: str, lines: Bloodlines) -> bool:
    return not (set(lines.parents.get(one, ())) & set(lines.parents.get(other, ())))


def _figure(one: Figure, x: float, top: float, palette: Palette) -> str:
    y = top + HALF
    names = wrap(one.name, _SIZE, STEP_WIDE - 14)[: _NAMES - 1]
    below = [(line, palette.ink, 500) for line in names] + ([(one.years, palette.muted, 400)] if one.years else [])
    return tag(
        "g",
        symbol(
            one.sex,
            x,
            y,
            is_focus=one.is_focus,
            is_dead=one.is_dead,
            is_expected=one.is_expected,
            age=one.age,
            palette=palette,
        ),
        *(
            words(
                line,
                x,
                top + 2 * HALF + _LINE * (place + 1) - 1,
                font_size=_SIZE,
                font_weight=weight,
                fill=color,
                text_anchor="middle",
            )
            for place, (line, color, weight) in enumerate(below)
        ),
        class_="figure",
    )


def _household(
    figures: Iterable[Figure], placed: Placed, at: Mapping[str, float], tops: Mapping[int, float], palette: Palette
) -> str:
    """A dashed frame around those who live together, row by row, as far as they stand beside each other."""
    home = {one.node for one in figures if one.is_home}
    frames = []
    for row, top in tops.items():
        line = sorted((node for node in at if placed.rows[node] == row), key=lambda node: at[node])
        run: list[str] = []
        for node in [*line, ""]:
            if node in home:
                run.append(node)
                continue
            if run:
                left, right = at[run[0]] - STEP_WIDE / 2 + 4, at[run[-1]] + STEP_WIDE / 2 - 4
                frames.append(
                    tag(
                        "rect",
                        x=left,
                        y=top - 6,
                        width=right - left,
                        height=2 * HALF + _NAMES * _LINE + 8,
                        rx=14,
                        fill="none",
                        stroke=palette.exit,
                        stroke_width=1.4,
                        stroke_dasharray="5 4",
                    )
                )
            run = []
    return "".join(frames)


def _stroke(
    x1: float, y1: float, x2: float, y2: float, palette: Palette, *, thick: float = 1.4, dash: str | None = None
) -> str:
    return tag("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=palette.ink, stroke_width=thick, stroke_dasharray=dash)
