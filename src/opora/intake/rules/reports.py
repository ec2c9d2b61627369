"""The sections of the analytic report, in the order in which the panel reads them (DOC3, D-13)."""

from collections.abc import Mapping

SECTIONS = (
    "situation",
    "sources",
    "family",
    "risks",
    "resources",
    "needs",
    "voice",
    "unknowns",
    "options",
    "recommendation",
)
REQUIRED = ("situation", "recommendation")
LONGEST = 20_000


def kept(sections: Mapping[str, str]) -> dict[str, str]:
    """The sections that hold something, in their order."""
    return {name: text for name in SECTIONS if (text := str(sections.get(name, "") or "").strip())}


def missing(sections: Mapping[str, str]) -> tuple[str, ...]:
    """What must be written before the report goes to the vote: the situation and a recommendation."""
    filled = kept(sections)
    return tuple(name for name in REQUIRED if name not in filled)
