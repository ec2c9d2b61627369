"""A step marked by mistake is taken back at once, and the family stands where it stood."""

from datetime import timedelta

import pytest

from opora.access.rules import SYSTEM, Actor, Role
from opora.audit.models import JournalEntry
from opora.cases.tests.factories import worker
from opora.common.dates import today
from opora.common.errors import Conflict, Refused
from opora.process import actions, queries
from opora.process.models import Route
from opora.process.tests.factories import make_route, trial_program

pytestmark = pytest.mark.django_db
STOOD = 2
"""Days at the first stage before the step."""


def _coordinator() -> Actor:
    return worker(Role.COORDINATOR, trial_program()[1])


def _ready(actor: Actor) -> Route:
    began = today() - timedelta(days=STOOD)
    route = make_route(on=began)
    actions.file_paper(actor=SYSTEM, route_id=route.pk, kind="consent", on=began)
    actions.record_facts(actor=SYSTEM, route_id=route.pk, facts={"risk": "high"}, on=began)
    return actions.take_step(actor=actor, route_id=route.pk, action="begin_work", on=today())


def _may_take_back(actor: Actor, route: Route) -> bool:
    found = queries.route_file(actor=actor, route_id=route.pk)
    return queries.may_take_back(actor=actor, definition=found.definition, last=found.steps[-1].step, on=today())


def test_the_family_stands_where_it_stood_with_its_term_its_papers_and_its_facts() -> None:
    coordinator = _coordinator()
    route = _ready(coordinator)
    assert _may_take_back(coordinator, route)
    back = actions.take_back_step(actor=coordinator, route_id=route.pk, revision=2, on=today())
    began = today() - timedelta(days=STOOD)
    assert (back.stage, back.entered_on, back.due_on) == ("start", began, began + timedelta(days=3))
    found = queries.route_file(actor=coordinator, route_id=route.pk)
    assert [one.action for one in found.options if one.allowed and one.is_plain] == ["begin_work"]
    assert [line.step.to_stage for line in found.steps] == ["start", "work", "start"]
    assert [(stop.place, stop.times) for stop in found.stops if stop.times] == [("start", 1)], "no second round"
    assert JournalEntry.objects.filter(verb="process.step_taken_back").count() == 1


def test_what_was_taken_back_can_be_done_again_and_is_not_taken_back_twice() -> None:
    coordinator = _coordinator()
    route = _ready(coordinator)
    actions.take_back_step(actor=coordinator, route_id=route.pk, revision=2, on=today())
    with pytest.raises(Conflict):
        actions.take_back_step(actor=coordinator, route_id=route.pk, revision=2, on=today())
    assert not _may_take_back(coordinator, route)
    again = actions.take_step(actor=coordinator, route_id=route.pk, action="begin_work", revision=3, on=today())
    assert (again.stage, again.steps.last().waited) == ("work", STOOD)
    found = queries.route_file(actor=coordinator, route_id=route.pk)
    assert [(stop.place, stop.times) for stop in found.stops if stop.times] == [("start", 1), ("work", 1)]


def test_a_step_is_taken_back_by_who_took_it_and_on_its_day_only() -> None:
    coordinator, colleague = _coordinator(), _coordinator()
    route = _ready(coordinator)
    assert not _may_take_back(colleague, route)
    with pytest.raises(Refused):
        actions.take_back_step(actor=colleague, route_id=route.pk, revision=2, on=today())
    with pytest.raises(Refused):
        actions.take_back_step(actor=coordinator, route_id=route.pk, revision=2, on=today() + timedelta(days=1))
    assert Route.objects.get(pk=route.pk).stage == "work"


def test_a_step_with_a_reason_or_into_an_exit_is_not_taken_back() -> None:
    coordinator = _coordinator()
    route = make_route(on=today())
    actions.take_step(actor=coordinator, route_id=route.pk, action="decline", reason="Не нужно", on=today())
    assert not _may_take_back(coordinator, route)
    with pytest.raises(Conflict):
        actions.take_back_step(actor=coordinator, route_id=route.pk, on=today())
