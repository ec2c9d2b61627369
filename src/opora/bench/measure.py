"""Asking for pages as a browser would, and counting what each answer cost."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Cost:
    """Server time of one kind of page over many requests (milliseconds), and the most queries one of them needed."""

    name: str
    median: float
    p95: float
    queries: int
    # Lines of tables on one page, on the average: pages are compared that are equally full.
    lines: float = 0

    def line(self) -> str:
        return f"{self.name:<34} {self.median:8.1f} ms {self.p95:8.1f} ms {self.queries:4d} queries"


def page(client: Client, name: str, addresses: Sequence[str], *, warm: int = 3) -> Cost:
    """The cost of a kind of page, over these addresses, after a few that are not counted."""
    for address in addresses[:warm]:
        _fetch(client, address)
    times = [timed(partial(_fetch, client, address))[0] * 1000 for address in addresses]
    counts, lines = [], []
    for address in addresses[: warm + 2]:
        with CaptureQueriesContext(connection) as captured:
            text = _fetch(client, address)
        counts.append(len(captured))
        lines.append(text.count(b"<tr"))
    return Cost(name, statistics.median(times), quantile(times, 0.95), max(counts), statistics.mean(lines))


def _fetch(client: Client, address: str) -> bytes:
    answer = client.get(address)
    if answer.status_code != 200:
        raise RuntimeError(f"a measured page answered {answer.status_code} instead of 200")
    return bytes(answer.content)


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Seconds of wall time, and what the work gave."""
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which ``share`` of the values lie (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
