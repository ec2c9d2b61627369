"""A backup is brought back into a new home: everything of it, or nothing."""

import contextlib
import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from opora.backups import postgres
from opora.backups.actions.making import Say
from opora.backups.actions.reading import open_tar
from opora.backups.archive import Archive, newer
from opora.backups.postgres import Server
from opora.backups.queries import is_newer
from opora.backups.refusals import BackupRefused, damaged, disk_told
from opora.backups.rules import manifest as labels
from opora.config import embedded
from opora.config.home import UNFINISHED

_KEY_NAME = re.compile(r"[a-z][a-z0-9.-]{0,60}")
_FILE_NAME = re.compile(r"[0-9a-f]{2}/[0-9a-f]{40}")


def restore(*, archive: Archive, server: Server, home: Path, say: Say) -> None:
    """Bring everything of an opened backup into an empty home and an empty database.

    Raises BackupRefused; then home and database are as they were.
    """
    if is_newer(archive.label):
        raise newer(archive.path)
    with disk_told(home), _fresh(home):
        say(_("Bringing back the keys"))
        _keys(archive, home)
        say(_("Bringing back the files"))
        _files(archive, home)
        if server.is_private:
            say(_("Creating the database"))
            embedded.ensure_running(home)
        _refuse_over_tables(server)
        say(_("Bringing back the database"))
        with archive.opened(labels.DATABASE) as dump:
            postgres.load(server, dump)
        if archive.label.journal_head:
            _write(home / "journal-head", f"{archive.label.journal_head}\n")
        os.sync()


def refuse_over_data(home: Path) -> None:
    """A backup is brought into an empty home, or into what an unfinished try left; raises BackupRefused elsewhere.

    Asked before the backup is opened: its passphrase takes a while, and nobody should type it in vain.
    """
    if home.exists() and any(home.iterdir()) and not (home / UNFINISHED).exists():
        sentence = _(
            "%(home)s is not empty, and a backup is never brought over data. "
            "Choose a new home: OPORA_HOME=/another/place ./opora restore …"
        )
        raise BackupRefused(sentence % {"home": home})


@contextlib.contextmanager
def _fresh(home: Path) -> Iterator[None]:
    """An empty home, marked until all is there; what a failure or a power cut left of an earlier try is cleared."""
    refuse_over_data(home)
    mark = home / UNFINISHED
    if mark.exists():
        _clear(home)
    was_there = home.exists()
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    mark.touch(mode=0o600)
    try:
        yield
    except BaseException:
        embedded.stop_if_last(home)
        _clear(home)
        if not was_there:
            home.rmdir()
        raise
    mark.unlink()


def _clear(home: Path) -> None:
    """Take away what an unfinished restore made; the mark last, so that a second interruption is seen as well."""
    for path in sorted(home.iterdir(), key=lambda path: path.name == UNFINISHED):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def _refuse_over_tables(server: Server) -> None:
    with server.connect() as link:
        found = link.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
    if found and found[0]:
        sentence = _(
            "The database %(name)s holds tables, and a backup is never brought over data. Make a new database."
        )
        raise BackupRefused(sentence % {"name": server.name})


def _keys(archive: Archive, home: Path) -> None:
    with archive.opened(labels.KEYS) as part:
        keys = json.loads(part.read())
    write_keys(home, keys)


def write_keys(home: Path, keys: dict[str, str]) -> None:
    """Lay keys into a home, closed to everybody else."""
    (home / "keys").mkdir(mode=0o700, parents=True, exist_ok=True)
    for name, text in keys.items():
        if not _KEY_NAME.fullmatch(name):
            raise BackupRefused(_("This holds a key of an unknown kind; nothing was brought back."))
        _write(home / "keys" / name, text)


def _files(archive: Archive, home: Path) -> None:
    found = 0
    with archive.opened(labels.FILES) as part, open_tar(archive, part) as files:
        for member in files:
            content = files.extractfile(member) if member.isfile() else None
            if content is None or not _FILE_NAME.fullmatch(member.name):
                raise damaged(archive.path)
            target = home / "files" / member.name
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with open(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                shutil.copyfileobj(content, file, postgres.PIECE)
            found += 1
    if found != archive.label.files:
        raise damaged(archive.path)


def _write(path: Path, text: str) -> None:
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
