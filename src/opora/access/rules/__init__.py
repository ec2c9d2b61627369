"""Who may do what here, and how far it reaches: rules without a database and without a clock."""

from opora.access.rules.numbering import NUMBER_PLACE, PatternError, check_pattern
from opora.access.rules.reach import SYSTEM, Absent, Actor, Part, can, departments, hands, people_of, reaches, scope
from opora.access.rules.roles import (
    ABILITIES,
    DEPARTMENT_ROLES,
    KEY_ROLES,
    ROLES,
    SUBSTITUTED,
    Grant,
    Role,
    Scope,
    tidy_grants,
)
from opora.access.rules.signing_in import hash_token, second_factor_required

__all__ = [
    "ABILITIES",
    "DEPARTMENT_ROLES",
    "KEY_ROLES",
    "NUMBER_PLACE",
    "ROLES",
    "SUBSTITUTED",
    "SYSTEM",
    "Absent",
    "Actor",
    "Grant",
    "Part",
    "PatternError",
    "Role",
    "Scope",
    "can",
    "check_pattern",
    "departments",
    "hands",
    "hash_token",
    "people_of",
    "reaches",
    "scope",
    "second_factor_required",
    "tidy_grants",
]
