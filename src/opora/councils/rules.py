"""Counting a vote: quorum, majority, a tie, and what may still be shown to nobody (S4-10, Q-08)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

OPEN_CASE: Final = "open_case"
OTHER: Final = "other"
ABSTAIN: Final = "abstain"
# What the panel may answer to each kind of question; everybody may abstain.
CHOICES: Final[dict[str, tuple[str, ...]]] = {
    OPEN_CASE: ("open", "one_off", "refer", "reject", "danger", ABSTAIN),
    OTHER: ("yes", "no", ABSTAIN),
}
MAJORITY: Final = "majority"
BY_CHAIR: Final = "chair"
NO_QUORUM: Final = "no_quorum"
ALL_ABSTAINED: Final = "all_abstained"
TIE: Final = "tie"


@dataclass(frozen=True, slots=True)
class Tally:
    """What a vote decided (None: nothing) and by which rule."""

    result: str | None
    reason: str


def needed(seats: int, quorum: int | None) -> int:
    """How many must vote: as the panel agreed, else half of the seats without a conflict of interest, and one more."""
    return quorum if quorum is not None else seats // 2 + 1


def count(votes: Sequence[str], seats: int, quorum: int | None, chair_choice: str | None) -> Tally:
    """The result of a vote (S4-10, Q-08).

    ``votes`` are the choices cast; ``seats`` the number of seats without a conflict of interest; ``quorum`` the number
    of votes the panel agreed on (None: half of the seats and one); ``chair_choice`` what the chair voted (None: did
    not, or the vote is secret). Abstaining counts for the quorum only. The choice with more votes than any other wins;
    of choices with equal votes the one the chair voted for. Raises ValueError with more votes than seats.
    """
    if len(votes) > seats:
        raise ValueError("more votes than seats")
    if not votes or len(votes) < needed(seats, quorum):
        return Tally(None, NO_QUORUM)
    weights = Counter(choice for choice in votes if choice != ABSTAIN)
    if not weights:
        return Tally(None, ALL_ABSTAINED)
    top = max(weights.values())
    leading = {choice for choice, weight in weights.items() if weight == top}
    if len(leading) == 1:
        return Tally(leading.pop(), MAJORITY)
    return Tally(chair_choice, BY_CHAIR) if chair_choice in leading else Tally(None, TIE)


def may_close(*, waiting: int, closes_on: date, on: date) -> bool:
    """A vote closes when nobody is waited for any more, or on its last day; ``waiting`` counts seats without a vote."""
    return waiting == 0 or on >= closes_on
