"""What a panel or a council decided drives the path, for as long as its minutes count."""

import pytest

from opora.access.rules import SYSTEM
from opora.common.errors import Invalid, Refused
from opora.packs.actions import publish_practice
from opora.packs.queries import shipped_practices
from opora.process import actions, queries
from opora.process.models import Paper, Route
from opora.process.tests.factories import BEGAN
from opora.programs.models import Program, ProgramDepartment

pytestmark = pytest.mark.django_db
FITS = {"child_under_18": True, "in_region": True, "risk": "medium", "adult_agrees": True}


@pytest.fixture
def route() -> Route:
    """A path of the shipped flow chart that waits for the vote."""
    publish_practice(actor=SYSTEM, folder=shipped_practices()["family_help"])
    program = Program.objects.get(code="family_help")
    department = ProgramDepartment.objects.get(program=program).department_id
    found = actions.begin(actor=SYSTEM, program_id=program.pk, department_id=department, facts=FITS, on=BEGAN)
    return _move(found, "vote")


def _move(route: Route, stage: str) -> Route:
    return actions.override(actor=SYSTEM, route_id=route.pk, to=stage, reason="Так было", on=BEGAN)


def _decide(route: Route, kind: str, source: str = "test:1", **says: str) -> Paper:
    return actions.file_paper(actor=SYSTEM, route_id=route.pk, kind=kind, source=source, says=says, on=BEGAN)


def _allowed(route: Route) -> set[str]:
    found = queries.get_route(actor=SYSTEM, route_id=route.pk)
    return {one.action for one in queries.options(actor=SYSTEM, route=found) if one.allowed}


def test_a_vote_opens_one_way_and_says_so_against_the_others(route: Route) -> None:
    _decide(route, "vote_minutes", vote="reject")
    assert _allowed(route) == {"vote_reject", "danger", "refuse"}
    with pytest.raises(Refused, match="решено отказать"):
        actions.take_step(actor=SYSTEM, route_id=route.pk, action="vote_open", on=BEGAN)


def test_a_newer_vote_speaks_last(route: Route) -> None:
    _decide(route, "vote_minutes", vote="reject")
    _decide(route, "vote_minutes", source="test:2", vote="open")
    assert "vote_open" in _allowed(route)


def test_a_decision_does_not_outlive_its_round(route: Route) -> None:
    at_council = _move(route, "council")
    _decide(at_council, "council_minutes", council="return")
    assert "council_return" in _allowed(route)
    actions.take_step(actor=SYSTEM, route_id=route.pk, action="council_return", reason="Дополнить", on=BEGAN)
    again = _move(route, "council")
    assert "council" not in again.facts
    assert not {"council_return", "council_approve"} & _allowed(route)
    _decide(again, "council_minutes", source="test:2", council="approve")
    assert {"council_return", "council_approve"} & _allowed(route) == {"council_approve"}


def test_withdrawn_minutes_decide_nothing(route: Route) -> None:
    _decide(route, "vote_minutes", vote="open")
    actions.withdraw_paper(actor=SYSTEM, route_id=route.pk, kind="vote_minutes", source="test:1", on=BEGAN)
    assert "vote" not in Route.objects.get(pk=route.pk).facts
    assert "vote_open" not in _allowed(route)


def test_a_decision_nobody_can_make_is_refused(route: Route) -> None:
    with pytest.raises(Invalid):
        _decide(route, "vote_minutes", vote="perhaps")
