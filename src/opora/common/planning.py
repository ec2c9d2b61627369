"""Questions that the database plans once and then knows by heart.

PostgreSQL thinks about a question with a dozen joins longer than it needs to answer it. Bound by the server and not
written out with its values, a question is the same one each time, and the plan of the first times is kept.

That holds for the questions of the pages that are opened most. It is no setting of the house: where one statement says
an expression with a value twice (DISTINCT and ORDER BY, GROUP BY), the server no longer knows it for the same.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.db.backends.postgresql.base import ServerBindingCursor

ASKED_BEFORE = 2
"""So often a question is asked in full before its plan is kept: the rare ones take no memory."""


@contextmanager
def planned_once() -> Iterator[None]:
    """Within the block, or the function it decorates, the plans of questions are kept by the connection."""
    connection.ensure_connection()
    held = connection.connection
    usual, threshold = held.cursor_factory, held.prepare_threshold
    held.cursor_factory, held.prepare_threshold = ServerBindingCursor, ASKED_BEFORE
    try:
        yield
    finally:
        held.cursor_factory, held.prepare_threshold = usual, threshold


def ask_known(sentence: str, values: Sequence[Any] | Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """The answer to a question in SQL that is asked so often that its plan is kept, on whichever page it is asked."""
    with planned_once(), connection.cursor() as cursor:
        cursor.execute(sentence, values)
        return list(cursor.fetchall())
