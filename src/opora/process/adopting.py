"""Cases of before a process find their path. Asked at every start, so it raises the room only for cases that wait."""

from collections.abc import Sequence
from typing import Any

from opora.cases.models import Case
from opora.process.models import Route


def adopt_cases(*, programs: Sequence[str], **_news: Any) -> None:
    """Open cases of these programs that have no path yet get one: after the first publication of their process."""
    on_a_path = Route.objects.filter(case_id__isnull=False).values("case_id")
    waiting = Case.objects.filter(closed_on=None, program__code__in=programs).exclude(pk__in=on_a_path)
    if found := list(waiting.values_list("pk", flat=True)):
        from opora.process.actions import begin_paths

        begin_paths(case_ids=found)
