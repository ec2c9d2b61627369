"""What the processes of one side have used so far; read by path (see probe.py)."""

import resource
import sys
from typing import Any


def database() -> Any:
    """The part of the database that works for this process."""
    import psutil
    from django.db import connection

    connection.ensure_connection()
    return psutil.Process(connection.connection.info.backend_pid)


def worked(process: Any) -> float:
    """Seconds of processor time that a process has had so far."""
    times = process.cpu_times()
    return float(times.user + times.system)


def peak() -> float:
    """The most memory this process has had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
