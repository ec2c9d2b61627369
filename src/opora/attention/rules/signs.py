"""The signs: each a question to what is known of a case, with a number the organization may change or switch off.

The order of the list is the order of gravity. A family at high risk stands before all others with whatever sign.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

LEVELS: Final = ("low", "medium", "high", "critical")
GRAVE: Final = frozenset({"high", "critical"})
DANGER: Final = "danger"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of an open case on a day. A day that is not known is none.

    `danger_since` is the day a child was marked in danger while the path still stands there, `touched_on` the last
    talk, visit or assessment, `plan_moved_on` the last thing that happened in the plan in force, `visit_missed_by` the
    day of the earliest visit that nobody held or recorded (one ahead is no sign yet), `assess_by` the day by which the
    form was to be filled in, `missed` the visits in a row for which the family was not there.
    """

    opened_on: date
    danger_since: date | None = None
    touched_on: date | None = None
    risk: str = ""
    risk_before: str = ""
    risk_on: date | None = None
    plan_moved_on: date | None = None
    visit_missed_by: date | None = None
    assess_by: date | None = None
    missed: int = 0
    stays_without_end_since: date | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a family needs a look: the sign and its number, days or times."""

    sign: str
    number: int


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign: its code, its number at first, and of a case since when it is so, or how many times (none: it is not).

    A sign that says since when is counted in days.
    """

    code: str
    threshold: int
    since: Callable[[Facts], date | None] | None = None
    times: Callable[[Facts], int | None] = lambda _facts: None
    least: int = 1
    most: int = 365

    def count(self, facts: Facts, on: date) -> int | None:
        """The number of a case on a day; none when the sign does not apply."""
        return self.times(facts) if self.since is None else _days(self.since(facts), on)


@dataclass(frozen=True, slots=True)
class SignSetting:
    """What the organization says of a sign: from which number on it counts, and whether it counts at all."""

    threshold: int
    is_on: bool = True


def _days(day: date | None, on: date) -> int | None:
    return (on - day).days if day is not None and day <= on else None


def _silent_since(facts: Facts) -> date:
    """The last talk, visit or assessment; of a case that had none, the day it was opened."""
    return facts.touched_on or facts.opened_on


def _risk_up_since(facts: Facts) -> date | None:
    """Since when the risk is higher than before; after a while the work answers for it, not this list."""
    if facts.risk not in LEVELS or facts.risk_before not in LEVELS:
        return None
    rose = LEVELS.index(facts.risk) > LEVELS.index(facts.risk_before)
    return facts.risk_on if rose else None


SIGNS: Final = (
    Sign(DANGER, 0, lambda facts: facts.danger_since, least=0),
    Sign("risk_up", 30, _risk_up_since),
    Sign("silence", 21, _silent_since),
    Sign("no_shows", 3, times=lambda facts: facts.missed or None, most=20),
    Sign("visit_late", 3, lambda facts: facts.visit_missed_by),
    Sign("plan_still", 60, lambda facts: facts.plan_moved_on),
    Sign("assessment_late", 14, lambda facts: facts.assess_by),
    Sign("open_stay", 14, lambda facts: facts.stays_without_end_since),
)
# A rise of the risk is news for so many days; all other signs begin to count from their number on.
WHILE: Final = frozenset({"risk_up"})
PLACE: Final = {sign.code: place for place, sign in enumerate(SIGNS)}


def look_at(facts: Facts, settings: Mapping[str, SignSetting], *, on: date) -> tuple[Reason, ...]:
    """Why this family needs a look on this day, the gravest reason first; nothing when it needs none."""
    found = []
    for sign in SIGNS:
        setting = settings.get(sign.code, SignSetting(sign.threshold))
        number = sign.count(facts, on) if setting.is_on else None
        if number is None:
            continue
        if (number <= setting.threshold) if sign.code in WHILE else (number >= setting.threshold):
            found.append(Reason(sign.code, number))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Look:
    """A family that needs a look: its case, its risk, and why."""

    case_id: int
    risk: str
    reasons: tuple[Reason, ...]

    @property
    def is_grave(self) -> bool:
        """Whether a child is in danger: by the last answer about risks, or marked so on the path."""
        return self.risk in GRAVE or any(reason.sign == DANGER for reason in self.reasons)


def gravest_first(looks: Iterable[Look]) -> list[Look]:
    """High risk first, then by the gravest sign, then by how many signs there are, then by the longest."""
    return sorted(
        (look for look in looks if look.reasons),
        key=lambda look: (
            not look.is_grave,
            PLACE[look.reasons[0].sign],
            -len(look.reasons),
            -look.reasons[0].number,
            look.case_id,
        ),
    )
