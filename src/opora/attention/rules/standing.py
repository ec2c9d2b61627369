"""Where a family stands among those who need a look, said so that it holds for many days: pure rules on plain values.

From one day to the next every number of days grows by one, so the order of two families changes only when a sign begins
or ceases to count. What is said here is the same on each day before that one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from opora.attention.rules.signs import PLACE, SIGNS, WHILE, Facts, Look, Sign, SignSetting, look_at

NEVER: Final = date.max


@dataclass(frozen=True, slots=True)
class Stand:
    """The place of a family (none: it needs no look), and the first day on which it may be another one.

    Of two places the smaller is the graver: whether the family is calm, which is its gravest sign, how many signs there
    are (more is smaller), since when the gravest lasts.
    """

    place: tuple[bool, int, int, int] | None
    until: date


def stand_of(facts: Facts, settings: Mapping[str, SignSetting], *, on: date, aside_until: date | None = None) -> Stand:
    """Where the family stands on this day and on those that follow, while nothing new is known of it."""
    if aside_until is not None and aside_until > on:
        return Stand(None, aside_until)
    until = min((day for day in _turns(facts, settings) if day > on), default=NEVER)
    reasons = look_at(facts, settings, on=on)
    if not reasons:
        return Stand(None, until)
    first = SIGNS[PLACE[reasons[0].sign]]
    calm = not Look(0, facts.risk, reasons).is_grave
    return Stand((calm, PLACE[first.code], -len(reasons), _lasts(first, facts, reasons[0].number)), until)


def _lasts(sign: Sign, facts: Facts, number: int) -> int:
    """Smaller for what lasts longer or came more often."""
    since = sign.since(facts) if sign.since is not None else None
    return since.toordinal() if since is not None else -number


def _turns(facts: Facts, settings: Mapping[str, SignSetting]) -> Iterator[date]:
    """The days on which a sign begins or ceases to count."""
    for sign in SIGNS:
        setting = settings.get(sign.code, SignSetting(sign.threshold))
        since = sign.since(facts) if sign.since is not None else None
        if since is None or not setting.is_on:
            continue
        if sign.code in WHILE:
            yield since
            yield since + timedelta(days=setting.threshold + 1)
        else:
            yield since + timedelta(days=setting.threshold)
