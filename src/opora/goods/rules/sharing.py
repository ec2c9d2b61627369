"""One shelf shared out to many families in the order in which they stand: nobody gets what another one was given."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from opora.goods.rules.taking import OnShelf, Short, Taken, Wanted, take

MayGo = Callable[[int], bool]


def share(
    wanted: Sequence[Sequence[Wanted]],
    shelf: Iterable[OnShelf],
    *,
    on: date,
    may_go: Sequence[MayGo] | None = None,
) -> list[tuple[list[Taken], list[Short]]]:
    """What each family gets of which lot, and what is missing for it.

    A family for which something is missing gets nothing and leaves everything to those after it: half a present is
    none. ``may_go`` says of each family which gifts of donors it may get.
    """
    by_good: dict[tuple[int, str], list[int]] = {}
    left: dict[int, OnShelf] = {}
    for lot in shelf:
        left[lot.lot_id] = lot
        by_good.setdefault((lot.good_id, lot.size), []).append(lot.lot_id)
    found = []
    for place, lines in enumerate(wanted):
        # Only what may serve is looked at, so that many families cost as much each as one does.
        serving = {lot_id for line in lines for lot_id in _serving(line, by_good) if lot_id in left}
        asked = may_go[place] if may_go is not None else _to_anybody
        taken, short = take(lines, [left[lot_id] for lot_id in sorted(serving)], on=on, may_go=asked)
        for one in () if short else taken:
            left[one.lot_id] = replace(left[one.lot_id], free=left[one.lot_id].free - one.quantity)
        found.append(([] if short else taken, short))
    return found


def _serving(line: Wanted, by_good: dict[tuple[int, str], list[int]]) -> Iterable[int]:
    return [line.lot_id] if line.lot_id is not None else by_good.get((line.good_id, line.size), ())


def _to_anybody(_purpose_id: int) -> bool:
    return True
