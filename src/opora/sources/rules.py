"""A line of a source document, and the places where it is made real."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from opora.common.bilingual import Text

SEEDS: Final = ("S0", "S1", "S2", "S3", "S4")
# How a line is made real; "not yet" is said openly and never left out.
STATES: Final = ("recorded", "computed", "document", "role", "structure", "not yet")
_NAME = re.compile(r"(S[0-4])-(\d+)([a-z]?)")


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """A page where something of the documents is found: its address by name, and what stands there."""

    what: Text
    page: str

    @property
    def room(self) -> str:
        """The front room that brings the page."""
        return self.page.split(":")[0]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of a source document: its id, its own words, what kind of thing it is, and where it is made real."""

    id: str
    text: str
    kind: str
    state: str
    places: tuple[SourcePlace, ...]

    @property
    def seed(self) -> str:
        """The document it comes from: "S1"."""
        return self.id[:2]


def read_places(data: Mapping[str, Mapping[str, Any]]) -> dict[str, SourcePlace]:
    """The places by their keys; raises KeyError for one without a page or words."""
    return {key: SourcePlace(Text(one["what"]["ru"], one["what"]["en"]), one["page"]) for key, one in data.items()}


def read_lines(data: Mapping[str, Mapping[str, Any]], places: Mapping[str, SourcePlace]) -> list[SourceLine]:
    """The lines of one document in the order of their numbers (X-15).

    Raises ValueError for a state nobody knows, for a line that is made real and names no place, and for a line that is
    not there yet and names one; KeyError for a place without an entry.
    """
    lines = []
    for name, one in sorted(data.items(), key=lambda entry: order(entry[0])):
        line = SourceLine(
            name, one["text"], one["kind"], one["state"], tuple(places[key] for key in one.get("places", ()))
        )
        if line.state not in STATES or bool(line.places) is (line.state == "not yet"):
            raise ValueError(f"{name}: {line.state} with {len(line.places)} places")
        lines.append(line)
    return lines


def order(name: str) -> tuple[str, int, str]:
    """Where an id stands: S1-9 before S1-10. Raises ValueError for what is no id of a source."""
    found = _NAME.fullmatch(name)
    if found is None:
        raise ValueError(name)
    return found[1], int(found[2]), found[3]
