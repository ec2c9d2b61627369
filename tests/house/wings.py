"""The law of the wings, for lint-imports and for the tests: read from [tool.opora.wings] in pyproject.toml."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from importlinter import Contract, ContractCheck, output

ROOT = Path(__file__).resolve().parents[2]
# What another wing may use of a room that it only asks.
ASKED = {"queries", "rules"}


@dataclass(frozen=True)
class Wing:
    """A part of the house: its rooms, the wings it may know, and those it may only ask."""

    name: str
    rooms: tuple[str, ...]
    knows: frozenset[str]
    asks: frozenset[str]


def settings() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]


def wings() -> tuple[Wing, ...]:
    """From the ground up."""
    named = settings()["opora"]["wings"]
    return tuple(
        Wing(name, tuple(one["rooms"]), frozenset(one["knows"]), frozenset(one.get("asks", ())))
        for name, one in named.items()
    )


def floors() -> list[list[str]]:
    """The rooms by floor, from the top down."""
    contracts = settings()["importlinter"]["contracts"]
    layers = next(one["layers"] for one in contracts if one.get("containers") == ["opora"])
    return [[room.strip(" ()") for room in layer.split("|")] for layer in layers]


def breaches(imports: Iterable[tuple[str, str]], law: Iterable[Wing]) -> list[str]:
    """Imports, as (importer, imported) full names, that the law does not allow."""
    law = tuple(law)
    of_room: Mapping[str, Wing] = {room: wing for wing in law for room in wing.rooms}
    found = []
    for importer, imported in imports:
        from_, to = importer.split("."), imported.split(".")
        if "tests" in from_ or len(from_) < 2 or len(to) < 2:
            continue
        mine, theirs = of_room.get(from_[1]), of_room.get(to[1])
        if mine is None or theirs is None or mine is theirs or theirs.name in mine.knows:
            continue
        if theirs.name in mine.asks and (len(to) < 3 or to[2] in ASKED):
            continue
        found.append(f"{importer} ({mine.name}) knows {imported} ({theirs.name})")
    return found


class WingsContract(Contract):
    """A wing imports from its own rooms and from the wings it says it knows; of some it takes only answers."""

    def check(self, graph: Any, verbose: bool) -> ContractCheck:
        pairs = ((one, other) for one in graph.modules for other in graph.find_modules_directly_imported_by(one))
        ours = ((one, other) for one, other in pairs if one.startswith("opora.") and other.startswith("opora."))
        found = sorted(breaches(ours, wings()))
        return ContractCheck(kept=not found, metadata={"found": found})

    def render_broken_contract(self, check: ContractCheck) -> None:
        for line in check.metadata["found"]:
            output.print_error(line)
