"""One section of an assessment as a line as wide as its place: a ring at entry, a dot now, the way between them."""

from xml.sax.saxutils import quoteattr

_LEFT, _RIGHT = 4.0, 94.0
_ROOM = 9


def section_line(*, entry: int | None, now: int | None, top: int, said: str) -> str:
    """The line of one section for counts from 0 to ``top``; ``said`` is the same in words for who does not see it.

    The numbers stand outside the way between the two marks, so that none lies upon another.
    """
    parts = [f'<line class="track" x1="{_LEFT}%" x2="{_RIGHT}%" y1="10" y2="10"/>']
    if entry is not None and now is not None and entry != now:
        kind = "gain" if now < entry else "loss"
        first, last = _x(min(entry, now), top), _x(max(entry, now), top)
        parts.append(f'<line class="{kind}" x1="{first}%" x2="{last}%" y1="10" y2="10"/>')
    if entry is not None and entry != now:
        parts.append(f'<circle class="at-entry" cx="{_x(entry, top)}%" cy="10" r="5"/>')
        parts.append(_number("num-entry", entry, top, right=now is None or entry > now))
    if now is not None:
        parts.append(f'<circle class="at-exit" cx="{_x(now, top)}%" cy="10" r="5.5"/>')
        parts.append(_number("num-exit", now, top, right=entry is None or now >= entry))
    return f'<svg role="img" aria-label={quoteattr(said)}>{"".join(parts)}</svg>'


def _x(value: int, top: int) -> str:
    return f"{_LEFT + (_RIGHT - _LEFT) * min(value, top) / max(top, 1):.1f}"


def _number(kind: str, value: int, top: int, *, right: bool) -> str:
    where = f'dx="{_ROOM}"' if right else f'dx="-{_ROOM}" text-anchor="end"'
    return f'<text class="{kind}" x="{_x(value, top)}%" {where} y="14">{value}</text>'
