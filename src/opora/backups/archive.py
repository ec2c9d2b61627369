"""A backup as one file: a plain ZIP whose parts are closed and whose label can be read by anybody.

It is written under another name and gets its own only when it was read back whole.
"""

import contextlib
import errno
import hashlib
import io
import os
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from django.utils.translation import gettext as _

from opora.backups.refusals import BackupRefused, damaged
from opora.backups.rules import manifest as labels
from opora.backups.rules import strongbox
from opora.common.envelope import Locked

LABEL = "manifest.json"
MARK = 64
BROKEN = (zipfile.BadZipFile, KeyError, EOFError, NotImplementedError, ValueError, RuntimeError)
"""What the reader of ZIP files raises at bytes that are not as they were written."""


class Counting:
    """Passes bytes on and keeps their number and checksum."""

    def __init__(self, sink: Any) -> None:
        self._sink, self._mark, self.size = sink, hashlib.sha256(), 0

    def write(self, data: bytes) -> None:
        self._sink.write(data)
        self._mark.update(data)
        self.size += len(data)

    def part(self) -> labels.Part:
        return labels.Part(self.size, self._mark.hexdigest())


class Writer:
    """Writes the parts of a backup one after the other, and its label at last."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._zip = zipfile.ZipFile(file, "w", zipfile.ZIP_STORED)
        self._zip.comment = bytes(MARK)
        self.key = strongbox.new_key()
        self.parts: dict[str, labels.Part] = {}

    @contextmanager
    def part(self, name: str) -> Iterator[strongbox.Closing]:
        with self._zip.open(name, "w", force_zip64=True) as member:
            counting = Counting(member)
            closing = strongbox.Closing(counting, labels.part_key(self.key, name))
            yield closing
            closing.finish()
        self.parts[name] = counting.part()

    def finish(self, label: labels.Manifest) -> None:
        """Write the label, and over the place kept at the very end the checksum of all that stands before it."""
        self._zip.writestr(LABEL, labels.write(label, self.key))
        self._zip.close()
        mark = _mark_of(self._file)
        self._file.seek(-MARK, os.SEEK_END)
        self._file.write(mark)

    def give_up(self) -> None:
        """Nothing more is written: what was written is thrown away."""
        with contextlib.suppress(OSError, ValueError):
            self._zip.close()


class Archive:
    """A backup to be read. Raises BackupRefused when it is none, or not as it was written."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._key = b""
        try:
            self._zip = zipfile.ZipFile(path)
            self._raw = self._zip.read(LABEL)
            self.label = labels.read(self._raw)
        except FileNotFoundError:
            raise BackupRefused(_("There is no file %(file)s.") % {"file": path}) from None
        except labels.NewerManifest:
            raise newer(path) from None
        except IsADirectoryError:
            raise BackupRefused(_("%(file)s is a folder. Name the backup in it.") % {"file": path}) from None
        except (*BROKEN, labels.NoManifest) as odd:
            raise damaged(path) from odd
        except OSError as odd:
            if odd.errno != errno.EINVAL:
                raise
            raise damaged(path) from odd  # sent to a place before the file's beginning

    def close(self) -> None:
        self._zip.close()

    def check(self) -> None:
        """Hold the whole file and every part against their checksums; needs no passphrase."""
        with self.path.open("rb") as file:
            mark = _mark_of(file)
            file.seek(-MARK, os.SEEK_END)
            if file.read() != mark:
                raise damaged(self.path)
        for name, expected in self.label.parts.items():
            found = Counting(_Nowhere())
            with self._closed(name) as member:
                while piece := member.read(strongbox.PIECE):
                    found.write(piece)
            if found.part() != expected:
                raise damaged(self.path)

    def unlock(self, passphrase: str) -> None:
        """Take the passphrase; raises BackupRefused when it is another one."""
        if not self._take(lambda: strongbox.unlock_with_passphrase(self.label.locks["passphrase"], passphrase)):
            raise BackupRefused(
                _("This is not the passphrase of this backup. Mind the language and the Shift of your keyboard.")
            )

    def unlock_with_keys(self, secret: bytes) -> None:
        """Take the keys of the recovery sheet; raises BackupRefused when they are others."""
        if not self._take(lambda: strongbox.unlock_with_keys(self.label.locks["sheet"], secret)):
            raise BackupRefused(
                _("This recovery sheet is of other keys than this backup: of another installation or another time.")
            )

    @contextmanager
    def opened(self, name: str) -> Iterator[io.BufferedReader]:
        """A part as it was before it was closed; raises BackupRefused where it does not open."""
        with self._closed(name) as member:
            try:
                opening = strongbox.Opening(member, labels.part_key(self._key, name))
                yield io.BufferedReader(opening, strongbox.PIECE)
            except Locked as odd:
                raise damaged(self.path) from odd

    @contextmanager
    def _closed(self, name: str) -> Iterator[Any]:
        try:
            with self._zip.open(name) as member:
                yield member
        except BROKEN as odd:
            raise damaged(self.path) from odd

    def _take(self, key: Callable[[], bytes]) -> bool:
        try:
            self._key = key()
        except (Locked, KeyError):
            return False
        return labels.is_sealed_by(self._raw, self._key)


def _mark_of(file: BinaryIO) -> bytes:
    """The checksum of a file but for its last bytes, where it stands."""
    mark, left = hashlib.sha256(), file.seek(0, os.SEEK_END) - MARK
    file.seek(0)
    while left > 0 and (piece := file.read(min(left, strongbox.PIECE))):
        mark.update(piece)
        left -= len(piece)
    return mark.hexdigest().encode()


class _Nowhere:
    def write(self, _data: bytes) -> None:
        pass


def newer(path: Path) -> BackupRefused:
    """It was made by a later release than this."""
    sentence = _("The backup %(file)s was made by a newer Opora. Bring this checkout up to date and try again.")
    return BackupRefused(sentence % {"file": path})
