"""A backup is trusted when every part was read back: its checksums, its locks, the database's own table of contents."""

import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from opora.backups import postgres
from opora.backups.archive import Archive
from opora.backups.queries import sheet_secret
from opora.backups.refusals import damaged, disk_told
from opora.backups.rules import manifest as labels


@contextmanager
def open_archive(path: Path, *, passphrase: str = "", sheet: dict[str, str] | None = None) -> Iterator[Archive]:
    """A backup whose every part fits its checksum, opened with its passphrase or with the keys of the sheet."""
    with disk_told(path):
        archive = Archive(path)
        try:
            archive.check()
            if sheet is not None:
                archive.unlock_with_keys(sheet_secret(sheet))
            else:
                archive.unlock(passphrase)
            yield archive
        finally:
            archive.close()


def check(archive: Archive) -> None:
    """Open every part to its end, and have PostgreSQL read the database's table of contents."""
    with archive.opened(labels.KEYS) as keys:
        keys.read()
    with archive.opened(labels.DATABASE) as dump:
        if not postgres.is_readable(dump):
            raise damaged(archive.path)
    with archive.opened(labels.FILES) as tar, open_tar(archive, tar) as files:
        if sum(1 for _member in files) != archive.label.files:
            raise damaged(archive.path)


@contextmanager
def open_tar(archive: Archive, stream: object) -> Iterator[tarfile.TarFile]:
    try:
        with tarfile.open(fileobj=stream, mode="r|") as files:  # type: ignore[call-overload]
            yield files
    except tarfile.TarError as odd:
        raise damaged(archive.path) from odd
