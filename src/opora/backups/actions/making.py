"""A backup is made: one file, of one moment, closed, and read back before it gets its name."""

import contextlib
import json
import os
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path
from typing import Any, BinaryIO

from django.db import DatabaseError
from django.utils.translation import gettext as _

import opora
from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.backups import postgres
from opora.backups.actions.reading import check, open_archive
from opora.backups.archive import Writer
from opora.backups.postgres import Server
from opora.backups.queries import ENDING, Moment, backups_of, installation_of, keys_in, moment_of, sheet_secret
from opora.backups.refusals import BackupRefused, disk_told
from opora.backups.rules import manifest as labels
from opora.backups.rules import strongbox
from opora.backups.rules.keeping import Keeping, to_let_go

Say = Callable[[str], None]
SHORTEST_PASSPHRASE = 12


@dataclass(frozen=True, slots=True)
class Made:
    """What came of it. Files that were missing from their folder are missing from the backup, too."""

    path: Path
    size: int
    files: int
    missing_files: int
    let_go: list[Path]


def back_up(
    *,
    actor: Actor,
    server: Server,
    home: Path,
    folder: Path,
    passphrase: str,
    at: datetime,
    say: Say,
    keeping: Keeping | None = None,
) -> Made:
    """Copy everything into one file in the folder, read it back, and let go of backups that are too old by `keeping`.

    Raises BackupRefused; then the folder is as it was.
    """
    _check_wishes(home, folder, passphrase)
    with _alone(home), disk_told(folder):
        keys = keys_in(home)
        mine = installation_of(keys)
        path = folder / f"opora-{at:%Y%m%d-%H%M%S}{ENDING}"
        draft = folder / f".opora-{mine}{ENDING}.part"
        with contextlib.suppress(DatabaseError):
            audit.seal_journal()
        try:
            label = _write(draft, server, home, at, mine, passphrase, say)
            say(_("Reading it back"))
            with open_archive(draft, passphrase=passphrase) as archive:
                check(archive)
            draft.rename(path)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
        # Of older tables a newer checkout can make a backup before it changes them, but it cannot write their journal.
        with contextlib.suppress(DatabaseError):
            audit.record(actor=actor, verb="backups.made", files=label.files)
        let_go = _let_go(folder, mine, keeping) if keeping else []
        return Made(path, path.stat().st_size, label.files, label.missing_files, let_go)


def _check_wishes(home: Path, folder: Path, passphrase: str) -> None:
    if len(passphrase) < SHORTEST_PASSPHRASE:
        sentence = _("The passphrase is too short: take at least %(n)s letters, for example five words.")
        raise BackupRefused(sentence % {"n": SHORTEST_PASSPHRASE})
    if not folder.is_dir():
        sentence = _("There is no folder %(folder)s. Is its disk there? Otherwise make the folder, and try again.")
        raise BackupRefused(sentence % {"folder": folder})
    if folder.resolve().is_relative_to(home.resolve()):
        sentence = _("%(folder)s lies inside the home: it would be lost with it. Choose a place on another disk.")
        raise BackupRefused(sentence % {"folder": folder})


@contextlib.contextmanager
def _alone(home: Path) -> Iterator[None]:
    """Two backups of one home at a time would only wait for the same disk."""
    with (home / "backup.lock").open("ab") as lock:
        try:
            flock(lock, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            raise BackupRefused(_("A backup is being made at this moment. Wait for its end.")) from None
        yield


def _write(
    draft: Path, server: Server, home: Path, at: datetime, installation: str, passphrase: str, say: Say
) -> labels.Manifest:
    draft.unlink(missing_ok=True)
    with open(os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as file, moment_of(server) as moment:
        archive = Writer(file)
        try:
            label = _fill(archive, moment, home, at, installation, passphrase, server, say)
        except BaseException:
            archive.give_up()
            raise
        file.flush()
        os.fsync(file.fileno())
        return label


def _fill(
    archive: Writer,
    moment: Moment,
    home: Path,
    at: datetime,
    installation: str,
    passphrase: str,
    server: Server,
    say: Say,
) -> labels.Manifest:
    keys = keys_in(home)  # read again: as of this moment nobody renews them
    with archive.part(labels.KEYS) as part:
        part.write(json.dumps(keys).encode())
    say(_("Copying the database"))
    with archive.part(labels.DATABASE) as part:
        postgres.dump(server, moment.snapshot, part)
    say(_("Copying the files"))
    with archive.part(labels.FILES) as part:
        copied = _copy_files(home / "files", moment, part)
    locks = {
        "passphrase": strongbox.lock_with_passphrase(archive.key, passphrase),
        "sheet": strongbox.lock_with_keys(archive.key, sheet_secret(keys)),
    }
    label = labels.Manifest(
        version=opora.__version__,
        made_at=at.isoformat(timespec="seconds"),
        installation=installation,
        journal_head=moment.journal_head,
        migrations=moment.migrations,
        files=copied,
        missing_files=len(moment.places) - copied,
        parts=archive.parts,
        locks=locks,
    )
    archive.finish(label)
    return label


def _copy_files(folder: Path, moment: Moment, part: Any) -> int:
    """Copy what the database speaks of, as it lies, sealed; gives how many were there."""
    copied = 0
    with tarfile.open(fileobj=part, mode="w|") as tar:
        for place in moment.places:
            file = _content(folder, place)
            if file is None:
                continue
            with file:
                known = tarfile.TarInfo(f"{place[:2]}/{place}")
                known.size = os.fstat(file.fileno()).st_size
                tar.addfile(known, file)
            copied += 1
    return copied


def _content(folder: Path, place: str) -> BinaryIO | None:
    """A content, in its place or on its way there (`papers.actions.contents`)."""
    settled = folder / place[:2] / place
    for path in (settled, folder / "new" / place, settled):
        with contextlib.suppress(FileNotFoundError):
            return path.open("rb")
    return None


def _let_go(folder: Path, installation: str, keeping: Keeping) -> list[Path]:
    known = backups_of(folder, installation)
    gone = [known[moment] for moment in sorted(to_let_go(known, keeping))]
    for path in gone:
        path.unlink()
    return gone
