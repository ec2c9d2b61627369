"""Work that needs much memory for a moment says so, and whoever keeps the process small tidies up after it."""

from threading import Event

_done = Event()


def told() -> None:
    """A report, a workbook or the like was made."""
    _done.set()


def was_told() -> bool:
    """Whether there was any since somebody asked."""
    was = _done.is_set()
    _done.clear()
    return was
