"""Services beside solved items: where a service was given between entry and exit, how often was the item solved, and
how often where it was not? (S3-92)

It is a comparison of families, not of services: who has it harder is given more, and who stays longer too.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from opora.evidence.rules.control import RISK, false_alarms
from opora.evidence.rules.depth import UNKNOWN, Rated
from opora.evidence.rules.shares import Share, share_of
from opora.evidence.rules.tails import tails

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FEW: Final = 5
"""With fewer families on either side nothing is compared. The size decides that, never what came of it."""


class Beside(StrEnum):
    """What may be said of a service beside an item."""

    MORE = "more"
    LESS = "less"
    NOT_SEEN = "not_seen"
    FEW = "few"


@dataclass(frozen=True, slots=True)
class HelpedItem:
    """An item and a service: solved where it was given, solved where it was not; `p` is held against all others."""

    place: int
    service_id: int
    given: Share
    others: Share
    p: float | None

    @property
    def said(self) -> Beside:
        if self.p is None:
            return Beside.FEW
        if self.p > RISK:
            return Beside.NOT_SEEN
        return Beside.MORE if (self.given.share or 0) > (self.others.share or 0) else Beside.LESS


def helped_items(rated: Rated, given: "NDArray[np.bool_]", service_ids: tuple[int, ...]) -> list[HelpedItem]:
    """Every item beside every service that was given where it was weak; `given` has a column a service.

    Only families weak at entry and rated again count. All comparisons with enough families on both sides are held
    against each other, so that a false alarm among them is rare (Benjamini and Hochberg).
    """
    import numpy as np

    asked = (rated.entry == 1) & (rated.exit != UNKNOWN)
    solved = (asked & (rated.exit == 0)).astype(np.float64)
    with_it = given.astype(np.float64)
    all_n, all_solved = asked.sum(axis=0), solved.sum(axis=0)
    n, k = asked.astype(np.float64).T @ with_it, solved.T @ with_it
    total, won = np.broadcast_to(all_n[:, None], n.shape), np.broadcast_to(all_solved[:, None], n.shape)
    tested = (n >= FEW) & (total - n >= FEW)
    fewer, more = tails(k[tested], total[tested], won[tested], n[tested])
    held = np.full(n.shape, np.nan)
    held[tested] = false_alarms(np.minimum(1.0, 2 * np.minimum(fewer, more)).tolist())
    found = [
        HelpedItem(
            int(place),
            service_ids[column],
            share_of(int(k[place, column]), int(n[place, column])),
            share_of(int(won[place, column] - k[place, column]), int(total[place, column] - n[place, column])),
            float(held[place, column]) if tested[place, column] else None,
        )
        for place, column in zip(*np.nonzero(n), strict=True)
    ]
    return sorted(found, key=_order)


def _order(one: HelpedItem) -> tuple[bool, float, int, int, int]:
    """The clearest first, then where most families stand behind it."""
    return one.p is None, 1.0 if one.p is None else one.p, -one.given.total, one.place, one.service_id
