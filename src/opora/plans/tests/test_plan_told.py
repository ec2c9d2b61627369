"""The plan of a path as the page of its family reads it: by one question, and the same as its records say."""

from datetime import timedelta
from typing import Any

import pytest
from django.db.models import Model

from opora.families.models import Person
from opora.partners.models import Partner
from opora.plans.models import Goal, HarmWaiver, Plan, Task
from opora.plans.queries.plan_told import PlanTold, plan_told
from opora.plans.tests.factories import SOON, Walk, make_agreed_plan, make_walk
from opora.process.models import Route
from opora.process.tests.factories import BEGAN

pytestmark = pytest.mark.django_db
LATER = BEGAN + timedelta(days=20)
_WEEK = LATER - timedelta(days=7)


@pytest.fixture
def walk() -> Walk:
    """A plan with tasks of everybody who may answer for one, done and not needed ones, and one about harm."""
    found = make_walk()
    plan = make_agreed_plan(walk=found, goals=3)
    Plan.objects.filter(pk=plan.pk).update(own_words=Plan(own_words="Хотим жить дома").own_words)
    given: dict[str, Any] = {"plan": plan, "given_on": BEGAN, "due_on": SOON}
    partner = Partner.objects.create(name="Фонд", kind="charity")
    Task.objects.create(**given, title="Справка", place="Ленина, 1", member=found.home.client, note="Ждём")
    Task.objects.create(**given, title="Вещи", partner=partner, state="done", ended_on=LATER)
    Task.objects.create(**given, title="Давно", partner=partner, state="done", ended_on=_WEEK)
    Task.objects.create(**given, title="Не нужно", partner=partner, state="cancelled", ended_on=LATER)
    child = found.home.children[0]
    harm: dict[str, Any] = {"worker_id": found.manager.own_id, "kind": "harm_child", "about": child}
    Task.objects.create(**given, title="Вред", **harm, state="done", ended_on=BEGAN, ended_by_id=found.manager.own_id)
    for day in (BEGAN, LATER):
        HarmWaiver.objects.create(route=found.route, child=child, reason="Мама приходит сама", on=day)
    return found


def _told(walk: Walk, django_assert_num_queries: Any) -> PlanTold:
    plan_told(walk.route, ended_after=_WEEK)
    with django_assert_num_queries(1):
        return plan_told(walk.route, ended_after=_WEEK)


def columns(record: Model) -> dict[str, Any]:
    """Every column of a record, sealed ones as they lie."""
    return {one.attname: getattr(record, one.attname) for one in record._meta.concrete_fields}


def test_it_is_one_question_and_says_what_the_records_say(walk: Walk, django_assert_num_queries: Any) -> None:
    told = _told(walk, django_assert_num_queries)
    assert told.plan is not None
    assert columns(told.plan) == columns(Plan.objects.get(route=walk.route))
    goals = Goal.objects.filter(plan=told.plan).order_by("pk")
    assert [columns(one) for one in told.goals] == [columns(one) for one in goals]
    tasks = Task.objects.filter(plan=told.plan).exclude(state="cancelled").order_by("due_on", "pk")
    wanted = [one for one in tasks if one.ended_on is None or one.ended_on > _WEEK or one.kind == "harm_child"]
    assert [columns(one) for one in told.tasks] == [columns(one) for one in wanted]
    for mine, theirs in zip(told.tasks, wanted, strict=True):
        assert _who(mine) == _who(theirs)


def _who(task: Task) -> list[Any]:
    people = [task.member, task.about]
    return [
        *(one.code if isinstance(one, Person) else None for one in people),
        (task.worker.name, task.worker.is_active) if task.worker else None,
        (task.partner.name, task.partner.is_active) if task.partner else None,
        task.ended_by.name if task.ended_by else None,
    ]


def test_what_is_to_be_done_stands_before_what_was_done_lately(walk: Walk) -> None:
    states = [task.state for task in plan_told(walk.route, ended_after=_WEEK).at_hand(after=_WEEK)]
    assert states == sorted(states, key=lambda state: state != "open")
    assert states.count("done") == 1, "what was done long ago is not at hand, be it about harm or not"


def test_a_reason_is_kept_by_its_latest_day_and_counts_only_where_high_risk_was_raised(walk: Walk) -> None:
    told = plan_told(walk.route, ended_after=_WEEK)
    assert told.reasons == {walk.home.children[0].pk: LATER.isoformat()}
    assert told.waived() is None


def test_a_path_without_a_plan_has_none(walk: Walk) -> None:
    other = Route.objects.exclude(pk=walk.route.pk).first()
    assert other is not None
    told = plan_told(other, ended_after=_WEEK)
    assert (told.plan, told.goals, told.tasks) == (None, [], [])
