"""What a box or an assumption comes to: by what it is seen, why there is no figure, whether it holds. Pure."""

from collections.abc import Iterable
from typing import Final

STATES: Final = {
    "computed": "computed",
    "rated": "rated",
    "document": "document",
    "external": "external",
    "not_yet": "not yet",
}
"""How a box is seen, as the command line calls it."""


def state_of(kind: str) -> str:
    """The state of a box; one without a rule of evidence is not seen yet."""
    return STATES.get(kind, "not yet")


def why_no_figure(kind: str, *, is_result: bool, names_indicators: bool, is_defined: bool) -> str:
    """The code of the sentence that says why a box has no figure; no figure is never a zero."""
    if names_indicators:
        return "" if is_defined else "undefined"
    if not kind and not is_result:
        return "no_result"
    return f"no_indicator_{kind if kind in STATES else 'not_yet'}"


def holds(met: Iterable[bool | None]) -> bool | None:
    """Whether targets are reached: one missed is a miss; None where there is none, or no figure to compare."""
    known = [one for one in met if one is not None]
    return None if not known else all(known)


def trend(now: float | None, before: float | None) -> int | None:
    """Up, down or the same; None where one of the two cannot be said."""
    if now is None or before is None:
        return None
    difference = round(now - before, 4)
    return (difference > 0) - (difference < 0)
