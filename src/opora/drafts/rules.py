"""How long what is on its way is remembered, how much of it, and how two begun forms become one."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

DAYS_OF_AN_INTENTION = 7
"""A page left open longer than this is asked for anew before anybody sends it twice."""


def forget_intentions_made_before(at: datetime) -> datetime:
    """The moment before which marks are forgotten."""
    return at - timedelta(days=DAYS_OF_AN_INTENTION)


MOST_CHARACTERS = 200_000
DAYS_OF_A_DRAFT = 30
DAYS_TOLD_AHEAD = 7
"""So long before its words go, a begun form is told to its writer."""
DAYS_OF_A_NOTICE = 30
"""So long it stands on the writer's page that the words are gone, unless he or she has put the line away."""


def idle_since(at: datetime) -> datetime:
    """Whoever touched a begun form last before this moment is told that it will go."""
    return at - timedelta(days=DAYS_OF_A_DRAFT - DAYS_TOLD_AHEAD)


def ends_on(told_on: date) -> date:
    """The day on which the words go, when their writer is told today."""
    return told_on + timedelta(days=DAYS_TOLD_AHEAD)


def notices_before(on: date) -> date:
    """Lines about words that went before this day are put away."""
    return on - timedelta(days=DAYS_OF_A_NOTICE)


def joined(own: Mapping[str, Sequence[str]], came: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Two begun forms as one, and no sentence of either is lost: what is empty is filled, sentences stand one below
    the other; where a choice was made, one's own stays."""
    both = {name: list(values) for name, values in own.items()}
    for name, values in came.items():
        mine = both.get(name, [])
        if not any(mine):
            both[name] = list(values)
        elif len(mine) == len(values) == 1 and _is_sentence(values[0]) and values[0] not in mine[0]:
            both[name] = [values[0] if mine[0] in values[0] else f"{mine[0]}\n\n{values[0]}"]
    return both


def _is_sentence(value: str) -> bool:
    return len(value.split()) > 1
