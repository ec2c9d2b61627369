"""Who must have a second factor, and what is kept of a link."""

import hashlib
from collections.abc import Iterable

from opora.access.rules.roles import KEY_ROLES, Role


def second_factor_required(policy: str, roles: Iterable[str]) -> bool:
    """Whether a person with these roles must have a second factor: nobody, the leading roles, or everybody."""
    if policy == "everybody":
        return True
    return policy == "leaders" and not {*KEY_ROLES, Role.COORDINATOR}.isdisjoint(roles)


def hash_token(token: str) -> str:
    """What the database keeps of a link's secret: its SHA-256. The secret has 256 bits, so no salt is needed."""
    return hashlib.sha256(token.encode()).hexdigest()
