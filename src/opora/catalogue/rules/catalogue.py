"""What a catalogue says: directions of help, the services in each, and the results they should bring (S1-05, S1-08)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from opora.access.rules import ROLES, Role
from opora.common.bilingual import EMPTY, Text

# Who gives it: we ourselves, a partner, another program of ours (S1-02, S1-03).
PROVIDERS = ("own", "partner", "other_program")
# Given once, from time to time over a while, or a small project with stops on its way (S4-37, S1-11).
MODES = ("one_off", "ongoing", "mini_project")
FORMATS = ("individual", "family", "parent_child", "group", "event", "meeting")
# Whose eyes its words are for: everybody who works with the family, health with care, therapy its author alone.
CONFIDENTIALITY = ("ordinary", "health", "therapy")
# Kinds of social services of 442-ФЗ, articles 20 to 22; "" where the law knows no such kind.
KINDS_442 = (
    "household",
    "medical",
    "psychological",
    "pedagogical",
    "labor",
    "legal",
    "communication",
    "urgent",
    "support",
)
HORIZONS = ("short", "mid", "long")
GIVERS = tuple(role for role in ROLES if role not in (Role.ADMINISTRATOR, Role.METHODOLOGIST, Role.ANALYST))


@dataclass(frozen=True, slots=True)
class OutcomeAim:
    """A result that services should bring; `is_enabling`: it helps all other results along (S1-04)."""

    code: str
    horizon: str
    title: Text
    source: str = ""
    is_enabling: bool = False


@dataclass(frozen=True, slots=True)
class ServicePlan:
    """One service as it is described: by its code, never by its label, for two may be called alike (S1-45)."""

    code: str
    title: Text
    providers: tuple[str, ...]
    mode: str
    formats: tuple[str, ...]
    givers: tuple[str, ...] = ()
    confidentiality: str = "ordinary"
    kind_442: str = ""
    outcomes: tuple[str, ...] = ()
    source: str = ""
    note: Text = EMPTY
    # Work of the organization itself, that no family receives: it is read here and not recorded for a family.
    is_inner: bool = False


@dataclass(frozen=True, slots=True)
class DirectionPlan:
    """A direction of help with its services, in the order of the source."""

    code: str
    title: Text
    services: tuple[ServicePlan, ...]
    source: str = ""
    note: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A whole catalogue, ready to be published."""

    directions: tuple[DirectionPlan, ...]
    outcomes: tuple[OutcomeAim, ...] = ()

    @property
    def services(self) -> Iterator[ServicePlan]:
        return (service for direction in self.directions for service in direction.services)

    def to_data(self) -> dict[str, Any]:
        """All that was decided, as plain values that a published version keeps for good."""
        return {
            "directions": [asdict(one) for one in self.directions],
            "outcomes": [asdict(one) for one in self.outcomes],
        }

    @property
    def fingerprint(self) -> str:
        """The same for catalogues that say the same."""
        return hashlib.sha256(json.dumps(self.to_data(), ensure_ascii=False).encode()).hexdigest()

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Catalogue:
        """The catalogue of a published version."""
        return cls(
            tuple(
                DirectionPlan(**{**one, **_texts(one), "services": tuple(map(_service, one["services"]))})
                for one in data["directions"]
            ),
            tuple(OutcomeAim(**{**one, **_texts(one)}) for one in data["outcomes"]),
        )


def _service(data: Mapping[str, Any]) -> ServicePlan:
    lists = {key: tuple(value) for key, value in data.items() if isinstance(value, list)}
    return ServicePlan(**{**data, **lists, **_texts(data)})


def _texts(data: Mapping[str, Any]) -> dict[str, Text]:
    return {key: Text(**value) for key, value in data.items() if isinstance(value, Mapping)}
