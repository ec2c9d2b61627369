"""Whole acts from one shelf, as the house gives: with the act's number, its paper, its service, the journal's lines.

Eight people who give side by side are at most eight times as quick as one, and at most as many times as there are
cores. How long an act keeps what others wait for says how many might give at once if there were cores for all of them.
"""

import time
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from django.db import connection, transaction

from opora.access.rules import SYSTEM
from opora.bench.measure import processor_time
from opora.goods import actions
from opora.process.models import Route


class Turn(NamedTuple):
    """Which family, by its place among all, gets one each of which two goods."""

    family: int
    one: int
    other: int


Turns = Sequence[Turn]


def act_by_act(lock: Callable[[int], None], place_id: int, turns: Turns, on: date) -> None:
    """An act for each turn, each in a transaction of its own that may lock the place before all else."""
    routes = list(Route.objects.filter(ended_on=None).order_by("pk").values_list("pk", flat=True))
    for turn in turns:
        with transaction.atomic():
            lock(place_id)
            actions.give_goods(
                actor=SYSTEM,
                route_id=routes[turn.family % len(routes)],
                place_id=place_id,
                asked=[actions.Asked(Decimal(1), good, "62") for good in dict.fromkeys((turn.one, turn.other))],
                on=on,
            )


def cost_of(place_id: int, turns: Turns, on: date) -> dict[str, float]:
    """Seconds of an act alone: on the clock, of processors, and from its number, for which others wait, to its end."""
    held: list[float] = []

    def note(execute: Callable[..., Any], sql: Any, *rest: Any) -> Any:
        answer = execute(sql, *rest)
        if "papers_numbercounter" in str(sql):
            held.append(time.monotonic())
        return answer

    def give() -> None:
        with connection.execute_wrapper(note):
            for turn in turns:
                act_by_act(lambda _place_id: None, place_id, [turn], on)
                held.append(time.monotonic() - held.pop())

    began = time.monotonic()
    spent, _done = processor_time(give)
    took = time.monotonic() - began
    return {"took": took / len(turns), "spent": spent / len(turns), "held": sorted(held)[len(held) // 2]}
