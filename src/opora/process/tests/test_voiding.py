"""A path begun by mistake counts nowhere, and comes back as it stood."""

from datetime import timedelta

import pytest

from opora.access.rules import SYSTEM, Role
from opora.cases import actions as cases
from opora.cases.tests.factories import worker
from opora.common.dates import today
from opora.common.errors import Conflict, Refused
from opora.plans.tests.factories import make_walk
from opora.process import actions
from opora.process.models import Route, RouteFlow
from opora.process.queries import visible_to
from opora.process.queries.counts import map_counts
from opora.process.tests.factories import BEGAN, make_route

pytestmark = pytest.mark.django_db
NOW = BEGAN + timedelta(days=400)
WHY = "Записали дважды"


def test_a_signal_taken_in_twice_counts_nowhere_and_can_be_taken_back() -> None:
    route = make_route()
    actions.override(actor=worker(Role.HEAD), route_id=route.pk, to="work", reason="Сразу в работу", on=BEGAN)
    before = map_counts(actor=SYSTEM, program_id=route.program_id, on=NOW)
    coordinator = worker(Role.COORDINATOR, route.department)
    actions.void_route(actor=coordinator, route_id=route.pk, reason=WHY, on=NOW)
    assert not visible_to(SYSTEM).filter(pk=route.pk).exists()
    counted = map_counts(actor=SYSTEM, program_id=route.program_id, on=NOW)
    assert not any(counted.standing.values())
    assert not any(counted.taken.values())
    assert not RouteFlow.objects.filter(count__gt=0).exists()
    actions.take_back_void(actor=coordinator, route_id=route.pk, reason="Всё верно", on=NOW)
    assert map_counts(actor=SYSTEM, program_id=route.program_id, on=NOW) == before
    found = Route.objects.get(pk=route.pk)
    assert (found.stage, found.ended_on) == ("work", None)


def test_whoever_began_it_may_on_the_same_day_and_others_may_not() -> None:
    program_route = make_route()
    manager = worker(Role.CASE_MANAGER, program_route.department)
    route = make_route(actor=manager, on=today())
    with pytest.raises(Refused):
        actions.void_route(actor=manager, route_id=program_route.pk, reason=WHY, on=today())
    actions.void_route(actor=manager, route_id=route.pk, reason=WHY, on=today())
    with pytest.raises(Conflict):
        actions.void_route(actor=manager, route_id=route.pk, reason=WHY, on=today())


def test_a_path_goes_and_comes_back_with_its_case() -> None:
    walk = make_walk()
    coordinator = worker(Role.COORDINATOR, walk.department)
    with pytest.raises(Refused):
        actions.void_route(actor=coordinator, route_id=walk.route.pk, reason=WHY, on=NOW)
    cases.void_case(actor=coordinator, case_id=walk.case.pk, reason=WHY, on=NOW)
    assert not Route.objects.filter(case_id=walk.case.pk).exists()
    assert Route.every.get(pk=walk.route.pk).ended_on is not None
    cases.take_back_void(actor=coordinator, case_id=walk.case.pk, reason=WHY, on=NOW)
    back = Route.objects.get(pk=walk.route.pk)
    assert (back.stage, back.ended_on, back.voided_on) == ("work", None, None)
