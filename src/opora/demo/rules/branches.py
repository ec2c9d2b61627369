"""The other practices an organization may work by, and the roads families take there (S0, S1 with S4, S2)."""

from dataclasses import dataclass
from datetime import date
from itertools import cycle
from typing import Final

from opora.demo.rules.roads import DECLINED, Road
from opora.demo.rules.staff import FAMILY_HELP, NEARBY, RESIDENCE
from opora.demo.rules.walks import Walker
from opora.pathways.rules import Definition, Value

_PASSED_ON: Final = frozenset({"transferred", "moved"})


@dataclass(frozen=True, slots=True)
class Branch:
    """A practice beside the first: where it is worked by, and each part of its roads in the words of its process.

    ``arrivals`` lead from the signal to the opening, ``begun`` to the work by the plan, ``rounds`` from the work back
    to it, ``standing`` to where a family stands today, ``closing`` to the stage from which a case is closed.
    ``signals`` are the roads of signals that are no cases. ``residential`` says that its families live in the house.
    """

    practice: str
    place: int
    residential: bool
    arrivals: tuple[Road, ...]
    begun: tuple[Road, ...]
    rounds: tuple[Road, ...]
    standing: tuple[Road, ...]
    closing: Road
    signals: tuple[Road, ...]


_SEEN: Final[Road] = ("go_visit", "visited")
_VOTED: Final[Road] = (*_SEEN, "contacted", "gathered", "assessed", "vote_open", "case_opened")
_COUNCIL: Final[Road] = ("plan_drafted", "council_approve", "team_ready")

BRANCHES: Final = (
    Branch(
        practice="crisis_department",
        place=RESIDENCE,
        residential=True,
        arrivals=((*_SEEN, "decide_residence"),),
        begun=(("admitted", "plan_ready"),),
        rounds=(("time_to_check", "correct_plan", "plan_ready"), ("danger", "child_at_home", "plan_ready")),
        standing=((), ("time_to_check",), ("time_to_check", "to_leaving"), ("time_to_check", "to_leaving", "left")),
        closing=("time_to_check", "to_leaving", "left", "settled"),
        signals=(("inform",), (), ("help_once", "one_off_done"), ("refer",)),
    ),
    Branch(
        practice="family_help",
        place=FAMILY_HELP,
        residential=False,
        arrivals=(_VOTED,),
        begun=(
            ("manager_chosen", *_COUNCIL),
            ("manager_chosen", "plan_drafted", "council_return", *_COUNCIL),
        ),
        rounds=(("time_to_check", "correct_plan", *_COUNCIL), ("danger", "child_placed", "reunite", *_COUNCIL)),
        standing=((), ("time_to_check",), ("time_to_check", "correct_plan"), ("danger", "child_placed")),
        closing=("time_to_check", "to_closing"),
        signals=(_SEEN, (), ("help_once", "one_off_done"), ("refer", "referral_done")),
    ),
    Branch(
        practice="mama_ryadom",
        place=NEARBY,
        residential=True,
        arrivals=((*_SEEN, "decide_placement"),),
        begun=(("placed", "assessed", "plan_ready"),),
        rounds=(("time_to_check", "correct_plan", "plan_ready"), ("danger", "child_at_home", "plan_ready")),
        standing=((), ("time_to_check",), (), ("time_to_check", "to_closing")),
        closing=("time_to_check", "to_closing"),
        signals=((), ("help_once", "one_off_done"), ("go_visit",), ("signal_reject",)),
    ),
)


class BranchRoads:
    """Hands out the roads of one branch, each part in its turn."""

    def __init__(self, branch: Branch) -> None:
        self._closing = branch.closing
        self._arrivals, self._begun = cycle(branch.arrivals), cycle(branch.begun)
        self._rounds, self._standing = cycle(branch.rounds), cycle(branch.standing)

    def arrival(self, *, is_shelter: bool, is_new: bool) -> Road:
        """From the signal to the opening."""
        return next(self._arrivals)

    def young(self, arrival: Road, days: int) -> Road:
        """What a family has behind it whose case was opened a few days or weeks ago."""
        begun = next(self._begun)
        return begun[: 0 if days < 7 else 1 if days < 25 else len(begun)]

    def standing(self, arrival: Road, rounds: int) -> Road:
        """From the opening to where a family at work stands today."""
        return (*self._worked(rounds), *next(self._standing))

    def ended(self, arrival: Road, rounds: int, reason: str) -> Road:
        """From the opening to the exit that speaks of the reason of the closing."""
        work = self._worked(rounds)
        if reason == "child_placed":
            return (*work, "danger", "child_safe")
        if reason in DECLINED:
            return (*work, "refuse")
        return (*work, *self._closing, "close_other" if reason in _PASSED_ON else "close")

    def _worked(self, rounds: int) -> Road:
        return (*next(self._begun), *(step for _round in range(rounds) for step in next(self._rounds)))


class BranchWalker(Walker):
    """Invents walks by the process of a branch; after the first meeting everything is known that a decision asks."""

    def __init__(self, branch: Branch, definition: Definition, *, seed: int, today: date) -> None:
        super().__init__(definition, seed=seed, today=today, roads=BranchRoads(branch))
        self._signals = branch.signals

    def _signal_roads(self, count: int) -> list[Road]:
        return [self._signals[number % len(self._signals)] for number in range(count)]

    def _learned(self, step: str, road: Road) -> dict[str, Value]:
        learned = super()._learned(step, road)
        return {**learned, "risk": "medium"} if step == "visited" else learned
