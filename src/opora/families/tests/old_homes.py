"""A table as it was before its words were sealed, for the tests of the rooms that seal them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from opora.config.redrawing import only_what_changes


@contextmanager
def before(room: str, earlier: str) -> Iterator[None]:
    """Within, the room's tables are as its earlier migration left them; afterwards they are of today again."""
    now = MigrationExecutor(connection).loader.graph.leaf_nodes()
    _carry([(room, earlier)])
    yield
    _carry(now)


def _carry(to: Any) -> None:
    with only_what_changes():
        MigrationExecutor(connection, progress_callback=_settle).migrate(to)


def _settle(*_step: object) -> None:
    """Before each migration, as each has a transaction of its own outside the tests: nothing is left to be checked."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def lies_open(table: str, words: str) -> bool:
    """Whether the words can be read anywhere in the table's file, be it in a row that was changed since."""
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
        cursor.execute(
            "SELECT position(convert_to(%s, 'UTF8') IN pg_read_binary_file(pg_relation_filepath(%s))) > 0",
            [words, table],
        )
        return bool(cursor.fetchone()[0])
