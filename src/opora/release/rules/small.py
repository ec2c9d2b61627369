"""Which numbers tell too much of single people by themselves (primary suppression).

Sources: the house's standards (section 5): a threshold of five, no share below ten, neither 0 % nor 100 % of a small
group. The threshold rule for counts is that of Hundepool et al., «Statistical Disclosure Control» (2012), chapter 4; a
group of which all share one trait is their «group attribute disclosure».
"""

from dataclasses import dataclass
from enum import StrEnum

from opora.release.rules.tables import TOTAL, Place, Table, printed


@dataclass(frozen=True, slots=True)
class Limits:
    """From how many people on a number is printed; from how many on a share; how many results a group must show."""

    least: int = 5
    least_for_shares: int = 10
    different: int = 2


class Reason(StrEnum):
    """Why a number is hidden."""

    SMALL = "small"
    """Fewer people than the threshold."""
    GROUP = "group"
    """All or nobody of a small group: whoever knows a family of the group would learn this of it."""
    BESIDE = "beside"
    """With this number one could compute a hidden one from the totals."""
    EARLIER = "earlier"
    """With this number one could compute a hidden one from what left the house before."""

    @property
    def is_its_own(self) -> bool:
        """Whether the number itself tells too much; the others only betray one that does."""
        return self in (Reason.SMALL, Reason.GROUP)


def too_small(table: Table, limits: Limits) -> dict[Place, Reason]:
    """The numbers that must not be printed whatever stands beside them."""
    numbers = printed(table)
    sizes = {place: table.size(cells) for place, cells in numbers.items()}
    found = {}
    for place, size in sizes.items():
        is_small = 0 < size < limits.least or 0 < table.families_in(numbers[place]) < limits.least
        if is_small:
            found[place] = Reason.SMALL
        elif any(
            0 < sizes[group] < limits.least_for_shares and size in (0, sizes[group])
            for group in _groups_of(table, place)
            if group in sizes
        ):
            found[place] = Reason.GROUP
    return found


def _groups_of(table: Table, place: Place) -> list[Place]:
    """The groups of which this number tells a part: the sums over a dimension that says something of people."""
    return [
        (*place[:index], TOTAL, *place[index + 1 :])
        for index, one in enumerate(table.dimensions)
        if one.tells and one.adds and place[index] != TOTAL
    ]
