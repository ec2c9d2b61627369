"""What must hold when a family is given a place: who comes, where each sleeps, why."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Berth:
    """Where somebody sleeps: in a bed, in an extra place above capacity, or with the mother (neither)."""

    person_id: int
    bed_id: int | None = None
    is_extra: bool = False


class Problem(StrEnum):
    """What stands in the way of an admission."""

    NOBODY = "nobody"
    STRANGER = "stranger"
    NO_REASON = "no_reason"
    BED_TWICE = "bed_twice"
    BED_TAKEN = "bed_taken"
    NO_SUCH_BED = "no_such_bed"
    OVER_CAPACITY = "over_capacity"
    ENDS_EARLIER = "ends_earlier"


def problems_of_admission(
    berths: Sequence[Berth],
    *,
    family: Collection[int],
    beds: Collection[int],
    taken: Collection[int],
    has_reason: bool,
    over_capacity: str,
    from_on: date,
    until: date | None,
) -> list[Problem]:
    """Everything that is wrong: above the capacity of the place only with a reason (S0-06)."""
    wanted = [berth.bed_id for berth in berths if berth.bed_id is not None]
    found = []
    if not berths:
        found.append(Problem.NOBODY)
    if any(berth.person_id not in family for berth in berths):
        found.append(Problem.STRANGER)
    if not has_reason:
        found.append(Problem.NO_REASON)
    if len(wanted) != len(set(wanted)):
        found.append(Problem.BED_TWICE)
    if not set(wanted) <= set(beds):
        found.append(Problem.NO_SUCH_BED)
    elif set(wanted) & set(taken):
        found.append(Problem.BED_TAKEN)
    if any(berth.is_extra for berth in berths) and not over_capacity.strip():
        found.append(Problem.OVER_CAPACITY)
    if until is not None and until <= from_on:
        found.append(Problem.ENDS_EARLIER)
    return found
