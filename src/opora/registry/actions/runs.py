"""An import on the page: upload and preview, choose, confirm, carry out. The file stays sealed until then."""

import hashlib
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from opora.access import queries as access
from opora.access.rules import Actor
from opora.audit import actions as journal
from opora.common.dates import now
from opora.common.errors import Conflict, NotFound, OporaError
from opora.common.trouble import cause_of
from opora.registry import policies
from opora.registry.actions.importing import carry_out, preview, record_import, wait_for_other_imports
from opora.registry.models import ImportRun
from opora.registry.queries.planning import make_plan
from opora.registry.reading import read_file
from opora.registry.sealing import seal, seal_json, unseal, unseal_json
from opora.registry.summary import counts, remarks_only
from opora.registry.summary import preview as as_plain

State = ImportRun.State
UNDER_WAY = (State.QUEUED, State.RUNNING)

# So many rows are imported while the person waits; more go to the job queue.
AT_ONCE = 500
TASK = "registry.carry_out"
FORGET_UPLOAD_AFTER = timedelta(days=3)
FORGET_REMARKS_AFTER = timedelta(days=30)
STALLED_AFTER = timedelta(hours=1)


def upload(*, actor: Actor, data: bytes, name: str, on: date) -> ImportRun:
    """Take a workbook, say what importing it would do, and keep it sealed until the person decides.

    Raises FileRefused when the file cannot be read; then nothing is kept.
    """
    plan = preview(actor=actor, data=data, on=on)
    with transaction.atomic():
        run = ImportRun(
            state=State.PREVIEWED,
            user_id=actor.user_id,
            sha256=hashlib.sha256(data).hexdigest(),
            size=len(data),
            result=counts(plan),
            all_rows=len(plan.rows) + len(plan.rejected_rows),
        )
        run.save()
        run.content = seal(data, run.content_purpose)
        run.details = seal_json({**as_plain(plan), "name": name[:200]}, run.details_purpose)
        run.save(update_fields=["content", "details"])
        journal.record(actor=actor, verb="registry.uploaded", run=run.pk)
    return run


def choose_program(*, actor: Actor, run_id: int, program_id: int | None, on: date) -> ImportRun:
    """Decide the program of rows whose department does not say theirs, and look again."""
    run = _waiting(actor, run_id)
    plan = preview(actor=actor, data=_opened(run), program_id=program_id, on=on)
    with transaction.atomic():
        run = _waiting(actor, run_id, lock=True)
        run.program_id = program_id
        run.result = counts(plan)
        named = {**as_plain(plan), "name": _name(run)}
        run.details = seal_json(named, run.details_purpose)
        run.save(update_fields=["program", "result", "details"])
        journal.record(actor=actor, verb="registry.program_chosen", run=run.pk, program=program_id or 0)
    return run


@transaction.atomic
def discard(*, actor: Actor, run_id: int) -> None:
    """Set an upload aside, decided or not, as long as nobody has begun it; the file is forgotten."""
    run = _waiting(actor, run_id, State.QUEUED, lock=True)
    _end(run, State.DISCARDED)
    journal.record(actor=actor, verb="registry.discarded", run=run.pk)


def confirm(*, actor: Actor, run_id: int, on: date) -> ImportRun:
    """Import as previewed: small files at once, larger ones by the job queue.

    A small one has its place in the queue, too, a little later: should this process die here, the queue goes on.
    """
    with transaction.atomic():
        run = _waiting(actor, run_id, lock=True)
        run.state = State.QUEUED
        run.save(update_fields=["state"])
        journal.record(actor=actor, verb="registry.confirmed", run=run.pk)
        at_once = run.all_rows <= AT_ONCE
        job = app.configure_task(TASK, schedule_in={"minutes": 2}) if at_once else app.configure_task(TASK)
        job.defer(run_id=run.pk)
    if at_once:
        carry_out_run(run_id=run.pk, on=on)
        run.refresh_from_db()
    return run


def carry_out_run(*, run_id: int, on: date) -> None:
    """Do a confirmed import, once, however often it is asked for. A refusal is written down as the run's end.

    Nothing is half imported: whoever dies on the way, or loses the database, leaves it to be begun anew.
    """
    run = _claim(run_id)
    if run is None:
        return
    try:
        _import(run, on)
    except OporaError as refusal:
        _fail(run_id, str(refusal))
    except Exception as error:
        if cause_of(error) is not None:
            raise  # the queue tries again when the database is back
        _fail(run_id, _("Something went wrong inside Opora. Nothing was imported; please try once more."))
        raise


