"""The genogram: generations of a family with the field's symbols.

A square is a man, a circle a woman, a diamond somebody whose sex is not known, a triangle a child not born yet; a
double line is the child in focus, a cross has died. A solid line is a marriage, a dashed one a couple without it, one
slash a separation, two a divorce; children hang below their parents by age, twins on one point, foster children on a
dotted line, adopted ones on a dotted line beside a solid one, and a dashed frame holds those who live together. How two
get on with each other is drawn beside the kinship (``genogram_bonds``).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from opora.pictures.generations import Kin, Placed, Tree, lay_out
from opora.pictures.genogram_bonds import Bond, bond_drawn
from opora.pictures.genogram_symbols import HALF, symbol
from opora.pictures.genogram_unions import Bloodlines, Union, rails_of, root_of, span_of_bar, unions_of
from opora.pictures.palette import SCREEN, Palette
from opora.pictures.svg import drawing, tag, words, wrap

STEP_WIDE: Final = 112.0
_SIZE, _LINE = 12.5, 15.0
_NAMES: Final = 3
_MARGIN: Final = 62.0
_RAIL: Final = 11.0
_DOTS: Final = "2 4"


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
    figures: Sequence[Figure],
    lines: Bloodlines,
    *,
    title: str,
    description: str,
    bonds: Sequence[Bond] = (),
    palette: Palette = SCREEN,
) -> str:
    """The genogram as one SVG element."""
    tree = Tree(
        [Kin(one.node, one.born, one.sex) for one in figures],
        lines.parents,
        [*((pair.one, pair.other) for pair in lines.pairs), *_parents_together(lines)],
        [*lines.siblings, *lines.twins],
    )
    placed = lay_out(tree)
    at = {node: _MARGIN + place * STEP_WIDE for node, place in placed.places.items()}
    unions = unions_of(lines, placed, at)
    couples, bars = rails_of(unions, placed, at, lines)
    tops, high = _tops(placed, couples, bars, above=34.0 if bonds else 18.0)
    drawn: list[str] = [_household(figures, placed, at, tops, palette)]
    for union in unions:
        drawn += _union_drawn(union, placed, at, tops, couples, bars, lines, palette)
    drawn += [
        _loose_siblings(one, other, placed, at, tops, palette)
        for one, other in tree.siblings
        if _free(one, other, lines)
    ]
    middles = {node: (x, tops[placed.rows[node]] + HALF) for node, x in at.items()}
    drawn += [
        bond_drawn(middles[one.one], middles[one.other], one.state, palette)
        for one in bonds
        if one.one in middles and one.other in middles
    ]
    drawn += [_figure(one, at[one.node], tops[placed.rows[one.node]], palette) for one in figures]
    wide = 2 * _MARGIN + placed.width * STEP_WIDE
    return drawing(
        drawn, wide=wide, high=high, title=title, description=description, kind="genogram", font=palette.font
    )


def _parents_together(lines: Bloodlines) -> list[tuple[str, str]]:
    """Two parents of a child stand beside each other, those by birth and those who took their place."""
    return [
        (parents[0], parents[1]) for child in lines.parents for parents in lines.sets_of(child) if len(parents) == 2
    ]


def _tops(
    placed: Placed, couples: Mapping[Union, int], bars: Mapping[Union, int], *, above: float
) -> tuple[dict[int, float], float]:
    """Where each row begins, below the names and the rails of the row above it; and where the last one ends."""
    tops: dict[int, float] = {}
    top = above
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
    asides = {child: _aside(union, child, lines) for child in union.children}
    right = max(right, *(root_of(child, at, lines, union) + asides[child] for child in union.children))
    # Where all children came to them otherwise than by birth, the whole way to them is dotted.
    dash = None if any(not lines.way(union.nodes[0], child) for child in union.children) else _DOTS
    drawn.append(_stroke(union.drop, start, union.drop, bar, palette, dash=dash))
    if right - left > 1:
        drawn.append(_stroke(left, bar, right, bar, palette, dash=dash))
    for child, head in heads.items():
        drawn += _leg(root_of(child, at, lines, union), bar, at[child], head, union, child, lines, palette)
    return drawn


def _aside(union: Union, child: str, lines: Bloodlines) -> float:
    """How far beside the line of the parents by birth that of the others runs, in pixels."""
    return 9.0 if lines.way(union.nodes[0], child) and len(lines.sets_of(child)) > 1 else 0.0


def _leg(
    root: float, bar: float, x: float, head: float, union: Union, child: str, lines: Bloodlines, palette: Palette
) -> list[str]:
    """The line from the bar of the parents down to one child; beside that of the parents by birth, not over it."""
    way = lines.way(union.nodes[0], child)
    if not way:
        return [_stroke(root, bar, x, head, palette)]
    aside = _aside(union, child, lines)
    # It ends behind the symbol, which is drawn over it: a diamond is narrow where the line arrives.
    foot = head + HALF
    dotted = _stroke(root + aside, bar, x + aside, foot, palette, dash=_DOTS)
    if way != "adopted":
        return [dotted]
    return [dotted, _stroke(root + aside + 4, bar, x + aside + 4, foot, palette)]


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
                # A line that passes behind a name does not make it hard to read.
                stroke=palette.surface,
                stroke_width=3.0,
                paint_order="stroke",
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
