"""Rows by the thousand: written by COPY, many times faster than inserts, triggers and constraints as ever."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models
from psycopg import sql

# The sequence is looked for once, not anew for each of its numbers.
_IDS = """
    SELECT array_agg(nextval(known.sequence))
    FROM (SELECT pg_get_serial_sequence(%s, %s)::regclass AS sequence OFFSET 0) AS known
    CROSS JOIN generate_series(1, %s)
"""


def copy_rows(model: type[models.Model], columns: Sequence[str], rows: Iterable[Iterable[Any]]) -> list[int]:
    """Write new rows of a table, given as the values of some columns, and give their ids in the order of the rows.

    Columns are named as attributes (``case_id``); all others get the default of their field, one for all rows.
    Belongs where ``bulk_create`` would stand: no signal is sent, and nothing is checked but by the database.
    """
    given = [tuple(row) for row in rows]
    if not given:
        return []
    fields = {field.attname: field for field in model._meta.concrete_fields}
    key = model._meta.pk
    blank = model()
    rest = [field for name, field in fields.items() if name not in columns and field is not key]
    same = tuple(field.get_db_prep_save(field.pre_save(blank, add=True), connection) for field in rest)
    named = [fields[name].column for name in columns] + [field.column for field in rest]
    with connection.cursor() as cursor:
        cursor.execute(_IDS, [model._meta.db_table, key.column, len(given)])
        ids: list[int] = cursor.fetchone()[0]
        places = [sql.Identifier(name) for name in (key.column, *named) if name is not None]
        into = sql.SQL("COPY {} ({}) FROM STDIN").format(
            sql.Identifier(model._meta.db_table), sql.SQL(", ").join(places)
        )
        with cursor.copy(into) as copy:
            for number, row in zip(ids, given, strict=True):
                copy.write_row((number, *row, *same))
    return ids
