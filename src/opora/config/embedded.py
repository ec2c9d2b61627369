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
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import psutil
import psycopg

from opora.config import cluster, dbuser
from opora.config.cluster import PORT, SUPERUSER
from opora.config.pgwheel import MAJOR, EmbeddedError, binaries, last_line, read, run, say
from opora.config.terminal import words as _

DATABASE = "opora"
# A socket's whole path may take some 103 bytes; its own name takes 14 of them.
LONGEST_SOCKET_FOLDER = 90
START_SECONDS = 90
LONGEST_LOG = 2**20

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
    cluster.prepare_home(home, account)
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


def is_alive(home: Path) -> bool:
    """Whether the server of this home runs, be it busy or still recovering. Asks the system, not the server."""
    mark = home.absolute() / "pg" / "postmaster.pid"
    return mark.exists() and _is_our_server(mark, mark.parent)


def revive(home: Path) -> None:
    """Start the server of this home again after it died under its users; only for a process that counts among them.

    Raises EmbeddedError with what the server said; then it can be tried again.
    """
    home = home.absolute()
    if home not in _held:
        return
    with _start_lock(home):
        if not is_alive(home) and not _answers(home):
            account = dbuser.choose(home / "pg")
            _clear_leftovers(home / "pg")
            _launch(home, account, binaries(home, account))


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
                say(_("The database of %(home)s did not stop: %(reason)s", home=home, reason=last_line(done.stdout)))


def _start(home: Path, account: dbuser.Account) -> None:
    """Bring the server up, whatever the last one left behind. Called under the start lock."""
    data = home / "pg"
    programs = binaries(home, account)
    if not (data / "PG_VERSION").exists():
        cluster.create(home, account, programs)
    found = (data / "PG_VERSION").read_text().strip()
    if found != MAJOR:
        raise EmbeddedError(
            _(
                "The data in %(folder)s belongs to PostgreSQL %(found)s, and this release brings %(major)s. "
                "Start the older release, export with pg_dump, and load the export into a new home.",
                folder=data,
                found=found,
                major=MAJOR,
            )
        )
    if not _answers(home):
        _clear_leftovers(data)
    if not _answers(home):
        _launch(home, account, programs)
    _create_database(home)


def _launch(home: Path, account: dbuser.Account, programs: Path) -> None:
    data, sockets = home / "pg", socket_folder(home)
    cluster.private_folder(sockets, account)
    for leftover in sockets.glob(".s.PGSQL.*"):
        leftover.unlink()
    cluster.write_settings(data, sockets, account)
    log = data / "start.log"
    _shorten(log)
    command: list[str | Path] = [programs / "pg_ctl", "-D", data, "-l", log, "-w", "-t", str(START_SECONDS), "start"]
    done = run(command, account)
    if done.returncode != 0 or not _answers(home):
        reason = last_line(read(log) or done.stdout)
        raise EmbeddedError(
            _("The database in %(folder)s did not start: %(reason)s", folder=data, reason=reason)
            + "\n"
            + _("Its log: %(path)s", path=log)
        )


def _shorten(log: Path) -> None:
    """Of a long log the end stays: nobody looks after the folder of the private database."""
    if not log.exists() or log.stat().st_size <= LONGEST_LOG:
        return
    with log.open("r+b") as file:
        file.seek(-LONGEST_LOG // 2, os.SEEK_END)
        end = file.read().partition(b"\n")[2]
        file.seek(0)
        file.write(end)
        file.truncate()


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
            raise EmbeddedError(
                _(
                    "A database server holds %(folder)s but does not answer. Its number stands in %(mark)s.",
                    folder=data,
                    mark=mark,
                )
            )
        time.sleep(0.2)
        if _answers(data.parent):
            return
    if mark.exists():
        say(_("The database of %(home)s was not shut down properly last time; recovering it.", home=data.parent))
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
