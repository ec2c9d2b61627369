"""What the database has planned for a question stays with the connection when a test is undone.

The driver forgets every plan at a rollback, since a table that was made within it may come back as another one. Tests
are undone all the time: each page would be planned anew, and the plans of the product's own questions never be used.
PostgreSQL itself keeps them, and looks at a table again that was changed.
"""

from collections.abc import Sequence
from typing import Any
from unittest.mock import patch

from psycopg._preparing import PrepareManager

_discards = PrepareManager._should_discard


def keep_plans() -> None:
    """Let plans outlive a rollback in this process."""
    patch.object(PrepareManager, "_should_discard", _discards_kept).start()


def _discards_kept(self: PrepareManager, prep: Any, results: Sequence[Any]) -> bool:
    return _discards(self, prep, [one for one in results if not (one.command_status or b"").startswith(b"ROLLBACK")])
