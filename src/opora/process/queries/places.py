"""Where something about a family is recorded: on its path or, where its case has none, on the case itself."""

from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.cases import policies as case_policies
from opora.cases import queries as cases
from opora.cases.models import Case
from opora.common.errors import Refused
from opora.families.rules import BadCode, parse_code
from opora.process import policies
from opora.process.models import Route, Voidable, WorkRecord
from opora.process.queries.visible import get_route, may_work, visible_to

Row = TypeVar("Row", bound=WorkRecord)


@dataclass(frozen=True, slots=True)
class Place:
    """The path on which the family walks, the case it has, or both; one of them at least."""

    route: Route | None
    case: Case | None
    department_id: int

    @property
    def keys(self) -> dict[str, Any]:
        """Where a new record lies."""
        return {"route": self.route} if self.route is not None else {"case": self.case}

    @property
    def family_id(self) -> int | None:
        if self.route is not None and self.route.family_id is not None:
            return self.route.family_id
        return self.case.family_id if self.case is not None else None

    @property
    def case_id(self) -> int | None:
        return self.case.pk if self.case is not None else None

    @property
    def route_id(self) -> int | None:
        return self.route.pk if self.route is not None else None

    @property
    def began_on(self) -> date:
        """Nothing is recorded of a day before this one."""
        days = [self.route.started_on] if self.route is not None else []
        return min([*days, *([self.case.opened_on] if self.case is not None else [])])

    @property
    def has_ended(self) -> bool:
        """Whether the work is over: the case is closed, or the path without a case has come to its end."""
        if self.case is not None:
            return self.case.closed_on is not None
        return self.route is not None and self.route.ended_on is not None

    @property
    def worker_id(self) -> int | None:
        return self.route.worker_id if self.route is not None else None


def place_on(route: Route) -> Place:
    """The place of a path that was read for this person already."""
    return Place(route, route.case, route.department_id)


def place_of(*, actor: Actor, route_id: int | None = None, case_id: int | None = None) -> Place:
    """The place of a path or a case that this person sees; NotFound for any other."""
    if route_id is not None:
        route = get_route(actor=actor, route_id=route_id)
        return place_on(route)
    case = cases.get_case(actor=actor, case_id=case_id or 0)
    own = visible_to(actor).select_related("version", "program", "department", "case", "worker")
    return Place(own.defer("version__text").filter(case_id=case.pk).first(), case, case.department_id)


def may_record(*, actor: Actor, place: Place) -> bool:
    """Say whether the person may record things here: as on paths, and on a case without one whoever assesses in it."""
    if place.route is not None:
        return may_work(actor=actor, route=place.route)
    if place.case is None:
        return False
    member = cases.is_member(actor=actor, case_id=place.case.pk)
    return case_policies.within(actor, "assessment.write", department_id=place.case.department_id, is_member=member)


def recordable(
    *, actor: Actor, route_id: int | None = None, case_id: int | None = None, though_blocked: bool = False
) -> Place:
    """The place for a new record; NotFound when unseen, Refused when only to be read or when consent is withdrawn."""
    place = place_of(actor=actor, route_id=route_id, case_id=case_id)
    if not may_record(actor=actor, place=place):
        raise Refused(_("You may read about this family but not record anything. Ask whoever answers for it."))
    if place.route is not None and not though_blocked:
        policies.check_not_blocked(place.route)
    return place


def within_sight(actor: Actor, rows: "QuerySet[Row]") -> "QuerySet[Row]":
    """Those of the records that lie on paths and cases this person sees."""
    return rows.filter(Q(route__in=visible_to(actor).values("pk")) | Q(case__in=cases.visible_to(actor).values("pk")))


def place_of_record(*, actor: Actor, record: Voidable) -> Place:
    """Where a record that was found in sight lies."""
    route_id: int | None = getattr(record, "route_id", None)
    return place_of(actor=actor, route_id=route_id, case_id=getattr(record, "case_id", None))


def records_of_family(*, actor: Actor, place: Place) -> Q:
    """Records on any path or case of the family that this person sees; on the place alone while it has no family.

    So what was recorded before a case was opened, or in a former case, is read together with what came later.
    """
    if place.family_id is None:
        return Q(route_id=place.route_id) if place.route is not None else Q(case_id=place.case_id)
    seen_cases = cases.visible_to(actor).filter(family_id=place.family_id)
    seen_routes = visible_to(actor).filter(Q(family_id=place.family_id) | Q(case__in=seen_cases.values("pk")))
    return Q(route__in=seen_routes.values("pk")) | Q(case__in=seen_cases.values("pk"))


def records_called(text: str) -> Q:
    """Records of the family of this code, in any spelling, or of the path of this number."""
    number = text.removeprefix("№").strip()
    if number.isdecimal() and len(number) < 10:
        return Q(case=None, route__case=None, route_id=int(number))
    try:
        code = parse_code(text)
    except BadCode:
        return Q(pk__in=())
    found = Q()
    for client in ("case__client", "route__case__client"):
        for who in (client, f"{client}__merged_into"):
            found |= Q(**{f"{who}__code_letter": code.letter, f"{who}__code_number": code.number})
    return found
