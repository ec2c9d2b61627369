"""Everything an installation holds, as of one moment: the database's snapshot, and what must be copied beside it."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db.migrations.loader import MigrationLoader
from django.utils.translation import gettext as _

import opora
from opora.backups.archive import Archive
from opora.backups.postgres import Server
from opora.backups.refusals import BackupRefused
from opora.backups.rules.manifest import Manifest
from opora.common.envelope import derived

ENDING = ".backup"

_HEAD = """
    -- reads: audit_journalseal
    SELECT encode(digest, 'hex') FROM audit_journalseal ORDER BY id DESC LIMIT 1
"""
_PLACES = """
    -- reads: papers_storedfile
    SELECT place FROM papers_storedfile WHERE destroyed_on IS NULL ORDER BY place
"""


@dataclass(frozen=True)
class Moment:
    """What the database said at the moment of a backup."""

    snapshot: str
    journal_head: str
    migrations: list[tuple[str, str]] = field(repr=False)
    places: list[str] = field(repr=False)


@contextmanager
def moment_of(server: Server) -> Iterator[Moment]:
    """Hold one moment of the database for as long as it is copied; the keys are not renewed in the meantime.

    A file is on the disk before the database speaks of it, so whatever this moment names is there to be copied.
    """
    with server.connect() as link:
        link.execute("SET idle_in_transaction_session_timeout = 0")
        link.execute("SELECT pg_advisory_lock(hashtext('opora.families.keys'))")
        link.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        if link.execute("SELECT to_regclass('papers_storedfile')").fetchone() == (None,):
            raise BackupRefused(_("There is nothing to back up here yet: the database has no tables."))
        head = link.execute(_HEAD).fetchone()
        yield Moment(
            snapshot=_one(link.execute("SELECT pg_export_snapshot()").fetchone()),
            journal_head=_one(head) if head else "",
            migrations=[
                (app, name) for app, name in link.execute("SELECT app, name FROM django_migrations ORDER BY 1, 2")
            ],
            places=[row[0] for row in link.execute(_PLACES)],
        )


def _one(row: Any) -> str:
    return str(row[0])


def keys_in(home: Path) -> dict[str, str]:
    """The keys of a home by the names of their files."""
    folder = home / "keys"
    found = sorted(path for path in folder.glob("*") if path.is_file() and not path.name.startswith("."))
    return {path.name: path.read_text(encoding="utf-8") for path in found}


def sheet_secret(keys: dict[str, str]) -> bytes:
    """What opens a backup whose passphrase was forgotten: drawn from all keys, so it changes when they are renewed."""
    mark = hashlib.sha256()
    for name, text in sorted(keys.items()):
        mark.update(f"{name}\0{text.strip()}\0".encode())
    return derived(mark.digest(), b"opora recovery sheet")


def installation_of(keys: dict[str, str]) -> str:
    """A short mark by which backups of one installation are told from another's; it gives nothing of the keys away."""
    seal = keys.get("journal-seal", "").encode()
    return hashlib.sha256(b"opora installation " + seal).hexdigest()[:8]


def backups_of(folder: Path, installation: str) -> dict[datetime, Path]:
    """The backups of this installation in a folder by their moments; others, and what cannot be read, are left out."""
    found = {}
    for path in sorted(folder.glob(f"opora-*{ENDING}")):
        try:
            archive = Archive(path)
        except (BackupRefused, OSError):
            continue
        archive.close()
        if archive.label.installation == installation:
            found[archive.label.moment] = path
    return found


def is_newer(label: Manifest) -> bool:
    """Whether a later release made it: its tables have changes that this release does not know."""
    loader = MigrationLoader(None)
    known = set(loader.disk_migrations)
    for migration in loader.disk_migrations.values():
        known |= {(app, name) for app, name in migration.replaces}
    rooms = {app for app, _name in known}
    unknown = {(app, name) for app, name in map(tuple, label.migrations)} - known
    return any(app in rooms for app, _name in unknown) or (bool(unknown) and _is_later(label.version))


def _is_later(version: str) -> bool:
    return _numbers(version) > _numbers(opora.__version__)


def _numbers(version: str) -> list[int]:
    return [int(part) for part in version.split(".") if part.isdecimal()]
