"""An import on the page: the file waits sealed, is decided about once, and is forgotten."""

import tracemalloc
from datetime import date, timedelta

import psycopg
import pytest
from django.db import OperationalError, connection
from procrastinate.contrib.django.models import ProcrastinateJob

from opora.access.models import User
from opora.access.rules import Role
from opora.audit.models import JournalEntry
from opora.cases.models import Case
from opora.cases.queries import register
from opora.cases.tests import factories
from opora.common.dates import now
from opora.common.errors import Conflict, NotFound, Refused
from opora.registry import actions, queries
from opora.registry.actions import carrying_out
from opora.registry.models import ImportRun
from opora.registry.rules.plan import Status
from opora.registry.tests.workbooks import line, table, workbook

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
NAME = "Иванова Анна Петровна"


@pytest.fixture
def head(house):
    return factories.worker(Role.HEAD)


def uploaded(actor, *rows):
    data = workbook({"Лист1": table(*(rows or (line(),)))})
    return actions.upload(actor=actor, data=data, name="реестр.xlsx", on=TODAY)


def test_an_upload_shows_what_would_happen_and_writes_no_case(head):
    run = uploaded(head, line(), line(number="18/2021лд", entry=-1, change=None))
    details = queries.run_details(actor=head, run=queries.get_run(actor=head, run_id=run.pk))
    assert [row["status"] for row in details["rows"]] == ["new", "rejected"]
    assert details["name"] == "реестр.xlsx"
    assert run.result == {"new": 1, "changed": 0, "unchanged": 0, "rejected": 1, "warnings": 0}
    assert not Case.objects.exists()


def test_nothing_of_an_upload_lies_open_in_the_database(head):
    run = uploaded(head, line(parent=NAME))
    run.refresh_from_db()
    for stored in (run.content, run.details):
        assert NAME.encode() not in bytes(stored)
        assert bytes(stored)[:2] != b"PK"
    assert NAME not in str(run.result)


def test_a_confirmed_import_is_carried_out_and_the_file_forgotten(head):
    run = uploaded(head, line(), line(number="18/2021лд", entry=-1, change=None))
    run = actions.confirm(actor=head, run_id=run.pk, on=TODAY)
    assert run.is_done
    assert run.content is None
    assert Case.objects.count() == 1
    details = queries.run_details(actor=head, run=run)
    assert [row["row"] for row in details["rows"]] == [3]


def test_an_import_is_decided_once(head):
    run = uploaded(head)
    actions.confirm(actor=head, run_id=run.pk, on=TODAY)
    with pytest.raises(Conflict):
        actions.confirm(actor=head, run_id=run.pk, on=TODAY)
    with pytest.raises(Conflict):
        actions.discard(actor=head, run_id=run.pk)


def test_an_upload_set_aside_is_forgotten(head):
    run = uploaded(head)
    actions.discard(actor=head, run_id=run.pk)
    run.refresh_from_db()
    assert (run.state, run.content, run.details) == (ImportRun.State.DISCARDED, None, None)
    assert not Case.objects.exists()


def test_a_large_import_goes_to_the_job_queue(head, monkeypatch):
    monkeypatch.setattr(carrying_out, "AT_ONCE", 0)
    run = actions.confirm(actor=head, run_id=uploaded(head).pk, on=TODAY)
    assert run.is_under_way
    job = ProcrastinateJob.objects.get(task_name="registry.carry_out")
    assert job.args == {"run_id": run.pk}
    actions.carry_out_run(**job.args, on=TODAY)
    run.refresh_from_db()
    assert run.is_done
    assert Case.objects.count() == 1
    actions.carry_out_run(**job.args, on=TODAY)
    assert Case.objects.count() == 1


def test_a_chosen_program_is_looked_at_and_kept(house, head):
    run = uploaded(head, line(department="Отдел помощи"))
    run = actions.choose_program(actor=head, run_id=run.pk, program_id=house.shelter.pk, on=TODAY)
    details = queries.run_details(actor=head, run=queries.get_run(actor=head, run_id=run.pk))
    assert details["rows"][0]["program"] == house.shelter.name
    assert details["name"] == "реестр.xlsx"
    actions.confirm(actor=head, run_id=run.pk, on=TODAY)
    assert Case.objects.get().program == house.shelter


