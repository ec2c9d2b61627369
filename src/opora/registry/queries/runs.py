"""Reading imports: one's own, or all of them for those who import for the whole organization."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from opora.access import queries as access
from opora.access.rules import Actor, Scope, scope
from opora.registry import policies
from opora.registry.models import ImportRun
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


def run_details(*, actor: Actor, run: ImportRun) -> dict[str, Any] | None:
    """Rows and remarks of an import; None when they are no longer kept."""
    policies.check_can_see_run(actor, run)
    if run.details is None:
        return None
    found: dict[str, Any] = unseal_json(run.details, run.details_purpose)
    return found
