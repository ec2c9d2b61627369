"""Who may take what: by the role, in the place the thing belongs to."""

from collections.abc import Collection, Iterable

Grants = Collection[tuple[str, int | None]]


def may_take(grants: Grants, *, roles: Iterable[str], department_id: int | None) -> bool:
    """Say whether somebody with these roles may open and take a thing that wants one of `roles` in a department."""
    wanted = set(roles)
    return any(role in wanted and place in (None, department_id) for role, place in grants)
