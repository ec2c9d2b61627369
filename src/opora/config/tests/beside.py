"""For tests with a second process on the same database: its environment, and waiting for what it does."""

import os
import sys
import time
from collections.abc import Callable
from typing import Any

from django.db import connection


def until(holds: Callable[[], bool], seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "it did not come true in time"
        time.sleep(0.05)


def rows(sql: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def beside() -> dict[str, str]:
    """The environment of another process on the same database."""
    known = connection.settings_dict
    address = f"postgresql://{known['USER']}:{known['PASSWORD'] or ''}@/{known['NAME']}?host={known['HOST']}"
    return os.environ | {"DATABASE_URL": address, "PYTHONPATH": os.pathsep.join(sys.path)}
