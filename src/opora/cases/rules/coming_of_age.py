"""The day from which a case has no child any more: its youngest child turns eighteen (S4-39)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from opora.families.rules.ages import comes_of_age_on
from opora.families.rules.births import Birth


@dataclass(frozen=True, slots=True)
class ComingOfAge:
    """The eighteenth birthday of the youngest child as far as birth dates are known.

    `on` is None while no birth is known; `unknown` counts the children whose birth date is not, or not to the day:
    with any of them the true day may be later. Of a birth known to the year `on` has the earliest day it may be.
    """

    on: date | None
    unknown: int = 0

    def is_surely_after(self, day: date) -> bool:
        """Whether a child of the case is certainly still under age on a day."""
        return self.on is not None and self.on > day


def youngest_of_age(born: Iterable[Birth | None]) -> ComingOfAge:
    """When the youngest of some children turns eighteen, by their births (None: not known)."""
    known, unknown = [], 0
    for birth in born:
        unknown += birth is None or birth.exact is None
        if birth is not None:
            known.append(comes_of_age_on(birth.earliest))
    return ComingOfAge(max(known, default=None), unknown)
