"""The tables of the tests, made once for a state of the migrations and copied from then on.

Carrying out every migration takes most of the time of a small run. The copy is PostgreSQL's own (a template
database), so tests get the same tables, triggers and rows as from the migrations themselves.
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.conf import settings
from django.db import connection
from psycopg import sql

from opora.config.redrawing import only_what_changes

ROOT = Path(__file__).resolve().parent.parent
PREFIX = "opora_prepared_"
LOCK = 5_310_112


def state_of_the_migrations() -> str:
    """A mark that changes with any migration, with what migrations read, and with the locked packages."""
    mark = hashlib.sha256()
    found = [*ROOT.glob("src/opora/*/migrations/*.py"), *ROOT.glob("src/opora/**/*.sql")]
    ways = [ROOT / "src/opora/config" / name for name in ("settings.py", "redrawing.py")]
    for path in [*sorted(found), ROOT / "requirements.txt", *ways]:
        mark.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return mark.hexdigest()[:16]


@contextmanager
def prepared_database(name: str) -> Iterator[None]:
    """A fresh database of this name with all tables in it, for as long as the block lasts."""
    template = PREFIX + state_of_the_migrations()
    original = settings.DATABASES["default"]["NAME"]
    with _maintenance() as server:
        if not os.environ.get("DATABASE_URL"):
            _hurry(server)
        # Two workers come at once: one carries the migrations out, the other waits and finds them done.
        server.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        try:
            if not _stands(server, template):
                _prepare(server, template)
            _drop(server, name)
            server.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template))
            )
        finally:
            server.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
    _turn_to(name)
    try:
        yield
    finally:
        _turn_to(original)
        with _maintenance() as server:
            _drop(server, name)


def _hurry(server: psycopg.Connection) -> None:
    """Spare the private server of the tests what protects data from a power cut: its data is made anew at any time."""
    for setting in ("fsync", "synchronous_commit", "full_page_writes"):
        server.execute(sql.SQL("ALTER SYSTEM SET {} = off").format(sql.Identifier(setting)))
    server.execute("SELECT pg_reload_conf()")


def _prepare(server: psycopg.Connection, template: str) -> None:
    """Carry all migrations out in a new database, and give it its name only when it is whole."""
    for (older,) in server.execute(
        "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [PREFIX]
    ).fetchall():
        _drop(server, older)
    with only_what_changes():
        made = connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    connection.close()
    server.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(made), sql.Identifier(template)))


def _stands(server: psycopg.Connection, name: str) -> bool:
    return server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None


def _drop(server: psycopg.Connection, name: str) -> None:
    server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def _turn_to(name: str) -> None:
    connection.close()
    settings.DATABASES["default"]["NAME"] = name
    connection.settings_dict["NAME"] = name


@contextmanager
def _maintenance() -> Iterator[psycopg.Connection]:
    """A connection beside Django's, to the database that every server has."""
    given = connection.get_connection_params() | {"dbname": "postgres"}
    known = {key: given[key] for key in ("dbname", "user", "password", "host", "port") if given.get(key)}
    with psycopg.connect(**known, autocommit=True) as server:
        yield server
