"""Whose cases count in figures over many of them, as a condition within a larger question."""

from typing import Any

from opora.access.rules import Actor, Scope, departments, scope
from opora.cases.queries.visible import teams_of

Reach = tuple[tuple[int, ...], tuple[int, ...]] | None


def reach_of(actor: Actor, ability: str) -> Reach:
    """The departments and single cases an ability reaches; None is all of them. Who reach the same share figures."""
    reach = scope(actor, ability)
    if reach is Scope.ALL:
        return None
    own = sorted(departments(actor, ability)) if reach is Scope.DEPARTMENT else []
    return tuple(own), tuple(sorted(teams_of(actor, ability).values_list("case_id", flat=True)))


def within_reach(reach: Reach, values: dict[str, Any], *, department: str, case: str) -> list[str]:
    """The condition on these columns, its values put among the others; none where all cases are reached."""
    if reach is None:
        return []
    values |= {"own": list(reach[0]), "teams": list(reach[1])}
    return [f"({department} = ANY(%(own)s::bigint[]) OR {case} = ANY(%(teams)s::bigint[]))"]
