"""An import on the page: upload and preview, answer and choose, or set aside. The file stays sealed until then."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, TypeVar

from django.db import transaction
from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.audit import actions as journal
from opora.common.apart import EndedEarlyError, done_apart
from opora.common.errors import Conflict, Invalid
from opora.registry.actions._kept import (
    State,
    choices_of,
    details,
    end,
    is_long,
    name_of,
    opened,
    waiting,
    write_rows,
)
from opora.registry.actions.importing import preview
from opora.registry.models import ImportRun
from opora.registry.queries.choosing import remembered_choices
from opora.registry.reading import ColumnsAsked
from opora.registry.rules.choices import Choices, Question, questions_of
from opora.registry.rules.plan import Plan
from opora.registry.sealing import seal, seal_json
from opora.registry.summary import about, counts, preview_rows

Given = TypeVar("Given")


def upload(*, actor: Actor, data: bytes, name: str, on: date) -> ImportRun:
    """Take a workbook, say what importing it would do, and keep it sealed until the person decides.

    Where its titles leave open which column is meant, the run asks first. Raises FileRefused when the file cannot be
    read; then nothing is kept. A long file is read by a process apart.
    """
    told: dict[str, Any] = {"actor": actor, "data": data, "name": name, "on": on}
    run_id = _apart(_upload, **told) if is_long(len(data)) else _upload(**told)
    return ImportRun.objects.get(pk=run_id)


def _upload(*, actor: Actor, data: bytes, name: str, on: date) -> int:
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
    return int(run.pk)


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
    run = waiting(actor, run_id, State.ASKING)
    questions = questions_of(details(run))
    if len(letters) != len(questions) or not all(map(_answers, questions, letters)):
        raise Invalid({"": _("Choose one of the columns for each question.")})
    said = [one for question, letter in zip(questions, letters, strict=True) for one in question.answer(letter)]
    now_said = Choices(tuple(said))
    given, known = (now_said.before(before) for before in choices_of(run))
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
    run = waiting(actor, run_id, state)
    told: dict[str, Any] = {"actor": actor, "run_id": run_id, "on": on, "verb": verb, "state": state}
    look = partial(_apart, _see_again) if is_long(run.size) else _see_again
    look(**told, choices=choices, decided=decided)
    return ImportRun.objects.get(pk=run_id)


def _see_again(
    *,
    actor: Actor,
    run_id: int,
    on: date,
    verb: str,
    state: str,
    choices: tuple[Choices, Choices] | None,
    decided: Mapping[str, Any],
) -> None:
    run = waiting(actor, run_id, state)
    for field, value in decided.items():
        setattr(run, field, value)
    given, known = choices_of(run) if choices is None else choices
    seen = _look(actor, run, opened(run), given, known, on)
    with transaction.atomic():
        run = waiting(actor, run_id, state, lock=True)
        for field, value in decided.items():
            setattr(run, field, value)
        run.state = State.ASKING if isinstance(seen, ColumnsAsked) else State.PREVIEWED
        run.save(update_fields=["state", *decided])
        _show(run, seen, name_of(run), given, known)
        about_program = {"program": run.program_id or 0} if "program_id" in decided else {}
        journal.record(actor=actor, verb=verb, run=run.pk, **about_program)


def _apart(look: Callable[..., Given], **told: Any) -> Given:
    """Read a long file in a process of its own, so that this one stays as small as its pages."""
    try:
        return done_apart(look, **told)
    except EndedEarlyError as ended:
        raise Conflict(_("Reading the file was interrupted. Nothing was changed; please try once more.")) from ended


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
    write_rows(run, rows)


@transaction.atomic
def discard(*, actor: Actor, run_id: int) -> None:
    """Set an upload aside, decided or not, as long as nobody has begun it; the file is forgotten."""
    run = waiting(actor, run_id, State.PREVIEWED, State.ASKING, State.QUEUED, lock=True)
    end(run, State.DISCARDED)
    journal.record(actor=actor, verb="registry.discarded", run=run.pk)
