"""Families known only by codes, as a registry workbook brings them (S3-80)."""

from dataclasses import dataclass
from enum import StrEnum

from .codes import Code


class RegistrationNote(StrEnum):
    """Something a reader should hear about a family that was registered."""

    CHILD_OF_ANOTHER_FAMILY = "child_of_another_family"
    CHILD_IS_CAREGIVER = "child_is_caregiver"
    PARENT_IS_CHILD = "parent_is_child"


@dataclass(frozen=True, slots=True)
class CodedFamily:
    """One caregiver and the children, by code; the children keep the order of the row."""

    parent: Code
    children: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class RegisteredFamily:
    """The records a coded family became: ids in the order of its codes, and notes as (code, what)."""

    family_id: int
    parent_id: int
    child_ids: tuple[int, ...]
    notes: tuple[tuple[str, RegistrationNote], ...] = ()
