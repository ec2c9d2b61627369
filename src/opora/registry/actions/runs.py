"""An import on the page: upload and preview, choose, confirm, carry out. The file stays sealed until then."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
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
from opora.common.errors import Conflict, Invalid, NotFound, OporaError
from opora.common.trouble import cause_of
from opora.registry import policies
from opora.registry.actions.importing import carry_out, preview, read, record_import, wait_for_other_imports
from opora.registry.actions.remembering import remember
from opora.registry.models import ImportPart, ImportRun
from opora.registry.parts import parts_of
from opora.registry.queries.choosing import remembered_choices
from opora.registry.queries.planning import make_plan
from opora.registry.reading import ColumnsAsked
from opora.registry.rules.choices import Choices, Question, questions_of
from opora.registry.rules.plan import Plan
from opora.registry.sealing import seal, seal_json, unseal, unseal_json
from opora.registry.summary import about, counts, is_worth_keeping, preview_rows

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

    Where its titles leave open which column is meant, the run asks first. Raises FileRefused when the file cannot be
    read; then nothing is kept.
    """
    run = ImportRun(user_id=actor.user_id, sha256=hashlib.sha256(data).hexdigest(), size=len(data))
    known = remembered_choices(actor=actor)
    seen = _look(actor, run, data, Choices(), known, on)
    with transaction.atomic():
        run.state = State.ASKING if isinstance(seen, ColumnsAsked) else State.PREVIEWED
        run.save()
        run.content = seal(data, run.content_purpose)
        run.save(update_fields=["content"])
        _show(run, seen, name[:200], Choices(), known)
        journal.record(actor=actor, verb="registry.uploaded", run=run.pk)
    return run


def choose_program(*, actor: Actor, run_id: int, program_id: int | None, on: date) -> ImportRun:
    """Decide the program of rows whose department does not say theirs, and look again."""
    return _look_again(actor, run_id, on, "registry.program_chosen", program_id=program_id)


def choose_erasing(*, actor: Actor, run_id: int, erases: bool, on: date) -> ImportRun:
    """Decide whether an emptied cell takes away what is recorded, and look again."""
    return _look_again(actor, run_id, on, "registry.emptied_chosen", erases_emptied=erases)


def choose_columns(*, actor: Actor, run_id: int, letters: Sequence[str], on: date) -> ImportRun:
    """Answer the questions of a run, each by the letter of the column that is meant or by no letter; look again.

    Raises Invalid when an answer is none of the columns that were asked about.
    """
    run = _waiting(actor, run_id, State.ASKING)
    questions = questions_of(_details(run))
    if len(letters) != len(questions) or not all(map(_answers, questions, letters)):
        raise Invalid({"": _("Choose one of the columns for each question.")})
    said = [one for question, letter in zip(questions, letters, strict=True) for one in question.answer(letter)]
    now_said = Choices(tuple(said))
    given, known = (now_said.before(before) for before in _choices(run))
    return _look_again(actor, run_id, on, "registry.columns_chosen", state=State.ASKING, choices=(given, known))


def ask_again(*, actor: Actor, run_id: int, on: date) -> ImportRun:
    """Take back what was said of the columns of this file, also what was remembered, and ask anew."""
    return _look_again(actor, run_id, on, "registry.columns_asked", choices=(Choices(), Choices()))


def _answers(question: Question, letter: str) -> bool:
    return letter in {one.letter for one in question.candidates} or (not letter and question.may_be_none)


def _look(actor: Actor, run: ImportRun, data: bytes, choices: Choices, known: Choices, on: date) -> Plan | ColumnsAsked:
    """What importing the file would do, or what must be asked first."""
    try:
        return preview(
            actor=actor,
            data=data,
            program_id=run.program_id,
            choices=choices,
            erases_emptied=run.erases_emptied,
            known=known,
            on=on,
        )
    except ColumnsAsked as asked:
        return asked


