"""How often Python looks through its memory for what nobody uses any more, and what the process gives back.

A page makes some ten thousand objects and drops them all when it is sent. Looked through every 700 new objects, as
Python does by itself, the house with its rooms, models and templates is gone through again and again in vain: a tenth
of the time of a long page.
"""

import contextlib
import ctypes
import gc
import sys

NEW_OBJECTS = 10_000
"""More than one page makes: what it needs is gone by the time somebody looks."""


def keep_calm() -> None:
    """Never look through what the house is made of, and through the rest only now and then."""
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS, 5, 5)


_ARENAS, _PIECE, _SPARE = -8, -3, -1
"""The names of what is set here, as the C library counts them."""
OWN_PLACE, SPARE = 256 * 1024, 512 * 1024


def give_back() -> None:
    """Let all threads of a web process share one store of memory, and return to the system what a large page took.

    By itself the C library keeps a store for each thread: each grows to the largest page or report that this thread
    ever made, and none of them shrinks. Python's threads take turns anyway. Before the threads begin.
    """
    if not sys.platform.startswith("linux"):
        return
    # Other C libraries have neither these stores nor this call.
    with contextlib.suppress(OSError, AttributeError):
        library = ctypes.CDLL(None)
        library.mallopt(_ARENAS, 1)
        library.mallopt(_PIECE, OWN_PLACE)
        library.mallopt(_SPARE, SPARE)
