"""The look back at a family after its exit: what must be known before it counts as made (X-12, S3-85)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from opora.cases.rules.lifecycle import Problem
from opora.families.rules.placements import KINDS

REACHED = "reached"
NO_ANSWER = "no_answer"
REFUSED = "refused"
LOST = "lost"
RESULTS = (REACHED, NO_ANSWER, REFUSED, LOST)
SETTLED = frozenset({REACHED, REFUSED, LOST})
"""Results after which nobody waits any more; after an attempt without answer the look back stays due."""
FAMILY_STATES = ("copes", "needs_support", "in_crisis", "unknown")
SAFETIES = ("safe", "concern", "danger", "unknown")


@dataclass(frozen=True, slots=True)
class ChildNow:
    """Where a child lives and whether it is safe there; both have an answer for «not known»."""

    placement: str
    safety: str


def problems_of_follow_up(
    *,
    result: str,
    family_state: str,
    children: Sequence[int],
    told: Mapping[int, ChildNow],
    exit_on: date,
    on: date,
) -> list[Problem]:
    """A family that was reached is described: how it fares, and of each child where it lives and whether it is safe.

    Takes the ids of the case's children and what was told of them by id; gives every reason why not. Of a family
    that was not reached nothing is asked.
    """
    found = []
    if result not in RESULTS:
        found.append(Problem.UNKNOWN_RESULT)
    if on < exit_on:
        found.append(Problem.BEFORE_EXIT)
    if result == REACHED:
        if family_state not in FAMILY_STATES:
            found.append(Problem.FAMILY_STATE_MISSING)
        if any(not _is_told(told.get(child)) for child in children):
            found.append(Problem.CHILD_STATE_MISSING)
    return found


def _is_told(child: ChildNow | None) -> bool:
    return child is not None and child.placement in KINDS and child.safety in SAFETIES
