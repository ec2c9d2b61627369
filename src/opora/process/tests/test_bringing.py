"""What was done before the step counts for it: an act of help, a consent, a fresh assessment."""

from datetime import timedelta
from typing import Any

import pytest

from opora.access.rules import SYSTEM
from opora.pathways.actions import publish_route
from opora.pathways.models import RouteVersion
from opora.pathways.queries import definition_of
from opora.pathways.rules.lasting import LASTING, counts_ahead, is_fresh
from opora.pathways.tests.processes import shipped
from opora.process import actions, queries
from opora.process.models import Paper, Route
from opora.process.tests.factories import BEGAN, trial_program

pytestmark = pytest.mark.django_db


def _route() -> Route:
    """A path at the signal of the process of support and shelter."""
    program, department = trial_program()
    body: dict[str, Any] = shipped("support_and_shelter") | {"programs": [program.code]}
    publish_route(actor=SYSTEM, code="shelter", body=body)
    return actions.begin(actor=SYSTEM, program_id=program.pk, department_id=department.pk, on=BEGAN)


def _step(route: Route, action: str) -> None:
    actions.take_step(actor=SYSTEM, route_id=route.pk, action=action, on=BEGAN)


def _lacks(route: Route, action: str) -> list[str]:
    found = queries.options(actor=SYSTEM, route=queries.get_route(actor=SYSTEM, route_id=route.pk))
    return [lack.id for one in found if one.action == action for lack in one.lacks]


def test_an_act_of_help_written_before_the_step_counts_for_the_step() -> None:
    route = _route()
    actions.file_paper(actor=SYSTEM, route_id=route.pk, kind="aid_act", source="intake.aid:1", on=BEGAN)
    _step(route, "help_once")
    assert _lacks(route, "one_off_done") == []


def test_an_act_of_the_help_before_is_none_of_the_next_help() -> None:
    route = _route()
    _step(route, "help_once")
    actions.file_paper(actor=SYSTEM, route_id=route.pk, kind="aid_act", source="intake.aid:1", on=BEGAN)
    _step(route, "one_off_visit")
    actions.override(actor=SYSTEM, route_id=route.pk, to="one_off", reason="Так было", on=BEGAN)
    assert _lacks(route, "one_off_done") == ["aid_act"]


def test_a_withdrawn_consent_is_not_brought_along() -> None:
    route = _route()
    actions.file_paper(actor=SYSTEM, route_id=route.pk, kind="consent", source="papers.consent:1", on=BEGAN)
    Paper.objects.update(withdrawn_on=BEGAN)
    _step(route, "go_visit")
    assert "consent" in _lacks(route, "visited")


def test_the_stage_of_reassessment_asks_for_the_assessment() -> None:
    route = _route()
    actions.override(actor=SYSTEM, route_id=route.pk, to="reassess", reason="Так было", on=BEGAN)
    assert set(_lacks(route, "to_closing")) == {"reassessment", "risk_form"}


def test_forms_and_minutes_never_last() -> None:
    assert not LASTING & {"risk_form", "vote_minutes", "council_minutes", "notice", "plan", "reassessment"}


def test_an_assessment_of_the_last_month_is_fresh() -> None:
    assert is_fresh(BEGAN - timedelta(days=30), entered_on=BEGAN)
    assert not is_fresh(BEGAN - timedelta(days=31), entered_on=BEGAN)


def test_a_paper_that_the_stage_does_not_ask_for_stays_where_it_was() -> None:
    route = _route()
    definition = definition_of(RouteVersion.objects.get(pk=route.version_id))
    assert not counts_ahead(definition, "contract", passed=["signal"], stage="visit")
    assert counts_ahead(definition, "consent", passed=["signal"], stage="visit")
