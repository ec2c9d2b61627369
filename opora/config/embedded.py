"""The private PostgreSQL of an installation that names no server of its own (DESIGN 1; issue 2, point 1).

The binaries come from a wheel. Only its binaries are used: its own server class opens the folders above the
data to everyone and lets any local account in without a password. Here the server listens on no network
address, its socket lies in a folder closed to others, and the operating system itself says who is knocking
(peer authentication).

Every process that uses the database holds a shared lock on `run.lock`; the last one out stops the server.
The kernel drops the lock of a process that was killed, so nothing has to be tidied up after it.
"""

import atexit
import contextlib
import fcntl
import hashlib
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import psutil
import psycopg

from opora.config import dbuser
from opora.config.pgwheel import MAJOR, EmbeddedError, binaries, last_line, read, run, say

DATABASE = "opora"
SUPERUSER = "postgres"
PORT = "5432"
# A socket's whole path may take some 103 bytes; its own name takes 14 of them.
LONGEST_SOCKET_FOLDER = 90
START_SECONDS = 90
# A cluster made by tests trades safety for speed for its whole life; any other never does, whoever starts it.
TEST_MARK = "opora-test-only"

_held: dict[Path, IO[bytes]] = {}


def dsn(home: Path) -> dict[str, str]:
    """How to reach the server of this home, as Django names it. Starts nothing, needs nothing to exist."""
    return {"NAME": DATABASE, "USER": SUPERUSER, "HOST": str(socket_folder(home)), "PORT": PORT}


def socket_folder(home: Path) -> Path:
    """The folder of the socket: inside the home, or a private short one when the home's path is too long."""
    inside = home.absolute() / "run"
    if len(os.fsencode(inside)) <= LONGEST_SOCKET_FOLDER:
        return inside
    mark = hashlib.sha256(os.fsencode(home.absolute())).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"opora-{mark}"


def ensure_running(home: Path) -> None:
    """Have the server of this home running when the call returns, and count this process among its users.

    Raises EmbeddedError with a sentence that says what stands in the way.
    """
    home = home.absolute()
    if home in _held:
        return
    account = dbuser.choose(home / "pg")
    _prepare_home(home, account)
    with _start_lock(home):
        run_lock = _open(home / "run.lock")
        fcntl.flock(run_lock, fcntl.LOCK_SH)
        try:
            _start(home, account)
        except BaseException:
            run_lock.close()
            raise
        _held[home] = run_lock
    owner = os.getpid()
    atexit.register(lambda: stop_if_last(home) if os.getpid() == owner else None)


