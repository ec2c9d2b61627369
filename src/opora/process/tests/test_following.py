"""The path and its case go together: opened by a step, closed by an exit, followed when changed beside it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from opora.access.rules import SYSTEM
from opora.audit.models import JournalEntry
from opora.cases import actions as cases
from opora.cases.models import Case
from opora.cases.tests.factories import household
from opora.common.errors import Invalid
from opora.pathways.actions import publish_route
from opora.process import actions
from opora.process.adopting import adopt_cases
from opora.process.models import Route, RouteStep
from opora.process.rules.orders import Ending, Opening
from opora.process.tests.factories import BEGAN, TRIAL, make_route, publish_trial, trial_program

pytestmark = pytest.mark.django_db
NEXT_DAY = BEGAN + timedelta(days=1)


def _with_opening() -> dict[str, Any]:
    begin = {**TRIAL["actions"]["begin_work"], "effect": "open_case"}
    return {**TRIAL, "actions": {**TRIAL["actions"], "begin_work": begin}}


def _opened() -> Route:
    make_route()
    publish_route(actor=SYSTEM, code="trial", body=_with_opening())
    program, department = trial_program()
    route = actions.begin(actor=SYSTEM, program_id=program.pk, department_id=department.pk, on=BEGAN)
    actions.file_paper(actor=SYSTEM, route_id=route.pk, kind="consent", on=BEGAN)
    actions.record_facts(actor=SYSTEM, route_id=route.pk, facts={"risk": "high"}, on=BEGAN)
    home = household()
    opening = Opening(home.family.pk, home.client.pk, home.child_ids)
    return actions.take_step(actor=SYSTEM, route_id=route.pk, action="begin_work", opening=opening, on=NEXT_DAY)


def test_a_step_opens_the_case_and_the_path_is_one() -> None:
    route = _opened()
    case = Case.objects.get()
    assert (route.case_id, route.family_id, case.opened_on) == (case.pk, case.family_id, NEXT_DAY)
    assert Route.objects.filter(case=case).count() == 1


def test_an_exit_closes_the_case_in_the_same_step() -> None:
    route = _opened()
    case = Case.objects.get()
    actions.file_paper(actor=SYSTEM, route_id=route.pk, kind="plan", on=NEXT_DAY)
    placements = dict.fromkeys(case.children.values_list("person_id", flat=True), "own_family")
    ending = Ending(reason="goals_achieved", summary="Семья справляется", placements=placements)
    with pytest.raises(Invalid):
        actions.take_step(actor=SYSTEM, route_id=route.pk, action="finish", ending=ending, on=NEXT_DAY)
    ending = replace(ending, no_exit="brief", plan_after="Кружок по средам")
    actions.take_step(actor=SYSTEM, route_id=route.pk, action="finish", ending=ending, on=NEXT_DAY)
    closing = case.closings.get()
    assert (closing.no_exit, closing.plan_after_text, closing.goals_total) == ("brief", "Кружок по средам", None)
    case.refresh_from_db()
    assert case.closed_on == NEXT_DAY
    assert Route.objects.get(case=case).ended_on == NEXT_DAY


def test_a_case_opened_directly_begins_its_path_where_cases_begin() -> None:
    make_route()
    program, department = trial_program()
    home = household()
    case = cases.open_case(
        actor=SYSTEM,
        program_id=program.pk,
        department_id=department.pk,
        family_id=home.family.pk,
        client_id=home.client.pk,
        child_ids=home.child_ids,
        on=BEGAN,
    )
    actions.follow_cases(case_ids=[case.pk])
    route = Route.objects.get(case=case)
    assert (route.stage, route.started_on) == ("work", BEGAN)


def test_closing_and_reopening_beside_the_path_lead_it_along() -> None:
    route = _opened()
    case = Case.objects.get()
    placements = dict.fromkeys(case.children.values_list("person_id", flat=True), "own_family")
    cases.close_case(
        actor=SYSTEM, case_id=case.pk, reason="family_declined", summary="Ушли", placements=placements, on=NEXT_DAY
    )
    actions.follow_cases(case_ids=[case.pk])
    route.refresh_from_db()
    assert (route.stage, route.ended_on) == ("declined", NEXT_DAY)
    cases.reopen_case(actor=SYSTEM, case_id=case.pk, reason="Вернулись", on=NEXT_DAY)
    actions.follow_cases(case_ids=[case.pk])
    route.refresh_from_db()
    assert (route.stage, route.ended_on) == ("work", None)
    assert JournalEntry.objects.filter(verb="process.followed").count() == 2


def test_a_case_older_than_its_process_gets_a_path_at_the_first_publication() -> None:
    program, department = trial_program()
    home = household()
    case = cases.open_case(
        actor=SYSTEM,
        program_id=program.pk,
        department_id=department.pk,
        family_id=home.family.pk,
        client_id=home.client.pk,
        child_ids=home.child_ids,
        on=BEGAN,
    )
    assert not Route.objects.filter(case=case).exists()
    publish_trial()
    adopt_cases(programs=[program.code])
    adopt_cases(programs=[program.code])
    assert Route.objects.get(case=case).stage == "work"


def test_following_a_case_that_its_own_step_changed_changes_nothing() -> None:
    """News may come late or twice: a path that agrees with its case is left as it is."""
    route = _opened()
    before = Route.objects.values().get(pk=route.pk)
    actions.follow_cases(case_ids=[before["case_id"]])
    assert Route.objects.values().get(pk=route.pk) == before
    assert [step.is_override for step in RouteStep.objects.filter(route=route).order_by("number")] == [False, False]
