"""The newest seal of the chain, noted in a file outside the database: it shows when the end of the journal is cut off.

The chain itself proves only what lies between its seals; whoever deletes the last seals and their entries leaves a
shorter chain that is whole.
"""

import os
from pathlib import Path

from django.conf import settings


def path() -> Path | None:
    """Where the head is noted; nowhere in tests, whose journals are undone."""
    return Path(settings.JOURNAL_HEAD) if settings.JOURNAL_HEAD else None


def read() -> str:
    """The head noted last (64 hexadecimal digits), or nothing."""
    file = path()
    try:
        return file.read_text(encoding="ascii").strip() if file else ""
    except (OSError, ValueError):
        return ""


def write(head: str) -> None:
    """Note the head; the file is replaced as a whole, so that a power cut leaves the old one or the new one."""
    file = path()
    if file is None:
        return
    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as opened:
        opened.write(head + "\n")
    fresh.replace(file)
