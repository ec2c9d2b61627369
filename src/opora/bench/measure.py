"""What a piece of work cost: processor time of this process and of the part of the database that works for it.

On a busy machine it tells how long the house works; the clock on the wall tells how long others do.
"""

import time
from collections.abc import Callable
from typing import TypeVar

import psutil
from django.db import connection

T = TypeVar("T")


def processor_time(work: Callable[[], T]) -> tuple[float, T]:
    """Seconds of processor time, and what the work gave."""
    started = _spent()
    result = work()
    return _spent() - started, result


def _spent() -> float:
    connection.ensure_connection()
    times = psutil.Process(connection.connection.info.backend_pid).cpu_times()
    return time.process_time() + float(times.user + times.system)
