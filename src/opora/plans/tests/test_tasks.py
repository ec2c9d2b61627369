"""Tasks: exactly one answers; a worker's list over all families; a volunteer sees his own and nothing else."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.db.utils import IntegrityError

from opora.access.models import User
from opora.access.rules import SYSTEM, Role
from opora.cases.tests.factories import household, worker
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.families import actions as families
from opora.partners import actions as partners
from opora.pathways.queries import definition_of
from opora.plans import actions, queries
from opora.plans.models import Plan, Task
from opora.plans.tests.factories import Walk, make_agreed_plan, make_goal, make_plan, make_task, make_walk
from opora.process import actions as process
from opora.process.models import Paper, RouteStep
from opora.process.rules.orders import Ending
from opora.process.tests.factories import BEGAN

pytestmark = pytest.mark.django_db
LATER = BEGAN + timedelta(days=30)


@pytest.fixture
def walk() -> Walk:
    found = make_walk()
    make_plan(route_id=found.route.pk)
    return found


def partner_id() -> int:
    entry = {"name": "Юристы рядом", "kind": "law", "services": "консультации", "contacts": "+7 495 000-00-00"}
    return int(partners.keep_partner(actor=SYSTEM, entry=entry, on=BEGAN).pk)


def test_a_task_is_given_to_a_colleague_a_volunteer_somebody_of_the_family_or_a_partner(walk: Walk) -> None:
    for who, kind in (
        (f"worker:{walk.manager.user_id}", "worker"),
        (f"worker:{walk.volunteer.user_id}", "worker"),
        (f"member:{walk.home.client.pk}", "member"),
        (f"partner:{partner_id()}", "partner"),
    ):
        task = make_task(route_id=walk.route.pk, accountable=who, actor=walk.manager)
        shown = queries.task_view(actor=walk.manager, task_id=task.pk, on=BEGAN)
        assert (shown.who_kind, shown.who_value) == (kind, who)
    groups = queries.accountable_choices(actor=walk.manager, route_id=walk.route.pk)
    assert [len(choices) > 0 for _title, choices in groups] == [True] * 4
    assert (f"worker:{walk.volunteer.user_id}", walk.volunteer.name) in groups[2][1]


@pytest.mark.parametrize("who", ["", "nobody:1", "worker:999999", "member:999999", "partner:999999"])
def test_a_task_without_one_who_answers_is_not_kept(walk: Walk, who: str) -> None:
    with pytest.raises(Invalid) as wrong:
        make_task(route_id=walk.route.pk, accountable=who)
    assert set(wrong.value.fields) == {"accountable"}
    assert not Task.objects.exists()


def test_a_stranger_and_an_administrator_are_given_no_tasks(walk: Walk) -> None:
    for who in (
        f"member:{household().client.pk}",
        f"worker:{worker(Role.ADMINISTRATOR).user_id}",
        f"worker:{worker(Role.ANALYST).user_id}",
    ):
        with pytest.raises(Invalid):
            make_task(route_id=walk.route.pk, accountable=who)


def test_the_database_keeps_no_task_with_two_who_answer_or_none(walk: Walk) -> None:
    task = make_task(route_id=walk.route.pk, accountable=f"member:{walk.home.client.pk}")
    for change in ({"worker_id": walk.manager.user_id}, {"member": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Task.objects.filter(pk=task.pk).update(**change)


def test_a_task_is_done_with_what_came_of_it_and_may_be_taken_up_again(walk: Walk) -> None:
    task = make_task(route_id=walk.route.pk, accountable=f"worker:{walk.manager.user_id}")
    actions.finish_task(actor=walk.manager, task_id=task.pk, note="Пособие назначено", on=LATER)
    actions.finish_task(actor=walk.manager, task_id=task.pk, note="Ещё раз", on=LATER)  # twice is once
    shown = queries.task_view(actor=walk.manager, task_id=task.pk, on=LATER)
    assert (shown.state, shown.ended_on, shown.note, shown.ended_by) == (
        "done",
        LATER,
        "Пособие назначено",
        walk.manager.name,
    )
    with pytest.raises(Conflict):
        actions.cancel_task(actor=walk.manager, task_id=task.pk, on=LATER)
    reopened = actions.undo_finish(actor=walk.manager, task_id=task.pk, on=LATER)
    assert (reopened.state, reopened.ended_on, reopened.note) == ("open", None, None)


def test_doing_a_task_does_not_change_what_was_agreed_and_giving_another_does(walk: Walk) -> None:
    other = make_walk()
    plan = make_agreed_plan(walk=other)
    task = plan.tasks.get(worker_id=other.manager.user_id)
    actions.finish_task(actor=other.manager, task_id=task.pk, on=LATER)
    assert not Plan.objects.get(pk=plan.pk).is_changed
    make_task(route_id=other.route.pk, accountable=f"worker:{other.manager.user_id}")
    assert Plan.objects.get(pk=plan.pk).is_changed


def test_a_volunteer_sees_and_does_his_own_tasks_and_nothing_else(walk: Walk) -> None:
    his = make_task(route_id=walk.route.pk, accountable=f"worker:{walk.volunteer.user_id}", title="Сходить в парк")
    other = make_task(route_id=walk.route.pk, accountable=f"worker:{walk.manager.user_id}")
    listed = queries.tasks_of(actor=walk.volunteer, on=LATER)
    assert [(row.title, row.may_open, row.client_code) for row in listed.rows] == [
        ("Сходить в парк", False, walk.home.client.code)
    ]
    assert queries.task_view(actor=walk.volunteer, task_id=his.pk, on=LATER).may_finish
    papers = Paper.objects.count()
    actions.finish_task(actor=walk.volunteer, task_id=his.pk, note="Были в парке", on=LATER)
    actions.undo_finish(actor=walk.volunteer, task_id=his.pk, on=LATER)
    assert Paper.objects.count() == papers
    with pytest.raises(NotFound):
        queries.task_view(actor=walk.volunteer, task_id=other.pk, on=LATER)
    with pytest.raises(NotFound):
        actions.finish_task(actor=walk.volunteer, task_id=other.pk, on=LATER)
    for forbidden in (
        lambda: actions.cancel_task(actor=walk.volunteer, task_id=his.pk, on=LATER),
        lambda: actions.change_task(
            actor=walk.volunteer,
            task_id=his.pk,
            title="Другое",
            accountable=f"worker:{walk.volunteer.user_id}",
            due_on=LATER,
            on=LATER,
        ),
    ):
        with pytest.raises(Refused):
            forbidden()
    actions.cancel_task(actor=walk.manager, task_id=his.pk, on=LATER)
    with pytest.raises(Refused):  # what was cancelled is not his any more to take up
        actions.undo_finish(actor=walk.volunteer, task_id=his.pk, on=LATER)


def test_a_worker_who_lost_the_right_to_tasks_sees_none(walk: Walk) -> None:
    make_task(route_id=walk.route.pk, accountable=f"worker:{walk.manager.user_id}")
    analyst = worker(Role.ANALYST)
    Task.objects.update(worker_id=analyst.user_id)
    assert queries.tasks_of(actor=analyst, on=LATER).rows == []
    assert queries.tasks_of(actor=SYSTEM, on=LATER).rows == []


def test_the_list_of_a_worker_goes_over_all_families_the_most_pressing_first(
    walk: Walk, django_assert_num_queries: Any
) -> None:
    second = make_walk()
    make_plan(route_id=second.route.pk)
    who = f"worker:{walk.manager.user_id}"
    days = (5, 40, 1, 12)
    for days_ahead in days:
        for route in (walk.route, second.route):
            make_task(route_id=route.pk, accountable=who, due_on=BEGAN + timedelta(days=days_ahead))
    with django_assert_num_queries(3):
        found = queries.tasks_of(actor=walk.manager, on=LATER, limit=5)
    assert [row.due_on for row in found.rows] == sorted(row.due_on for row in found.rows)
    assert (found.has_more, found.open_count, found.late_count) == (True, 8, 6)
    assert {row.may_open for row in found.rows if row.route_id == walk.route.pk} == {True}
    assert {row.may_open for row in found.rows if row.route_id == second.route.pk} == {False}
    rest = queries.tasks_of(actor=walk.manager, on=LATER, offset=5, limit=5)
    assert (len(rest.rows), rest.has_more) == (3, False)


def test_somebody_who_left_keeps_nothing_from_being_agreed_unnoticed(walk: Walk) -> None:
    goal = make_goal(route_id=walk.route.pk)
    make_task(route_id=walk.route.pk, accountable=f"member:{walk.home.client.pk}", goal_id=goal.pk)
    task = make_task(route_id=walk.route.pk, accountable=f"worker:{walk.volunteer.user_id}", goal_id=goal.pk)
    User.objects.filter(pk=walk.volunteer.user_id).update(is_active=False)
    with pytest.raises(Invalid):
        actions.agree_plan(actor=walk.manager, route_id=walk.route.pk, on=LATER)
    # The task may be put off as it is, but to be given again it goes to somebody who is here.
    change = {"task_id": task.pk, "title": "То же", "goal_id": goal.pk, "on": BEGAN, "due_on": LATER}
    actions.change_task(actor=walk.manager, accountable=f"worker:{walk.volunteer.user_id}", **change)
    actions.change_task(actor=walk.manager, accountable=f"worker:{walk.manager.user_id}", **change)
    assert actions.agree_plan(actor=walk.manager, route_id=walk.route.pk, on=LATER).state == "current"


def test_the_familys_own_part_is_counted_of_what_was_due(walk: Walk) -> None:
    who = f"member:{walk.home.client.pk}"
    done = make_task(route_id=walk.route.pk, accountable=who)
    make_task(route_id=walk.route.pk, accountable=who)
    make_task(route_id=walk.route.pk, accountable=who, due_on=LATER + timedelta(days=30))
    make_task(route_id=walk.route.pk, accountable=f"worker:{walk.manager.user_id}")
    actions.finish_task(actor=walk.manager, task_id=done.pk, on=LATER)
    shown = queries.plan_page(actor=walk.manager, route_id=walk.route.pk, on=LATER)
    assert (shown.family.done, shown.family.due) == (1, 2)


def test_the_tasks_of_a_family_end_with_its_path(walk: Walk) -> None:
    task = make_task(route_id=walk.route.pk, accountable=f"worker:{walk.volunteer.user_id}")
    homes = dict.fromkeys(walk.home.child_ids, "own_family")
    process.take_step(
        actor=SYSTEM,
        route_id=walk.route.pk,
        action="decline",
        revision=None,
        reason="Семья отказалась",
        ending=Ending("family_declined", "Семья справится сама", homes, no_exit="declined"),
        on=LATER,
    )
    task.refresh_from_db()
    assert (task.state, task.ended_on) == ("cancelled", LATER)
    assert queries.tasks_of(actor=walk.volunteer, on=LATER).rows == []
    with pytest.raises(Conflict):
        actions.undo_finish(actor=walk.manager, task_id=task.pk, on=LATER)


def test_a_mini_project_has_milestones(walk: Walk) -> None:
    who = f"worker:{walk.manager.user_id}"
    plain = make_task(route_id=walk.route.pk, accountable=who)
    court = make_task(route_id=walk.route.pk, accountable=who, kind="mini_project", title="Суд о правах")
    day = BEGAN + timedelta(days=9)
    with pytest.raises(Conflict):
        actions.add_milestone(actor=walk.manager, task_id=plain.pk, title="Заседание", due_on=day, on=BEGAN)
    stop = actions.add_milestone(actor=walk.manager, task_id=court.pk, title="Заседание", due_on=day, on=BEGAN)
    assert queries.task_view(actor=walk.manager, task_id=court.pk, on=LATER).milestones[0].is_late
    actions.finish_milestone(actor=walk.manager, milestone_id=stop.pk, on=LATER)
    assert queries.task_view(actor=walk.manager, task_id=court.pk, on=LATER).milestones[0].done_on == LATER
    with pytest.raises(NotFound):
        actions.undo_milestone(actor=walk.volunteer, milestone_id=stop.pk, on=LATER)


def raise_high_risk(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The process of these tests knows no danger: let it have such a step, and let the family have taken it."""
    known = definition_of(walk.route.version)
    danger = replace(known.actions["begin_work"], effect="high_risk")
    dangerous = replace(known, actions={**known.actions, "danger": danger})
    monkeypatch.setattr("opora.plans.queries.harm.definition_of", lambda version: dangerous)
    number = walk.route.step_count + 1
    places = {"from_stage": "work", "to_stage": "work"}
    RouteStep.objects.create(
        route=walk.route, version=walk.route.version, number=number, action="danger", on=BEGAN, **places
    )


