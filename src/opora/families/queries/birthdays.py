"""Which months of birth mean that somebody soon turns so many years: asked by blind marks, nobody is opened."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from opora.common.dates import add_months
from opora.families.keyring import blind_index

MONTHS_AHEAD = 3
"""A birthday is told from so many months before its own on."""


@dataclass(frozen=True, slots=True)
class Turning:
    """Somebody turns so many years in a month, named by its first day."""

    years: int
    month: date


def turning_soon(*, ages: Collection[int], on: date) -> dict[bytes, Turning]:
    """The marks of everybody who turns one of these ages in this month or the next ones, with what they mean."""
    index = blind_index()
    months = [add_months(on.replace(day=1), ahead) for ahead in range(MONTHS_AHEAD + 1)]
    return {index.born_in(month.year - years, month.month): Turning(years, month) for years in ages for month in months}
