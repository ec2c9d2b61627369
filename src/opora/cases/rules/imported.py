"""A case as a register of earlier years tells it: codes, number and days, nothing more (X-03)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from opora.cases.rules.follow_up_due import follow_up_due
from opora.cases.rules.numbers import number_key


@dataclass(frozen=True, slots=True)
class ImportedCase:
    """One row of a register.

    Ids are of rows that exist. `has_stay` marks the crisis-centre layout, where closed_on is the day the
    family left and extended_to the last extension; followed_up_on is the day the six-month visit took place.
    `case_id` names the case that a corrected register changes; it is None for a new one.
    """

    number: str
    program_id: int
    department_id: int
    family_id: int
    client_id: int
    child_ids: tuple[int, ...]
    opened_on: date
    closed_on: date | None = None
    extended_to: date | None = None
    followed_up_on: date | None = None
    has_stay: bool = False
    case_id: int | None = None
    # Opened here and lived since: no register may overwrite it. Two tellings of one case may differ in this.
    lived: bool = field(default=False, compare=False)

    @property
    def key(self) -> tuple[int, str]:
        """What makes the case one and the same in every register: department and number in one spelling."""
        return (self.department_id, number_key(self.number))

    @property
    def follow_up_due_on(self) -> date | None:
        """Six months after the exit; None while the case is open."""
        return follow_up_due(self.closed_on) if self.closed_on else None


def in_wrong_order(case: ImportedCase) -> bool:
    """Say whether the days contradict one another: closed before opened, or followed up before closed."""
    if case.closed_on and case.closed_on < case.opened_on:
        return True
    if case.extended_to and case.extended_to < case.opened_on:
        return True
    return bool(case.followed_up_on and (not case.closed_on or case.followed_up_on < case.closed_on))


def standing_twice(cases: Sequence[ImportedCase]) -> list[ImportedCase]:
    """The cases whose number another case of the same department and the same register carries too."""
    seen: dict[tuple[int, str], int] = {}
    for case in cases:
        seen[case.key] = seen.get(case.key, 0) + 1
    return [case for case in cases if seen[case.key] > 1]


def changed(cases: Sequence[ImportedCase], present: Mapping[int, ImportedCase]) -> list[ImportedCase]:
    """Of the cases of a corrected register, those that differ from what is recorded; the rest stay."""
    return [case for case in cases if case.case_id is None or present.get(case.case_id) != case]
