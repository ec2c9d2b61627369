"""A long register is read and brought in by a process apart: this one stays small; whoever dies, it is done once."""

import os
import signal
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import psycopg
import pytest

from opora.access.rules import Actor, Role
from opora.audit.models import JournalEntry
from opora.cases.models import Case
from opora.cases.tests import factories
from opora.common import apart
from opora.common.errors import Refused
from opora.config import jobs, taking_up
from opora.config.tests.beside import beside, rows, until
from opora.registry import actions, queries
from opora.registry.actions import _kept, carrying_out
from opora.registry.models import ImportRun
from opora.registry.tests.workbooks import line, table, workbook

TODAY = date(2026, 11, 24)
pytestmark = [pytest.mark.usefixtures("empty_queue"), pytest.mark.django_db(transaction=True)]


@pytest.fixture
def head(committed: None, monkeypatch: pytest.MonkeyPatch) -> Actor:
    """Somebody for whom every import is a matter of the queue."""
    monkeypatch.setenv("DATABASE_URL", beside()["DATABASE_URL"])
    monkeypatch.setattr(carrying_out, "AT_ONCE", 0)
    monkeypatch.setattr(jobs, "AGAIN_IN", 0)
    factories.program(factories.department("1 ЕФО МР"))
    return factories.worker(Role.HEAD)


@pytest.fixture
def long(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on every file is long."""
    monkeypatch.setattr(_kept, "LONG_FILE", 0)


def register(count: int = 3) -> bytes:
    lines = [line(number=f"{n}/2021лд", parent=f"К{n}", children=f"Б{n}") for n in range(1, count + 1)]
    return workbook({"Лист1": table(*lines)})


@pytest.fixture
def confirmed(head: Actor) -> ImportRun:
    run = actions.upload(actor=head, data=register(), name="реестр.xlsx", on=TODAY)
    return actions.confirm(actor=head, run_id=run.pk, on=TODAY)


@contextmanager
def nobody_writes_totals() -> Iterator[psycopg.Connection]:
    """Until this ends an import stands in the middle: its families and cases are written, its totals wait."""
    with psycopg.connect(beside()["DATABASE_URL"]) as link:
        link.execute("LOCK TABLE assessments_assessment IN SHARE MODE")
        yield link
        link.rollback()


def an_import_writes() -> bool:
    return bool(
        rows(
            "SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'assessments_assessment'::regclass"
            " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
        )
    )


def assert_done_once(run: ImportRun) -> None:
    run.refresh_from_db()
    assert (run.state, run.done_rows, run.content) == (ImportRun.State.DONE, 3, None), run.result
    assert Case.objects.count() == 3
    assert JournalEntry.objects.filter(verb="registry.imported").count() == 1


@pytest.mark.usefixtures("long")
def test_a_long_file_is_shown_and_brought_in_as_any_other(head: Actor) -> None:
    run = actions.upload(actor=head, data=register(), name="реестр.xlsx", on=TODAY)
    assert run.is_waiting and run.result is not None and run.result["new"] == 3
    run = actions.choose_erasing(actor=head, run_id=run.pk, erases=True, on=TODAY)
    assert run.erases_emptied and run.is_waiting and run.user_id == head.user_id
    found, total = queries.run_page(actor=head, run=run, show="all", first=0, size=50)
    assert (total, [row["status"] for row in found]) == (3, ["new"] * 3)
    actions.confirm(actor=head, run_id=run.pk, on=TODAY)
    jobs.work(wait=False)
    assert_done_once(run)


@pytest.mark.usefixtures("long")
def test_what_is_no_register_is_refused_in_words(head: Actor) -> None:
    with pytest.raises(Refused, match="Excel"):
        actions.upload(actor=head, data=b"no workbook", name="x.xlsx", on=TODAY)
    assert not ImportRun.objects.exists()


@pytest.mark.usefixtures("long")
def test_this_process_holds_of_a_long_file_little_more_than_the_file(head: Actor) -> None:
    data = register(2_000)
    tracemalloc.start()
    try:
        run = actions.upload(actor=head, data=data, name="реестр.xlsx", on=TODAY)
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert run.all_rows == 2_000
    assert peak < 4 * len(data) + 500_000


@pytest.mark.usefixtures("long")
def test_an_import_killed_while_it_writes_goes_on_by_itself_and_is_done_once(confirmed: ImportRun) -> None:
    queue = jobs.Thread()
    queue.start()
    try:
        with nobody_writes_totals():
            until(an_import_writes, seconds=60)
            [doing] = apart._under_way
            os.kill(doing.pid, signal.SIGKILL)
            until(lambda: doing not in apart._under_way)
            assert Case.objects.count() == 0
        until(lambda: ImportRun.objects.get(pk=confirmed.pk).is_done, seconds=60)
    finally:
        queue.stop()
    assert_done_once(confirmed)


WORKER = """
from opora.config import ground, jobs
ground.set_up_django()
from opora.registry.actions import _kept
_kept.LONG_FILE = 0
jobs.work()
"""


def others_at_work() -> bool:
    return bool(
        rows(
            "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            " AND xact_start IS NOT NULL"
        )
    )


def test_an_import_whose_worker_is_killed_ends_with_it_and_is_taken_up_by_another(confirmed: ImportRun) -> None:
    worker = subprocess.Popen([sys.executable, "-c", WORKER], env=beside())
    try:
        with nobody_writes_totals():
            until(an_import_writes, seconds=60)
            worker.kill()
            worker.wait()
        until(lambda: not others_at_work())
    finally:
        worker.kill()
    assert Case.objects.count() == 0 and taking_up.take_up_left_jobs() == 0
    rows("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '5 minutes' RETURNING id")
    assert taking_up.take_up_left_jobs() == 1
    jobs.work(wait=False)
    assert_done_once(confirmed)
