"""How often Python looks through its memory for what nobody uses any more.

A page makes some ten thousand objects and drops them all when it is sent. Looked through every 700 new objects, as
Python does by itself, the house with its rooms, models and templates is gone through again and again in vain: a tenth
of the time of a long page.
"""

import gc

NEW_OBJECTS = 10_000
"""More than one page makes: what it needs is gone by the time somebody looks."""


def keep_calm() -> None:
    """Never look through what the house is made of, and through the rest only now and then."""
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS, 5, 5)
