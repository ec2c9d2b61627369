"""Exactly one answers for a task: a colleague or volunteer, somebody of the family, or a partner (S0-12)."""

from dataclasses import dataclass
from typing import Final

WORKER: Final = "worker"
MEMBER: Final = "member"
PARTNER: Final = "partner"
KINDS: Final = (WORKER, MEMBER, PARTNER)
_LONGEST = 18


@dataclass(frozen=True, slots=True)
class Accountable:
    """Who answers: of which kind, and the number of that record."""

    kind: str
    id: int

    @property
    def value(self) -> str:
        """As forms carry it: ``worker:12``."""
        return f"{self.kind}:{self.id}"


def parse_accountable(value: str) -> Accountable | None:
    """Who is meant by ``worker:12``, ``member:7`` or ``partner:3``; None for anything else."""
    kind, colon, number = value.strip().partition(":")
    if kind not in KINDS or not colon or not number.isascii() or not number.isdigit() or len(number) > _LONGEST:
        return None
    return Accountable(kind, int(number)) if int(number) else None
