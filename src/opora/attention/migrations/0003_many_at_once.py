"""What comes in by the thousand leaves its marks with one statement, not row by row."""

from importlib import import_module

from django.db import migrations

_former = import_module("opora.attention.migrations.0002_who_stands_where")


def _function(way: str) -> str:
    return f"""
CREATE FUNCTION attention_mark_new_by_{way}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO attention_lookmark (case_id)
    SELECT DISTINCT theirs FROM (SELECT {_former.WAYS[way].format(row="fresh")} AS theirs FROM fresh) told
    WHERE theirs IS NOT NULL;
    RETURN NULL;
END $$;"""


def _forward(table: str, way: str) -> str:
    return f"""
DROP TRIGGER attention_marks_come ON {table};
CREATE TRIGGER attention_marks_come AFTER INSERT ON {table}
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION attention_mark_new_by_{way}();
CREATE TRIGGER attention_marks_go AFTER DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION attention_mark_by_{way}();"""


def _backward(table: str, way: str) -> str:
    return f"""
DROP TRIGGER attention_marks_go ON {table};
DROP TRIGGER attention_marks_come ON {table};
CREATE TRIGGER attention_marks_come AFTER INSERT OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION attention_mark_by_{way}();"""


FORWARD = "".join([*map(_function, _former.WAYS), *(_forward(table, way) for table, way, _columns in _former.READ)])
BACKWARD = "".join(
    [
        *(_backward(table, way) for table, way, _columns in _former.READ),
        *(f"DROP FUNCTION attention_mark_new_by_{way}();" for way in _former.WAYS),
    ]
)


class Migration(migrations.Migration):
    dependencies = [("attention", "0002_who_stands_where")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
