"""Which ways families take through the process of support and the crisis centre: every branch has its turn.

A road is only a list of steps. Turns rotate instead of being drawn, so that a small demonstration has them all.
"""

from collections.abc import Iterator
from itertools import cycle
from typing import Final

Road = tuple[str, ...]

_STUDIED: Final[Road] = ("go_visit", "visited", "assessed")
# How a family comes to its case. "open" stands for the step of its program: at home or in the centre.
_USUAL: Final[Road] = (*_STUDIED, "open")
_ARRIVALS: Final[tuple[Road, ...]] = (
    _USUAL,
    _USUAL,
    ("help_once", "one_off_visit", *_USUAL[1:]),
    _USUAL,
    ("refer", "referral_failed", *_USUAL),
    _USUAL,
    ("go_visit", "danger", "child_at_home"),
    _USUAL,
    ("help_once", "one_off_visit", *_USUAL[1:]),
    ("go_visit", "danger", "child_placed", "reunite"),
)
_PLANNED: Final[Road] = ("plan_drafted", "council_approve")
_RETURNED: Final[Road] = ("plan_drafted", "council_return", "plan_drafted", "council_approve")
_CHECKED: Final[Road] = ("time_to_check", "correct_plan", *_PLANNED)
# From the work back to the work: checked and corrected, sent back by the council, in danger and out of it.
_ROUNDS: Final[tuple[Road, ...]] = (
    _CHECKED,
    ("time_to_check", "correct_plan", *_RETURNED),
    _CHECKED,
    ("danger", "child_at_home", *_PLANNED),
    _CHECKED,
    _CHECKED,
    ("time_to_check", "correct_plan", *_RETURNED),
    ("danger", "child_placed", "reunite", *_PLANNED),
    _CHECKED,
    _CHECKED,
)
_TO_CLOSING: Final[Road] = ("time_to_check", "to_closing")
_ENDS: Final[tuple[Road, ...]] = (
    _TO_CLOSING,
    _TO_CLOSING,
    (*_TO_CLOSING, "not_yet", *_TO_CLOSING),
    _TO_CLOSING,
)
# Where a family at work for some months stands today, beginning from the work by the plan.
_STANDING: Final[tuple[Road, ...]] = (
    (),
    ("time_to_check", "correct_plan"),
    ("time_to_check",),
    ("time_to_check", "correct_plan", "plan_drafted"),
    _TO_CLOSING,
    (),
    ("danger",),
    (),
    ("danger", "child_placed"),
    (),
)
# Signals that never became a case, or not yet; an empty road waits for its decision.
SIGNALS: Final[tuple[Road, ...]] = (
    (),
    ("help_once", "one_off_done"),
    ("go_visit",),
    ("refer", "referral_done"),
    ("signal_reject",),
    _STUDIED,
    ("go_visit", "visited"),
    (),
    ("go_visit", "danger", "child_safe"),
    ("refer",),
    ("refuse",),
    ("help_once",),
    (*_STUDIED, "vote_one_off", "one_off_done"),
    (),
    (*_STUDIED, "vote_reject"),
    (*_STUDIED, "vote_refer", "referral_done"),
    (*_STUDIED, "vote_danger", "child_safe"),
    ("go_visit", "refuse"),
    ("go_visit", "visited", "danger", "child_placed", "fostered"),
    _STUDIED,
    ("go_visit",),
    ("go_visit", "visited", "refuse"),
    ("go_visit", "visited", "danger", "child_placed"),
    ("go_visit", "danger"),
)
DECLINED: Final = frozenset({"family_declined", "organisation_declined"})
_PASSED_ON: Final = frozenset({"transferred", "moved"})


class Roads:
    """Hands out roads, each branch in its turn."""

    def __init__(self) -> None:
        self._arrivals = cycle(_ARRIVALS)
        self._rounds = cycle(_ROUNDS)
        self._ends = cycle(_ENDS)
        self._standing = cycle(_STANDING)
        self._first_plans = cycle((_PLANNED, _PLANNED, _RETURNED, _PLANNED))
        self._placed = cycle((("danger", "child_placed", "fostered"), ("danger", "child_safe")))
        self._early = cycle(range(4))

    def arrival(self, *, is_shelter: bool, is_new: bool) -> Road:
        """From the signal to the opening; the centre takes in whom it has studied."""
        road = _USUAL if is_new else next(self._arrivals)
        if is_shelter and "open" not in road:
            road = _USUAL
        opening = "vote_settle" if is_shelter else "vote_open"
        return tuple(opening if step == "open" else step for step in road)

    def young(self, arrival: Road, days: int) -> Road:
        """What a family has behind it whose case was opened a few days or weeks ago."""
        begun = self._begun(arrival)
        longest = 0 if days < 7 else 2 if days < 25 else len(begun)
        return begun[:longest]

    def standing(self, arrival: Road, rounds: int) -> Road:
        """From the opening to where a family at work stands today."""
        return (*self._worked(arrival, rounds), *next(self._standing))

    def ended(self, arrival: Road, rounds: int, reason: str) -> Road:
        """From the opening to the exit that speaks of the reason of the closing."""
        work = self._worked(arrival, rounds)
        if reason == "child_placed":
            return (*work, *next(self._placed))
        road = (*work, *next(self._ends))
        if reason in DECLINED:
            return (*road[: len(road) - next(self._early)], "refuse")
        return (*road, "close_other" if reason in _PASSED_ON else "close")

    def _begun(self, arrival: Road) -> Road:
        opening = arrival[-1]
        settled = ("settled", "signed") if opening == "vote_settle" else ("signed",)
        return (*(settled if opening.startswith("vote_") else ()), *next(self._first_plans))

    def _worked(self, arrival: Road, rounds: int) -> Road:
        return (*self._begun(arrival), *(step for _round in range(rounds) for step in next(self._rounds)))


def signal_roads(count: int) -> Iterator[Road]:
    """Roads of ``count`` signals that are no cases."""
    return (SIGNALS[number % len(SIGNALS)] for number in range(count))
