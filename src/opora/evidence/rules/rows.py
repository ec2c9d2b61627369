"""What the outcome table knows about one case, which cases are asked for, and which two forms make a pair."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from opora.cases.rules.numbers import DIGITS, number_key

_DIGITS = re.compile(r"[0-9]+")
_CENTURIES = ("19", "20")


@dataclass(frozen=True, slots=True)
class Cohort:
    """Whose cases are asked for: programs and departments (empty: all) and the days of closing, both included.

    Programs are pooled only when that is asked for, and then each of them is shown beside the pool (Q-12).
    """

    program_ids: tuple[int, ...] = ()
    department_ids: tuple[int, ...] = ()
    closed_from: date | None = None
    closed_to: date | None = None
    pooled: bool = False


class OutcomeRow(NamedTuple):
    """A closed case as the outcome table shows it (S3-77, S3-78), with what the findings need.

    `entry` and `exit` are numbers of weak sides, `change` is entry minus exit: a positive one is better (Q-11).
    None means not measured, never zero. Section and item figures are None for imported totals. Children count
    at closing: `children_known` of them have a recorded placement, `children_kept` live in their own family and
    `children_with_relatives` are counted apart (Q-13). The same six months later, of those told of at the follow-up.
    """

    case_id: int
    department_id: int
    department: str
    number: str
    opened_on: date
    closed_on: date
    parent: str = ""
    children_codes: Sequence[str] = ()
    extended_to: date | None = None
    follow_up_due_on: date | None = None
    followed_up_on: date | None = None
    entry: int | None = None
    exit: int | None = None
    follow_up: int | None = None
    entry_sections: int | None = None
    exit_sections: int | None = None
    entry_complete: float | None = None
    exit_complete: float | None = None
    change_both: int | None = None
    solved: int | None = None
    new: int | None = None
    has_items: bool = False
    assessor_known: bool = False
    children: int = 0
    children_known: int = 0
    children_kept: int = 0
    children_with_relatives: int = 0
    children_known_later: int = 0
    children_kept_later: int = 0

    @property
    def change(self) -> int | None:
        """«динамика»: weak sides at entry minus weak sides at exit; None when a form is missing."""
        if self.entry is None or self.exit is None:
            return None
        return self.entry - self.exit

    @property
    def days_late(self) -> int:
        """How many days after the due day the family was visited again; 0 when in time or not visited."""
        if self.follow_up_due_on is None or self.followed_up_on is None:
            return 0
        return max(0, (self.followed_up_on - self.follow_up_due_on).days)


@dataclass(frozen=True, slots=True)
class Measured:
    """An assessment as far as pairing needs it: when in the case, by which form, approved or not."""

    assessment_id: int
    point: str
    instrument_code: str
    on: date
    is_approved: bool
    weak: int


@dataclass(frozen=True, slots=True)
class Pair:
    """The forms that are compared; None where there is none to compare."""

    entry: Measured | None = None
    exit: Measured | None = None
    follow_up: Measured | None = None


def pair(assessments: Iterable[Measured]) -> Pair:
    """The first approved entry with the last approved exit of the same form (S3-73).

    A case measured at entry by two forms is compared by the earliest one that has an exit; without any exit the
    first entry stands alone, and an exit by another form only is no exit. Without an entry the last exit is kept,
    so that the missing form can be named. The follow-up is the last approved one of the same form.
    """
    approved = sorted((one for one in assessments if one.is_approved), key=lambda one: (one.on, one.assessment_id))
    entries = [one for one in approved if one.point == "entry"]
    exits = {one.instrument_code: one for one in approved if one.point == "exit"}
    follow_ups = {one.instrument_code: one for one in approved if one.point == "follow_up"}
    if not entries:
        last = max(exits.values(), key=lambda one: (one.on, one.assessment_id), default=None)
        return Pair(None, last, follow_ups.get(last.instrument_code) if last else None)
    entry = next((one for one in entries if one.instrument_code in exits), entries[0])
    return Pair(entry, exits.get(entry.instrument_code), follow_ups.get(entry.instrument_code))


def number_shape(number: str) -> str:
    """How a case number is spelled, whatever its figures: «17/2021 лд» is «0/0 лд»."""
    return _DIGITS.sub("0", number)


def number_series(number: str) -> str:
    """The pattern behind the spelling: numbers of one series in one department are comparable (S3-81)."""
    return _DIGITS.sub("0", number_key(number))


def number_order(number: str) -> int | None:
    """Where a number stands in its series: by year when it has one, then by running number; None without figures.

    The year is the last group of four figures from 1900 to 2099 that is not the whole number.
    """
    groups = _DIGITS.findall(number_key(number))
    if not groups:
        return None
    years = [figures for figures in groups[1:] if len(figures) == 4 and figures[:2] in _CENTURIES]
    return int(years[-1] if years else 0) * 10**DIGITS + int(groups[0][:DIGITS])
