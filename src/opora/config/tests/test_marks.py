"""The database marks what the signs and nobody's work are computed from: on every table that the migrations name."""

from importlib import import_module

import pytest
from django.db import connection
from procrastinate.contrib.django import app

pytestmark = pytest.mark.django_db


def _marked() -> dict[tuple[str, str], str]:
    """By table and trigger, whether it is switched on."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text, tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal")
        return {(table, name): state for table, name, state in cursor.fetchall()}


@pytest.mark.parametrize(
    ("migration", "room"),
    [
        ("opora.attention.migrations.0002_who_stands_where", "attention"),
        ("opora.duties.migrations.0003_work_adrift", "duties"),
    ],
)
def test_every_table_that_is_asked_for_leaves_marks(migration: str, room: str) -> None:
    """Also after a table was renewed: whoever renews one gives it its triggers again."""
    found = _marked()
    for table, *_rest in import_module(migration).READ:
        for name in (f"{room}_marks_come", f"{room}_marks_change"):
            assert found.get((table, name)) == "O", f"{table} lacks {name}"


@pytest.mark.parametrize("name", ["attention.places", "attention.all", "duties.adrift", "duties.adrift_anyway"])
def test_a_worker_knows_the_jobs_that_keep_what_the_marks_tell_of(name: str) -> None:
    """Those of `./opora worker` and those beside the pages are the same."""
    app.perform_import_paths()
    assert name in {one.task.name for one in app.periodic_registry.periodic_tasks.values()}
