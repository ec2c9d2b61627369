"""What the last approved assessment found weak is offered as goals of the plan."""

import pytest

from opora.access.rules import SYSTEM
from opora.assessments.tests.factories import LATER, World, a_case, an_assessment, approved
from opora.common.errors import NotFound
from opora.plans import actions, queries
from opora.plans.tests.factories import make_goal, make_plan
from opora.process.models import Route
from opora.process.tests.factories import BEGAN, publish_trial

pytestmark = pytest.mark.django_db


def path_of(world: World) -> Route:
    """The case on a path of its own."""
    version = publish_trial()
    case = world.case
    return Route.objects.create(
        version=version,
        program=case.program,
        department=case.department,
        family=case.family,
        case=case,
        worker_id=world.manager.user_id,
        stage="work",
        entered_on=BEGAN,
        started_on=case.opened_on,
    )


def test_weak_items_are_offered_with_the_worst_first_until_a_goal_stands_on_them() -> None:
    world = a_case()
    route = path_of(world)
    assert queries.offered_goals(actor=world.manager, route_id=route.pk) == []
    an_assessment(world, weak=3)
    assert queries.offered_goals(actor=world.manager, route_id=route.pk) == []  # not approved yet
    world = a_case("19/2021лд")
    route = path_of(world)
    approved(world, weak=7)
    offered = queries.offered_goals(actor=world.manager, route_id=route.pk)
    assert [one.item for one in offered] == ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "2.1"]
    assert (offered[6].section, offered[6].section_title, offered[6].text) == (2, "Раздел 2", "Пункт 2.1")
    make_plan(route_id=route.pk, on=world.case.opened_on)
    goal = make_goal(route_id=route.pk, item="1.2", on=world.case.opened_on)
    taken = {one.item for one in queries.offered_goals(actor=world.manager, route_id=route.pk) if one.is_taken}
    assert taken == {"1.2"}
    actions.decide_goal(actor=SYSTEM, goal_id=goal.pk, state="achieved", on=LATER)
    assert not any(one.is_taken for one in queries.offered_goals(actor=world.manager, route_id=route.pk))


def test_the_latest_approved_form_counts_and_strangers_are_offered_nothing() -> None:
    world = a_case()
    route = path_of(world)
    approved(world, weak=7)
    approved(world, "review", weak=2, on=LATER)
    assert len(queries.offered_goals(actor=world.manager, route_id=route.pk)) == 2
    with pytest.raises(NotFound):
        queries.offered_goals(actor=world.stranger, route_id=route.pk)
