"""What people say of results: confirmed or declined once, put right, taken back; others see nothing of it."""

from datetime import timedelta

import pytest

from opora.access.rules import SYSTEM, Role
from opora.audit.models import JournalEntry
from opora.cases import actions as cases
from opora.cases.tests.factories import worker
from opora.circumstances.actions import Changed, record_change
from opora.common.errors import Conflict, Invalid, NotFound
from opora.plans.actions import decide_goal, finish_task
from opora.plans.models import Task
from opora.plans.tests.factories import Walk, make_agreed_plan, make_goal, make_plan, make_task, make_walk
from opora.process.queries import place_of
from opora.process.tests.factories import BEGAN
from opora.results import actions
from opora.results.actions import Said
from opora.results.models import Result
from opora.results.queries import FamilyResult, offer_results

pytestmark = pytest.mark.django_db
LATER = BEGAN + timedelta(days=90)


def seen(walk: Walk) -> dict[str, FamilyResult]:
    found = actions.read_results(actor=walk.manager, case_id=walk.case.pk, on=LATER)
    return {one.concept.code: one for one in found.results}


def change(walk: Walk, kind: str, value: str, days: int, **more) -> None:
    record_change(
        actor=walk.manager,
        route_id=walk.route.pk,
        changed=Changed(kind=kind, value=value, **more),
        on=BEGAN + timedelta(days=days),
    )


def works(walk: Walk, days: int = 5) -> str:
    """A job found: a sign of a steady income, of which somebody has to say whether it is one."""
    change(walk, "employment", "official", days, person_id=walk.home.client.pk)
    told = seen(walk)["stable_income"].suggestion
    assert told is not None and told.is_reached
    return told.source


def answer(walk: Walk, source: str, *, is_so: bool, actor=None, on=LATER) -> Result:
    return actions.answer_suggestion(
        actor=actor or walk.manager,
        case_id=walk.case.pk,
        concept="stable_income",
        person_id=walk.home.client.pk,
        source=source,
        is_so=is_so,
        on=on,
    )


def test_a_plan_aims_and_a_goal_achieved_asks_whether_the_result_is_reached() -> None:
    walk = make_walk()
    make_plan(route_id=walk.route.pk)
    goal = make_goal(route_id=walk.route.pk, outcome="m4")
    assert seen(walk)["stable_income"].state == "aimed"
    decide_goal(actor=walk.manager, goal_id=goal.pk, state="achieved", on=BEGAN + timedelta(days=9))
    found = seen(walk)["stable_income"]
    assert found.state == "" and found.suggestion is not None
    assert found.suggestion.source == f"plans.goal:{goal.pk}"


def test_yes_makes_it_a_result_of_the_day_on_which_it_was_seen() -> None:
    walk = make_walk()
    answer(walk, works(walk), is_so=True)
    found = seen(walk)["stable_income"]
    assert (found.state, found.on, found.suggestion) == ("reached", BEGAN + timedelta(days=5), None)
    assert JournalEntry.objects.filter(verb="results.answered", data__family_result="stable_income").count() == 1


def test_no_leaves_the_signs_up_to_today_aside_and_a_later_one_asks_anew() -> None:
    walk = make_walk()
    answer(walk, works(walk), is_so=False, on=BEGAN + timedelta(days=20))
    assert "stable_income" not in seen(walk)
    change(walk, "employment", "none", 30, person_id=walk.home.client.pk)
    assert works(walk, 40)


def test_a_question_is_answered_once() -> None:
    walk = make_walk()
    source = works(walk)
    answer(walk, source, is_so=True)
    with pytest.raises(Conflict):
        answer(walk, source, is_so=False)


def test_what_the_records_show_is_not_typed_and_what_is_typed_is_put_right_or_taken_back() -> None:
    walk = make_walk()
    told = actions.record_result(
        actor=walk.manager,
        route_id=walk.route.pk,
        said=Said("parent_learned", note="Мама сказала сама"),
        on=BEGAN,
    )
    assert seen(walk)["parent_learned"].state == "reached"
    head = worker(Role.HEAD)
    actions.correct_result(actor=head, result_id=told.pk, said=Said("parent_learned", "lost"), on=BEGAN, today=BEGAN)
    assert "parent_learned" not in seen(walk)  # lost without having been reached is nothing
    actions.void_result(actor=head, result_id=told.pk, is_undo=True, on=BEGAN)
    assert not Result.objects.exists() and Result.every.count() == 1


def test_nothing_is_declined_that_no_record_suggests() -> None:
    walk = make_walk()
    with pytest.raises(Invalid):
        actions.record_result(
            actor=walk.manager, route_id=walk.route.pk, said=Said("parent_learned", "declined"), on=BEGAN
        )


def test_who_does_not_see_the_case_sees_no_results() -> None:
    walk = make_walk()
    source = works(walk)
    outsider = worker(Role.CASE_MANAGER)
    for attempt in (
        lambda: actions.read_results(actor=outsider, case_id=walk.case.pk, on=LATER),
        lambda: answer(walk, source, is_so=True, actor=outsider),
    ):
        with pytest.raises(NotFound):
            attempt()


def test_health_is_neither_offered_nor_shown_to_who_does_not_read_of_it() -> None:
    walk = make_walk()
    change(walk, "health", "treated", 1, person_id=walk.home.client.pk)
    change(walk, "health", "recovered", 2, person_id=walk.home.client.pk)
    assert "parent_health_solved" in seen(walk)
    helper = worker(Role.SPECIALIST, walk.department)
    cases.add_team_member(actor=SYSTEM, case_id=walk.case.pk, user_id=helper.user_id, part="specialist", on=BEGAN)
    found = actions.read_results(actor=helper, case_id=walk.case.pk, on=LATER)
    assert "parent_health_solved" not in {one.concept.code for one in found.results}
    place = place_of(actor=helper, case_id=walk.case.pk)
    offered = {code for _title, rows in offer_results(actor=helper, place=place) for code, _words in rows}
    assert "parent_health_solved" not in offered and "housed" in offered
    with pytest.raises(Invalid):
        actions.record_result(actor=helper, case_id=walk.case.pk, said=Said("parent_health_solved"), on=BEGAN)


def test_aid_before_a_contract_and_tasks_of_the_family_are_seen() -> None:
    walk = make_walk()
    make_agreed_plan(walk=walk)
    for _number in range(2):
        task = make_task(route_id=walk.route.pk, accountable=f"member:{walk.home.client.pk}")
        finish_task(actor=walk.manager, task_id=task.pk, on=BEGAN + timedelta(days=3))
    Task.objects.filter(plan__route=walk.route, state="open", member__isnull=False).update(due_on=LATER)
    found = seen(walk)
    assert found["tasks_done"].suggestion is not None
    assert found["responsibility_shared"].state == "reached"
