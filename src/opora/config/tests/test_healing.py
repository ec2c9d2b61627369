"""A database that goes away under those who work is started again, and the queue of jobs works on."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from asgiref.sync import async_to_sync
from django.db import connection
from procrastinate.periodic import PeriodicDeferrer, PeriodicRegistry

from opora.common.trouble import Cause, cause_of, why_gone
from opora.config import embedded, jobs, taking_up
from opora.config.keeper import Keeper
from opora.config.pgwheel import EmbeddedError
from opora.config.tasks import clear
from opora.config.tests.beside import beside, rows, until

GONE = psycopg.OperationalError("connection refused")


@pytest.fixture
def home() -> Iterator[Path]:
    # Not pytest's own temporary folder: when root runs the tests, the database's account may not enter it.
    folder = Path(tempfile.mkdtemp(prefix="opora-h-"))
    folder.chmod(0o755)
    embedded.ensure_running(folder / "home")
    yield folder / "home"
    embedded.stop_if_last(folder / "home")
    shutil.rmtree(folder, ignore_errors=True)


def server_of(home: Path) -> int:
    return int((home / "pg" / "postmaster.pid").read_text().split("\n", 1)[0])


def answers(home: Path) -> bool:
    known = embedded.dsn(home)
    try:
        with psycopg.connect(host=known["HOST"], port=known["PORT"], user=known["USER"], dbname=known["NAME"]) as link:
            return link.execute("SELECT 1").fetchone() == (1,)
    except psycopg.OperationalError:
        return False


def test_a_killed_database_is_started_again_and_a_full_disk_is_waited_for(
    home: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    revive, tries = embedded.revive, []

    def on_a_full_disk(place: Path) -> None:
        tries.append(cause_of(GONE))
        if len(tries) < 2:
            raise EmbeddedError(
                'did not start: FATAL: could not write to file "pg_wal/xlogtemp.7": No space left on device'
            )
        revive(place)

    monkeypatch.setattr(embedded, "revive", on_a_full_disk)
    monkeypatch.setattr("opora.config.keeper.LOOK_EVERY", 0.1)
    keeper = Keeper(home)
    keeper.start()
    try:
        os.kill(server_of(home), signal.SIGKILL)
        until(lambda: len(tries) == 2 and answers(home))
        # While it waited, every page knew the true cause; now none does.
        assert tries[1] is Cause.FULL
        until(lambda: cause_of(GONE) is Cause.GONE)
    finally:
        keeper.stop()
        why_gone(None)
    assert "No space left on device" in caplog.text and "is back after" in caplog.text
    assert embedded.is_alive(home)


def test_a_database_that_we_stopped_ourselves_stays_stopped(home: Path) -> None:
    embedded.stop_if_last(home)
    embedded.revive(home)
    assert not embedded.is_alive(home)


def cut_connections() -> None:
    """What a restart of the database does to everybody connected, but for this test."""
    rows(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )


def put(task: str, *, status: str = "todo", silent_for: int | None = None, attempts: int = 0, lock: str = "") -> int:
    """A job in the queue; one that is being done belongs to a worker that was silent for so many seconds."""
    worker = None
    if silent_for is not None:
        [(worker,)] = rows(
            "INSERT INTO procrastinate_workers (last_heartbeat)"
            " VALUES (now() - make_interval(secs => %s)) RETURNING id",
            silent_for,
        )
    [(job,)] = rows(
        "INSERT INTO procrastinate_jobs (task_name, queue_name, status, worker_id, attempts, queueing_lock, args)"
        " VALUES (%s, 'default', %s, %s, %s, %s, '{\"timestamp\": 0}') RETURNING id",
        *(task, status, worker, attempts, lock or None),
    )
    return int(job)


def state_of(job: int) -> tuple[str, int]:
    return next(iter(rows("SELECT status, attempts FROM procrastinate_jobs WHERE id = %s", job)), ("done", 0))


@pytest.fixture
def every_second(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the clock the journal is sealed every second, and nothing else is due."""
    from procrastinate.contrib.django import app

    app.perform_import_paths()
    known, made = PeriodicRegistry(), jobs._app
    known.register_task(app.tasks["audit.seal"], cron="* * * * * */1", periodic_id="", configure_kwargs={})

    def with_a_quick_clock() -> Any:
        worker = made()
        worker.periodic_registry = known
        return worker

    monkeypatch.setattr(jobs, "_app", with_a_quick_clock)


