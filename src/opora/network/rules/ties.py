"""Ties of a family on two days: which were restored, which are new, which broke."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

SUPPORTIVE: Final = "supportive"
_STRAINED: Final = frozenset({"broken", "stressful"})


@dataclass(frozen=True, slots=True)
class TieNow:
    """A tie as it was on the day of a map: its kind, and how strong it was from 1 to 3."""

    kind: str
    strength: int = 1


@dataclass(frozen=True, slots=True)
class Compared:
    """What became of the ties between two maps, each group by the ids of its people.

    ``restored`` were broken or stressful and support now (S0-36); ``gained`` support now and did not before, or were
    not there; ``broken`` support no more; ``stronger`` support more strongly than before.
    """

    restored: tuple[int, ...]
    gained: tuple[int, ...]
    broken: tuple[int, ...]
    stronger: tuple[int, ...]
    supportive_then: int
    supportive_now: int

    @property
    def change(self) -> int:
        """By how many the supportive ties grew; less than nothing where they became fewer (S0-63, S1-58)."""
        return self.supportive_now - self.supportive_then


def compare(then: Mapping[int, TieNow], now: Mapping[int, TieNow]) -> Compared:
    """The ties of an earlier and of a later map, by the person they lead to."""
    supported_then, supported_now = _supportive(then), _supportive(now)
    return Compared(
        restored=tuple(sorted(one for one in supported_now if one in then and then[one].kind in _STRAINED)),
        gained=tuple(sorted(supported_now - supported_then)),
        broken=tuple(sorted(one for one in supported_then if one not in supported_now)),
        stronger=tuple(sorted(one for one in supported_now & supported_then if now[one].strength > then[one].strength)),
        supportive_then=len(supported_then),
        supportive_now=len(supported_now),
    )


def _supportive(ties: Mapping[int, TieNow]) -> set[int]:
    return {one for one, tie in ties.items() if tie.kind == SUPPORTIVE}
