"""Large questions to the database two at a time, each over its own connection: two cores answer sooner than one."""

import os
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from django.db import connection

T = TypeVar("T")


def is_quicker() -> bool:
    """Whether two at once may be asked and gain something: another connection sees nothing of what is not saved yet."""
    return connection.get_autocommit() and not connection.in_atomic_block and (os.cpu_count() or 1) > 1


def two_at_a_time(works: Sequence[Callable[[], T]]) -> list[T]:
    """What each gives, in their order: two at a time where that is quicker, else one after the other."""
    if len(works) < 2 or not is_quicker():
        return [work() for work in works]
    told: dict[int, T] = {}
    left = deque(enumerate(works))

    def take() -> None:
        while left:
            try:
                place, work = left.popleft()
            except IndexError:
                return
            told[place] = work()

    def take_beside() -> None:
        # The connection of this thread goes with it.
        try:
            take()
        finally:
            connection.close()

    with ThreadPoolExecutor(1, thread_name_prefix="opora-beside") as beside:
        other = beside.submit(take_beside)
        take()
        other.result()
    return [told[place] for place in range(len(works))]
