"""Migrations that draw little leave the tables that models say, and change what refers to a column together with it."""

from typing import Any

import pytest
from django.apps import apps
from django.db import connection, migrations, models
from django.db.migrations.state import ModelState, ProjectState

from opora.config.redrawing import only_what_changes

pytestmark = pytest.mark.django_db

DESCRIBED = {
    "columns": """
        SELECT relname, attname, format_type(atttypid, atttypmod), attnotnull, attidentity, attgenerated
          FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
         WHERE relnamespace = %s::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
    """,
    "constraints": """
        SELECT relname, contype::text, conname, pg_get_constraintdef(pg_constraint.oid)
          FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
         WHERE connamespace = %s::regnamespace AND contype <> 'n'
    """,
    "indexes": "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = %s",
}


def _described(schema: str, question: str) -> set[tuple[str, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question, [schema])
        return {tuple(str(part).replace(f"{schema}.", "") for part in line) for line in cursor.fetchall()}


def test_migrations_leave_what_the_models_say() -> None:
    ours = [model for model in apps.get_models() if model.__module__.startswith("opora.")]
    with connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA from_models; SET LOCAL search_path TO from_models, public")
    with connection.schema_editor() as editor:
        for model in ours:
            if model._meta.managed:
                editor.create_model(model)
    for name, question in DESCRIBED.items():
        said, stands = (_described(schema, question) for schema in ("from_models", "public"))
        assert len(said) > len(ours)
        tables = {line[0] for line in said}
        assert said ^ {line for line in stands if line[0] in tables} == set(), name


def _state() -> ProjectState:
    """A shop, its goods known by a code, and lines of orders that refer to a good by it."""
    state = ProjectState()
    code = models.CharField(max_length=5, unique=True)
    good = models.ForeignKey("redrawing.Good", models.CASCADE, to_field="code")
    for name, fields in (("Shop", []), ("Good", [("code", code)]), ("Line", [("good", good)])):
        state.add_model(ModelState("redrawing", name, [("id", models.BigAutoField(primary_key=True)), *fields]))
    return state


def _carry_out(state: ProjectState, *steps: Any) -> ProjectState:
    step = type("Step", (migrations.Migration,), {"operations": list(steps)})
    with connection.schema_editor() as editor:
        return step("0001_step", "redrawing").apply(state, editor)


def _create(state: ProjectState) -> None:
    with connection.schema_editor() as editor:
        for name in ("Shop", "Good", "Line"):
            editor.create_model(state.apps.get_model("redrawing", name))


def _columns() -> dict[str, str]:
    found = _described("public", DESCRIBED["columns"])
    return {f"{table}.{column}": kind for table, column, kind, *_rest in found if table.startswith("redrawing_")}


def test_a_step_draws_its_own_model_and_nothing_around_it() -> None:
    state = _state()
    _create(state)
    line = state.apps.get_model("redrawing", "Line")
    field = models.ForeignKey("redrawing.Shop", models.CASCADE, null=True)
    with only_what_changes():
        state = _carry_out(state, migrations.AddField("Good", "shop", field))
    assert state.apps.get_model("redrawing", "Line") is line
    assert _columns()["redrawing_good.shop_id"] == "bigint"
    state = _carry_out(state, migrations.AddField("Good", "again", models.BooleanField(default=False)))
    assert state.apps.get_model("redrawing", "Line") is not line, "outside, Django draws what hangs together"


@pytest.mark.parametrize("is_stale", [False, True])
def test_what_refers_to_a_column_changes_with_it(is_stale: bool) -> None:
    state = _state()
    _create(state)
    wider = models.CharField(max_length=9, unique=True)
    longer = models.CharField(max_length=9, default="")
    before = [migrations.AddField("Good", "name", longer)] if is_stale else []
    with only_what_changes():
        state = _carry_out(state, *before, migrations.AlterField("Good", "code", wider))
        assert _columns()["redrawing_line.good_id"] == "character varying(9)"
        state = _carry_out(state, migrations.RenameField("Good", "code", "mark"))
        state = _carry_out(state, migrations.RenameModel("Good", "Ware"))
    assert _columns()["redrawing_ware.mark"] == _columns()["redrawing_line.good_id"] == "character varying(9)"
    (key,) = (line[3] for line in _described("public", DESCRIBED["constraints"]) if line[:2] == ("redrawing_line", "f"))
    assert key.startswith("FOREIGN KEY (good_id) REFERENCES redrawing_ware(mark)")


def test_code_of_ours_sees_models_that_know_each_other() -> None:
    state = _state()
    _create(state)
    seen = []

    def look(known: Any, _editor: Any) -> None:
        line, good = (known.get_model("redrawing", name) for name in ("Line", "Good"))
        one = line.objects.create(good=good.objects.create(code="milk", name="Milk"))
        seen.append(line.objects.get(good__name="Milk") == one)

    steps = [
        migrations.AddField("Good", "name", models.CharField(max_length=9, default="")),
        migrations.RunPython(look),
    ]
    with only_what_changes():
        _carry_out(state, *steps)
    assert seen == [True]
