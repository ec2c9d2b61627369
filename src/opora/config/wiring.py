"""The only upward wires: who above hears of what happened below, and who above knows which family one sees.

All are named and not imported: a command raises the rooms it asks, and the others with the first news for them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from django.utils.functional import SimpleLazyObject
from django.utils.module_loading import import_string

from opora.families.policies import Sight


@dataclass(frozen=True, slots=True)
class Above:
    """Somebody above, by name; the room is loaded when it is asked for the first time."""

    name: str

    def load(self) -> Any:
        """The room is there from now on."""
        return import_string(f"opora.{self.name}")

    def __call__(self, *asked: Any, **told: Any) -> Any:
        return self.load()(*asked, **told)


REFRESH_FACTS = Above("evidence.actions.refresh_facts")

WIRES: Mapping[str, Sequence[Above]] = {
    "cases.begun": [Above("evidence.actions.begin_facts"), Above("process.actions.begin_paths")],
    "cases.changed": [REFRESH_FACTS, Above("process.actions.follow_cases")],
    "cases.stays_changed": [Above("stays.actions.follow_stays")],
    "assessments.changed": [REFRESH_FACTS, Above("process.actions.follow_assessments")],
    "families.changed": [Above("evidence.actions.refresh_families")],
    "keys.renewed": [Above("papers.actions.seal_files_anew")],
    "pathways.published": [Above("process.adopting.adopt_cases")],
    "practices.published": [Above("indicators.folder.publish_folder")],
    "registry.imported": [Above("config.putting_by.ask")],
    "routes.changed": [Above("intake.actions.follow_routes"), Above("plans.actions.follow_routes")],
    "cases.opening_moves": [Above("assessments.actions.opening_moves.refuse_later_opening")],
    "people.leaving": [Above("duties.actions.refuse_to_leave_work")],
    "councils.decided": [Above("plans.actions.follow_council")],
}

# The room of families knows neither cases nor paths; through this window it asks whose work reaches a family.
WINDOW = Above("process.queries.path_sight.PathSight")
SIGHT = cast(Sight, SimpleLazyObject(WINDOW))

# Nor does the journal: through this one it asks for which absent colleague a substitute acts.
WHOSE_HAND = Above("process.queries.whose_hand.whose_hand")

# Rooms of help that stand beside correspondence hand in their part of a document through this one.
COMPOSERS: Mapping[str, Above] = {
    "aid_act": Above("goods.queries.documents.acts_of_goods"),
    "skills": Above("stays.queries.documents.skills_and_routine"),
    "social_map": Above("network.queries.documents.social_map"),
}


def above() -> Iterator[Above]:
    """Everybody who is wired."""
    for listeners in WIRES.values():
        yield from listeners
    yield from (WINDOW, WHOSE_HAND, *COMPOSERS.values())
