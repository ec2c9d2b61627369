"""What comes in by the thousand leaves its marks with one statement, not row by row."""

from importlib import import_module

from django.db import migrations

_former = import_module("opora.duties.migrations.0003_work_adrift")


def _function(way: str) -> str:
    names, found = _former.WAYS[way]
    return f"""
CREATE FUNCTION duties_mark_new_{way}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO duties_workmark ({names}) SELECT DISTINCT {found.format(row="fresh")} FROM fresh;
    RETURN NULL;
END $$;"""


def _forward(table: str, way: str) -> str:
    return f"""
DROP TRIGGER duties_marks_come ON {table};
CREATE TRIGGER duties_marks_come AFTER INSERT ON {table}
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION duties_mark_new_{way}();
CREATE TRIGGER duties_marks_go AFTER DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION duties_mark_{way}();"""


def _backward(table: str, way: str) -> str:
    return f"""
DROP TRIGGER duties_marks_go ON {table};
DROP TRIGGER duties_marks_come ON {table};
CREATE TRIGGER duties_marks_come AFTER INSERT OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION duties_mark_{way}();"""


FORWARD = "".join([*map(_function, _former.WAYS), *(_forward(table, way) for table, way, _columns in _former.READ)])
BACKWARD = "".join(
    [
        *(_backward(table, way) for table, way, _columns in _former.READ),
        *(f"DROP FUNCTION duties_mark_new_{way}();" for way in _former.WAYS),
    ]
)


class Migration(migrations.Migration):
    dependencies = [("duties", "0003_work_adrift")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
