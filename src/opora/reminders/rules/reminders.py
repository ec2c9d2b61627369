"""One thing that is due: of what kind, by which day, where it is done; and the order in which such things stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing that is due, in codes only (X-19).

    `kind` is a code of the list of sources, `key` the number of the record it comes from: both together name the
    reminder for good. `path` is the page where it is done. `number` is the number of the case or empty, `route_id`
    the path of the family or none, `code` the code of the person it speaks of, `detail` words for the pages of this
    house only. `is_rough`: the day itself would tell a birth date, so that outside only its month is said.
    `case_id`, `note` (a code of the kind's own), `words` (sealed) and `people` (ids of colleagues) are for the pages of
    this house only too; the `hour` may leave it.
    """

    kind: str
    day: date
    key: int
    path: str
    number: str = ""
    route_id: int | None = None
    code: str = ""
    detail: str = ""
    is_rough: bool = False
    case_id: int | None = None
    note: str = ""
    words: bytes = b""
    people: tuple[int, ...] = ()
    hour: time | None = None

    @property
    def name(self) -> str:
        """The name that stays the same as long as the thing is due."""
        return f"{self.kind}-{self.key}"

    def is_late(self, on: date) -> bool:
        """Whether the day has passed; on the day itself nothing is late yet."""
        return self.day < on

    def for_outside(self) -> "Reminder":
        """The same as it may leave the house: without the words of the pages, and a birthday only as its month."""
        return replace(
            self,
            detail="",
            note="",
            words=b"",
            people=(),
            day=self.day.replace(day=1) if self.is_rough else self.day,
        )


def in_order(reminders: Iterable[Reminder], kinds: Sequence[str]) -> list[Reminder]:
    """The longest waiting first; on one day by the hour, then in the order of the list of kinds, then by number."""
    place = {kind: number for number, kind in enumerate(kinds)}
    return sorted(reminders, key=lambda one: (one.day, one.hour or time.max, place[one.kind], one.number, one.key))


def far_enough(on: date, days: int) -> date:
    """The last day one looks ahead to, `days` (0 or more) from today."""
    return on + timedelta(days=days)


def near(reminders: Iterable[Reminder], until: date) -> tuple[list[Reminder], list[Reminder]]:
    """What is due by a day, late things included, and what comes later."""
    due: list[Reminder] = []
    later: list[Reminder] = []
    for one in reminders:
        (due if one.day <= until else later).append(one)
    return due, later
