"""The form item by item: how often each was weak at entry and at exit, what was solved, what came new (IND-34).

What was not rated is unknown: it stands in no numerator and in no denominator, and how much of it there is, is told.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from opora.evidence.rules.control import RISK, false_alarms, holm
from opora.evidence.rules.shares import Share, share_of, sign_test
from opora.evidence.rules.tails import tails

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

UNKNOWN: Final = -1
MOST_STAY: Final = 0.5
ENOUGH: Final = 10
"""From so many families on it is said of an item that it hardly moves; fewer show it in their intervals alone."""


@dataclass(frozen=True, slots=True)
class Rated:
    """Forms of closed cases, one line a case and one column an item: 1 weak, 0 not weak, -1 not rated or no form."""

    case_ids: "NDArray[np.int64]"
    entry: "NDArray[np.int8]"
    exit: "NDArray[np.int8]"
    # Whether there is a form at exit at all: without one nothing is known of what became of any item.
    paired: "NDArray[np.bool_]"

    @property
    def forms(self) -> int:
        return len(self.case_ids)

    @property
    def pairs(self) -> int:
        return int(self.paired.sum())


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """One item over all families whose forms rate it.

    `solved` is of those weak at entry and rated again, `new` of those not weak at entry and rated again; `lost` were
    weak at entry and were not rated at exit, though there is a form. `p` asks whether more was solved than came new,
    held against all items at once.
    """

    place: int
    entry: Share
    exit: Share
    solved: Share
    new: Share
    lost: int
    without_exit: int
    p: float | None

    @property
    def is_clear(self) -> bool:
        """More solved than new, or the other way around, beyond chance, with all other items asked too."""
        return self.p is not None and self.p <= RISK

    @property
    def is_stubborn(self) -> bool:
        """Weak in many families, and even at best solved in less than half of them."""
        interval = self.solved.interval
        return self.solved.total >= ENOUGH and interval is not None and interval[1] < MOST_STAY


@dataclass(frozen=True, slots=True)
class Together:
    """Two items weak in the same families at entry: how many, of how many where both were rated, how many by chance."""

    first: int
    second: int
    both: Share
    expected: float
    p: float

    @property
    def is_clear(self) -> bool:
        """Together more often than items of this frequency fall together by chance."""
        return self.p <= RISK


def items_of(rated: Rated) -> list[ItemFigures]:
    """Every item of the form, in the order of its places."""
    found = [_figures(rated, place) for place in range(rated.entry.shape[1])]
    tested = [(index, p) for index, one in enumerate(found) if (p := _mcnemar(one)) is not None]
    held = dict(zip((index for index, _p in tested), holm([p for _index, p in tested]), strict=True))
    return [_with_p(one, held.get(index)) for index, one in enumerate(found)]


def together_of(rated: Rated, *, at_least: int = 5) -> list[Together]:
    """Pairs of items weak together in at least so many families, the clearest and then the most frequent first."""
    import numpy as np

    # Whole numbers as floats: these are multiplied by the library for matrices, and exactly so up to 2 ** 53.
    weak = (rated.entry == 1).astype(np.float64)
    known = (rated.entry != UNKNOWN).astype(np.float64)
    both, base, margin = weak.T @ weak, known.T @ known, weak.T @ known
    first, second = np.triu_indices(weak.shape[1], k=1)
    asked = both[first, second] >= at_least
    first, second = first[asked], second[asked]
    n, total = both[first, second], base[first, second]
    # Of the families in which both were rated: in how many the one was weak, in how many the other.
    ones, others = margin[first, second], margin[second, first]
    _fewer, more = tails(n, total, ones, others)
    p = false_alarms(more.tolist())
    found = [
        Together(int(a), int(b), share_of(int(k), int(of)), float(x) * float(y) / float(of), q)
        for a, b, k, of, x, y, q in zip(first, second, n, total, ones, others, p, strict=True)
    ]
    return sorted(found, key=lambda one: (not one.is_clear, -one.both.n, one.first, one.second))


def cases_of(rated: Rated, place: int, what: str) -> list[int]:
    """The cases behind a figure of an item: entry, exit, solved, new, stayed, lost or without_exit."""
    entry, exit_ = rated.entry[:, place], rated.exit[:, place]
    behind = {
        "entry": entry == 1,
        "exit": exit_ == 1,
        "solved": (entry == 1) & (exit_ == 0),
        "new": (entry == 0) & (exit_ == 1),
        "stayed": (entry == 1) & (exit_ == 1),
        "lost": (entry == 1) & (exit_ == UNKNOWN) & rated.paired,
        "without_exit": (entry == 1) & ~rated.paired,
    }
    return [int(one) for one in rated.case_ids[behind[what]]]


FIGURES: Final = ("entry", "exit", "solved", "new", "stayed", "lost", "without_exit")


def _figures(rated: Rated, place: int) -> ItemFigures:
    entry, exit_ = rated.entry[:, place], rated.exit[:, place]
    weak, fine, again = entry == 1, entry == 0, exit_ != UNKNOWN
    return ItemFigures(
        place,
        entry=share_of(int(weak.sum()), int((entry != UNKNOWN).sum())),
        exit=share_of(int((exit_ == 1).sum()), int(again.sum())),
        solved=share_of(int((weak & (exit_ == 0)).sum()), int((weak & again).sum())),
        new=share_of(int((fine & (exit_ == 1)).sum()), int((fine & again).sum())),
        lost=int((weak & ~again & rated.paired).sum()),
        without_exit=int((weak & ~rated.paired).sum()),
        p=None,
    )


def _mcnemar(one: ItemFigures) -> float | None:
    """The exact McNemar test is the sign test over the families in which the item changed."""
    return sign_test(one.solved.n, one.new.n)


def _with_p(one: ItemFigures, p: float | None) -> ItemFigures:
    return ItemFigures(
        one.place, one.entry, one.exit, one.solved, one.new, lost=one.lost, without_exit=one.without_exit, p=p
    )
