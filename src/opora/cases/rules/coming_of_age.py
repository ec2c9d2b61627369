"""The day from which a case has no child any more: its youngest child turns eighteen (S4-39)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from opora.families.rules.ages import comes_of_age_on


@dataclass(frozen=True, slots=True)
class ComingOfAge:
    """The eighteenth birthday of the youngest child as far as birth dates are known.

    `on` is None while no birth date is known; `unknown` counts the children whose birth date is not: with any of
    them the true day may be later.
    """

    on: date | None
    unknown: int = 0

    def is_surely_after(self, day: date) -> bool:
        """Whether a child of the case is certainly still under age on a day."""
        return self.on is not None and self.on > day


def youngest_of_age(born: Iterable[date | None]) -> ComingOfAge:
    """When the youngest of some children turns eighteen, by their birth dates (None: not known)."""
    known, unknown = [], 0
    for born_on in born:
        if born_on is None:
            unknown += 1
        else:
            known.append(comes_of_age_on(born_on))
    return ComingOfAge(max(known, default=None), unknown)
