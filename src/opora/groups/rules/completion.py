"""Who has completed a group: whoever came to so many percent of its meetings (S1-41)."""


def share(part: int, whole: int) -> int:
    """The whole percents of something, rounded down: 74.9 % is not yet 75 %; nothing of nothing is none."""
    return part * 100 // whole if whole else 0


def has_completed(*, came: int, held: int, threshold: int) -> bool:
    """Whether somebody came often enough: counted are all meetings held, also those before the person joined."""
    return held > 0 and came * 100 >= threshold * held
