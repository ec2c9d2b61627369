"""What is no whole backup, is closed to us, or would go over data is refused in one sentence, and nothing is left."""

import errno
import os
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db.migrations.loader import MigrationLoader

from opora.backups import actions, postgres, queries
from opora.backups.actions import restoring
from opora.backups.archive import Archive, Writer
from opora.backups.postgres import Server
from opora.backups.refusals import BackupRefused
from opora.backups.rules import strongbox
from opora.backups.rules.manifest import Manifest
from opora.common.errors import Refused
from opora.config import ground
from opora.config.home import UNFINISHED

PHRASE = "корабль лопата ветер семь"
KEYS = {"people.json": "{}", "web-secret": "x" * 64, "journal-seal": "y" * 64}
NOWHERE = Server(name="nowhere", is_private=False, host="/nowhere")


def silent(_sentence: str) -> None:
    pass


def write(path: Path, **other: Any) -> Path:
    """A backup made by hand: keys, no file, and bytes in place of a database."""
    migrations = sorted(MigrationLoader(None).disk_migrations)
    with path.open("w+b") as file:
        writer = Writer(file)
        with writer.part("keys") as part:
            part.write(b'{"web-secret": "brought back"}')
        with writer.part("database") as part:
            part.write(bytes(5000))
        with writer.part("files") as part, tarfile.open(fileobj=part, mode="w|"):
            pass
        known: dict[str, Any] = {
            "version": "0.9.0",
            "made_at": "2026-11-29T03:37:00+03:00",
            "installation": "12345678",
            "journal_head": "",
            "migrations": migrations,
            "files": 0,
            "missing_files": 0,
            "parts": writer.parts,
            "locks": {
                "passphrase": strongbox.lock_with_passphrase(writer.key, PHRASE),
                "sheet": strongbox.lock_with_keys(writer.key, queries.sheet_secret(KEYS)),
            },
        }
        writer.finish(Manifest(**known | other))
    return path


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strongbox, "SCRYPT", {"n": 1024, "r": 8, "p": 1})


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    return write(tmp_path / "opora.backup")


@pytest.fixture
def bring(tmp_path: Path) -> Callable[[Path, Path], None]:
    def _bring(backup: Path, home: Path) -> None:
        with actions.open_archive(backup, passphrase=PHRASE) as archive:
            actions.restore(archive=archive, server=NOWHERE, home=home, say=silent)

    return _bring


def test_another_passphrase_and_another_sheet_open_nothing(backup: Path) -> None:
    for wrong in ("", "Корабль лопата ветер семь", PHRASE + " "):
        with (
            pytest.raises(BackupRefused, match="не та парольная фраза"),
            actions.open_archive(backup, passphrase=wrong),
        ):
            pass
    others = KEYS | {"people.json": '{"renewed": 1}'}
    with pytest.raises(BackupRefused, match="не от этой копии"), actions.open_archive(backup, sheet=others):
        pass
    with actions.open_archive(backup, sheet=KEYS) as archive, archive.opened("keys") as keys:
        assert keys.read() == b'{"web-secret": "brought back"}'


def test_a_changed_byte_is_noticed_wherever_it_is(backup: Path, tmp_path: Path) -> None:
    whole, spoiled = backup.read_bytes(), tmp_path / "spoiled.backup"
    for place in [*range(0, len(whole), 97), *range(len(whole) - 100, len(whole))]:
        spoiled.write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
        with pytest.raises(BackupRefused, match="повреждена"), actions.open_archive(spoiled, passphrase=PHRASE):
            raise AssertionError(f"with byte {place} changed it was taken for whole")


def test_a_file_cut_anywhere_and_what_is_no_backup_are_refused(backup: Path, tmp_path: Path) -> None:
    whole, cut = backup.read_bytes(), tmp_path / "cut.backup"
    for length in [0, 10, *range(22, len(whole), 997), len(whole) - 1]:
        cut.write_bytes(whole[:length])
        with pytest.raises(BackupRefused, match="повреждена"), actions.open_archive(cut, passphrase=PHRASE):
            raise AssertionError(f"cut after {length} bytes it was taken for whole")
    for path, sentence in ((tmp_path / "none.backup", "нет"), (tmp_path, "папка")):
        with pytest.raises(BackupRefused, match=sentence), actions.open_archive(path, passphrase=PHRASE):
            pass


def test_what_postgresql_cannot_read_is_no_backup(backup: Path) -> None:
    with actions.open_archive(backup, passphrase=PHRASE) as archive, pytest.raises(BackupRefused, match="повреждена"):
        actions.check(archive)


def test_over_data_nothing_is_brought_and_nothing_of_it_touched(
    backup: Path, tmp_path: Path, bring: Callable[..., None]
) -> None:
    home = tmp_path / "home"
    (home / "keys").mkdir(parents=True)
    (home / "keys" / "web-secret").write_text("ours")
    with pytest.raises(BackupRefused, match="не пуста"):
        bring(backup, home)
    assert [path.read_text() for path in home.rglob("*") if path.is_file()] == ["ours"]


def test_a_full_disk_and_a_database_that_is_away_leave_no_half_of_a_home(
    backup: Path, tmp_path: Path, bring: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: Any) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    new = tmp_path / "new"
    with pytest.raises(BackupRefused, match="не отвечает"):
        bring(backup, new)
    assert not new.exists()
    monkeypatch.setattr(restoring, "_files", full)
    with pytest.raises(BackupRefused, match="кончилось место"):
        bring(backup, new)
    assert not new.exists()
    new.mkdir()
    with pytest.raises(BackupRefused, match="кончилось место"):
        bring(backup, new)
    assert list(new.iterdir()) == []


def test_a_try_that_a_power_cut_ended_is_cleared_and_nothing_starts_there_before(
    backup: Path, tmp_path: Path, bring: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    new = tmp_path / "new"
    (new / "files").mkdir(parents=True)
    (new / "files" / "half").touch()
    (new / UNFINISHED).touch()
    monkeypatch.setattr(ground, "home", lambda: new)
    with pytest.raises(Refused, match="не дошло до конца"):
        ground.prepare()
    monkeypatch.setattr(restoring, "_refuse_over_tables", lambda _server: None)
    monkeypatch.setattr(postgres, "load", lambda *_args: None)
    bring(backup, new)
    assert {path.name for path in new.rglob("*")} == {"keys", "web-secret"}
    assert (new / "keys" / "web-secret").read_text() == "brought back"


def test_a_backup_of_a_newer_release_is_refused_and_of_an_older_one_is_not(
    tmp_path: Path, bring: Callable[..., None]
) -> None:
    known = sorted(MigrationLoader(None).disk_migrations)
    later = write(tmp_path / "later.backup", migrations=[*known, ("papers", "0999_of_tomorrow")])
    with pytest.raises(BackupRefused, match="более новой версией"):
        bring(later, tmp_path / "new")
    assert not (tmp_path / "new").exists()
    for label, newer in (
        ({"migrations": known}, False),
        ({"migrations": known[:-9]}, False),
        ({"migrations": [*known, ("a_room_of_tomorrow", "0001_initial")], "version": "99.0"}, True),
        ({"migrations": [*known, ("a_room_that_is_gone", "0001_initial")]}, False),
    ):
        archive = Archive(write(tmp_path / "any.backup", **label))
        assert queries.is_newer(archive.label) is newer
        archive.close()
