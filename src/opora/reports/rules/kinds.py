"""The kinds of live blocks, and what each needs to be told."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of block: which options it asks for; ``needs`` are those without which it shows nothing.

    ``counts`` says whether it stands on cases and days at all, so that a narrower scope means something.
    """

    code: str
    options: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    counts: bool = True


KINDS: Final[Mapping[str, Kind]] = {
    one.code: one
    for one in (
        Kind("text", counts=False),
        Kind("indicators", ("codes",), ("codes",)),
        Kind("indicator", ("code",), ("code",)),
        Kind("model", ("model", "levels"), ("model",)),
        Kind("picture", ("model",), ("model",)),
        Kind("assumptions", ("model",), ("model",)),
        Kind("outcomes"),
        Kind("table"),
        Kind("quality"),
        Kind("depth", ("section",)),
        Kind("study", ("study",), ("study",), counts=False),
        Kind("results"),
        Kind("saved", ("saved",), ("saved",)),
        Kind("services"),
        Kind("people"),
        Kind("events"),
        Kind("published"),
        Kind("practice", counts=False),
        Kind("steps", ("lines",), ("lines",), counts=False),
        Kind("quotes", ("quotes",), ("quotes",), counts=False),
    )
}
SECTIONS: Final = tuple("12345678")
MOST_BLOCKS: Final = 60
LONGEST_TEXT: Final = 6_000


def lacking(kind: str, options: Mapping[str, Any]) -> list[str]:
    """The options a block still waits for; a block of a preset may wait, a block that is shown says so."""
    return [name for name in KINDS[kind].needs if not options.get(name)]
