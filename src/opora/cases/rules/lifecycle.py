"""The life of a case: open, closed, open again. One status at a time, days in their order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from opora.cases.rules.coming_of_age import ComingOfAge
from opora.cases.rules.reasons import NO_EXIT
from opora.pathways.rules.case_reasons import CAME_OF_AGE


class State(StrEnum):
    """Where a case stands."""

    OPEN = "open"
    CLOSED = "closed"


class Problem(StrEnum):
    """Why something may not happen to a case; the sentence for people is in policies."""

    ALREADY_CLOSED = "already_closed"
    ALREADY_OPEN = "already_open"
    BEFORE_OPENING = "before_opening"
    BEFORE_REOPENING = "before_reopening"
    BEFORE_CLOSING = "before_closing"
    BEFORE_STAY = "before_stay"
    BEFORE_TEAM = "before_team"
    NO_CHILD = "no_child"
    PLACEMENT_MISSING = "placement_missing"
    UNKNOWN_REASON = "unknown_reason"
    SUMMARY_MISSING = "summary_missing"
    SAME_PERSON = "same_person"
    ALREADY_MEMBER = "already_member"
    NO_CASE_MANAGER = "no_case_manager"
    STAY_GOES_ON = "stay_goes_on"
    NO_STAY = "no_stay"
    NOT_LONGER = "not_longer"
    PLANNED_BEFORE_START = "planned_before_start"
    STAYS_OVERLAP = "stays_overlap"
    ALREADY_DONE = "already_done"
    BEFORE_EXIT = "before_exit"
    NOT_OF_AGE = "not_of_age"
    UNKNOWN_NO_EXIT = "unknown_no_exit"
    UNKNOWN_RESULT = "unknown_result"
    FAMILY_STATE_MISSING = "family_state_missing"
    CHILD_STATE_MISSING = "child_state_missing"


@dataclass(frozen=True, slots=True)
class Life:
    """The days that decide what may happen to a case; reopened_on is the latest return, if any."""

    opened_on: date
    closed_on: date | None = None
    reopened_on: date | None = None

    @property
    def state(self) -> State:
        """Open until a closing day stands."""
        return State.OPEN if self.closed_on is None else State.CLOSED


def problems_of_closing(
    life: Life,
    *,
    reason: str,
    summary: str,
    children: Sequence[int],
    placements: Mapping[int, str],
    stay_from_on: date | None,
    on: date,
    known_reasons: frozenset[str],
    no_exit: str = "",
    comes_of_age: ComingOfAge | None = None,
) -> list[Problem]:
    """A case closes once, not before it began, with a reason, a summary and a placement of each child.

    Takes the ids of the case's children and a placement kind per id ("unknown" is an answer, silence is not);
    `no_exit` is why there is no exit assessment, if there is none; `comes_of_age` is when the youngest child turns
    eighteen: before that day nobody came of age (S4-39). Gives every reason why not, empty when the case may be
    closed (S3-84, S4-22, X-06, X-18).
    """
    found = []
    if life.state is State.CLOSED:
        found.append(Problem.ALREADY_CLOSED)
    if on < life.opened_on:
        found.append(Problem.BEFORE_OPENING)
    elif life.reopened_on and on < life.reopened_on:
        found.append(Problem.BEFORE_REOPENING)
    elif stay_from_on and on < stay_from_on:
        found.append(Problem.BEFORE_STAY)
    if reason not in known_reasons:
        found.append(Problem.UNKNOWN_REASON)
    if reason == CAME_OF_AGE and comes_of_age is not None and comes_of_age.is_surely_after(on):
        found.append(Problem.NOT_OF_AGE)
    if no_exit and no_exit not in NO_EXIT:
        found.append(Problem.UNKNOWN_NO_EXIT)
    if not summary.strip():
        found.append(Problem.SUMMARY_MISSING)
    if any(not placements.get(child) for child in children):
        found.append(Problem.PLACEMENT_MISSING)
    return found


def problems_of_reopening(life: Life, *, on: date) -> list[Problem]:
    """Only a closed case opens again, and not before the day it was closed."""
    if life.closed_on is None:
        return [Problem.ALREADY_OPEN]
    return [Problem.BEFORE_CLOSING] if on < life.closed_on else []
