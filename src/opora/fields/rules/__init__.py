"""What an own field is, and what is wrong with one."""

from opora.fields.rules.field import (
    ABOUTS,
    AS_DIMENSION,
    CHOOSING,
    KINDS,
    UNKNOWN,
    YES_NO,
    About,
    Choice,
    Kind,
    OwnField,
    choices_kept,
    problems_of,
)

__all__ = [
    "ABOUTS",
    "AS_DIMENSION",
    "CHOOSING",
    "KINDS",
    "UNKNOWN",
    "YES_NO",
    "About",
    "Choice",
    "Kind",
    "OwnField",
    "choices_kept",
    "problems_of",
]
