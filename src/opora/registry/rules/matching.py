"""Which recorded case a row speaks of: a number alone does not say it, for numbers may begin anew each year.

A row whose parent and opening day both differ from the record is another case, never a change of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from opora.cases.rules.numbers import number_key
from opora.registry.rules.plan import Recorded
from opora.registry.rules.register import RegistryRow
from opora.registry.rules.repeated import is_yearless, year_behind


@dataclass(frozen=True, slots=True)
class Match:
    """The recorded case of a row, None for a new one, or why nobody can say; `restarts` when the number began anew."""

    recorded: Recorded | None = None
    problem: str | None = None
    restarts: bool = False


NEW = Match()


def matches(rows: Sequence[RegistryRow], recorded: Sequence[Recorded]) -> list[Match]:
    """For the rows of one department and number, the recorded cases with that number, each given once at most."""
    free = list(recorded)
    found: dict[int, Match] = {}
    for place, row in enumerate(rows):
        exact = [one for one in free if (one.parent, one.opened_on) == (row.parent, row.opened_on)]
        if len(exact) == 1:
            found[place] = Match(exact[0])
            free.remove(exact[0])
    for place, row in enumerate(rows):
        if place not in found:
            found[place] = match = _near(row, free, recorded)
            if match.recorded is not None:
                free.remove(match.recorded)
    return [found[place] for place in range(len(rows))]


def _near(row: RegistryRow, free: Sequence[Recorded], recorded: Sequence[Recorded]) -> Match:
    begins_anew = is_yearless(number_key(row.number))
    near = [one for one in free if one.parent == row.parent or one.opened_on == row.opened_on]
    if begins_anew and any(_came_again(row, one) for one in near):
        return Match(problem="family_came_again")
    if len(near) > 1:
        near = [one for one in near if _year_of(one) == row.year]
        if len(near) != 1:
            return Match(problem="case_unclear")
    if near:
        return Match(near[0])
    if not recorded:
        return NEW
    if not begins_anew or row.year in map(_year_of, recorded):
        return Match(problem="number_of_another_case")
    return Match(restarts=True)


def _came_again(row: RegistryRow, recorded: Recorded) -> bool:
    """The same family with the same number, begun after the recorded case was closed: a correction or a new case."""
    closed_on = recorded.closed_on
    return recorded.parent == row.parent and closed_on is not None and row.opened_on > closed_on


def _year_of(recorded: Recorded) -> int:
    return year_behind(number_key(recorded.number)) or recorded.opened_on.year
