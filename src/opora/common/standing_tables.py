"""Whether a table stands yet: bringing up an old home, a step may run code that reads what a later one makes."""

from django.db import connection

_known: set[str] = set()


def stands(table: str) -> bool:
    """Whether the database has this table; asked until it has, and remembered from then on."""
    if table not in _known:
        with connection.cursor() as cursor:
            cursor.execute("SELECT to_regclass(%s) IS NOT NULL", [table])
            if cursor.fetchone()[0]:
                _known.add(table)
    return table in _known


def forget() -> None:
    """Ask anew of each table: migrations are carried out, and some of them may take a table away."""
    _known.clear()