@pytest.mark.usefixtures("empty_queue", "every_second")
@pytest.mark.django_db(transaction=True)
def test_after_a_restart_of_the_database_the_queue_and_its_clock_work_on(caplog: pytest.LogCaptureFixture) -> None:
    def newest_slot() -> int:
        return int(rows("SELECT coalesce(max(defer_timestamp), 0) FROM procrastinate_periodic_defers")[0][0])

    queue = jobs.Thread()
    queue.start()
    try:
        until(lambda: newest_slot() > 0)
        cut_connections()
        job, slot = put("jobs.take_up"), newest_slot()
        until(lambda: state_of(job)[0] == "done" and newest_slot() > slot + 1)
    finally:
        queue.stop()
    # What was done leaves no trace in the queue, and the log is not filled five times a second.
    assert rows("SELECT 1 FROM procrastinate_jobs WHERE status = 'succeeded'") == []
    assert len(caplog.records) < 20


@pytest.mark.usefixtures("empty_queue")
@pytest.mark.django_db(transaction=True)
def test_a_job_whose_worker_died_is_taken_up_again_once_and_given_up_after_three() -> None:
    left = put("audit.seal", status="doing", silent_for=300)
    orphan = put("audit.seal", status="doing")
    alive = put("audit.seal", status="doing", silent_for=5)
    deadly = put("audit.seal", status="doing", silent_for=300, attempts=2)
    doubled = put("audit.seal", status="doing", silent_for=300, lock="audit.seal")
    waiting = put("audit.seal", lock="audit.seal")
    assert taking_up.take_up_left_jobs() == 2 and taking_up.take_up_left_jobs() == 0
    states = [state_of(job) for job in (left, orphan, alive, deadly, doubled, waiting)]
    assert states == [("todo", 1), ("todo", 1), ("doing", 0), ("failed", 3), ("failed", 1), ("todo", 0)]


@pytest.mark.usefixtures("empty_queue")
@pytest.mark.django_db(transaction=True)
def test_a_left_job_that_the_clock_puts_into_the_queue_meanwhile_is_not_put_there_twice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    left = put("audit.seal", status="doing", silent_for=300, lock="audit.seal")
    waiting = put("audit.seal", lock="audit.seal")
    # The look was a moment too early to see the other one.
    seen = taking_up._HELD.replace("other.status = 'todo'", "false AND other.status = 'todo'")
    monkeypatch.setattr(taking_up, "_HELD", seen)
    assert taking_up.take_up_left_jobs() == 0
    assert [state_of(job)[0] for job in (left, waiting)] == ["failed", "todo"]


@pytest.mark.usefixtures("empty_queue")
@pytest.mark.django_db(transaction=True)
def test_a_job_that_lost_the_database_on_its_way_is_tried_again_and_one_that_failed_is_not() -> None:
    from procrastinate.contrib.django import app

    errors: list[Exception] = [GONE, ValueError("a slip")]

    def fail(timestamp: int) -> None:
        raise errors.pop(0)

    app.task(name="tests.fails")(fail)
    try:
        job = put("tests.fails")
        jobs.work(wait=False)
        assert state_of(job) == ("todo", 1)
        with connection.cursor() as cursor:
            cursor.execute("UPDATE procrastinate_jobs SET scheduled_at = NULL")
        jobs.work(wait=False)
        assert state_of(job) == ("failed", 2)
    finally:
        del app.tasks["tests.fails"]


