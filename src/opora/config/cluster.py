"""The private database's folder: made whole or not at all, closed to others, with its rules written anew."""

import contextlib
import os
import shutil
import stat
from pathlib import Path

from opora.config import dbuser
from opora.config.pgwheel import EmbeddedError, last_line, run
from opora.config.terminal import words as _

SUPERUSER = "postgres"
PORT = "5432"
# A cluster made by tests trades safety for speed for its whole life; any other never does, whoever starts it.
TEST_MARK = "opora-test-only"


def create(home: Path, account: dbuser.Account, programs: Path) -> None:
    """Create an empty database cluster aside and move it into place: half a one is never taken for one."""
    fresh, data = home / "pg.new", home / "pg"
    if data.exists():
        raise EmbeddedError(
            _("%(folder)s exists but holds no database. Move it away, or choose another OPORA_HOME.", folder=data)
        )
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(mode=0o700)
    account.own(fresh)
    # The wheel has no ICU. The built-in C.UTF-8 knows the case of Cyrillic letters and is alike everywhere.
    command: list[str | Path] = [
        programs / "initdb", "-D", fresh, "--username", SUPERUSER, "--auth", "peer", "--data-checksums",
        "--encoding", "UTF8", "--locale", "C", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8",
        "--text-search-config", "russian",
    ]  # fmt: skip
    testing = os.environ.get("OPORA_TEST") == "1"
    if testing:
        command.append("--no-sync")
    done = run(command, account)
    if done.returncode != 0:
        shutil.rmtree(fresh, ignore_errors=True)
        raise EmbeddedError(
            _("The database could not be created in %(home)s: %(reason)s", home=home, reason=last_line(done.stdout))
        )
    with (fresh / "postgresql.conf").open("a", encoding="utf-8") as settings:
        settings.write("\ninclude_if_exists = 'opora.conf'\n")
    if testing:
        (fresh / TEST_MARK).touch()
    fresh.rename(data)


def write_settings(data: Path, sockets: Path, account: dbuser.Account) -> None:
    """Who may come in and where. Written anew at each start: a home may be moved or change its account."""
    lines = [
        "listen_addresses = ''",
        f"unix_socket_directories = {_quoted(sockets)}",
        "unix_socket_permissions = 0700",
        f"port = {PORT}",
        "max_connections = 80",
        "shared_buffers = '192MB'",
        "work_mem = '16MB'",
        "random_page_cost = 1.1",
        "log_min_messages = warning",
        "password_encryption = 'scram-sha-256'",
    ]
    if (data / TEST_MARK).exists():
        lines += ["fsync = off", "full_page_writes = off", "synchronous_commit = off"]
    names = dict.fromkeys(["root", dbuser.current().name, account.name])
    files = {
        "opora.conf": "\n".join(lines),
        "pg_hba.conf": "local all all peer map=opora",
        "pg_ident.conf": "\n".join(f'opora "{name}" {SUPERUSER}' for name in names),
    }
    for name, text in files.items():
        path = data / name
        path.write_text(text + "\n", encoding="utf-8")
        path.chmod(0o600)
        account.own(path)


def _quoted(folder: Path) -> str:
    """One folder as PostgreSQL's list of folders takes it: commas and quotes in its name are part of it."""
    inner = str(folder).replace('"', '""')
    return "'" + f'"{inner}"'.replace("'", "''") + "'"


def prepare_home(home: Path, account: dbuser.Account) -> None:
    """Make the home, closed to others. Folders above it are never opened: they must let us in as they are."""
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    owner = home.stat().st_uid
    if owner != os.geteuid() and os.geteuid() != 0:
        raise EmbeddedError(
            _("%(home)s belongs to another account. Choose a folder of your own with OPORA_HOME.", home=home)
        )
    if account.is_other:
        # The database's account may pass through to its own folder inside, and may not look around.
        os.chown(home, owner, account.gid)
        home.chmod(0o710)
        shut = dbuser.first_shut_folder(home, account)
        if shut:
            raise EmbeddedError(
                _(
                    "The database runs under the account %(account)s, which may not pass through %(folder)s. "
                    "Choose a home elsewhere, for example OPORA_HOME=/var/lib/opora.",
                    account=account.name,
                    folder=shut,
                )
            )
    else:
        home.chmod(0o700)


def private_folder(folder: Path, account: dbuser.Account) -> None:
    """The socket's folder: ours alone, and refused when somebody else made it first."""
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
        account.own(folder)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in {account.uid, os.geteuid()}:
        raise EmbeddedError(
            _("%(folder)s was made by somebody else. Remove it, or choose a shorter OPORA_HOME.", folder=folder)
        )
    folder.chmod(0o700)
    account.own(folder)
