"""The tables of a new home in one go, as the migrations known to `foundation.sql` leave them.

A new database would otherwise live through every state the tables ever had, and wait for each. What came after the
file was drawn is carried out as ever; a test proves that both ways end with the same tables. Draw it anew with
`scripts/draw_foundation.py` when many migrations came after it.
"""

from pathlib import Path

from django.db import connection, transaction

DRAWN = Path(__file__).with_name("foundation.sql")
MAJOR = 180_000
"""The PostgreSQL that drew it; an older one may not know every word in it, and goes the long way."""


def lay() -> bool:
    """Put the tables into a database that has none; False when this is no such database."""
    if not _is_new():
        return False
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(DRAWN.read_text(encoding="utf-8"))
    return True


def _is_new() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT current_setting('server_version_num')::int >= %s AND current_schema() = 'public'
               AND NOT EXISTS (SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace)
            """,
            [MAJOR],
        )
        (is_new,) = cursor.fetchone()
    return bool(is_new)
