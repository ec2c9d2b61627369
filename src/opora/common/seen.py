"""The state a person saw: what somebody else changed meanwhile is never overwritten."""

from opora.common.errors import Conflict


def check_seen(kept: int, seen: int | None, overtaken: object) -> None:
    """Refuse a change that was begun upon an older state than the kept one; without a state nobody was looking."""
    if seen is not None and seen != kept:
        raise Conflict(overtaken)
