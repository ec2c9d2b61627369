"""A step of a migration that makes a table final: the database itself refuses to change or delete its rows."""

from collections.abc import Sequence

from django.db.migrations.operations import RunSQL

_FUNCTION = """
CREATE OR REPLACE FUNCTION opora_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'This record is final: % of % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;
"""


class Final(RunSQL):
    """Rows of ``table`` stay as they were written; undone, they may be changed again.

    ``when`` says, in SQL about OLD, from when on a row is final (always, when left out). ``words`` are the sealed
    columns that a destruction may empty and a new key may seal anew; the migration then depends on
    ``("families", "0004_words_may_be_destroyed")``.
    """

    def __init__(self, table: str, *, words: Sequence[str] = (), when: str = "") -> None:
        listed = ", ".join(f"'{word}'" for word in words)
        same = f"families_only_words_destroyed(to_jsonb(OLD), to_jsonb(NEW), ARRAY[{listed}])"
        super().__init__(
            _FUNCTION
            + _trigger(table, "is_final", "UPDATE", [when, f"NOT {same}" if words else ""])
            + _trigger(table, "stays", "DELETE", [when]),
            f"DROP TRIGGER {table}_stays ON {table}; DROP TRIGGER {table}_is_final ON {table};",
        )


def _trigger(table: str, name: str, deed: str, conditions: Sequence[str]) -> str:
    held = " AND ".join(f"({one})" for one in conditions if one)
    return (
        f"CREATE TRIGGER {table}_{name} BEFORE {deed} ON {table} FOR EACH ROW "
        f"{f'WHEN ({held}) ' if held else ''}EXECUTE FUNCTION opora_is_final();\n"
    )
