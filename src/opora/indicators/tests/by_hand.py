"""Which indicators have a test that counts them by hand; the list is held whole by test_catalogue.py.

A test says which codes it counts: ``@by_hand("IND-01", "IND-45p")``. When it has passed, it must really have asked for
each of them, so that the list cannot promise what no test does.
"""

from collections import defaultdict
from collections.abc import Callable
from functools import wraps
from typing import Final, ParamSpec

from opora.indicators.tests.asking import ASKED

Told = ParamSpec("Told")
BY_HAND: Final[dict[str, list[str]]] = defaultdict(list)


def by_hand(*codes: str) -> Callable[[Callable[Told, None]], Callable[Told, None]]:
    """A test that counts these indicators on records whose figures were worked out by hand."""

    def told(test: Callable[Told, None]) -> Callable[Told, None]:
        for code in codes:
            BY_HAND[code].append(test.__name__)

        @wraps(test)
        def counting(*args: Told.args, **kwargs: Told.kwargs) -> None:
            ASKED.clear()
            test(*args, **kwargs)
            assert set(codes) <= ASKED, f"it never asks for {sorted(set(codes) - ASKED)}"

        return counting

    return told
