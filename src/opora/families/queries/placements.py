"""Where children live and lived."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from opora.access.rules import Actor
from opora.common.dates import day_of
from opora.common.planning import ask_known
from opora.families.models import Placement
from opora.families.queries.belonging import person_of_case
from opora.families.rules import PlacedPeriod, placements_timeline

_KEPT = """
SELECT child_id, from_on, kind FROM families_placement
 WHERE child_id = ANY(%s) AND voided_at IS NULL ORDER BY child_id, from_on
"""


@dataclass(frozen=True, slots=True)
class PlacementEntry:
    """A line as it was recorded; a voided one is the trace of a correction."""

    id: int
    kind: str
    label: str
    from_on: date
    recorded_on: date
    voided_on: date | None


@dataclass(frozen=True, slots=True)
class PlacementHistory:
    """Where a child lived: the periods that hold, in order of time, and every line ever recorded, latest first."""

    periods: tuple[PlacedPeriod, ...]
    entries: tuple[PlacementEntry, ...]

    @property
    def corrected(self) -> list[PlacementEntry]:
        return [entry for entry in self.entries if entry.voided_on is not None]


def placements(*, actor: Actor, person_id: int, case_id: int) -> PlacementHistory:
    """Where a child of a case's family lived, with every correction; NotFound for a stranger's child."""
    return history_of(person_of_case(actor=actor, person_id=person_id, case_id=case_id).pk)


def history_of(person_id: int) -> PlacementHistory:
    """Where a child lived; for this room, which has asked whether the case may be read."""
    entries = tuple(
        PlacementEntry(
            id=line.pk,
            kind=line.kind,
            label=line.get_kind_display(),
            from_on=line.from_on,
            recorded_on=day_of(line.recorded_at),
            voided_on=day_of(line.voided_at) if line.voided_at else None,
        )
        for line in Placement.objects.filter(child=person_id).order_by("-from_on", "-id")
    )
    kept = [(entry.from_on, entry.kind) for entry in entries if entry.voided_on is None]
    return PlacementHistory(placements_timeline(kept), entries)


def placement_history(person_ids: Collection[int]) -> dict[int, tuple[PlacedPeriod, ...]]:
    """Where each child lived, by id; for rooms that have already asked whether the case may be read."""
    rows = ask_known(_KEPT, [list(person_ids)])
    return {
        child_id: placements_timeline((from_on, kind) for _id, from_on, kind in changes)
        for child_id, changes in groupby(rows, key=lambda row: row[0])
    }
