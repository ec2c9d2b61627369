"""What the map shows of a programme: how many families stand where, how many are late, where they went on."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from opora.access.rules import Actor
from opora.process.models import Route, RouteStep
from opora.process.queries.visible import visible_to


@dataclass(frozen=True, slots=True)
class MapCounts:
    """Families at each stage now, of these late, ended at each exit, and steps taken along each arrow."""

    standing: dict[str, int]
    late: dict[str, int]
    ended: dict[str, int]
    taken: dict[tuple[str, str], int]


def map_counts(*, actor: Actor, program_id: int, on: date) -> MapCounts:
    """Counts over the paths in sight of one programme (S4-42, S4-43)."""
    seen = visible_to(actor).filter(program_id=program_id)
    standing: dict[str, int] = {}
    late: dict[str, int] = {}
    going = seen.filter(ended_on=None).values("stage").order_by("stage")
    for row in going.annotate(n=Count("pk"), late=Count("pk", filter=Q(due_on__lt=on))):
        standing[row["stage"]], late[row["stage"]] = row["n"], row["late"]
    ended = dict(
        seen.filter(ended_on__isnull=False)
        .order_by("stage")
        .values_list("stage")
        .annotate(n=Count("pk"))
        .values_list("stage", "n")
    )
    steps = RouteStep.objects.filter(route__in=seen.values("pk")).exclude(from_stage="").order_by()
    taken = {
        (row["from_stage"], row["to_stage"]): row["n"]
        for row in steps.values("from_stage", "to_stage").annotate(n=Count("pk"))
    }
    return MapCounts(standing, late, ended, taken)


def routes_at(*, actor: Actor, program_id: int, stage: str, offset: int = 0, limit: int = 25) -> list[Route]:
    """The paths in sight that stand at a stage or ended at an exit, the most pressing first."""
    found = visible_to(actor).filter(program_id=program_id, stage=stage)
    found = found.select_related("version", "program", "case", "case__client", "worker")
    return list(
        found.defer("version__text", "case__client__identity").order_by("due_on", "pk")[offset : offset + limit + 1]
    )
