"""Whom a form rates: the family as a whole, its caregivers, the children of the case."""

from dataclasses import dataclass

from opora.instruments.rules import FAMILY_SUBJECT, Level


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody to rate. `key` is "family" or the person's id; `age` is whole years, None when not known."""

    key: str
    level: Level
    label: str = ""
    age: int | None = None

    @classmethod
    def family(cls) -> "Subject":
        return cls(FAMILY_SUBJECT, Level.FAMILY)
