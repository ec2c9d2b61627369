"""Raises the whole house at once for those that stay: the web server and whoever works the jobs off.

A command raises the rooms it asks. A process with threads must not: of two threads that load rooms at once, one may
meet half of one.
"""

from importlib import import_module

from django.conf import settings

from opora.config import memory, wiring


def raise_rooms() -> None:
    """Load who hears of news and who carries out jobs."""
    from procrastinate.contrib.django import app

    for wire in wiring.above():
        wire.load()
    app.perform_import_paths()
    memory.keep_calm()


def raise_pages() -> None:
    """Load the rooms and every page."""
    import_module(settings.ROOT_URLCONF)
    raise_rooms()
