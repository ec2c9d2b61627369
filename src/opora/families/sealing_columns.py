"""Steps of a migration that seal a column whose words lay open, and leave no clear copy of them in the table."""

import json
from collections.abc import Callable
from typing import Any

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

from opora.families.sealing import seal, unseal

_AT_ONCE = 1_000
_Step = Callable[[Any, BaseDatabaseSchemaEditor], None]


def seal_column(model: str, field: str, *, table: str, purpose: str, is_json: bool = False) -> list[Operation]:
    """What was a text (or plain JSON) becomes a nullable column of envelopes under the same name; empty becomes null.

    The table is written anew at the end: rows that were changed, and a column that is gone, stay readable in its file
    until then. Records that the database holds final may be sealed so, and by nothing else. Undone, the words lie open
    as before.
    """
    fresh = f"{field}_sealed"
    return [
        migrations.AddField(model, fresh, models.BinaryField(null=True)),
        _Turn(
            _each(table, field, fresh, lambda told: bytes(seal(told, purpose)), is_json=is_json),
            _each(table, fresh, field, lambda closed: _written(unseal(closed, purpose), is_json), is_json=False),
        ),
        migrations.RemoveField(model, field),
        migrations.RenameField(model, fresh, field),
        # Any expression but the column itself makes the database copy the living rows into a new file.
        migrations.RunSQL(
            f'ALTER TABLE {table} ALTER COLUMN "{field}" TYPE bytea USING substring("{field}" FROM 1)',
            migrations.RunSQL.noop,
        ),
    ]


class _Turn(Operation):
    """Code that speaks to the database alone: the models of that time are not drawn for it."""

    reduces_to_sql = False

    def __init__(self, there: _Step, back: _Step) -> None:
        self.there, self.back = there, back

    def state_forwards(self, _label: str, state: ProjectState) -> None:
        """Only rows change."""

    def database_forwards(
        self, _label: str, schema_editor: BaseDatabaseSchemaEditor, _before: ProjectState, _after: ProjectState
    ) -> None:
        self.there(None, schema_editor)

    def database_backwards(
        self, _label: str, schema_editor: BaseDatabaseSchemaEditor, _before: ProjectState, _after: ProjectState
    ) -> None:
        self.back(None, schema_editor)


def _written(told: Any, is_json: bool) -> str:
    return json.dumps(told, ensure_ascii=False) if is_json else str(told)


def _each(table: str, source: str, goal: str, turn: Callable[[Any], Any], *, is_json: bool) -> _Step:
    """Fill one column from the other, wherever something stands in it."""
    filled = f"""{source}::text NOT IN ('{{}}', 'null', '""')""" if is_json else f"""{source} <> ''"""

    def step(_apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
        with editor.connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            last = 0
            while True:
                cursor.execute(
                    f"SELECT id, {source} FROM {table} WHERE id > %s AND {filled} ORDER BY id LIMIT {_AT_ONCE}",  # noqa: S608
                    [last],
                )
                rows = cursor.fetchall()
                if not rows:
                    break
                last = rows[-1][0]
                values = [turn(json.loads(one) if is_json and isinstance(one, str) else one) for _pk, one in rows]
                kind = "bytea" if isinstance(values[0], bytes) else "text"
                cursor.execute(
                    f"UPDATE {table} SET {goal} = CAST(told.words AS {_column_type(cursor, table, goal)}) "  # noqa: S608
                    f"FROM unnest(%s::bigint[], %s::{kind}[]) AS told (id, words) WHERE {table}.id = told.id",
                    [[pk for pk, _one in rows], values],
                )
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")

    return step


def _column_type(cursor: Any, table: str, column: str) -> str:
    cursor.execute(
        "SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = %s::regclass AND attname = %s",
        [table, column],
    )
    return str(cursor.fetchone()[0])
