"""The installation's own folder: where the database, the keys and nothing else of value lie."""

import contextlib
import os
import secrets
from pathlib import Path

UNFINISHED = "restore-unfinished"
"""The mark of a home into which a backup is being brought; nothing starts there until all of it is back."""


def home() -> Path:
    """``OPORA_HOME``, or the usual place for data of this user (for root: of this machine)."""
    if given := os.environ.get("OPORA_HOME"):
        return Path(given).expanduser().absolute()
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return Path("/var/lib/opora")
    return Path.home() / ".local" / "share" / "opora"


def keys_dir() -> Path:
    """The folder of the installation's keys, closed to everybody else."""
    folder = home() / "keys"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


missing: list[Path] = []
"""Secrets that a home with data lacks; whoever starts there refuses (`key_check`)."""
made_now: list[Path] = []
"""Secrets that this very process made, for a home that seemed new."""


def secret(name: str, size: int = 48) -> str:
    """A secret of this installation, made at its first use and never again: not beside data that knew another."""
    path = keys_dir() / name
    # Asked first: of two first starts at once, the keys of the quicker one are there before its data.
    holds_data = _holds_data()
    if not path.exists() and holds_data:
        missing.append(path)
        return secrets.token_urlsafe(size)
    if not path.exists():
        # Written aside and linked into place: of two first starts at once one wins, and nobody reads half a secret.
        fresh = path.with_name(f".{name}.{os.getpid()}")
        with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(size))
        with contextlib.suppress(FileExistsError):
            os.link(fresh, path)
            made_now.append(path)
        fresh.unlink()
    return path.read_text(encoding="ascii").strip()


def _holds_data() -> bool:
    return any((home() / name).exists() for name in ("pg/PG_VERSION", "files", "journal-head", "keys/people.json"))
