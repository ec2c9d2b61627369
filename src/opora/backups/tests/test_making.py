"""A backup holds everything of one moment, says nothing to a stranger, and is whole or not there at all."""

import errno
import os
import stat
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from opora.audit.models import JournalEntry
from opora.backups import actions, archive, own, postgres
from opora.backups.actions import making
from opora.backups.postgres import Server
from opora.backups.refusals import BackupRefused
from opora.backups.rules.keeping import Keeping
from opora.backups.tests.conftest import AT, PHRASE, Installation
from opora.papers.actions import add_file
from opora.papers.actions.contents import new_path_of, path_of
from opora.papers.tests.factories import PDF, SECRET
from opora.process.tests.factories import BEGAN

pytestmark = [pytest.mark.usefixtures("committed"), pytest.mark.django_db(transaction=True)]


def test_a_backup_is_closed_to_strangers_and_stands_in_the_journal(installation: Installation) -> None:
    made = installation.back_up()
    assert installation.kept() == ["opora-20261129-033700.backup"] == [made.path.name]
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    data = made.path.read_bytes()
    for word in (SECRET, "Ветрова".encode(), b"CREATE TABLE", b"journalentry", b'"sealing"', PHRASE.encode()):
        assert word not in data
    assert (made.files, made.missing_files) == (1, 0)
    assert JournalEntry.objects.get(verb="backups.made").data == {"files": 1}
    with actions.open_archive(made.path, passphrase=PHRASE) as found:
        actions.check(found)


def test_what_comes_while_the_database_is_copied_belongs_to_the_next_backup(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    dump, paper = postgres.dump, installation.paper

    def slow_dump(*args: Any) -> None:
        path = paper.route_id or 0
        add_file(actor=installation.actor, route_id=path, kind="plan", name="a.pdf", data=PDF, on=BEGAN)
        dump(*args)

    monkeypatch.setattr(postgres, "dump", slow_dump)
    # Its process died before it was put in its place.
    path_of(paper.place).rename(new_path_of(paper.place))
    assert installation.back_up().files == 1
    new_path_of(paper.place).rename(path_of(paper.place))
    monkeypatch.setattr(postgres, "dump", dump)
    # A file that the home lost is told.
    path_of(paper.place).unlink()
    made = installation.back_up(at=AT + timedelta(days=1))
    assert (made.files, made.missing_files) == (1, 1)


def test_old_backups_go_by_their_term_and_strangers_stay(installation: Installation) -> None:
    (installation.folder / "opora-20200101-000000.backup").write_bytes(b"of another installation, or broken")
    for day in range(3):
        made = installation.back_up(at=AT + timedelta(days=day), keeping=Keeping(days=2))
    assert [path.name for path in made.let_go] == ["opora-20261129-033700.backup"]
    assert installation.kept() == [
        "opora-20200101-000000.backup",
        "opora-20261130-033700.backup",
        "opora-20261201-033700.backup",
    ]


def test_what_stands_in_the_way_is_one_sentence_and_leaves_nothing(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: Any, **_more: Any) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    for wishes, sentence in (
        ({"passphrase": "короткая"}, "слишком короткая"),
        ({"folder": installation.folder / "unplugged"}, "Подключён ли её диск"),
        ({"folder": installation.home}, "внутри домашней папки"),
    ):
        with pytest.raises(BackupRefused, match=sentence):
            installation.back_up(**wishes)
        assert installation.kept() == [] and not (installation.folder / "unplugged").exists()
    for owner, name in ((postgres, "dump"), (making, "_copy_files"), (archive.Writer, "finish"), (making, "check")):
        with monkeypatch.context() as patch, pytest.raises(BackupRefused, match="кончилось место"):
            patch.setattr(owner, name, full)
            installation.back_up()
        assert installation.kept() == []
    gone = Server(name="nowhere", is_private=True, host="/nowhere")
    with pytest.raises(BackupRefused, match="не отвечает"):
        installation.back_up(server=gone)
    assert installation.kept() == []


def test_every_night_a_backup_is_made_where_the_organization_wants_it(
    installation: Installation, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("opora.backups.actions.nightly.home", lambda: installation.home)
    monkeypatch.setattr(own, "own_server", lambda: installation.server)
    actions.back_up_nightly(say=lambda _sentence: None)
    assert installation.kept() == []
    phrase = installation.folder.parent / "phrase"
    monkeypatch.setenv("OPORA_BACKUP_TO", str(installation.folder))
    monkeypatch.setenv("OPORA_BACKUP_PASSPHRASE_FILE", str(phrase))
    actions.back_up_nightly(say=lambda _sentence: None)
    assert installation.kept() == [] and str(phrase) in caplog.text
    assert JournalEntry.objects.filter(verb="backups.not_made").count() == 1
    phrase.write_text(PHRASE + "\n", encoding="utf-8")
    actions.back_up_nightly(say=lambda _sentence: None)
    [name] = installation.kept()
    with actions.open_archive(Path(installation.folder / name), passphrase=PHRASE):
        pass
