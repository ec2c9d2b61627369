"""A table as it was before its words were sealed, for the tests of the rooms that seal them."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from opora.config.redrawing import only_what_changes


@contextmanager
def before(room: str, earlier: str) -> Iterator[None]:
    """Within, the room's tables are as its earlier migration left them; afterwards they are of today again."""
    now = MigrationExecutor(connection).loader.graph.leaf_nodes()
    _settle()
    with only_what_changes():
        MigrationExecutor(connection).migrate([(room, earlier)])
    yield
    _settle()
    with only_what_changes():
        MigrationExecutor(connection).migrate(now)


def _settle() -> None:
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
