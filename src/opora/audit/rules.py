"""How an entry becomes a digest and a run of entries a seal. Pure: no database, no clock."""

import hashlib
import hmac
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple

MARK_SIZE = 8
GENESIS = b"\0" * 32
# Lines are sealed every minute; a day is more than any usual standstill.
LATE = timedelta(days=1)
_spelled = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


class Line(NamedTuple):
    """A journal entry as it is sealed: its moment in UTC, to the microsecond."""

    id: int
    at: str
    actor_id: int | None
    actor_name: str
    verb: str
    case_id: int | None
    family_id: int | None
    person_id: int | None
    data: Any


def mark(line: Line) -> bytes:
    """The first eight bytes of the entry's SHA-256 over all its fields in one fixed spelling."""
    return hashlib.sha256(_spelled(line).encode()).digest()[:MARK_SIZE]


def seal(key: bytes, previous: bytes, ids: Sequence[int], marks: bytes) -> bytes:
    """The seal of a run: 32 bytes that depend on the key, the seal before, and every id and mark in order."""
    message = previous + b"".join(number.to_bytes(8, "big", signed=True) for number in ids) + marks
    return hmac.new(key, message, hashlib.sha256).digest()


def marks_of(marks: bytes) -> list[bytes]:
    """The marks of a run, one an entry."""
    return [marks[start : start + MARK_SIZE] for start in range(0, len(marks), MARK_SIZE)]


@dataclass(frozen=True, slots=True)
class Check:
    """What a check of the journal found: all in order, or which entries were altered, lost or slipped in."""

    sealed: int
    unsealed: int
    seals: int
    altered: tuple[int, ...] = ()
    missing: tuple[int, ...] = ()
    added: tuple[int, ...] = ()
    broken_seals: tuple[int, ...] = ()
    head: str = ""
    sealed_until: datetime | None = None
    # The file that notes a head which the chain no longer has.
    cut_off: str = ""
    # The file that should note a head, and notes none though there are seals.
    unnoted: str = ""
    # Seals made much later than the lines they cover: until then these lines stood unprotected.
    late_seals: tuple[int, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Late seals are told and prove nothing: a server that stood still for a week seals late too."""
        touched = self.altered or self.missing or self.added or self.broken_seals
        return not (touched or self.cut_off or self.unnoted)
