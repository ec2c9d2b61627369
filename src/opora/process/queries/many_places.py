"""The places of many families at once, by a few questions however many they are."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from opora.access.rules import Actor, people_of
from opora.cases import policies as case_policies
from opora.cases import queries as cases
from opora.cases.models import TeamMember
from opora.process import policies
from opora.process.models import RouteMember
from opora.process.queries.places import Place, place_on
from opora.process.queries.visible import visible_to


def places_among(*, actor: Actor, route_ids: Collection[int] = (), case_ids: Collection[int] = ()) -> list[Place]:
    """The places of these paths and cases, as many of them as this person sees; a case with a path by its path."""
    known = ("version", "program__practice", "department", "case__client", "case__program__practice", "worker")
    seen = visible_to(actor).select_related(*known)
    seen = seen.defer("version__text", "case__client__identity")
    routes = list(seen.filter(pk__in=set(route_ids)).order_by("pk"))
    read = {route.pk for route in routes}
    routes += [one for one in seen.filter(case_id__in=set(case_ids)).order_by("pk") if one.pk not in read]
    walking = {route.case_id for route in routes}
    own = cases.visible_to(actor).filter(pk__in=set(case_ids) - walking).select_related("client", "program__practice")
    return [
        *(place_on(route) for route in routes),
        *(Place(None, case, case.department_id) for case in own.defer("client__identity").order_by("pk")),
    ]


def recordable_among(*, actor: Actor, places: Iterable[Place]) -> list[Place]:
    """Those of the places in sight where the person may record things, as `may_record` says of one."""
    among = list(places)
    taking = _who_takes_part(actor, among)

    def may(place: Place) -> bool:
        part = frozenset(taking[place.route_id, place.case_id])
        if place.route is not None:
            ability = "assessment.write" if place.case_id is not None else "intake.work"
            return policies.within(actor, ability, department_id=place.department_id, takes_part=part)
        return case_policies.within(actor, "assessment.write", department_id=place.department_id, is_member=part)

    return [place for place in among if may(place)]


def _who_takes_part(actor: Actor, places: Collection[Place]) -> dict[tuple[int | None, int | None], set[int]]:
    """Who of the person and of those he or she stands in for takes part in each of the places."""
    people = people_of(actor)
    found: dict[tuple[int | None, int | None], set[int]] = defaultdict(set)
    route_ids = [place.route_id for place in places if place.route_id is not None]
    case_ids = [place.case_id for place in places if place.case_id is not None]
    invited, team = defaultdict(set), defaultdict(set)
    for route_id, user_id in _standing(RouteMember, "route_id", route_ids, people):
        invited[route_id].add(user_id)
    for case_id, user_id in _standing(TeamMember, "case_id", case_ids, people):
        team[case_id].add(user_id)
    for place in places:
        worker = {one for one in people if one == place.worker_id}
        of_case = team[place.case_id] if place.case_id is not None else set()
        of_route = invited[place.route_id] if place.route_id is not None else set()
        found[place.route_id, place.case_id] = worker | of_case | of_route
    return found


def _standing(
    model: type[RouteMember] | type[TeamMember], of: str, ids: Collection[int], people: Collection[int]
) -> Iterable[tuple[int, int]]:
    rows = model._default_manager.filter(**{f"{of}__in": ids}, user_id__in=people, to_on=None)
    return rows.values_list(of, "user_id")
