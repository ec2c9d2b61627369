"""A new home gets its tables in one go: the very tables that all migrations one after the other leave."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from opora.config import foundation, ground
from opora.config.redrawing import only_what_changes

OTHER = "test_foundation"

DESCRIBED = {
    "columns": """
        SELECT attrelid::regclass::text, attname, format_type(atttypid, atttypmod), attnotnull, attidentity,
               attgenerated, pg_get_expr(adbin, adrelid)
          FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
          LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
         WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'm') AND attnum > 0 AND NOT attisdropped
    """,
    "constraints": """
        SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), convalidated
          FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    """,
    "indexes": "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "triggers": "SELECT pg_get_triggerdef(oid), tgenabled FROM pg_trigger WHERE NOT tgisinternal",
    "functions": """
        SELECT proname, pg_get_functiondef(oid) FROM pg_proc
         WHERE pronamespace = 'public'::regnamespace AND prokind IN ('f', 'p')
    """,
    "views": "SELECT viewname, definition FROM pg_views WHERE schemaname = 'public'",
    "sequences": """
        SELECT sequencename, data_type::text, start_value, increment_by, cycle FROM pg_sequences
         WHERE schemaname = 'public'
    """,
    "settings of tables": """
        SELECT relname, reloptions, relpersistence FROM pg_class
         WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'i')
    """,
    "words of enumerations": "SELECT enumtypid::regtype::text, enumlabel FROM pg_enum",
    "extensions": "SELECT extname FROM pg_extension",
    "migrations": "SELECT app, name FROM django_migrations",
    "rights": "SELECT codename FROM auth_permission",
    "kinds of records": "SELECT app_label, model FROM django_content_type",
}


def _described() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    with connection.cursor() as cursor:
        for name, question in DESCRIBED.items():
            cursor.execute(question)
            found[name] = sorted(_plainly(str(line)) for line in cursor.fetchall())
    return found


def _plainly(line: str) -> str:
    """A condition as PostgreSQL tells it, without the casts and brackets it adds each time it reads its own words."""
    has_condition = "CREATE UNIQUE INDEX" in line or "CREATE TRIGGER" in line
    return re.sub(r"::(character varying|text)(\[\])?|[()]", "", line) if has_condition else line


@contextmanager
def _new_database() -> Iterator[None]:
    """Django speaks to a database that has no tables."""
    given = connection.get_connection_params() | {"dbname": "postgres"}
    known: dict[str, Any] = {
        key: given[key] for key in ("dbname", "user", "password", "host", "port") if given.get(key)
    }
    ours = connection.settings_dict["NAME"]
    with psycopg.connect(**known, autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {OTHER} WITH (FORCE)")
        server.execute(f"CREATE DATABASE {OTHER} TEMPLATE template0")
        _turn_to(OTHER)
        try:
            yield
        finally:
            _turn_to(ours)
            server.execute(f"DROP DATABASE IF EXISTS {OTHER} WITH (FORCE)")


def _turn_to(name: str) -> None:
    connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name


def test_the_short_way_ends_with_the_tables_of_the_long_way(django_db_setup: None, django_db_blocker: Any) -> None:
    with django_db_blocker.unblock():
        wanted = _described()
        with _new_database():
            assert foundation.lay()
            with only_what_changes():
                call_command("migrate", verbosity=0, interactive=False)
            found = _described()
            assert not foundation.lay(), "tables were laid over tables"
        connection.close()
    for name, lines in wanted.items():
        assert set(found[name]) ^ set(lines) == set(), name
        assert found[name] == lines, name


@pytest.mark.django_db
def test_a_home_with_tables_is_known_by_the_names_of_its_migrations() -> None:
    assert ground._is_every_migration_recorded()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'cases' AND name LIKE '0001%'")
    assert not ground._is_every_migration_recorded()
