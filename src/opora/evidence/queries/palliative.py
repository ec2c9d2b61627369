"""Social palliative cases counted by the database (S4-39)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from opora.evidence.models import CaseFact
from opora.evidence.rules.palliative import Palliative

COUNTS: Mapping[str, Count | Sum] = {
    "n_closed": Count("*"),
    "n_paired": Count("case_id", filter=Q(change__isnull=False)),
    "n_improved": Count("case_id", filter=Q(change__gte=1)),
    "n_children": Sum("children", default=0),
    "n_children_known": Sum("children_known", default=0),
    "n_children_kept": Sum("children_kept", default=0),
}


def counts_of(row: Mapping[str, Any]) -> dict[str, int]:
    """The counts of a row, as they are kept with a month."""
    return {name.removeprefix("n_"): row[name] for name in COUNTS}


def count_apart(
    seen: QuerySet[CaseFact] | None, kept: Iterable[tuple[int, Mapping[str, int]]]
) -> dict[int, Palliative]:
    """What is kept of whole months, by program, and the facts beside them."""
    added: dict[int, Palliative] = defaultdict(Palliative)
    for program, counts in kept:
        added[program] += Palliative(**counts)
    for row in () if seen is None else seen.order_by().values("program_id").annotate(**COUNTS):
        added[row["program_id"]] += Palliative(**counts_of(row))
    return dict(added)
