"""The private database: who starts it, who stops it, and what happens after somebody pulled the plug."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.utils.translation import override

from opora.config import cluster, dbuser, embedded

PROGRAM = """
import sys
from pathlib import Path
from opora.config import embedded
embedded.ensure_running(Path(sys.argv[1]))
print("up", flush=True)
sys.stdin.readline()
"""


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with override("en"):
        yield


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    # Not pytest's own temporary folder: when root runs the tests, the database's account may not enter it.
    folder = Path(tempfile.mkdtemp(prefix="opora-t-"))
    folder.chmod(0o755)
    yield folder / "home"
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def start(home: Path) -> Iterator:
    processes = []

    def _start(place: Path = home) -> subprocess.Popen:
        path = os.pathsep.join(sys.path)
        process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(place)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": path, "OPORA_TEST": "1"},
        )
        processes.append(process)
        return process

    yield _start
    for process in processes:
        if process.poll() is None:
            leave(process)


def arrive(process: subprocess.Popen) -> None:
    assert process.stdout is not None
    assert process.stdout.readline() == "up\n", process.communicate()[1]


def leave(process: subprocess.Popen) -> str:
    return process.communicate("\n", timeout=60)[1]


def answers(home: Path) -> bool:
    try:
        with psycopg.connect(
            host=embedded.dsn(home)["HOST"], user="postgres", dbname=embedded.DATABASE, connect_timeout=5
        ) as connection:
            return connection.execute("SELECT 1").fetchone() == (1,)
    except psycopg.OperationalError:
        return False


def test_those_who_start_at_once_share_one_server_and_the_last_one_stops_it(home: Path, start) -> None:
    several = [start() for _ in range(3)]
    for process in several:
        arrive(process)
    assert answers(home)
    leave(several[0])
    leave(several[1])
    assert answers(home)
    leave(several[2])
    assert not answers(home)


def test_a_killed_user_does_not_keep_the_server_from_stopping(home: Path, start) -> None:
    killed, other = start(), start()
    arrive(killed)
    arrive(other)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    assert answers(home)
    leave(other)
    assert not answers(home)


def test_a_server_that_lost_its_only_user_is_taken_over(home: Path, start) -> None:
    killed = start()
    arrive(killed)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    assert answers(home)
    heir = start()
    arrive(heir)
    leave(heir)
    assert not answers(home)


def test_after_a_power_cut_the_database_is_recovered_and_the_person_told(home: Path, start) -> None:
    process = start()
    arrive(process)
    server = int((home / "pg" / "postmaster.pid").read_text().split("\n", 1)[0])
    process.send_signal(signal.SIGKILL)
    os.kill(server, signal.SIGKILL)
    process.wait()
    # The number of the dead server now belongs to somebody else, as it may after a restart.
    mark = home / "pg" / "postmaster.pid"
    mark.write_text(mark.read_text().replace(str(server), str(os.getpid()), 1))
    heir = start()
    arrive(heir)
    assert answers(home)
    assert "recovering" in leave(heir)


def test_nobody_else_may_look_into_the_home(home: Path, start) -> None:
    process = start()
    arrive(process)
    for folder in (home, home / "pg", home / "run"):
        assert stat.S_IMODE(folder.stat().st_mode) & 0o067 == 0, folder
    rules = (home / "pg" / "pg_hba.conf").read_text().split()
    assert rules == ["local", "all", "all", "peer", "map=opora"]
    leave(process)


def test_the_folders_above_the_home_keep_their_rights(home: Path) -> None:
    assert stat.S_IMODE(home.parent.stat().st_mode) == 0o755


def test_a_long_path_moves_the_socket_to_a_private_short_place(tmp_path: Path) -> None:
    deep = tmp_path / ("very-long-name" * 8)
    folder = embedded.socket_folder(deep)
    assert folder == embedded.socket_folder(deep)
    assert folder.parent == Path(tempfile.gettempdir())
    assert len(os.fsencode(folder)) <= embedded.LONGEST_SOCKET_FOLDER


def test_a_socket_folder_made_by_somebody_else_is_refused(tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    trap.symlink_to(tmp_path)
    with pytest.raises(embedded.EmbeddedError, match="somebody else"):
        cluster.private_folder(trap, dbuser.current())


@pytest.mark.skipif(os.geteuid() != 0, reason="only root hands the database to another account")
def test_root_is_told_which_folder_shuts_the_database_out(tmp_path: Path) -> None:
    shut = tmp_path / "shut"
    shut.mkdir(mode=0o700)
    with pytest.raises(embedded.EmbeddedError, match="may not pass through"):
        embedded.ensure_running(shut / "home")


def test_a_cluster_made_for_work_is_always_safe_against_power_cuts(home: Path, start) -> None:
    process = start()
    arrive(process)
    settings = home / "pg" / "opora.conf"
    assert "fsync = off" in settings.read_text()
    leave(process)
    (home / "pg" / cluster.TEST_MARK).unlink()
    process = start()
    arrive(process)
    assert "fsync" not in settings.read_text()
    leave(process)


def test_of_a_long_log_the_end_stays(tmp_path: Path):
    log = tmp_path / "start.log"
    log.write_text("".join(f"line {number} of what the database said\n" for number in range(40_000)))
    embedded._shorten(log)
    assert log.stat().st_size < embedded.LONGEST_LOG
    lines = log.read_text().splitlines()
    assert lines[-1] == "line 39999 of what the database said"
    assert lines[0].startswith("line ")

    before = log.read_text()
    embedded._shorten(log)
    assert log.read_text() == before
