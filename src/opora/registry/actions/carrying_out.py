"""A confirmed import is carried out, once, at once or by the queue; what nobody decides about is forgotten."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from opora.access import queries as access
from opora.access.rules import Actor
from opora.audit import actions as journal
from opora.common.apart import done_apart
from opora.common.dates import now
from opora.common.errors import Conflict, NotFound, OporaError
from opora.common.trouble import cause_of
from opora.registry.actions._kept import State, choices_of, end, is_long, name_of, opened, waiting, write_rows
from opora.registry.actions.importing import carry_out, read, record_import, wait_for_other_imports
from opora.registry.actions.remembering import remember
from opora.registry.models import ImportPart, ImportRun
from opora.registry.queries.planning import make_plan
from opora.registry.sealing import seal_json
from opora.registry.summary import about, counts, is_worth_keeping, preview_rows

UNDER_WAY = (State.QUEUED, State.RUNNING)

# So many rows are imported while the person waits; more go to the job queue.
AT_ONCE = 500
TASK = "registry.carry_out"
FORGET_UPLOAD_AFTER = timedelta(days=3)
FORGET_REMARKS_AFTER = timedelta(days=30)
STALLED_AFTER = timedelta(hours=1)


def confirm(*, actor: Actor, run_id: int, on: date) -> ImportRun:
    """Import as previewed: small files at once, larger ones by the job queue.

    A small one has its place in the queue, too, a little later: should this process die here, the queue goes on.
    """
    with transaction.atomic():
        run = waiting(actor, run_id, lock=True)
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


def carry_out_queued_run(*, run_id: int, on: date) -> None:
    """The same for the queue; a long import is done by a process apart, and left by it to be begun anew if it dies."""
    run = ImportRun.objects.only("size").filter(pk=run_id).first()
    if run is not None and is_long(run.size):
        done_apart(carry_out_run, run_id=run_id, on=on)
    else:
        carry_out_run(run_id=run_id, on=on)


@transaction.atomic
def tidy_runs() -> None:
    """Forget uploads nobody decided about, old remarks, and the claims of workers that died."""
    moment = now()
    waiting = (State.PREVIEWED, State.ASKING)
    for run in ImportRun.objects.filter(state__in=waiting, created_at__lt=moment - FORGET_UPLOAD_AFTER):
        end(run, State.DISCARDED)
    old = ImportRun.objects.filter(finished_at__lt=moment - FORGET_REMARKS_AFTER)
    ImportPart.objects.filter(run__in=old).delete()
    old.update(details=None)
    under_way = ImportRun.objects.filter(state__in=UNDER_WAY)
    for run in under_way.exclude(pk__in=_in_the_queue()).select_for_update(skip_locked=True):
        if (run.started_at or run.created_at) < moment - STALLED_AFTER:
            sentence = _("The import was interrupted. Nothing was imported; please upload the file again.")
            end(run, State.FAILED, {"sentence": sentence})
        else:
            app.configure_task(TASK).defer(run_id=run.pk)


def _in_the_queue() -> list[int]:
    """The imports that a worker will do or is doing."""
    known = ProcrastinateJob.objects.filter(task_name=TASK, status__in=("todo", "doing"))
    return [args["run_id"] for args in known.values_list("args", flat=True)]


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
    given, known = choices_of(run)
    reading = read(
        actor=actor,
        data=opened(run),
        choices=given,
        known=known,
        on=on,
        progress=lambda _stage, done: _show_progress(run.pk, done),
    )
    with transaction.atomic():
        wait_for_other_imports()
        if ImportRun.objects.filter(pk=run.pk, state__in=UNDER_WAY).select_for_update().first() is None:
            return  # somebody else was quicker and has ended it
        plan = make_plan(actor=actor, reading=reading, program_id=run.program_id, erases_emptied=run.erases_emptied)
        carry_out(actor=actor, plan=plan)
        remember(actor=actor, run_id=run.pk, plan=plan, given=given)
        run.details = seal_json({**about(plan), "name": name_of(run)}, run.details_purpose)
        write_rows(run, filter(is_worth_keeping, preview_rows(plan)))
        run.done_rows = run.all_rows
        end(run, State.DONE, counts(plan), keep_details=True)
        record_import(actor=actor, run_id=run.pk, plan=plan)


def _show_progress(run_id: int, done: int) -> None:
    # Written outside the import's transaction, so that the page can see it.
    ImportRun.objects.filter(pk=run_id).update(done_rows=done)


@transaction.atomic
def _fail(run_id: int, sentence: str) -> None:
    run = ImportRun.objects.select_for_update().get(pk=run_id)
    end(run, State.FAILED, {"sentence": sentence})
