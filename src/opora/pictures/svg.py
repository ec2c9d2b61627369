"""Writing SVG as text: escaped, without inline styles, measured without a browser."""

from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2s
from xml.sax.saxutils import escape, quoteattr

# Advance widths of Golos Text in thousandths of its size, by kind of letter; drawn wide rather than narrow.
_NARROW, _WIDE, _PLAIN = 330, 860, 590
_NARROW_LETTERS = frozenset("ijltfr.,:;'!|()[]-·/ \u00a0")
_WIDE_LETTERS = frozenset("mwMWшщжюыфШЩЖЮЫФМДДОQ@%—–")


def width(text: str, size: float) -> float:
    """About how wide a line of text is drawn, in pixels; a little more than in truth."""
    units = sum(_NARROW if c in _NARROW_LETTERS else _WIDE if c in _WIDE_LETTERS else _PLAIN for c in text)
    return units * size / 1000


def wrap(text: str, size: float, room: float) -> list[str]:
    """The text in lines that fit the room (pixels); a single word longer than the room keeps its line."""
    return list(_wrapped(text, size, room))


@lru_cache(maxsize=2_048)
def _wrapped(text: str, size: float, room: float) -> tuple[str, ...]:
    lines: list[str] = []
    for word in text.split():
        if lines and width(f"{lines[-1]} {word}", size) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines) or ("",)


def number(value: float) -> str:
    """A coordinate with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")


def tag(name: str, *children: str, **attributes: str | float | None) -> str:
    """One element; an attribute of ``None`` is left out, ``_`` in a name stands for ``-``."""
    written = "".join(
        f'{_written(key)}"{number(value)}"' if isinstance(value, float | int) else f"{_written(key)}{_quoted(value)}"
        for key, value in attributes.items()
        if value is not None
    )
    inner = "".join(children)
    return f"<{name}{written}>{inner}</{name}>" if inner else f"<{name}{written}/>"


@lru_cache(maxsize=512)
def _written(key: str) -> str:
    """The name of an attribute as it stands before its value."""
    return f" {key.strip('_').replace('_', '-')}="


# Colors, anchors and lines of text come again and again.
_quoted = lru_cache(maxsize=1_024)(quoteattr)


def words(text: str, x: float, y: float, **attributes: str | float | None) -> str:
    """A line of text standing on ``y``."""
    return tag("text", escape(text), x=x, y=y, **attributes)


def drawing(
    parts: Iterable[str],
    *,
    wide: float,
    high: float,
    title: str,
    description: str,
    kind: str,
    font: str | None,
    role: str = "img",
    name: str | None = None,
) -> str:
    """A whole drawing with its title and description for those who do not see it; by ``name`` others may show it."""
    mark = blake2s(f"{kind}{title}{description}{wide}".encode(), digest_size=5).hexdigest()
    return tag(
        "svg",
        tag("title", escape(title), id=f"t{mark}"),
        tag("desc", escape(description), id=f"d{mark}"),
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        id=name,
        viewBox=f"0 0 {number(wide)} {number(high)}",
        width=wide,
        height=high,
        role=role,
        aria_labelledby=f"t{mark} d{mark}",
        class_=f"chart {kind}",
        font_family=font,
    )


def ticks(top: float, count: int = 5) -> list[int]:
    """Round whole marks from 0 to at least ``top``, about ``count`` steps of 1, 2, 3 or 5 times a power of ten."""
    if top <= 0:
        return [0, 1]
    step = 1
    for power in range(7):
        for base in (1, 2, 3, 5):
            step = base * 10**power
            if step * count >= top:
                return list(range(0, -(-int(-(-top // 1)) // step) * step + 1, step))
    raise ValueError(top)
