"""A step of a migration that takes from a column the index of its own, where another index begins with it."""

from typing import Any

from django.db.migrations.operations import AlterField
from django.db.models import Index

# The indexes over nothing but this column, whole and not there for uniqueness.
_OF_ITS_OWN = """
    SELECT quote_ident(named.relname) FROM pg_index AS found
    JOIN pg_class AS named ON named.oid = found.indexrelid
    JOIN pg_attribute AS part ON part.attrelid = found.indrelid AND part.attnum = found.indkey[0]
    WHERE found.indrelid = %s::regclass AND found.indnatts = 1 AND part.attname = %s
        AND NOT found.indisunique AND found.indpred IS NULL AND NOT named.relname = ANY(%s)
"""


class WithoutIndex(AlterField):
    """As Django does it, but only the index goes: what the column refers to is not looked through anew."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        model = to_state.apps.get_model(app_label, self.model_name)
        column = model._meta.get_field(self.name).column
        kept = [index.name for index in model._meta.indexes]
        with schema_editor.connection.cursor() as cursor:
            cursor.execute(_OF_ITS_OWN, [model._meta.db_table, column, kept])
            for (name,) in cursor.fetchall():
                schema_editor.execute(f"DROP INDEX {name}")

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        model = to_state.apps.get_model(app_label, self.model_name)
        index = Index(fields=[self.name])
        index.set_name_with_model(model)
        schema_editor.add_index(model, index)
