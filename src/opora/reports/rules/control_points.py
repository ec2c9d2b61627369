"""Steps of a calendar plan that people type: what, planned by which day, reached on which."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

_DAY: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


@dataclass(frozen=True, slots=True)
class Step:
    """One line: a day that is not said is None, never the day planned."""

    what: str
    planned: date | None
    reached: date | None


def read_steps(typed: str) -> Iterator[Step]:
    """A step on each line: «Открыта гостиная; 01.03.2026; 12.03.2026», the last day left out while not reached."""
    for line in typed.splitlines():
        what, *days = (part.strip() for part in line.split(";"))
        if what:
            planned, reached = (*(read_day(one) for one in days), None, None)[:2]
            yield Step(what, planned, reached)


def wrong_lines(typed: str) -> list[int]:
    """The numbers of lines whose days cannot be read."""
    found = []
    for number, line in enumerate(typed.splitlines(), 1):
        _what, *days = (part.strip() for part in line.split(";"))
        if len(days) > 2 or any(one and read_day(one) is None for one in days):
            found.append(number)
    return found


def read_day(text: str) -> date | None:
    """A day as people write it, or nothing."""
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    try:
        return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None
