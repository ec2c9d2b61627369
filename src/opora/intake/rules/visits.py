"""What the report of a visit says of each child and of the home (D-12)."""

from dataclasses import dataclass

TOLD = ("present", "home", "safety_notes", "resources", "met_needs", "proposals")
# The lines written on the spot, before or instead of a whole report.
NOTE = "note"
# How a visit had been planned, kept with what was written on the spot: taken back at once, it is ahead again.
PLANNED = "planned"
LONGEST = 10_000


@dataclass(frozen=True, slots=True)
class ChildSeen:
    """One child at a visit; without a person while the child has no code yet."""

    person_id: int | None
    was_seen: bool
    condition: str = ""
    notes: str = ""


def contradiction(children: tuple[ChildSeen, ...]) -> int | None:
    """The number (from 1) of the first child whose condition is judged though nobody saw it."""
    return next((n for n, child in enumerate(children, 1) if child.condition and not child.was_seen), None)
