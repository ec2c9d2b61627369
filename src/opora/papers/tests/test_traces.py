"""After a destruction the database's own files hold nothing of it, and the act says what remains where until when."""

from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from opora.access.rules import SYSTEM, Role
from opora.audit.models import JournalEntry
from opora.backups import own
from opora.backups.rules.keeping import Keeping, kept_until
from opora.cases.tests.factories import worker
from opora.families.actions import renew_keys
from opora.intake.models import Visit
from opora.papers import actions, queries
from opora.papers.models import DestructionAct
from opora.papers.tests.test_destroying import LATER, end, told

pytestmark = [pytest.mark.usefixtures("committed"), pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, settings: Any) -> None:
    settings.OPORA_HOME = tmp_path


def lies_on_disk(words: bytes) -> bool:
    """Whether the files of this database hold these bytes; what only its memory holds is written first."""
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
        cursor.execute(
            "SELECT current_setting('data_directory') || '/base/' || oid FROM pg_database WHERE datname = %s",
            [connection.settings_dict["NAME"]],
        )
        folder = Path(cursor.fetchone()[0])
    return any(words in path.read_bytes() for path in folder.iterdir() if path.name[0].isdigit())


def test_deleted_words_leave_the_files_of_the_database_in_the_night() -> None:
    route, _mother, _child = told()
    end(route)
    sealed = bytes(Visit.objects.get().report or b"")
    assert len(sealed) > 30 and lies_on_disk(sealed)
    head = worker(Role.HEAD)
    act = actions.destroy_data(actor=head, route_id=route.pk, reason="Письмо", on=LATER)
    assert lies_on_disk(sealed), "otherwise this test proves nothing"
    assert queries.traces_of(act).cleared_at is None
    assert actions.clear_traces() == 1
    assert not lies_on_disk(sealed)
    found = queries.traces_of(act)
    assert found.cleared_at is not None and found.renewed_at is None
    assert actions.clear_traces() == 0
    assert JournalEntry.objects.filter(verb="papers.traces_cleared").count() == 1
    renew_keys(actor=SYSTEM)
    assert queries.traces_of(act).renewed_at is not None


def test_a_table_in_use_is_left_for_the_next_night(monkeypatch: pytest.MonkeyPatch, at_once: Any) -> None:
    route, _mother, _child = told()
    end(route)
    actions.destroy_data(actor=worker(Role.HEAD), route_id=route.pk, reason="Письмо", on=LATER)
    monkeypatch.setattr("opora.papers.actions.traces.wait_for_all", lambda *, patience: None)
    monkeypatch.setattr("opora.papers.actions.traces._PATIENCE", 0.02)
    with connection.cursor() as cursor:
        cursor.execute("BEGIN")
        cursor.execute("LOCK TABLE families_person IN ROW EXCLUSIVE MODE")
        try:
            assert at_once(actions.clear_traces, lambda: None)[0] == 0
        finally:
            cursor.execute("ROLLBACK")
    assert actions.clear_traces() == 1


def test_what_a_reading_of_before_still_sees_is_cleared_the_next_night(monkeypatch: pytest.MonkeyPatch) -> None:
    route, _mother, _child = told()
    end(route)
    sealed = bytes(Visit.objects.get().report or b"")
    reading = connection.copy()
    with closing(reading), reading.cursor() as cursor, monkeypatch.context() as soon_tired:
        soon_tired.setattr("opora.papers.actions.traces._PATIENCE", 0)
        cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SELECT count(*) FROM audit_journalentry")
        act = actions.destroy_data(actor=worker(Role.HEAD), route_id=route.pk, reason="Письмо", on=LATER)
        assert actions.clear_traces() == 0
        assert lies_on_disk(sealed), "otherwise nothing was to be waited for"
        assert queries.traces_of(act).cleared_at is None
        cursor.execute("ROLLBACK")
    assert actions.clear_traces() == 1
    assert not lies_on_disk(sealed)


@pytest.mark.parametrize(
    ("keeping", "until"),
    [
        (Keeping(days=7), date(2026, 11, 27)),
        (Keeping(weeks=4), date(2026, 12, 14)),
        (Keeping(7, 4, 6), date(2027, 5, 1)),
        (Keeping(months=1), date(2026, 12, 1)),
    ],
)
def test_a_nightly_backup_of_before_is_kept_until_a_day_that_is_known(keeping: Keeping, until: date) -> None:
    assert kept_until(date(2026, 11, 20), keeping) == until


def test_the_act_knows_how_long_the_nightly_backups_of_before_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    act = DestructionAct(number="1/2026", on=date(2026, 11, 20), at=own.moment())
    monkeypatch.delenv("OPORA_BACKUP_TO", raising=False)
    assert queries.traces_of(act).copies_until is None
    monkeypatch.setenv("OPORA_BACKUP_TO", "/mnt/backups")
    monkeypatch.setenv("OPORA_BACKUP_KEEP", "7d")
    assert queries.traces_of(act).copies_until == date(2026, 11, 27)