def place(walk: Walk, child: Any, on: date) -> None:
    families.record_placement(
        actor=SYSTEM, child=child, kind="institution", from_on=on, case_ids=[walk.case.pk], on=LATER
    )


def test_a_child_in_an_institution_asks_for_less_harm_to_child_and_mother(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    raise_high_risk(walk, monkeypatch)
    route_id, elder = walk.route.pk, walk.home.children[0]
    assert queries.harm_reduction_missing(actor=walk.manager, route_id=route_id, on=LATER) == []
    place(walk, elder, BEGAN)
    missing = queries.harm_reduction_missing(actor=walk.manager, route_id=route_id, on=LATER)
    assert [(line.code, line.lacks_child, line.lacks_mother) for line in missing] == [(elder.code, True, True)]
    who = f"worker:{walk.manager.user_id}"
    with pytest.raises(Invalid):
        make_task(route_id=route_id, accountable=who, kind="harm_child")
    make_task(route_id=route_id, accountable=who, kind="harm_child", about_id=elder.pk, title="Навещать раз в неделю")
    missing = queries.harm_reduction_missing(actor=walk.manager, route_id=route_id, on=LATER)
    assert [(line.lacks_child, line.lacks_mother) for line in missing] == [(False, True)]
    make_task(route_id=route_id, accountable=who, kind="harm_mother", title="Поддержать маму")
    assert queries.harm_reduction_missing(actor=walk.manager, route_id=route_id, on=LATER) == []
    shown = queries.plan_page(actor=walk.manager, route_id=route_id, on=LATER)
    assert [task.about_code for task in shown.harm_tasks] == [elder.code, ""]


def test_a_reason_stands_in_for_a_plan_of_harm_reduction_until_the_next_placement(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    raise_high_risk(walk, monkeypatch)
    route_id, elder = walk.route.pk, walk.home.children[0]
    place(walk, elder, BEGAN)
    actions.waive_harm_reduction(
        actor=walk.manager, route_id=route_id, child_id=elder.pk, reason="Ребёнок вернётся завтра", on=BEGAN
    )
    assert queries.harm_reduction_missing(actor=walk.manager, route_id=route_id, on=LATER) == []
    families.record_placement(
        actor=SYSTEM, child=elder, kind="own_family", from_on=BEGAN + timedelta(days=2), case_ids=[], on=LATER
    )
    place(walk, elder, BEGAN + timedelta(days=9))
    assert len(queries.harm_reduction_missing(actor=walk.manager, route_id=route_id, on=LATER)) == 1


def test_without_high_risk_nobody_is_asked_about_harm(walk: Walk) -> None:
    place(walk, walk.home.children[0], BEGAN)
    assert queries.harm_reduction_missing(actor=walk.manager, route_id=walk.route.pk, on=LATER) == []
