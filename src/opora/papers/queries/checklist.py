"""The checklist of papers: what the process of a path asks for, what is there, and since which day (S4-08)."""

from dataclasses import dataclass
from datetime import date

from opora.papers.models import StoredFile
from opora.papers.queries.files import files_of
from opora.pathways.queries import definition_of
from opora.pathways.words import paper_title
from opora.process.models import Paper, Route
from opora.process.queries import present_papers


@dataclass(frozen=True, slots=True)
class Line:
    """A kind of paper: whether the next steps wait for it, whether it is there, its day and its files."""

    kind: str
    title: str
    is_needed: bool
    on: date | None
    files: tuple[StoredFile, ...]
    # Attached by mistake: they show that nothing vanished, and count for nothing.
    taken_back: tuple[StoredFile, ...] = ()

    @property
    def is_missing(self) -> bool:
        return self.is_needed and self.on is None


def kinds_of(route: Route) -> list[tuple[str, str]]:
    """Kinds of papers that the process of the path knows, in its words; a consent may always be filed."""
    definition = definition_of(route.version)
    kinds = dict.fromkeys([*definition.documents, "consent"])
    return [(kind, paper_title(definition, kind)) for kind in kinds]


def checklist(route: Route) -> list[Line]:
    """Every kind in the order of the process; what steps from the present stage wait for is needed now."""
    definition = definition_of(route.version)
    needed = {
        kind
        for action in definition.actions.values()
        if route.stage in action.sources and route.ended_on is None
        for kind in action.documents
    }
    present = present_papers(route=route)
    last = dict(
        Paper.objects.filter(route=route, withdrawn_on=None).order_by("on", "pk").values_list("kind", "on").iterator()
    )
    # A letter not signed yet is no copy of a paper.
    files: dict[str, list[StoredFile]] = {}
    taken_back: dict[str, list[StoredFile]] = {}
    for stored in files_of(route).filter(letter=None):
        (files if stored.voided_on is None else taken_back).setdefault(stored.kind, []).append(stored)
    lines = []
    for kind, title in kinds_of(route):
        on = last.get(kind)
        if kind in needed and kind not in present:
            on = None
        lines.append(Line(kind, title, kind in needed, on, tuple(files.get(kind, ())), tuple(taken_back.get(kind, ()))))
    return sorted(lines, key=lambda line: (not line.is_missing, line.on is None))
