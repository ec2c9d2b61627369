"""What documents tell of a family: each room above hands in what it knows, and correspondence puts it into a template.

Rooms of help stand beside each other and never meet; here they lay their part of a document on one table.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from opora.access.rules import Actor
from opora.papers.composers import composers_of
from opora.process.queries import Place

Fact = dict[str, str]


@dataclass(frozen=True, slots=True)
class Composed:
    """What a document tells beside who, where and when."""

    facts: list[Fact] = field(default_factory=list)
    sections: list[dict[str, Any]] = field(default_factory=list)


Composer = Callable[[Actor, Place, date], Composed]


def parts_of(kind: str) -> list[Composer]:
    """Everything that rooms handed in for a kind of document."""
    return composers_of(kind)


def fact(name: object, value: object) -> Fact:
    """A line of the head of a document; where the value is empty it is left out."""
    return {"name": str(name), "value": str(value)}


def section(title: object, lines: Iterable[str]) -> dict[str, Any]:
    """A part of a document; without lines it is left out."""
    return {"title": str(title), "lines": [line for line in lines if line]}


def line(name: object, value: object) -> str:
    """«Sent: 3 March»; nothing where there is no value."""
    return f"{name}: {value}" if value else ""
