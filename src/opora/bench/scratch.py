"""A database of its own for measuring, thrown away afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from io import StringIO

from django.db import connection


@contextmanager
def scratch_database() -> Iterator[None]:
    """Within the block every query goes to a fresh, migrated database; the installation's own is not touched."""
    # It speaks of the cache table on the output that belongs to our figures.
    with redirect_stdout(StringIO()):
        name = connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    original = name.removeprefix("test_")
    try:
        yield
    finally:
        connection.creation.destroy_test_db(original, verbosity=0)
