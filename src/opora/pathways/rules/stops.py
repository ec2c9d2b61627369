"""The way of one family as a row of stops: where it was, where it stands, what lies ahead by the main steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from opora.pathways.rules.definition import Definition

DONE, NOW, NEXT = "done", "now", "next"


@dataclass(frozen=True, slots=True)
class Stop:
    """One stage (or the exit) on the way: `on` is the day of the last entry, `times` how often it was entered.

    `days` are those spent there before the family went on; None where it stands now or has not been. A side stop is
    one from which no main step leads on, such as urgent help or high risk.
    """

    place: str
    state: str
    on: date | None = None
    days: int | None = None
    times: int = 0
    is_side: bool = False


def main_step(definition: Definition, stage: str) -> str:
    """Where the main step from a stage leads; empty where no step is the main one."""
    return next((one.to for one in definition.actions_at(stage).values() if one.kind == "main"), "")


def ahead(definition: Definition, stage: str) -> Iterator[str]:
    """The stages and the exit that the main steps lead to from here, each once."""
    seen = {stage}
    place = main_step(definition, stage)
    while place and place not in seen:
        yield place
        seen.add(place)
        place = main_step(definition, place)


def stops(definition: Definition, visits: Sequence[tuple[str, date]], *, has_ended: bool) -> tuple[Stop, ...]:
    """The row of stops for entries into places in order of time; a second round makes it no longer."""
    if not visits:
        return ()
    here = visits[-1][0]
    order = list(dict.fromkeys(place for place, _on in visits if place not in definition.exits or place == here))
    if has_ended:
        # An exit is the end of the way, whatever was walked after an earlier one.
        order = [*(place for place in order if place != here), here]
        return tuple(_stop(definition, place, DONE, visits) for place in order)
    # How the work will end nobody knows while it goes on; the last stop ahead is its last stage.
    coming = [place for place in ahead(definition, _leading(definition, order, here)) if place in definition.stages]
    at = order.index(here)
    row = [*order, *(place for place in coming if place not in order)]
    return tuple(
        _stop(definition, place, NOW if place == here else NEXT if _is_next(place, coming, row, at) else DONE, visits)
        for place in row
    )


def _is_next(place: str, coming: Sequence[str], row: Sequence[str], at: int) -> bool:
    return place in coming and row.index(place) > at


def _leading(definition: Definition, order: Sequence[str], here: str) -> str:
    """The stage from which the way goes on: from a side stop it is the last one before it that leads anywhere."""
    before = reversed(order[: order.index(here) + 1])
    return next((place for place in before if main_step(definition, place)), here)


def _stop(definition: Definition, place: str, state: str, visits: Sequence[tuple[str, date]]) -> Stop:
    days = [(after - on).days for (one, on), (_next, after) in pairwise(visits) if one == place]
    entered = [on for one, on in visits if one == place]
    return Stop(
        place=place,
        state=state,
        on=entered[-1] if entered else None,
        days=sum(days) if state == DONE and days else None,
        times=len(entered),
        is_side=place in definition.stages and not main_step(definition, place),
    )