def test_a_refusal_on_the_way_is_the_runs_end(head, monkeypatch):
    def refuse(**_ignored):
        raise Refused("Мест больше нет.")

    monkeypatch.setattr("opora.assessments.actions.import_totals", refuse)
    run = actions.confirm(actor=head, run_id=uploaded(head).pk, on=TODAY)
    assert run.state == ImportRun.State.FAILED
    assert run.result == {"sentence": "Мест больше нет."}
    assert not Case.objects.exists()


def test_who_left_meanwhile_imports_nothing(head, monkeypatch):
    monkeypatch.setattr(carrying_out, "AT_ONCE", 0)
    run = actions.confirm(actor=head, run_id=uploaded(head).pk, on=TODAY)
    User.objects.filter(pk=head.user_id).update(is_active=False)
    actions.carry_out_run(run_id=run.pk, on=TODAY)
    run.refresh_from_db()
    assert run.state == ImportRun.State.FAILED
    assert not Case.objects.exists()


def test_a_coordinator_sees_own_imports_only(house, head):
    coordinator = factories.worker(Role.COORDINATOR, house.home)
    of_head, own = uploaded(head), uploaded(coordinator)
    assert [one.id for one in queries.list_runs(actor=coordinator)] == [own.pk]
    assert [one.id for one in queries.list_runs(actor=head)] == [own.pk, of_head.pk]
    with pytest.raises(NotFound):
        queries.get_run(actor=coordinator, run_id=of_head.pk)
    with pytest.raises(NotFound):
        actions.confirm(actor=coordinator, run_id=of_head.pk, on=TODAY)


def test_uploads_nobody_decided_about_are_forgotten(head):
    old, fresh = uploaded(head), uploaded(head)
    ImportRun.objects.filter(pk=old.pk).update(created_at=now() - timedelta(days=4))
    actions.tidy_runs()
    old.refresh_from_db()
    fresh.refresh_from_db()
    assert (old.state, old.content) == (ImportRun.State.DISCARDED, None)
    assert fresh.is_waiting


def queued_jobs():
    return list(ProcrastinateJob.objects.filter(task_name="registry.carry_out", status="todo"))


def test_an_import_that_died_between_confirming_and_beginning_is_done_by_the_queue(head, monkeypatch):
    monkeypatch.setattr(carrying_out, "carry_out_run", lambda **_run: None)
    run = actions.confirm(actor=head, run_id=uploaded(head).pk, on=TODAY)
    assert run.state == ImportRun.State.QUEUED and not Case.objects.exists()
    [job] = queued_jobs()
    assert job.scheduled_at is not None
    monkeypatch.undo()
    actions.carry_out_run(**job.args, on=TODAY)
    run.refresh_from_db()
    assert run.is_done and Case.objects.count() == 1


def test_an_import_whose_worker_died_is_begun_anew_and_done_once(head, monkeypatch):
    monkeypatch.setattr(carrying_out, "AT_ONCE", 0)
    run = actions.confirm(actor=head, run_id=uploaded(head).pk, on=TODAY)
    ImportRun.objects.filter(pk=run.pk).update(state="running", started_at=now())
    actions.carry_out_run(run_id=run.pk, on=TODAY)
    actions.carry_out_run(run_id=run.pk, on=TODAY)
    run.refresh_from_db()
    assert run.is_done and Case.objects.count() == 1
    assert JournalEntry.objects.filter(verb="registry.imported").count() == 1


def test_an_import_under_way_that_the_queue_knows_nothing_of_is_put_there_again(head, monkeypatch):
    monkeypatch.setattr(carrying_out, "AT_ONCE", 0)
    run = actions.confirm(actor=head, run_id=uploaded(head).pk, on=TODAY)
    actions.tidy_runs()
    [job] = queued_jobs()
    with connection.cursor() as cursor:
        cursor.execute("SELECT procrastinate_finish_job_v1(%s, 'failed', false)", [job.pk])
    actions.tidy_runs()
    actions.tidy_runs()
    [again] = queued_jobs()
    assert again.pk != job.pk and again.args == {"run_id": run.pk}