def _look_again(
    actor: Actor,
    run_id: int,
    on: date,
    verb: str,
    *,
    state: str = State.PREVIEWED,
    choices: tuple[Choices, Choices] | None = None,
    **decided: Any,
) -> ImportRun:
    """Look at a waiting upload once more with something decided about it."""
    run = _waiting(actor, run_id, state)
    for field, value in decided.items():
        setattr(run, field, value)
    given, known = _choices(run) if choices is None else choices
    seen = _look(actor, run, _opened(run), given, known, on)
    with transaction.atomic():
        run = _waiting(actor, run_id, state, lock=True)
        for field, value in decided.items():
            setattr(run, field, value)
        run.state = State.ASKING if isinstance(seen, ColumnsAsked) else State.PREVIEWED
        run.save(update_fields=["state", *decided])
        _show(run, seen, _name(run), given, known)
        about_program = {"program": run.program_id or 0} if "program_id" in decided else {}
        journal.record(actor=actor, verb=verb, run=run.pk, **about_program)
    return run


def _show(run: ImportRun, seen: Plan | ColumnsAsked, name: str, given: Choices, known: Choices) -> None:
    """Keep what the page shows of a waiting upload: the plan, or the questions that come before it.

    With it goes what is known of the columns, so that the import reads the file just as it was shown.
    """
    kept: dict[str, Any] = {"name": name, "choices": given.plain(), "known": known.plain()}
    rows: Iterable[Mapping[str, Any]] = ()
    if isinstance(seen, ColumnsAsked):
        kept["questions"] = [one.plain() for one in seen.questions]
        run.result, run.all_rows = None, 0
    else:
        kept |= about(seen)
        rows = preview_rows(seen)
        run.result, run.all_rows = counts(seen), len(seen.rows) + len(seen.rejected_rows)
    run.details = seal_json(kept, run.details_purpose)
    run.save(update_fields=["result", "all_rows", "details"])
    _write_rows(run, rows)


def _write_rows(run: ImportRun, rows: Iterable[Mapping[str, Any]]) -> None:
    run.parts.all().delete()
    for part in parts_of(run, rows):
        part.save(force_insert=True)


@transaction.atomic
def discard(*, actor: Actor, run_id: int) -> None:
    """Set an upload aside, decided or not, as long as nobody has begun it; the file is forgotten."""
    run = _waiting(actor, run_id, State.PREVIEWED, State.ASKING, State.QUEUED, lock=True)
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
    waiting = (State.PREVIEWED, State.ASKING)
    for run in ImportRun.objects.filter(state__in=waiting, created_at__lt=moment - FORGET_UPLOAD_AFTER):
        _end(run, State.DISCARDED)
    old = ImportRun.objects.filter(finished_at__lt=moment - FORGET_REMARKS_AFTER)
    ImportPart.objects.filter(run__in=old).delete()
    old.update(details=None)
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


def _details(run: ImportRun) -> dict[str, Any]:
    found: dict[str, Any] = {} if run.details is None else unseal_json(run.details, run.details_purpose)
    return found


def _name(run: ImportRun) -> str:
    return str(_details(run).get("name", ""))


def _choices(run: ImportRun) -> tuple[Choices, Choices]:
    """What was said of this file's columns, and all that is known of them."""
    details = _details(run)
    nothing = Choices().plain()
    return Choices.of_plain(details.get("choices", nothing)), Choices.of_plain(details.get("known", nothing))


def _waiting(actor: Actor, run_id: int, *states: str, lock: bool = False) -> ImportRun:
    """The upload that waits for this person's word, in one of these states; Conflict when it was decided already."""
    rows = ImportRun.objects.select_for_update() if lock else ImportRun.objects
    run = rows.filter(pk=run_id).first()
    if run is None:
        raise policies.unseen()
    policies.check_can_see_run(actor, run)
    if run.state not in (states or (State.PREVIEWED,)):
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
    given, known = _choices(run)
    reading = read(
        actor=actor,
        data=_opened(run),
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
        run.details = seal_json({**about(plan), "name": _name(run)}, run.details_purpose)
        _write_rows(run, filter(is_worth_keeping, preview_rows(plan)))
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
        run.parts.all().delete()
    run.save(update_fields=["state", "finished_at", "content", "result", "details", "done_rows"])