@transaction.atomic
def tidy_runs() -> None:
    """Forget uploads nobody decided about, old remarks, and the claims of workers that died."""
    moment = now()
    for run in ImportRun.objects.filter(state=State.PREVIEWED, created_at__lt=moment - FORGET_UPLOAD_AFTER):
        _end(run, State.DISCARDED)
    ImportRun.objects.filter(finished_at__lt=moment - FORGET_REMARKS_AFTER).update(details=None)
    under_way = ImportRun.objects.filter(state__in=UNDER_WAY)
    for run in under_way.exclude(pk__in=_in_the_queue()).select_for_update(skip_locked=True):
        if (run.started_at or run.created_at) < moment - STALLED_AFTER:
            sentence = _("The import was interrupted. Nothing was imported; please upload the file again.")
            _end(run, State.FAILED, {"sentence": sentence})
        else:
            app.configure_task(TASK).defer(run_id=run.pk)


def _in_the_queue() -> list[int]:
    """The imports that a worker will do or is doing."""
    known = ProcrastinateJob.objects.filter(task_name=TASK, status__in=("todo", "doing"))
    return [args["run_id"] for args in known.values_list("args", flat=True)]


def _opened(run: ImportRun) -> bytes:
    if run.content is None:
        raise Conflict(_("The uploaded file is no longer kept. Please upload it again."))
    return unseal(run.content, run.content_purpose)


def _name(run: ImportRun) -> str:
    return str(unseal_json(run.details, run.details_purpose)["name"]) if run.details is not None else ""


def _waiting(actor: Actor, run_id: int, *also: str, lock: bool = False) -> ImportRun:
    """The upload that waits for this person's word; Conflict when it was decided already, unless it stands `also`."""
    rows = ImportRun.objects.select_for_update() if lock else ImportRun.objects
    run = rows.filter(pk=run_id).first()
    if run is None:
        raise policies.unseen()
    policies.check_can_see_run(actor, run)
    if run.state not in {State.PREVIEWED, *also}:
        raise Conflict(_("This import has been decided already. Nothing was changed."))
    return run


@transaction.atomic
def _claim(run_id: int) -> ImportRun | None:
    """Take a run for this worker; one that was ended is left alone, one that a dead worker began is begun anew."""
    run = ImportRun.objects.select_for_update().filter(pk=run_id, state__in=UNDER_WAY).first()
    if run is not None:
        run.state, run.started_at = State.RUNNING, run.started_at or now()
        run.save(update_fields=["state", "started_at"])
    return run


def _import(run: ImportRun, on: date) -> None:
    try:
        actor = access.actor_of(user_id=run.user_id or 0)
    except NotFound:
        raise Conflict(_("Whoever began this import no longer works here. Nothing was imported.")) from None
    reading = read_file(_opened(run), on=on, progress=lambda _stage, done: _show_progress(run.pk, done))
    with transaction.atomic():
        wait_for_other_imports()
        if ImportRun.objects.filter(pk=run.pk, state__in=UNDER_WAY).select_for_update().first() is None:
            return  # somebody else was quicker and has ended it
        plan = make_plan(actor=actor, reading=reading, program_id=run.program_id)
        carry_out(actor=actor, plan=plan)
        kept = {**remarks_only(as_plain(plan)), "name": _name(run)}
        run.details = seal_json(kept, run.details_purpose)
        run.done_rows = run.all_rows
        _end(run, State.DONE, counts(plan), keep_details=True)
        record_import(actor=actor, run_id=run.pk, plan=plan)


def _show_progress(run_id: int, done: int) -> None:
    # Written outside the import's transaction, so that the page can see it.
    ImportRun.objects.filter(pk=run_id).update(done_rows=done)


@transaction.atomic
def _fail(run_id: int, sentence: str) -> None:
    run = ImportRun.objects.select_for_update().get(pk=run_id)
    _end(run, State.FAILED, {"sentence": sentence})


def _end(run: ImportRun, state: str, result: Mapping[str, Any] | None = None, *, keep_details: bool = False) -> None:
    """Let a run rest: the file is forgotten, and with it what the page showed unless it is worth keeping."""
    run.state, run.finished_at, run.content = state, now(), None
    run.result = dict(result) if result is not None else None
    if not keep_details:
        run.details = None
    run.save(update_fields=["state", "finished_at", "content", "result", "details", "done_rows"])
