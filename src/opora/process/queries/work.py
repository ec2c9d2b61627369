"""The work list: which families wait for what, whose turn it is, and what is late."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from opora.access.rules import Actor, hands
from opora.common.language import said
from opora.pathways.queries import definition_of
from opora.process.models import Route
from opora.process.queries.visible import visible_to


@dataclass(frozen=True, slots=True)
class Waiting:
    """One path in the work list."""

    route: Route
    stage_title: str
    is_late: bool
    days_late: int


@dataclass(frozen=True, slots=True)
class WorkPage:
    """A page of the work list, and where the next begins."""

    rows: list[Waiting]
    has_more: bool


def work_list(
    *,
    actor: Actor,
    on: date,
    mine: bool = True,
    late_only: bool = False,
    program_id: int | None = None,
    stage: str = "",
    worker_id: int | None = None,
    offset: int = 0,
    limit: int = 25,
) -> WorkPage:
    """Paths that go on, the most pressing first: one's own, or all in sight; a page at a time."""
    found = _asked(
        actor, on=on, mine=mine and worker_id is None, late_only=late_only, program_id=program_id, stage=stage
    )
    if worker_id is not None:
        found = found.filter(worker_id=worker_id)
    found = found.select_related("version", "program", "department", "case", "case__client", "worker")
    found = found.defer("version__text", "case__client__identity")
    rows = list(found.order_by("due_on", "pk")[offset : offset + limit + 1])
    return WorkPage([_waiting(route, on) for route in rows[:limit]], len(rows) > limit)


def _asked(
    actor: Actor, *, on: date, mine: bool, late_only: bool, program_id: int | None, stage: str
) -> QuerySet[Route]:
    found = visible_to(actor).filter(ended_on=None)
    if mine and actor.user_id is not None:
        # Whoever answers for a path sees it: the case's manager by the team, the signal's worker by name.
        found = found.filter(worker_id__in=hands(actor, "intake.work"))
    if late_only:
        found = found.filter(due_on__lt=on)
    if program_id is not None:
        found = found.filter(program_id=program_id)
    return found.filter(stage=stage) if stage else found


def _waiting(route: Route, on: date) -> Waiting:
    definition = definition_of(route.version)
    late = (on - route.due_on).days if route.due_on else 0
    title = definition.stages[route.stage].title if route.stage in definition.stages else None
    return Waiting(route, said(title) if title else route.stage, late > 0, max(late, 0))
