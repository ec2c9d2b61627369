"""Reading imports: one's own, or all of them for those who import for the whole organization."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from opora.access import queries as access
from opora.access.rules import Actor, Scope, scope
from opora.registry import policies
from opora.registry.models import ImportRun
from opora.registry.parts import fits, lot_of, opened, places
from opora.registry.sealing import unseal_json


@dataclass(frozen=True)
class RunLine:
    """An import as the list shows it; a number is None where nothing was counted."""

    id: int
    state: str
    state_label: str
    who: str
    at: datetime
    new: int | None
    changed: int | None
    rejected: int | None


def list_runs(*, actor: Actor, before: int | None = None, limit: int = 20) -> list[RunLine]:
    """Imports of late, the newest first."""
    policies.check_can_import(actor)
    runs = ImportRun.objects.defer("content", "details")
    if scope(actor, "registry.import") is not Scope.ALL:
        runs = runs.filter(user_id=actor.own_id)
    if before is not None:
        runs = runs.filter(pk__lt=before)
    found = list(runs.order_by("-id")[:limit])
    names = access.names_of(user_ids=[run.user_id for run in found if run.user_id is not None])
    return [
        RunLine(
            run.pk,
            run.state,
            str(ImportRun.State(run.state).label),
            names.get(run.user_id or 0, "Opora"),
            run.created_at,
            *((run.result or {}).get(name) for name in ("new", "changed", "rejected")),
        )
        for run in found
    ]


def get_run(*, actor: Actor, run_id: int) -> ImportRun:
    """One import; NotFound alike when absent and when not for this person."""
    run = ImportRun.objects.select_related("program").defer("content").filter(pk=run_id).first()
    if run is None:
        raise policies.unseen()
    policies.check_can_see_run(actor, run)
    return run


def run_about(*, actor: Actor, run: ImportRun) -> dict[str, Any] | None:
    """What an import says beside its rows; None when it is no longer kept."""
    policies.check_can_see_run(actor, run)
    if run.details is None:
        return None
    found: dict[str, Any] = unseal_json(run.details, run.details_purpose)
    return found


def run_rows(*, actor: Actor, run: ImportRun) -> Iterator[dict[str, Any]]:
    """The rows of an import that are kept, one part opened after the other."""
    found = run_about(actor=actor, run=run) or {}
    # An upload that waited while Opora was renewed keeps its rows in one piece.
    yield from found.get("rows", ())
    for part in run.parts.order_by("number").iterator(chunk_size=1):
        yield from opened(part)


def run_details(*, actor: Actor, run: ImportRun) -> dict[str, Any] | None:
    """Rows and remarks of an import; None when they are no longer kept."""
    found = run_about(actor=actor, run=run)
    return None if found is None else {**found, "rows": list(run_rows(actor=actor, run=run))}


def run_page(*, actor: Actor, run: ImportRun, show: str, first: int, size: int) -> tuple[list[dict[str, Any]], int]:
    """Some rows of an import that a filter leaves, from the first given (from 0), and how many it leaves in all."""
    policies.check_can_see_run(actor, run)
    lots = list(run.parts.order_by("number").values_list("lots", flat=True))
    wanted = places(lots, show)
    if not lots:
        rows = [row for row in run_rows(actor=actor, run=run) if fits(lot_of(row), show)]
        return rows[first : first + size], len(rows)
    here = wanted[first : first + size]
    parts = {part.number: opened(part) for part in run.parts.filter(number__in={part for part, _place in here})}
    return [parts[part][place] for part, place in here], len(wanted)
