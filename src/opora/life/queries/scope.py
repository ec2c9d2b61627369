"""Whose life is told: the paths and cases of one work, or everything this person sees of a family."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from opora.access.rules import Actor
from opora.cases import queries as cases
from opora.common.errors import NotFound
from opora.process.queries import Place, place_of, visible_to


@dataclass(frozen=True, slots=True)
class Scope:
    """The paths, the cases and the family a life is gathered from."""

    route_ids: tuple[int, ...]
    case_ids: tuple[int, ...]
    family_id: int | None
    department_id: int | None = None

    @property
    def records(self) -> Q:
        """Records that lie on one of the paths or cases."""
        return Q(route_id__in=self.route_ids) | Q(case_id__in=self.case_ids)

    def of_routes(self, way: str = "route_id") -> Q:
        return Q(**{f"{way}__in": self.route_ids})

    def of_cases(self, way: str = "case_id") -> Q:
        return Q(**{f"{way}__in": self.case_ids})

    @property
    def is_empty(self) -> bool:
        return not (self.route_ids or self.case_ids)


def scope_of_place(place: Place) -> Scope:
    """The work at one place: its path and its case."""
    return Scope(
        route_ids=(place.route_id,) if place.route_id is not None else (),
        case_ids=(place.case_id,) if place.case_id is not None else (),
        family_id=place.family_id,
        department_id=place.department_id,
    )


def scope_for(
    *, actor: Actor, route_id: int | None = None, case_id: int | None = None, family_id: int | None = None
) -> Scope:
    """The work of a path or case, or all that this person sees of a family; NotFound when that is nothing."""
    if family_id is None:
        return scope_of_place(place_of(actor=actor, route_id=route_id, case_id=case_id))
    seen_cases = tuple(cases.visible_to(actor).filter(family_id=family_id).values_list("pk", flat=True))
    of_family: Any = Q(family_id=family_id) | Q(case_id__in=seen_cases)
    seen_routes = tuple(visible_to(actor).filter(of_family).values_list("pk", flat=True))
    if not (seen_cases or seen_routes):
        raise NotFound
    return Scope(route_ids=seen_routes, case_ids=seen_cases, family_id=family_id)
