"""What a step needs beside its papers when it opens or closes a case."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Opening:
    """Whom the case is about: family, client and children by id; number and case manager when they are chosen."""

    family_id: int
    client_id: int
    child_ids: Sequence[int]
    number: str | None = None
    case_manager_id: int | None = None


@dataclass(frozen=True, slots=True)
class Ending:
    """How the work ended: reason and summary of the closing, and where each child (person id) lives now.

    `plan_after` is what the family goes on with, `no_exit` why there is no exit assessment, where there is none.
    """

    reason: str
    summary: str
    placements: Mapping[int, str] = field(default_factory=dict)
    plan_after: str = ""
    no_exit: str = ""
