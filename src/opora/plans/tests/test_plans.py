"""A plan with a family: drawn up, agreed on, corrected, returned by a council; nothing of it is ever overwritten."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.db.utils import DatabaseError

from opora.access.rules import SYSTEM, Role
from opora.audit.models import JournalEntry
from opora.cases.tests.factories import worker
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.councils import actions as councils
from opora.families.actions import erase_told
from opora.papers import actions as papers
from opora.plans import actions, queries
from opora.plans.models import Goal, Plan, PlanRevision, Task
from opora.plans.queries.plans import share_in
from opora.plans.tests.factories import (
    Walk,
    make_agreed_plan,
    make_goal,
    make_plan,
    make_task,
    make_walk,
)
from opora.process.models import Paper, Route
from opora.process.tests.factories import BEGAN

pytestmark = pytest.mark.django_db
LATER = BEGAN + timedelta(days=30)


@pytest.fixture
def walk() -> Walk:
    return make_walk()


def page(walk: Walk, on: date = LATER) -> queries.PlanPage:
    return queries.plan_page(actor=walk.manager, route_id=walk.route.pk, on=on)


def facts(walk: Walk) -> dict[str, Any]:
    return dict(Route.objects.get(pk=walk.route.pk).facts)


def test_a_plan_is_begun_once_and_keeps_the_threshold_of_its_track(walk: Walk) -> None:
    assert page(walk).plan is None
    plan = make_plan(route_id=walk.route.pk, actor=walk.manager, track="home_visiting")
    assert (plan.state, plan.threshold, plan.version) == ("preliminary", 30, 0)
    with pytest.raises(Conflict):
        make_plan(route_id=walk.route.pk, actor=walk.manager)
    with pytest.raises(Invalid):
        actions.write_words(actor=walk.manager, route_id=walk.route.pk, own_words="", track="nowhere", on=BEGAN)


def test_the_family_speaks_in_its_own_words_and_the_database_does_not_read_them(walk: Walk) -> None:
    make_plan(route_id=walk.route.pk, actor=walk.manager)
    plan = actions.write_words(actor=walk.manager, route_id=walk.route.pk, own_words="Хотим жить дома", on=BEGAN)
    assert "Хотим".encode() not in bytes(plan.own_words or b"")
    assert page(walk).own_words == "Хотим жить дома"
    with pytest.raises(Conflict):
        actions.write_words(actor=walk.manager, route_id=walk.route.pk, own_words="Иначе", revision=0, on=BEGAN)


def test_a_plan_is_not_agreed_on_before_it_is_whole(walk: Walk) -> None:
    route_id = walk.route.pk
    make_plan(route_id=route_id, actor=walk.manager)
    with pytest.raises(Invalid) as nothing:
        actions.agree_plan(actor=walk.manager, route_id=route_id, on=BEGAN)
    assert set(nothing.value.fields) == {""}
    goal = make_goal(route_id=route_id, actor=walk.manager)
    make_task(route_id=route_id, accountable=f"worker:{walk.manager.user_id}", goal_id=goal.pk, actor=walk.manager)
    assert len(page(walk).missing) == 1  # nobody of the family answers for anything yet (S0-09)
    make_task(route_id=route_id, accountable=f"member:{walk.home.client.pk}", goal_id=goal.pk, actor=walk.manager)
    assert page(walk).missing == []
    plan = actions.agree_plan(
        actor=walk.manager, route_id=route_id, attended=[walk.home.client.pk], activity=3, on=LATER
    )
    assert (plan.state, plan.version, plan.agreed_on, plan.is_changed) == ("current", 1, LATER, False)
    paper = Paper.objects.get(route=walk.route, kind="plan")
    assert paper.source == f"plans.planrevision:{plan.revisions.get().pk}"
    assert facts(walk)["goals_total"] == 1


def test_a_correction_says_why_and_keeps_what_was_agreed_before(walk: Walk) -> None:
    plan = make_agreed_plan(walk=walk)
    route_id = walk.route.pk
    with pytest.raises(Conflict):  # nothing has changed
        actions.correct_plan(actor=walk.manager, route_id=route_id, reason="Просто так", on=LATER)
    first = plan.goals.order_by("pk")[0]
    actions.change_goal(actor=walk.manager, goal_id=first.pk, title="Цель 1 и ещё шаг", section=1, on=LATER)
    assert page(walk).may_correct
    with pytest.raises(Invalid):
        actions.correct_plan(actor=walk.manager, route_id=route_id, reason=" ", on=LATER)
    actions.correct_plan(actor=walk.manager, route_id=route_id, reason="Мама нашла работу", on=LATER)
    first_version = queries.version_view(actor=walk.manager, route_id=route_id, number=1)
    second = queries.version_view(actor=walk.manager, route_id=route_id, number=2)
    assert first_version.content.goals[0].title == "Цель 1"
    assert first_version.attended == [walk.home.client.code]
    assert second.reason == "Мама нашла работу"
    assert [(change.what, change.kind) for change in second.changes] == [("goal", "changed")]
    assert [part.text for part in second.changes[0].parts if part.kind == "added"] == ["и ещё шаг"]
    assert [line.number for line in queries.plan_versions(actor=walk.manager, route_id=route_id)] == [2, 1]
    assert Paper.objects.filter(route=walk.route, kind="plan").count() == 2


def test_the_database_refuses_to_change_a_version(walk: Walk) -> None:
    make_agreed_plan(walk=walk)
    for change in (
        lambda: PlanRevision.objects.update(number=7),
        lambda: PlanRevision.objects.update(reason="Иначе"),
        lambda: PlanRevision.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_a_destruction_empties_the_words_and_leaves_the_figures(walk: Walk) -> None:
    make_agreed_plan(walk=walk)
    actions.write_words(actor=walk.manager, route_id=walk.route.pk, own_words="Хотим жить дома", on=LATER)
    erase_told(actor=SYSTEM, route_ids=[walk.route.pk], case_ids=[walk.case.pk])
    shown = page(walk)
    assert shown.own_words == ""
    assert {goal.title for goal in shown.goals} == {""}
    assert shown.share is not None
    assert shown.share.total == 2
    assert queries.version_view(actor=walk.manager, route_id=walk.route.pk, number=1).content.goals == ()


@pytest.mark.parametrize(("achieved", "is_met"), [(1, False), (2, True)])
def test_the_share_of_goals_reaches_the_tables_of_criteria(walk: Walk, achieved: int, is_met: bool) -> None:
    plan = make_agreed_plan(walk=walk, goals=3)
    goals = list(plan.goals.order_by("pk"))
    actions.decide_goal(actor=walk.manager, goal_id=goals[2].pk, state="cancelled", on=LATER)
    for goal in goals[:achieved]:
        actions.decide_goal(actor=walk.manager, goal_id=goal.pk, state="achieved", on=LATER)
    assert facts(walk)["goals_total"] == 2  # what was cancelled by agreement does not count
    assert facts(walk)["goals_achieved"] == achieved
    assert facts(walk)["goals_met"] is is_met  # one of two is 50 %, not more
    share = share_in(Plan.objects.get(route=walk.route))
    assert share is not None
    assert share.percent == facts(walk)["goals_share"]


def test_a_goal_is_decided_once_and_may_be_taken_up_again(walk: Walk) -> None:
    plan = make_agreed_plan(walk=walk)
    goal = plan.goals.order_by("pk")[0]
    actions.decide_goal(actor=walk.manager, goal_id=goal.pk, state="achieved", on=LATER)
    with pytest.raises(Conflict):
        actions.decide_goal(actor=walk.manager, goal_id=goal.pk, state="not_achieved", on=LATER)
    with pytest.raises(Invalid):
        actions.decide_goal(actor=walk.manager, goal_id=goal.pk, state="active", on=LATER)
    reopened = actions.reopen_goal(actor=walk.manager, goal_id=goal.pk, on=LATER)
    assert reopened.decided_on is None
    assert facts(walk)["goals_achieved"] == 0


def test_levels_of_a_goal_are_five_or_none(walk: Walk) -> None:
    make_plan(route_id=walk.route.pk)
    with pytest.raises(Invalid) as wrong:
        make_goal(route_id=walk.route.pk, levels=["плохо", "", "", "", "хорошо"])
    assert set(wrong.value.fields) == {"levels"}
    levels = ["ушла из семьи", "ссоры каждый день", "ссоры раз в неделю", "говорят спокойно", "помогают друг другу"]
    goal = make_goal(route_id=walk.route.pk, levels=levels, level_start=-1)
    shown = queries.goal_view(actor=walk.manager, goal_id=goal.pk, on=BEGAN)
    assert list(shown.levels) == levels
    assert [mark for mark, _text, began, _now in shown.leveled if began] == [-1]
    actions.decide_goal(actor=walk.manager, goal_id=goal.pk, state="achieved", level_now=1, on=LATER)
    assert Goal.objects.get(pk=goal.pk).level_now == 1


def test_of_two_who_change_a_goal_at_once_the_second_is_told(walk: Walk) -> None:
    make_plan(route_id=walk.route.pk)
    goal = make_goal(route_id=walk.route.pk)
    actions.change_goal(actor=walk.manager, goal_id=goal.pk, title="Одно", revision=0, on=BEGAN)
    with pytest.raises(Conflict):
        actions.change_goal(actor=walk.manager, goal_id=goal.pk, title="Другое", revision=0, on=BEGAN)


def test_a_council_returns_the_plan_and_it_is_agreed_on_anew_with_a_reason(walk: Walk) -> None:
    make_agreed_plan(walk=walk)
    leader = worker(Role.HEAD)
    held = {"route_id": walk.route.pk, "participant_ids": [leader.user_id], "on": LATER}
    councils.hold_conference(actor=leader, decision="approve", **held)
    assert Plan.objects.get().state == "current"
    councils.hold_conference(actor=leader, decision="return", remarks="Добавьте задачи для бабушки", **held)
    plan = Plan.objects.get()
    assert (plan.state, plan.version) == ("preliminary", 1)
    with pytest.raises(Invalid):
        actions.agree_plan(actor=walk.manager, route_id=walk.route.pk, on=LATER)
    agreed = actions.agree_plan(actor=walk.manager, route_id=walk.route.pk, reason="По замечаниям", on=LATER)
    assert (agreed.state, agreed.version) == ("current", 2)


def test_an_unforeseen_event_brings_the_review_nearer_and_a_review_settles_it(walk: Walk) -> None:
    plan = make_agreed_plan(walk=walk)
    assert plan.review_due_on == date(2026, 6, 2)
    actions.record_event(actor=walk.manager, route_id=walk.route.pk, kind="illness", effect="Мама в больнице", on=LATER)
    shown = page(walk, on=LATER + timedelta(days=7))
    assert shown.is_review_due
    assert shown.events[0].effect == "Мама в больнице"
    settled = actions.settle_review(actor=walk.manager, route_id=walk.route.pk, on=LATER + timedelta(days=8))
    assert settled.review_due_on == date(2026, 7, 9)
    assert not page(walk, on=LATER + timedelta(days=9)).is_review_due


def test_an_event_may_happen_before_there_is_a_plan(walk: Walk) -> None:
    actions.record_event(actor=walk.manager, route_id=walk.route.pk, kind="fire", on=BEGAN)
    assert page(walk).events[0].kind == "fire"


def test_what_the_family_does_by_itself_is_kept_beside_a_task(walk: Walk) -> None:
    make_plan(route_id=walk.route.pk)
    task = make_task(route_id=walk.route.pk, accountable=f"member:{walk.home.client.pk}")
    for kind, text in (("intention", "Хочет устроиться на работу"), ("step", "Сходила на собеседование")):
        actions.note_family_step(
            actor=walk.manager, route_id=walk.route.pk, kind=kind, text=text, task_id=task.pk, on=LATER
        )
    assert [(step.kind, step.task_id) for step in page(walk).family_steps] == [
        ("step", task.pk),
        ("intention", task.pk),
    ]


def test_nobody_else_sees_or_changes_a_plan(walk: Walk) -> None:
    make_agreed_plan(walk=walk)
    for actor in (walk.stranger, walk.volunteer):
        with pytest.raises(NotFound):
            queries.plan_page(actor=actor, route_id=walk.route.pk, on=LATER)
        with pytest.raises(NotFound):
            actions.correct_plan(actor=actor, route_id=walk.route.pk, reason="Так", on=LATER)
        with pytest.raises(NotFound):
            actions.reopen_goal(actor=actor, goal_id=Goal.objects.all()[0].pk, on=LATER)


def test_after_a_withdrawn_consent_the_plan_is_only_read(walk: Walk) -> None:
    make_agreed_plan(walk=walk)
    consent = papers.record_consent(
        actor=SYSTEM,
        route_id=walk.route.pk,
        person_id=walk.home.client.pk,
        purpose="processing",
        scope="Имя и адрес",
        on=BEGAN,
    )
    papers.withdraw_consent(actor=SYSTEM, consent_id=consent.pk, on=LATER)
    shown = page(walk)
    assert (shown.is_blocked, shown.may_write) == (True, False)
    task = Task.objects.filter(worker_id=walk.manager.user_id)[0]
    with pytest.raises(Refused):
        actions.finish_task(actor=walk.manager, task_id=task.pk, on=LATER)
    with pytest.raises(Refused):
        make_goal(route_id=walk.route.pk, actor=walk.manager, on=LATER)


def test_reading_a_plan_is_in_the_journal_and_nothing_of_its_text_is(walk: Walk) -> None:
    make_agreed_plan(walk=walk)
    actions.read_plan(actor=walk.manager, route_id=walk.route.pk, on=LATER)
    actions.read_version(actor=walk.manager, route_id=walk.route.pk, number=1)
    lines = JournalEntry.objects.filter(verb__startswith="plans.")
    assert {"plans.begun", "plans.agreed", "plans.read", "plans.version_read"} <= {line.verb for line in lines}
    assert all("Цель" not in str(line.data) for line in lines)


def test_a_long_plan_costs_no_more_questions(walk: Walk, django_assert_max_num_queries: Any) -> None:
    make_agreed_plan(walk=walk)
    actions.record_event(actor=walk.manager, route_id=walk.route.pk, kind="illness", on=LATER)
    for _ in range(5):
        goal = make_goal(route_id=walk.route.pk)
        make_task(route_id=walk.route.pk, accountable=f"member:{walk.home.client.pk}", goal_id=goal.pk)
        make_task(route_id=walk.route.pk, accountable=f"worker:{walk.volunteer.user_id}", kind="mini_project")
    with django_assert_max_num_queries(11):
        page(walk)
    with django_assert_max_num_queries(5):
        queries.plan_panel(actor=walk.manager, route_id=walk.route.pk, on=LATER)
