"""A hypothesis as it is registered: nine slots, the families it speaks of, its parts; and the fingerprint of it all."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, Final

STEPS: Final = ("what", "outcome", "intervention", "hypothesis", "instrument", "indicators")
"""The six steps of the source, in its order (S3-63 to S3-68)."""

SLOTS: Final = (
    "social_result", "intervention", "hypothesis", "use", "measured", "instrument", "scale", "success", "second",
)  # fmt: skip
"""The nine slots of the definition of a measurement (requirements 4.4)."""

OF_STEP: Final[Mapping[str, tuple[str, ...]]] = {
    "what": ("question", "program", "department", "from_on", "to_on", "use"),
    "outcome": ("outcome", "social_result"),
    "intervention": ("services", "intervention"),
    "hypothesis": ("hypothesis", "parts", "least"),
    "instrument": ("measured", "instrument", "scale", "success", "second"),
    "indicators": ("indicators",),
}
PARTS: Final = ("wellbeing", "children")
INDICATORS: Final = ("IND-30", "IND-31", "IND-32", "IND-33", "IND-35", "IND-20")
MOST_LEAST: Final = 20


@dataclass(frozen=True, slots=True)
class Content:
    """Everything a hypothesis says, as it is stamped."""

    question: str
    program: str
    department: str
    from_on: str
    to_on: str
    outcome: str
    services: Sequence[str]
    slots: Mapping[str, str]
    parts: Sequence[str]
    least: int
    indicators: Sequence[str]
    instrument: Mapping[str, Any] = field(default_factory=dict)

    def to_data(self) -> dict[str, Any]:
        """As plain values, in an order that never changes."""
        return asdict(self)


def missing(values: Mapping[str, Any]) -> list[str]:
    """The fields without which nothing is registered, in the order of the steps; all at once."""
    needed = {"question", "program", "parts", "indicators", *SLOTS}
    return [name for step in STEPS for name in OF_STEP[step] if name in needed and not values.get(name)]


def step_of(name: str) -> str:
    """On which step a field is asked."""
    return next(step for step, names in OF_STEP.items() if name in names)


def fingerprint(content: Mapping[str, Any], *, author: str, on: date) -> str:
    """The same words by the same author on the same day, and nothing else, give this fingerprint."""
    told = json.dumps({"content": content, "author": author, "on": on.isoformat()}, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()
