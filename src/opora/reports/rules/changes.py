"""What changed between a report as it was taken and as it is now: figure by figure."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Kept:
    """A figure as a report tells it: ``key`` is the same in every report, ``value`` None where nothing can be said."""

    key: str
    title: str
    shown: str
    value: float | None = None
    rests_on: str = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """A figure now and then; either is None where that report did not tell it."""

    title: str
    then: Kept | None
    now: Kept | None

    @property
    def differs(self) -> bool:
        return (self.then and (self.then.shown, self.then.rests_on)) != (
            self.now and (self.now.shown, self.now.rests_on)
        )


def changes(before: Sequence[Kept], now: Sequence[Kept]) -> list[Changed]:
    """Every figure of both, in the order of the new report, then those it tells no more; alike ones are left out."""
    then = {one.key: one for one in before}
    known = {one.key for one in now}
    found = [Changed(one.title, then.get(one.key), one) for one in now]
    found += [Changed(one.title, one, None) for one in before if one.key not in known]
    return [one for one in found if one.differs]


def to_data(figures: Sequence[Kept]) -> list[dict[str, Any]]:
    """As plain values."""
    return [asdict(one) for one in figures]


def from_data(data: Sequence[Mapping[str, Any]]) -> list[Kept]:
    """Back from plain values."""
    return [Kept(**one) for one in data]
