"""People of a family that comes for the first time, as they stand on the form of a new case."""

from dataclasses import dataclass

from opora.families.rules.identity import Identity


@dataclass(frozen=True, slots=True)
class Newcomer:
    """One person: the role in the family and, as far as known, the name or a code of the organization's own."""

    role: str
    identity: Identity | None = None
    code: str = ""
    letter: str = ""
    is_expected: bool = False
