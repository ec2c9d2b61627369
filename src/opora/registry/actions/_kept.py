"""What a run keeps while somebody decides about it, and how it comes to rest; for this room's own actions."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.common.dates import now
from opora.common.errors import Conflict
from opora.registry import policies
from opora.registry.models import ImportRun
from opora.registry.parts import parts_of
from opora.registry.rules.choices import Choices
from opora.registry.sealing import unseal, unseal_json

State = ImportRun.State
LONG_FILE = 256 * 1024
"""A file from here on, some four thousand rows, is read and brought in by a process apart."""


def is_long(size: int) -> bool:
    """Whether so large a file is left to a process apart."""
    return size >= LONG_FILE


def opened(run: ImportRun) -> bytes:
    """The uploaded file itself."""
    if run.content is None:
        raise Conflict(_("The uploaded file is no longer kept. Please upload it again."))
    return unseal(run.content, run.content_purpose)


def details(run: ImportRun) -> dict[str, Any]:
    """What the page shows of a run, without its rows."""
    found: dict[str, Any] = {} if run.details is None else unseal_json(run.details, run.details_purpose)
    return found


def name_of(run: ImportRun) -> str:
    """How the file was called by whoever uploaded it."""
    return str(details(run).get("name", ""))


def choices_of(run: ImportRun) -> tuple[Choices, Choices]:
    """What was said of this file's columns, and all that is known of them."""
    known = details(run)
    nothing = Choices().plain()
    return Choices.of_plain(known.get("choices", nothing)), Choices.of_plain(known.get("known", nothing))


def waiting(actor: Actor, run_id: int, *states: str, lock: bool = False) -> ImportRun:
    """The upload that waits for this person's word, in one of these states; Conflict when it was decided already."""
    rows = ImportRun.objects.select_for_update() if lock else ImportRun.objects
    run = rows.filter(pk=run_id).first()
    if run is None:
        raise policies.unseen()
    policies.check_can_see_run(actor, run)
    if run.state not in (states or (State.PREVIEWED,)):
        raise Conflict(_("This import has been decided already. Nothing was changed."))
    return run


def write_rows(run: ImportRun, rows: Iterable[Mapping[str, Any]]) -> None:
    """Keep the rows that the page shows instead of those kept before."""
    run.parts.all().delete()
    for part in parts_of(run, rows):
        part.save(force_insert=True)


def end(run: ImportRun, state: str, result: Mapping[str, Any] | None = None, *, keep_details: bool = False) -> None:
    """Let a run rest: the file is forgotten, and with it what the page showed unless it is worth keeping."""
    run.state, run.finished_at, run.content = state, now(), None
    run.result = dict(result) if result is not None else None
    if not keep_details:
        run.details = None
        run.parts.all().delete()
    run.save(update_fields=["state", "finished_at", "content", "result", "details", "done_rows"])