def test_an_import_that_lost_the_database_on_the_way_is_not_given_up(head, monkeypatch):
    def lose(**_ignored):
        raise OperationalError("gone") from psycopg.OperationalError("server closed the connection unexpectedly")

    monkeypatch.setattr(carrying_out, "AT_ONCE", 0)
    run = actions.confirm(actor=head, run_id=uploaded(head).pk, on=TODAY)
    monkeypatch.setattr("opora.assessments.actions.import_totals", lose)
    with pytest.raises(OperationalError):
        actions.carry_out_run(run_id=run.pk, on=TODAY)
    run.refresh_from_db()
    assert run.state == ImportRun.State.RUNNING and not Case.objects.exists()


def test_an_import_that_waits_for_its_turn_can_be_set_aside(head, monkeypatch):
    monkeypatch.setattr(carrying_out, "AT_ONCE", 0)
    run = actions.confirm(actor=head, run_id=uploaded(head).pk, on=TODAY)
    actions.discard(actor=head, run_id=run.pk)
    [job] = queued_jobs()
    actions.carry_out_run(**job.args, on=TODAY)
    run.refresh_from_db()
    assert run.state == ImportRun.State.DISCARDED and not Case.objects.exists()


def test_an_import_that_brings_every_worker_down_is_ended(head):
    run = uploaded(head)
    ImportRun.objects.filter(pk=run.pk).update(state="running", started_at=now() - timedelta(hours=2))
    actions.tidy_runs()
    run.refresh_from_db()
    assert run.state == ImportRun.State.FAILED
    assert run.result["sentence"]


def test_a_file_that_cannot_be_read_is_not_kept(head):
    with pytest.raises(Refused):
        actions.upload(actor=head, data=b"no workbook", name="x.xlsx", on=TODAY)
    assert not ImportRun.objects.exists()


def test_a_long_register_is_laid_out_part_by_part(head, monkeypatch):
    good = [line(number=f"{n}/2021лд", parent=f"К{n}", children=f"Б{n}") for n in range(1, 251)]
    run = uploaded(head, *good, line(number="999/2021лд", entry=-1, change=None))
    run = queries.get_run(actor=head, run_id=run.pk)
    assert list(run.parts.values_list("number", flat=True)) == [0, 1, 2]
    opened = []
    real = queries.runs.opened
    monkeypatch.setattr(queries.runs, "opened", lambda part: opened.append(part.number) or real(part))
    rows, found = queries.run_page(actor=head, run=run, show="all", first=150, size=50)
    assert [row["row"] for row in rows] == list(range(152, 202))
    assert (found, opened) == (251, [1])
    rows, found = queries.run_page(actor=head, run=run, show="problems", first=0, size=50)
    assert [row["row"] for row in rows] == [252]
    assert (found, opened) == (1, [1, 2])


def _peak_of_looking(head, rows):
    """The memory that looking at a register of so many rows needs at its highest."""
    good = [line(number=f"{n}/2021лд", parent=f"К{n}", children=f"Б{n}, Б{n + rows}") for n in range(1, rows + 1)]
    data = workbook({"Лист1": table(*good)})
    tracemalloc.start()
    try:
        actions.upload(actor=head, data=data, name="реестр.xlsx", on=TODAY)
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    return peak


def test_looking_at_a_register_costs_little_memory_a_row(head):
    """Beside a short one: fifty thousand rows, the most a file may have, then stay below seventy-five megabytes."""
    _peak_of_looking(head, 10)  # loads what the first look loads
    short, long = _peak_of_looking(head, 200), _peak_of_looking(head, 2_000)
    assert (long - short) / 1_800 < 1_500


def test_looking_again_at_what_is_recorded_costs_little_memory_a_row(head, monkeypatch):
    """Cases come by the thousand, and of each only what a register says of it is held."""
    monkeypatch.setattr(register, "AT_ONCE", 100)

    def peak(rows):
        good = [line(number=f"{n}/2021лд", parent=f"К{n}", children=f"Б{n}") for n in range(1, rows + 1)]
        data = workbook({"Лист1": table(*good)})
        actions.import_registry(actor=head, data=data, on=TODAY)
        tracemalloc.start()
        try:
            plan = actions.preview(actor=head, data=data, on=TODAY)
            _now, most = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert [one.status for one in plan.rows] == [Status.UNCHANGED] * rows
        return most

    peak(10)  # loads what the first look loads
    short, long = peak(200), peak(1_200)
    assert (long - short) / 1_000 < 2_200
