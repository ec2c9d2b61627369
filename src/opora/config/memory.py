"""How often Python looks through its memory for what nobody uses any more, and what the process gives back.

A page makes some ten thousand objects and drops them all when it is sent. Looked through every 700 new objects, as
Python does by itself, the house with its rooms, models and templates is gone through again and again in vain: a tenth
of the time of a long page.
"""

import contextlib
import ctypes
import gc
import itertools
import sys
from typing import Any

from opora.common import heavy

NEW_OBJECTS = 10_000
"""More than one page makes: what it needs is gone by the time somebody looks."""
TIDY_AFTER = 200
"""After so many pages a web process tidies up, and after each report; it takes as long as a page."""
_ARENAS, _PIECE, _SPARE = -8, -3, -1
"""The names of what is set here, as the C library counts them."""
OWN_PLACE, SPARE = 256 * 1024, 512 * 1024

_pages = itertools.count(1)


def keep_calm() -> None:
    """Never look through what the house is made of, and through the rest only now and then."""
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS, 5, 5)


def give_back() -> None:
    """Let a web process not grow with its pages: one store of memory for all its threads, tidied now and then.

    By itself the C library keeps a store for each thread: each grows to the largest page or report that this thread
    ever made, and none of them shrinks. Python's threads take turns anyway. And while several pages are made at once,
    what one of them drops looks to Python like what stays. Called before the threads begin.
    """
    from django.core.signals import request_finished

    if sys.platform.startswith("linux"):
        _ask_library("mallopt", _ARENAS, 1)
        _ask_library("mallopt", _PIECE, OWN_PLACE)
        _ask_library("mallopt", _SPARE, SPARE)
    request_finished.connect(_tidy_now_and_then, dispatch_uid="opora.config.memory")


def _tidy_now_and_then(**_told: Any) -> None:
    if next(_pages) % TIDY_AFTER == 0 or heavy.was_told():
        gc.collect()
        _ask_library("malloc_trim", 0)


def _ask_library(name: str, *given: int) -> None:
    """Other C libraries than GNU's have neither these stores nor these calls."""
    with contextlib.suppress(OSError, AttributeError):
        getattr(ctypes.CDLL(None), name)(*given)
