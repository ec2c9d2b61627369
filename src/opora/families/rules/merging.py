"""Two identities of one person become one: field by field, as somebody chose who looked at both."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from .former_names import FormerName
from .identity import Identity

SINGLE = ("surname", "given", "patronymic", "born", "notes")
LISTS = ("phones", "addresses", "documents", "former_names", "id_papers")
FIELDS = (*SINGLE, *LISTS)
_WITH_BOTH = frozenset({*LISTS, "notes", "surname"})


class Choice(StrEnum):
    """Which of two values stays."""

    BOTH = "both"
    KEPT = "kept"
    GONE = "gone"


def differing(kept: Identity, gone: Identity) -> list[str]:
    """The fields about which somebody must decide: both say something, and not the same."""
    told = [(name, getattr(kept, name), getattr(gone, name)) for name in FIELDS]
    return [name for name, mine, theirs in told if mine and theirs and mine != theirs]


def choices_for(name: str) -> tuple[Choice, ...]:
    """What may be chosen of a field; of two surnames both, for the other one then is a former name."""
    return tuple(Choice) if name in _WITH_BOTH else (Choice.KEPT, Choice.GONE)


def joined(kept: Identity, gone: Identity, chosen: Mapping[str, Choice]) -> Identity:
    """The identity that stays. What only one of the two knows is kept without a question."""
    asked = {name: chosen.get(name, choices_for(name)[0]) for name in differing(kept, gone)}
    values: dict[str, Any] = {}
    for name in FIELDS:
        mine, theirs = getattr(kept, name), getattr(gone, name)
        choice = asked.get(name, Choice.KEPT if mine else Choice.GONE)
        values[name] = _both(name, mine, theirs) if choice is Choice.BOTH else theirs if choice is Choice.GONE else mine
    if asked.get("surname") is Choice.BOTH:
        values["former_names"] = (FormerName(gone.surname), *values["former_names"])
    born = values.pop("born")
    return replace(kept, **values).with_birth(born).cleaned()


def _both(name: str, mine: Any, theirs: Any) -> Any:
    if name in LISTS:
        return tuple(dict.fromkeys((*mine, *theirs)))
    return f"{mine}\n{theirs}" if name == "notes" else mine