WORKER = """
from opora.config import ground, jobs
ground.set_up_django()
jobs.work()
print("asked to stop", flush=True)
"""


@pytest.mark.usefixtures("empty_queue")
@pytest.mark.django_db(transaction=True)
def test_a_worker_of_its_own_outlives_a_restart_of_the_database_and_ends_when_asked() -> None:
    worker = subprocess.Popen([sys.executable, "-c", WORKER], env=beside(), stdout=subprocess.PIPE, text=True)
    try:
        first = put("jobs.take_up")
        until(lambda: state_of(first)[0] == "done")
        cut_connections()
        second = put("jobs.take_up")
        until(lambda: state_of(second)[0] == "done")
        assert worker.poll() is None
        worker.send_signal(signal.SIGTERM)
        assert worker.communicate(timeout=30)[0] == "asked to stop\n" and worker.returncode == 0
    finally:
        worker.kill()


KILLED = """
import os, signal, sys
from opora.config import ground, jobs
ground.set_up_django()
from procrastinate.contrib.django import app

@app.task(name="tests.dies")
def die(timestamp):
    print("began", flush=True)
    os.kill(os.getpid(), signal.SIGKILL)

jobs.work(wait=False)
"""


@pytest.mark.usefixtures("empty_queue")
@pytest.mark.django_db(transaction=True)
def test_a_job_of_a_killed_worker_runs_to_its_end_once() -> None:
    from procrastinate.contrib.django import app

    job = put("tests.dies")
    done = subprocess.run(
        [sys.executable, "-c", KILLED],
        env=beside(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, state_of(job)[0]) == (-signal.SIGKILL, "began\n", "doing"), done.stderr
    assert taking_up.take_up_left_jobs() == 0
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '5 minutes'")
    assert taking_up.take_up_left_jobs() == 1
    ended = []
    app.task(name="tests.dies")(lambda timestamp: ended.append(timestamp))
    try:
        jobs.work(wait=False)
        jobs.work(wait=False)
    finally:
        del app.tasks["tests.dies"]
    assert ended == [0] and state_of(job)[0] == "done"


@pytest.mark.usefixtures("empty_queue")
@pytest.mark.django_db(transaction=True)
def test_a_slot_of_the_day_that_nobody_was_there_for_is_made_up_once() -> None:
    worker = jobs._app()
    slot = datetime.now(UTC) - timedelta(hours=20)
    registry = PeriodicRegistry()
    registry.register_task(
        worker.tasks["access.tidy"], cron=f"{slot.minute} {slot.hour} * * *", periodic_id="test", configure_kwargs={}
    )
    for _start in range(3):
        clock = PeriodicDeferrer(registry=registry, **worker.periodic_defaults)
        async_to_sync(clock.defer_jobs)(clock.get_previous_tasks(at=time.time()))
        jobs.work(wait=False)
    slots = rows("SELECT defer_timestamp FROM procrastinate_periodic_defers WHERE periodic_id = 'test'")
    assert slots == [(int(slot.replace(second=0, microsecond=0).timestamp()),)]
    assert rows("SELECT 1 FROM procrastinate_jobs WHERE task_name = 'access.tidy'") == []


@pytest.mark.usefixtures("empty_queue")
@pytest.mark.django_db(transaction=True)
def test_what_was_finished_long_ago_is_cleared_away() -> None:
    done, failed_of_late, failed_long_ago = (put("audit.seal", status=how) for how in ("succeeded", "failed", "failed"))
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_events (job_id, type, at) VALUES"
            " (%s, 'succeeded', now() - interval '1 day'), (%s, 'failed', now() - interval '1 day'),"
            " (%s, 'failed', now() - interval '40 days')",
            [done, failed_of_late, failed_long_ago],
        )
        cursor.execute("DELETE FROM procrastinate_events WHERE type = 'deferred'")
    async_to_sync(clear.func)(timestamp=0)
    assert rows("SELECT id FROM procrastinate_jobs") == [(failed_of_late,)]
