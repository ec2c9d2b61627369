"""What a process map is drawn from: its places, its arrows, and the words around them."""

from dataclasses import dataclass
from typing import Final

ANYWHERE: Final = "*"
"""The source of an arrow that leads away from every stage: it is noted at its goal and not drawn."""


@dataclass(frozen=True, slots=True)
class MapStage:
    """A place of the map: where it stands (column, row from 0), who acts, how many families, how many late.

    ``kind`` is "stage", "exit" or "result"; ``shape`` draws a stage as a "decision" or as a "link" to another scheme;
    ``tone`` colors an exit (success, helped, safe, transfer, refused, declined); ``state`` is "passed", "here" or
    empty; ``dates`` say when a family was here; ``papers`` are the papers used here, ``notes`` the numbers (from 1) of
    what the method takes for granted here. ``median_days`` are whole or half days.
    """

    key: str
    title: str
    role: str
    at: tuple[int, int]
    kind: str = "stage"
    tone: str = ""
    count: int | None = None
    overdue: int | None = None
    median_days: float | None = None
    href: str | None = None
    state: str = ""
    dates: str | None = None
    shape: str = ""
    papers: tuple[str, ...] = ()
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class MapArrow:
    """A way from one place to another; ``share`` is the part of families (0…1) that left the stage by it."""

    source: str
    target: str
    title: str
    kind: str = ""
    share: float | None = None
    passed: bool = False


@dataclass(frozen=True, slots=True)
class MapLabels:
    """The words of the drawing in the reader's language; ``overdue`` and ``days`` hold a place for ``{n}``.

    ``papers`` and ``notes`` stand before a list of them.
    """

    any_stage: str
    overdue: str
    days: str
    here: str
    decimal: str = ","
    papers: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class MapPicture:
    """A whole map; ``rows`` are the titles of its rows from the top, ``notes`` what the method takes for granted."""

    title: str
    description: str
    stages: tuple[MapStage, ...]
    arrows: tuple[MapArrow, ...]
    labels: MapLabels
    rows: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def place(self, key: str) -> MapStage | None:
        """The stage or exit of this key."""
        return next((one for one in self.stages if one.key == key), None)
