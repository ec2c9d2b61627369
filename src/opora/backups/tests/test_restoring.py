"""What was backed up comes back: into an empty home, whole or not at all, never over data."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connection

from opora.audit.models import JournalEntry
from opora.audit.queries import verify
from opora.backups import actions, queries
from opora.backups.postgres import Server
from opora.backups.refusals import BackupRefused
from opora.backups.rules import sheet
from opora.backups.tests.conftest import PHRASE, Installation
from opora.config import embedded
from opora.config.home import UNFINISHED
from opora.papers.actions import open_file
from opora.papers.tests.factories import PDF

pytestmark = [pytest.mark.usefixtures("committed"), pytest.mark.django_db(transaction=True)]
DATABASE = "opora_brought_back"


def silent(_sentence: str) -> None:
    pass


@contextmanager
def looking_at(server: dict[str, str]) -> Iterator[None]:
    """Django's connection, turned to another database for a while."""
    before = dict(connection.settings_dict)
    connection.close()
    connection.settings_dict.update(server)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update(before)


def triggers() -> list[tuple[Any, ...]]:
    """What the database does by itself, and that it is switched on."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT t.tgrelid::regclass::text, t.tgname, t.tgtype, p.prosrc FROM pg_trigger t"
            " JOIN pg_proc p ON p.oid = t.tgfoid WHERE NOT tgisinternal AND tgenabled = 'O' ORDER BY 1, 2"
        )
        return cursor.fetchall()


@pytest.fixture
def outside() -> Iterator[Server]:
    """An empty database on a server of the organization's own, named as DATABASE_URL names one."""
    known = connection.settings_dict | {"NAME": DATABASE}
    link = {key: known[key.upper()] for key in ("user", "password", "host", "port") if known.get(key.upper())}
    with psycopg.connect(**link, dbname="postgres", autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {DATABASE}")
        server.execute(f"CREATE DATABASE {DATABASE}")
        yield Server.of(known, is_private=False)
        server.execute(f"DROP DATABASE {DATABASE} WITH (FORCE)")


def test_a_home_is_lost_and_everything_is_back_in_a_new_one(
    installation: Installation, place: Path, settings: Any
) -> None:
    made = installation.back_up()
    (place / "phrase").write_text(PHRASE, encoding="utf-8")
    new = place / "new"
    command = ["restore", str(made.path), "--passphrase-file", str(place / "phrase")]
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    done = subprocess.run(
        [sys.executable, "-P", "-m", "opora", *command],
        env=environment | {"OPORA_HOME": str(new), "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Всё в порядке" in done.stdout
    # From which day and hour on something is gone, as colleagues are to be told it.
    assert f"{datetime.strptime(made.path.stem, 'opora-%Y%m%d-%H%M%S'):%d.%m.%Y %H:%M}" in done.stdout
    assert not (new / UNFINISHED).exists()
    settings.OPORA_HOME = new
    embedded.ensure_running(new)
    try:
        with looking_at(embedded.dsn(new)):
            assert open_file(actor=installation.actor, file_id=installation.paper.pk).content == PDF
            assert verify().is_whole
            assert JournalEntry.objects.filter(verb="audit.restored").count() == 1
    finally:
        embedded.stop_if_last(new)


def test_a_server_of_ones_own_is_filled_and_the_sheet_opens_what_the_passphrase_no_longer_does(
    installation: Installation, outside: Server, place: Path, settings: Any
) -> None:
    made = installation.back_up()
    marking = triggers()
    assert sum(one[1].startswith(("attention_marks", "duties_marks")) for one in marking) > 40
    paper = sheet.lines_of(queries.keys_in(installation.home))
    new = place / "new"
    with actions.open_archive(made.path, sheet=sheet.keys_of(paper)) as archive:
        actions.restore(archive=archive, server=outside, home=new, say=silent)
    settings.OPORA_HOME = new
    assert not (new / "pg").exists()
    with looking_at({"NAME": DATABASE}):
        assert triggers() == marking, "the database marks and freezes what it did before"
        assert open_file(actor=installation.actor, file_id=installation.paper.pk).content == PDF
        assert verify().is_whole
    # A second time it is not empty any more, whatever home is named.
    with (
        actions.open_archive(made.path, passphrase=PHRASE) as archive,
        pytest.raises(BackupRefused, match="уже есть таблицы"),
    ):
        actions.restore(archive=archive, server=outside, home=place / "other", say=silent)
    assert not (place / "other").exists()
