"""Two hundred issues from one shelf by eight writers, beside the same rule when it locks the whole place.

Each writer is a process with a connection of its own; what is measured is what the ledger does for an issue, from the
beginning of its transaction to its commit, without the papers around it. Whole acts are measured too (`acts_at_once`).

Given one by one, every issue is a transaction of its own. Where nobody waits for anybody, eight writers are therefore
as many times quicker than one as there are cores, and no more; a rule that keeps the place to itself is as quick as one
writer at best. So one writer alone is measured too, and the cores are told beside the figures. Given as hand-outs, each
writer's share goes out at once: the lots are locked once and everything is written by one statement.
"""

import multiprocessing
import os
import time
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from django.db import connection, connections, transaction

from opora.access.rules import SYSTEM
from opora.bench.acts_at_once import Turn, Turns, act_by_act, cost_of
from opora.goods import actions
from opora.goods.actions.ledger import Change, begin_entry, lock_wanted, shelf_of, write, write_for_each
from opora.goods.models import Good, Lot, StockEntry, StockPlace
from opora.goods.queries import unbalanced
from opora.goods.rules.sharing import share
from opora.goods.rules.taking import Wanted, take, together

WRITERS, ISSUES, LOTS, ROUNDS = 8, 200, 1_000, 3
"""A warehouse of a thousand lots: a hundred kinds of goods in their sizes."""


def compare(*, on: date) -> dict[str, float]:
    """Issues a second: one by one, as hand-outs, and one by one under a lock of the place's row or of all its lots."""
    place = _fill(on)
    ways: dict[str, Callable[[int, Turns, date], None]] = {
        "lots": partial(_one_by_one, _nothing),
        "at once": _at_once,
        "row": partial(_one_by_one, _lock_row),
        "place": partial(_one_by_one, _lock_place),
        "acts": partial(act_by_act, _nothing),
        "acts in place": partial(act_by_act, _lock_row),
    }
    found: dict[str, list[float]] = {name: [] for name in (*ways, "alone")}
    for _round in range(ROUNDS):
        for name, way in ways.items():
            found[name].append(_side_by_side(place.pk, way, on))
        found["alone"].append(_side_by_side(place.pk, ways["lots"], on, writers=1))
    if unbalanced() or Lot.objects.filter(quantity__lt=0).exists():
        raise RuntimeError("the ledger and the balances differ")
    middle = {name: sorted(speeds)[len(speeds) // 2] for name, speeds in found.items()}
    return {
        **middle,
        **cost_of(place.pk, _turns(0, ISSUES // WRITERS, _goods(place.pk)), on),
        "cores": float(os.cpu_count() or 1),
    }


def _fill(on: date) -> StockPlace:
    place = StockPlace.objects.create(name=f"Склад {time.monotonic_ns()}")
    goods = Good.objects.bulk_create(
        Good(name=f"{place.name}, товар {n}", category="other", has_sizes=True) for n in range(LOTS // 10)
    )
    coming = [actions.Coming(good.pk, Decimal(5_000), str(50 + 6 * size)) for good in goods for size in range(10)]
    actions.receive(actor=SYSTEM, place_id=place.pk, coming=coming, on=on)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE goods_lot")
    return place


def _nothing(_place_id: int) -> None:
    """The lots alone are locked, and they last."""


def _lock_row(place_id: int) -> None:
    StockPlace.objects.select_for_update().get(pk=place_id)


def _lock_place(place_id: int) -> None:
    """Everything that lies in the place."""
    list(Lot.objects.select_for_update().filter(place_id=place_id).order_by("pk").values_list("pk", flat=True))


def _side_by_side(place_id: int, way: Callable[[int, Turns, date], None], on: date, *, writers: int = WRITERS) -> float:
    """Issues a second of all writers together."""
    connections.close_all()
    context = multiprocessing.get_context("fork")
    start, done = context.Barrier(writers + 1), context.Barrier(writers + 1)
    goods = _goods(place_id)
    connections.close_all()
    people = [
        context.Process(target=_writer, args=(n, ISSUES // writers, place_id, goods, way, on, start, done))
        for n in range(writers)
    ]
    for one in people:
        one.start()
    start.wait()
    began = time.monotonic()
    done.wait()
    took = time.monotonic() - began
    for one in people:
        one.join()
    if any(one.exitcode for one in people):
        raise RuntimeError("a writer was refused: there was a deadlock, or nothing left")
    return ISSUES / took


def _writer(
    n: int,
    times: int,
    place_id: int,
    goods: list[int],
    way: Callable[[int, Turns, date], None],
    on: date,
    start: Any,
    done: Any,
) -> None:
    connection.ensure_connection()
    start.wait()
    way(place_id, _turns(n, times, goods), on)
    done.wait()
    connections.close_all()


def _goods(place_id: int) -> list[int]:
    return list(Good.objects.filter(lots__place=place_id).distinct().order_by("pk").values_list("pk", flat=True))


def _turns(n: int, times: int, goods: Sequence[int]) -> Turns:
    """A family and two goods of the shelf, in an order of one's own; now and then another writer wants the same."""
    return [
        Turn(n * times + turn, goods[(n * 31 + turn * 7) % len(goods)], goods[(n * 17 + turn * 13 + 1) % len(goods)])
        for turn in range(times)
    ]


def _one_by_one(lock: Callable[[int], None], place_id: int, turns: Turns, on: date) -> None:
    for turn in turns:
        with transaction.atomic():
            lock(place_id)
            wanted = _wanted(turn)
            entry = begin_entry(actor=SYSTEM, kind=StockEntry.Kind.ISSUED, on=on)
            lots = lock_wanted(wanted, place_id=place_id)
            taken, _short = take(wanted, shelf_of(lots, on=on), on=on)
            write(entry, [Change(one.lot_id, -one.quantity) for one in taken], lots, on=on)


@transaction.atomic
def _at_once(place_id: int, turns: Turns, on: date) -> None:
    """The same families and goods, as one hand-out."""
    wanted = [_wanted(turn) for turn in turns]
    lots = lock_wanted(together(one for its in wanted for one in its), place_id=place_id)
    shared = share(wanted, shelf_of(lots, on=on), on=on)
    given = [(None, [Change(one.lot_id, -one.quantity) for one in taken]) for taken, _short in shared]
    write_for_each(begin_entry(actor=SYSTEM, kind=StockEntry.Kind.ISSUED, on=on), given, lots, on=on)


def _wanted(turn: Turn) -> list[Wanted]:
    return [Wanted(good, "62", Decimal(1)) for good in (turn.one, turn.other)]
