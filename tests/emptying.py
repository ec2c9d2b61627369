"""How tables are emptied after a test that really committed: what it wrote is deleted, and nothing else is touched.

Django's own way truncates every table of the house and asks for all its rights and kinds of records anew; that takes
longer than most tests.
"""

from functools import cache
from typing import Any

from django.db import connection
from django.test import TransactionTestCase

# Made with the tables themselves; no test writes there.
KEPT = {"auth_permission", "django_content_type"}

_flush = TransactionTestCase._fixture_teardown  # type: ignore[attr-defined]


def empty_quickly() -> None:
    """Let tables be emptied our way in this process."""
    TransactionTestCase._fixture_teardown = _emptied  # type: ignore[attr-defined]


def _emptied(self: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SHOW is_superuser")
        if cursor.fetchone() == ("on",):
            # As a copy of another server: neither keys nor the guards of what is final are asked.
            cursor.execute(f"SET session_replication_role = replica; {_deletions()}; RESET session_replication_role")
            return
    _flush(self)


@cache
def _deletions() -> str:
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    return "; ".join(f"DELETE FROM {connection.ops.quote_name(name)}" for name in sorted({*tables} - KEPT))