def stop_if_last(home: Path) -> None:
    """Give up this process's use of the server, and stop the server when nobody else uses it."""
    home = home.absolute()
    run_lock = _held.pop(home, None)
    if run_lock is None:
        return
    with _start_lock(home):
        run_lock.close()
        with _open(home / "run.lock") as probe:
            try:
                fcntl.flock(probe, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return
            account = dbuser.choose(home / "pg")
            programs = binaries(home, account)
            command: list[str | Path] = [programs / "pg_ctl", "-D", home / "pg", "-m", "fast", "-w", "-t", "30", "stop"]
            done = run(command, account)
            if done.returncode != 0 and _answers(home):
                say(f"The database of {home} did not stop: {last_line(done.stderr or done.stdout)}")


def _start(home: Path, account: dbuser.Account) -> None:
    """Bring the server up, whatever the last one left behind. Called under the start lock."""
    data = home / "pg"
    programs = binaries(home, account)
    if not (data / "PG_VERSION").exists():
        _create_cluster(home, account, programs)
    found = (data / "PG_VERSION").read_text().strip()
    if found != MAJOR:
        raise EmbeddedError(
            f"The data in {data} belongs to PostgreSQL {found}, and this release brings {MAJOR}. "
            "Start the older release, export with pg_dump, and load the export into a new home."
        )
    if not _answers(home):
        _clear_leftovers(data)
    if not _answers(home):
        _launch(home, account, programs)
    _create_database(home)


def _launch(home: Path, account: dbuser.Account, programs: Path) -> None:
    data, sockets = home / "pg", socket_folder(home)
    _private_folder(sockets, account)
    for leftover in sockets.glob(".s.PGSQL.*"):
        leftover.unlink()
    _write_settings(data, sockets, account)
    log = data / "start.log"
    command: list[str | Path] = [programs / "pg_ctl", "-D", data, "-l", log, "-w", "-t", str(START_SECONDS), "start"]
    done = run(command, account)
    if done.returncode != 0 or not _answers(home):
        reason = last_line(read(log)) or last_line(done.stderr or done.stdout)
        raise EmbeddedError(f"The database in {data} did not start: {reason}\nIts log: {log}")


def _create_cluster(home: Path, account: dbuser.Account, programs: Path) -> None:
    """Create an empty database cluster aside and move it into place: half a one is never taken for one."""
    fresh, data = home / "pg.new", home / "pg"
    if data.exists():
        raise EmbeddedError(f"{data} exists but holds no database. Move it away, or choose another OPORA_HOME.")
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
        raise EmbeddedError(f"The database could not be created in {home}: {last_line(done.stderr)}")
    with (fresh / "postgresql.conf").open("a", encoding="utf-8") as settings:
        settings.write("\ninclude_if_exists = 'opora.conf'\n")
    if testing:
        (fresh / TEST_MARK).touch()
    fresh.rename(data)


def _write_settings(data: Path, sockets: Path, account: dbuser.Account) -> None:
    """Who may come in and where. Written anew at each start: a home may be moved or change its account."""
    lines = [
        "listen_addresses = ''",
        f"unix_socket_directories = '{sockets}'",
        "unix_socket_permissions = 0700",
        f"port = {PORT}",
        "max_connections = 80",
        "shared_buffers = '192MB'",
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


def _create_database(home: Path) -> None:
    with _connect(home) as connection:
        known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone()
        if not known:
            connection.execute(f"CREATE DATABASE {DATABASE}")


def _answers(home: Path) -> bool:
    """Whether a living server of this home answers: after a power cut a file that says so proves nothing."""
    try:
        with _connect(home) as connection:
            row = connection.execute("SHOW data_directory").fetchone()
    except psycopg.OperationalError:
        return False
    return row is not None and os.path.realpath(row[0]) == os.path.realpath(home / "pg")


def _connect(home: Path) -> psycopg.Connection[tuple[str]]:
    return psycopg.connect(
        host=str(socket_folder(home)),
        port=PORT,
        user=SUPERUSER,
        dbname="postgres",
        connect_timeout=5,
        autocommit=True,
    )


def _clear_leftovers(data: Path) -> None:
    """Wait for a server that is coming up or going down; remove and report the mark of one that died."""
    mark = data / "postmaster.pid"
    deadline = time.monotonic() + START_SECONDS
    while mark.exists() and _is_our_server(mark, data):
        if time.monotonic() > deadline:
            raise EmbeddedError(f"A database server holds {data} but does not answer. Its number stands in {mark}.")
        time.sleep(0.2)
        if _answers(data.parent):
            return
    if mark.exists():
        say(f"The database of {data.parent} was not shut down properly last time; recovering it.")
        mark.unlink()


def _is_our_server(mark: Path, data: Path) -> bool:
    try:
        process = psutil.Process(int(mark.read_text().split("\n", 1)[0]))
        if "postgres" not in process.name() or process.status() == psutil.STATUS_ZOMBIE:
            return False
        return os.path.realpath(process.cwd()) == os.path.realpath(data)
    except (ValueError, OSError, psutil.NoSuchProcess):
        return False
    except psutil.AccessDenied:
        return True


def _prepare_home(home: Path, account: dbuser.Account) -> None:
    """Make the home, closed to others. Folders above it are never opened: they must let us in as they are."""
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    owner = home.stat().st_uid
    if owner != os.geteuid() and os.geteuid() != 0:
        raise EmbeddedError(f"{home} belongs to another account. Choose a folder of your own with OPORA_HOME.")
    if account.is_other:
        # The database's account may pass through to its own folder inside, and may not look around.
        os.chown(home, owner, account.gid)
        home.chmod(0o710)
        shut = dbuser.first_shut_folder(home, account)
        if shut:
            raise EmbeddedError(
                f"The database runs under the account {account.name}, which may not pass through {shut}. "
                "Choose a home elsewhere, for example OPORA_HOME=/var/lib/opora."
            )
    else:
        home.chmod(0o700)


def _private_folder(folder: Path, account: dbuser.Account) -> None:
    """The socket's folder: ours alone, and refused when somebody else made it first."""
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
        account.own(folder)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in {account.uid, os.geteuid()}:
        raise EmbeddedError(f"{folder} was made by somebody else. Remove it, or choose a shorter OPORA_HOME.")
    folder.chmod(0o700)
    account.own(folder)


@contextlib.contextmanager
def _start_lock(home: Path) -> Iterator[None]:
    """One process at a time starts or stops the server of a home."""
    with _open(home / "start.lock") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _open(path: Path) -> IO[bytes]:
    """Open a lock file; root leaves it to the owner of the home, who may start the next server."""
    file = path.open("ab")
    if os.geteuid() == 0:
        owner = path.parent.stat()
        os.chown(path, owner.st_uid, -1)
    return file
