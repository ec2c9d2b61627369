"""One line of a life: what happened, when, who was there, in words a family would recognize."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

_NAMES = {
    "service": "services.provision",
    "step": "plans.familystep",
    "event": "plans.unforeseenevent",
    "change": "circumstances.lifechange",
    "result": "results.result",
    "assumption": "results.failedassumption",
    "network": "network.networkrecord",
    "mail": "intake.contact",
    "issue": "goods.issue",
    "file": "papers.file",
    "ballot": "councils.ballot",
    "letter": "papers.letter",
    "official": "correspondence.officialletter",
    "shift": "stays.dutynote",
    "stay": "stays.admission",
    "waiting": "stays.waiting",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A record as it was gathered, before it is told."""

    source: str
    pk: int
    on: date
    at: time | None
    moment: datetime
    by_id: int | None
    sealed: bytes | None
    more: bytes | None
    extra: Mapping[str, Any]
    voided_on: date | None

    @property
    def key(self) -> str:
        """The record's own name among all records: "visit:12"."""
        return f"{self.source}:{self.pk}"

    @property
    def amended_as(self) -> str:
        """The record as amendments name it."""
        return f"{_NAMES.get(self.source, f'intake.{self.source}')}:{self.pk}"

    def code(self, name: str) -> str:
        """A code of the record; empty when it has none."""
        value = self.extra.get(name)
        return str(value) if value is not None else ""

    def day(self, name: str) -> date | None:
        """A day of the record beside its own."""
        value = self.extra.get(name)
        return date.fromisoformat(value) if value else None

    def ids(self, name: str) -> tuple[int, ...]:
        return tuple(self.extra.get(name) or ())


@dataclass(frozen=True, slots=True)
class Was:
    """What was done to a record: how, when, by whom, why, and what stood there before."""

    kind: str
    title: str
    on: date
    by: str
    reason: str = ""
    former_on: date | None = None
    former_at: str = ""
    former_text: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """The words of a record: its sentence, what was said, a short aside, how it is marked."""

    title: str
    text: str = ""
    aside: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A record as the life tells it."""

    key: str
    source: str
    kind: str
    pk: int
    on: date
    at: time | None
    who: str
    told: Told
    people: tuple[str, ...] = ()
    photos: tuple[int, ...] = ()
    case_id: int | None = None
    route_id: int | None = None
    number: int | None = None
    is_voided: bool = False
    is_ahead: bool = False
    awaits_answer: bool = False
    is_mendable: bool = False
    was: tuple[Was, ...] = field(default=())

    def says(self, words: str) -> bool:
        """Whether the line holds a word somebody looks for, in any case and with ё or е alike."""
        text = " ".join((self.told.title, self.told.text, self.told.aside, self.who, *self.people))
        return words in text.casefold().replace("ё", "е")
