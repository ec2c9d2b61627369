"""Compiling the catalogues of sentences: they are not kept compiled, whatever starts Opora compiles those that changed.

Every start looks whether one changed; what reads and writes them is loaded only then.
"""

import os
import tempfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

PACKAGE = Path(__file__).resolve().parent.parent
LANGUAGE = "ru"


def compile_all() -> int:
    """Compile every catalogue that is newer than its compiled form; return how many were compiled."""
    count = 0
    for path in catalogues():
        compiled = path.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime_ns >= path.stat().st_mtime_ns:
            continue
        _compile(path, compiled)
        count += 1
    return count


def catalogues() -> list[Path]:
    """Every catalogue of every room."""
    return sorted(PACKAGE.glob("**/locale/*/LC_MESSAGES/django.po"))


def read(path: Path) -> "Catalog":
    """A room's sentences with their Russian."""
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        return read_po(file, locale=LANGUAGE)


def _compile(path: Path, compiled: Path) -> None:
    from babel.messages.mofile import write_mo

    buffer = BytesIO()
    write_mo(buffer, read(path))
    # Several processes may compile at once: each writes aside and moves into place whole.
    handle, aside = tempfile.mkstemp(dir=compiled.parent, suffix=".tmp")
    with os.fdopen(handle, "wb") as file:
        file.write(buffer.getvalue())
    stamp = path.stat()
    os.utime(aside, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    os.chmod(aside, 0o644)
    os.replace(aside, compiled)
