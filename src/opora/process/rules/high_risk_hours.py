"""How long after the mark of high risk the authorities were told (S4-15)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from opora.pathways.rules.definition import Definition

HOURS_OF_A_DAY = 24


@dataclass(frozen=True, slots=True)
class Alarm:
    """A mark of high risk: the moment, and the moment by which the authorities are to be told (None: no term)."""

    raised_at: datetime
    until: datetime | None

    def hours(self, moment: datetime) -> float:
        """Hours from the mark to a moment; never less than 0."""
        return max((moment - self.raised_at).total_seconds() / 3600, 0.0)

    def is_late(self, moment: datetime) -> bool:
        """Whether the moment lies past the term."""
        return self.until is not None and moment > self.until


def raised_at(*, on: date, recorded_at: datetime) -> datetime:
    """The moment of a mark: when it was recorded; the beginning of its day when it was recorded on a later one."""
    return recorded_at if recorded_at.date() == on else datetime.combine(on, time.min, recorded_at.tzinfo)


def alarms(definition: Definition, steps: Iterable[tuple[str, str, datetime]]) -> tuple[Alarm, ...]:
    """The alarms among steps given as (action, stage it led to, moment): the term is that of the stage."""
    found = []
    for action, stage, moment in steps:
        known = definition.actions.get(action)
        if known is None or known.effect != "high_risk":
            continue
        days = definition.stages[stage].days if stage in definition.stages else None
        until = None if days is None else moment + timedelta(hours=days * HOURS_OF_A_DAY)
        found.append(Alarm(moment, until))
    return tuple(found)


def answered_by(found: Iterable[Alarm], moment: datetime) -> Alarm | None:
    """The alarm that a notice of this moment answers: the latest raised before it."""
    before = [alarm for alarm in found if alarm.raised_at <= moment]
    return max(before, key=lambda alarm: alarm.raised_at, default=None)
