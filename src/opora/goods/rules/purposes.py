"""What a donor gave for somebody goes only there."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ForWhom:
    """For whom a donor gave something: families of one program, families with a child under so many years."""

    program_id: int | None = None
    child_under: int | None = None


@dataclass(frozen=True, slots=True)
class Receiving:
    """What is known of a family that receives: its program, and the whole years of its children (None: not known)."""

    program_id: int | None
    child_years: Collection[int | None] = ()


def may_go(purpose: ForWhom, family: Receiving) -> bool:
    """Say whether a gift may go to a family. A child whose age is not known is not refused: unknown is never no."""
    if purpose.program_id is not None and purpose.program_id != family.program_id:
        return False
    if purpose.child_under is None:
        return True
    return any(years is None or years < purpose.child_under for years in family.child_years)
