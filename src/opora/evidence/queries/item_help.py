"""After which services an item was solved most often, for the plan: figures kept at night, read in one question."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final

from opora.access.rules import Actor
from opora.common.bilingual import Text
from opora.evidence.models import ItemHelp

SHOWN: Final = 2


@dataclass(frozen=True, slots=True)
class HelpSeen:
    """A service, and in how many of how many families the item was solved where it had been given."""

    service: Text
    solved: int
    given: int
    interval: tuple[float, float]
    counted_on: date


def help_seen(*, actor: Actor, program_id: int, items: Collection[str]) -> dict[str, list[HelpSeen]]:
    """For each of these items the few services beside which it was solved most often, the surest first.

    No case stands behind a figure by name, and none has fewer than five families: whoever draws up plans may read them.
    """
    found = ItemHelp.objects.filter(program_id=program_id, item__in=items, solved__gt=0).select_related("service")
    told: dict[str, list[HelpSeen]] = {}
    for one in found.order_by("-low", "-given", "pk"):
        rows = told.setdefault(one.item, [])
        if len(rows) < SHOWN:
            rows.append(HelpSeen(one.service.title, one.solved, one.given, (one.low, one.high), one.counted_on))
    return told
