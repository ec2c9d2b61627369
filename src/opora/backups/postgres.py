"""The programs of PostgreSQL that copy a database out and in, and where they are found.

The private server's come with it. Beside a server of the organization's own those installed here go first, because
they know its ways (encryption of the wire above all), unless they are older than the server.
"""

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import psycopg
from django.utils.translation import gettext as _
from psycopg.conninfo import make_conninfo

from opora.backups.refusals import BackupRefused
from opora.config import pgwheel
from opora.config.pgwheel import last_line

PIECE = 1 << 20
SECRETS = ("OPORA_BACKUP_PASSPHRASE", "DATABASE_URL")


@dataclass(frozen=True)
class Server:
    """A database and how to reach it, as Django names it."""

    name: str
    is_private: bool
    user: str = ""
    password: str = field(default="", repr=False)
    host: str = ""
    port: str = ""
    options: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, known: Mapping[str, Any], *, is_private: bool) -> "Server":
        """From an entry of Django's DATABASES."""
        words = {key: str(known.get(key.upper()) or "") for key in ("name", "user", "password", "host", "port")}
        return cls(**words, is_private=is_private, options=known.get("OPTIONS") or {})

    def connect(self) -> psycopg.Connection[Any]:
        """A connection of our own, beside Django's."""
        try:
            return psycopg.connect(self._target(), password=self.password or None, autocommit=True, connect_timeout=10)
        except psycopg.OperationalError as error:
            reason = (str(error).strip().splitlines() or [""])[-1]
            raise BackupRefused(_("The database does not answer: %(reason)s") % {"reason": reason}) from error

    def run(self, program: str, arguments: Sequence[str], **streams: Any) -> "subprocess.Popen[bytes]":
        """Start one of the programs on this database; its password is on no command line."""
        command = [str(self._program(program)), f"--dbname={self._target()}", "--no-password", *arguments]
        kept = {name: value for name, value in os.environ.items() if name not in SECRETS}
        password = {"PGPASSWORD": self.password} if self.password else {}
        return subprocess.Popen(command, env=kept | password | {"LC_ALL": "C"}, **streams)

    def _target(self) -> str:
        reached = {"dbname": self.name, "user": self.user, "host": self.host, "port": self.port}
        plain = {key: str(value) for key, value in self.options.items() if isinstance(value, str | int)}
        return make_conninfo("", **{key: value for key, value in (reached | plain).items() if value})

    def _program(self, name: str) -> Path:
        ours = pgwheel.client_programs() / name
        if self.is_private:
            return ours
        with self.connect() as link:
            wanted = link.info.server_version // 10_000
        found = [Path(path) for path in (shutil.which(name), ours) if path and Path(path).exists()]
        for program in found:
            if _major(program) >= wanted:
                return program
        raise BackupRefused(
            _(
                "The database server is PostgreSQL %(major)s, and no %(program)s of that version is here. "
                "Install its client programs, for example: apt install postgresql-client-%(major)s"
            )
            % {"major": wanted, "program": name}
        )


def _major(program: Path) -> int:
    done = subprocess.run([str(program), "--version"], capture_output=True, text=True, check=False)
    digits = "".join(sign if sign.isdigit() else " " for sign in done.stdout).split()
    return int(digits[0]) if digits else 0


def dump(server: Server, snapshot: str, sink: Any) -> None:
    """Copy the database, as it was at the snapshot, into a file in PostgreSQL's own format."""
    arguments = ["--format=custom", f"--snapshot={snapshot}", "--no-owner", "--no-acl"]
    with tempfile.TemporaryFile() as said:
        process = server.run("pg_dump", arguments, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=said)
        with _ending(process):
            shutil.copyfileobj(_open(process.stdout), sink, PIECE)
        if process.returncode:
            reason = last_line(_read(said))
            raise BackupRefused(_("The database could not be copied: %(reason)s") % {"reason": reason})


def load(server: Server, source: Any) -> None:
    """Bring a copy into an empty database, whole or not at all."""
    arguments = ["--no-owner", "--no-acl", "--no-comments", "--single-transaction", "--exit-on-error"]
    with tempfile.TemporaryFile() as said:
        process = server.run("pg_restore", arguments, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=said)
        _feed(process, source)
        if process.returncode:
            reason = last_line(_read(said))
            raise BackupRefused(_("The database could not be brought back: %(reason)s") % {"reason": reason})
    with server.connect() as link:
        link.execute("ANALYZE")


def is_readable(source: Any) -> bool:
    """Whether PostgreSQL's own program finds its table of contents in a copy, with tables in it."""
    command = [str(pgwheel.client_programs() / "pg_restore"), "--list"]
    with tempfile.TemporaryFile() as listed:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=listed, stderr=subprocess.DEVNULL)
        _feed(process, source)
        return process.returncode == 0 and " TABLE DATA " in _read(listed)


def _feed(process: "subprocess.Popen[bytes]", source: Any) -> None:
    """Give the program all of a file, and read on to its end when it has enough: that proves the file whole."""
    with _ending(process):
        stream, is_taking = _open(process.stdin), True
        while piece := source.read(PIECE):
            try:
                if is_taking:
                    stream.write(piece)
            except BrokenPipeError:
                is_taking = False


@contextlib.contextmanager
def _ending(process: "subprocess.Popen[bytes]") -> Iterator[None]:
    """The program has ended when the block has; it is ended by us when the block fails."""
    try:
        yield
    except BaseException:
        process.kill()
        raise
    finally:
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        process.wait()


def _open(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise ValueError("this stream was not asked for")
    return pipe


def _read(file: Any) -> str:
    file.seek(0)
    return str(file.read().decode(errors="replace"))
