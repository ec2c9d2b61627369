"""What people are called in a program: a practice has its own word for a role, and only that one is said (X-08)."""

from collections.abc import Mapping
from typing import Any, Protocol

from opora.access.models import ROLE_LABELS


class Worded(Protocol):
    """A program, as far as its words go."""

    labels: Mapping[str, str]


def role_word(program: Worded | None, role: str) -> Any:
    """The program's own word for a role («куратор»), else the common one."""
    own = program.labels.get(role) if program is not None else None
    return own or ROLE_LABELS[role]
