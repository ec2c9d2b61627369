"""After which services an item was solved most often, for the plan: figures kept at night, read in one question."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final

from opora.access.rules import Actor
from opora.common.bilingual import Text
from opora.evidence.models import ItemHelp
from opora.evidence.rules.depth_help import Beside

SHOWN: Final = 2


@dataclass(frozen=True, slots=True)
class HelpSeen:
    """A service, in how many of how many families the item was solved where it had been given, in how many where not.

    ``beside`` is what may be said of the two, with all other comparisons asked too.
    """

    service: Text
    solved: int
    given: int
    interval: tuple[float, float]
    others_solved: int
    others: int
    beside: Beside
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
            rows.append(_seen(one))
    return told


def _seen(one: ItemHelp) -> HelpSeen:
    return HelpSeen(
        one.service.title,
        one.solved,
        one.given,
        (one.low, one.high),
        one.others_solved,
        one.others,
        Beside(one.beside),
        one.counted_on,
    )
