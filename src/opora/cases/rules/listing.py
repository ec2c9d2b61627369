"""What a list of cases is asked for, and where a page of it begins."""

import re
from dataclasses import dataclass
from datetime import date

_CURSOR = re.compile(r"(\d{4})(\d{2})(\d{2})-(\d{1,18})", re.ASCII)


@dataclass(frozen=True, slots=True)
class CaseFilters:
    """Which cases are wanted; an empty filter wants all that the person may see.

    `text` is a number in any spelling, a code (И3) or, for those who may, a name or telephone number.
    `state` is "open", "closed" or "". `due_on` wants cases whose follow-up is due by that day.
    """

    text: str = ""
    state: str = ""
    department_id: int | None = None
    program_id: int | None = None
    mine: bool = False
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A case's place in the list: the newest opening first, the newest record first within a day."""

    opened_on: date
    case_id: int

    def __str__(self) -> str:
        return f"{self.opened_on:%Y%m%d}-{self.case_id}"


def parse_place(text: str) -> Place | None:
    """Read a place back from an address; None for anything else, so that a broken link shows the first page."""
    found = _CURSOR.fullmatch(text)
    if found is None:
        return None
    year, month, day, case_id = (int(part) for part in found.groups())
    try:
        return Place(date(year, month, day), case_id)
    except ValueError:
        return None
