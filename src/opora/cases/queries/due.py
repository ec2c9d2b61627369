"""The cases of families, for whoever asks by the family."""

from collections import defaultdict
from collections.abc import Sequence

from opora.access.rules import Actor
from opora.cases.models import Case
from opora.cases.queries.visible import visible_to


def cases_of_family(*, actor: Actor, family_ids: Sequence[int]) -> dict[int, list[Case]]:
    """The cases of some families that this person may see, the newest first, by family."""
    grouped: dict[int, list[Case]] = defaultdict(list)
    for case in visible_to(actor).filter(family_id__in=family_ids).select_related("program").order_by("-opened_on"):
        grouped[case.family_id].append(case)
    return dict(grouped)
