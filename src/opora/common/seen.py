"""The state a person saw: what somebody else changed meanwhile is never overwritten."""

import hashlib
import json
from dataclasses import asdict, is_dataclass
from typing import Any

from opora.common.errors import Conflict


def check_seen(kept: int, seen: int | None, overtaken: object) -> None:
    """Refuse a change that was begun upon an older state than the kept one; without a state nobody was looking."""
    if seen is not None and seen != kept:
        raise Conflict(overtaken)


def mark_of(said: object) -> int:
    """What something says, as a number: whoever opened it before somebody else changed it sees another.

    For what bears no revision of its own: a part of a draft, the answers of a page. Nothing at all is 0.
    """
    if said is None:
        return 0
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, default=_plain)
    return int(hashlib.sha256(text.encode()).hexdigest()[:7], 16)


def _plain(value: object) -> Any:
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else str(value)
