"""The numbers of the map agree with the lists behind them and with each other, whoever looks (S4-42, S4-43)."""

from collections import Counter
from datetime import timedelta

import pytest

from opora.access.rules import SYSTEM, Actor, Role
from opora.cases.tests.factories import worker
from opora.process import actions, queries
from opora.process.models import Route
from opora.process.tests.factories import BEGAN, make_route, trial_program

pytestmark = pytest.mark.django_db

LATER = BEGAN + timedelta(days=9)
PLACES = ("start", "work", "done", "helped", "declined")


def _step(route: Route, action: str, days: int, *papers: str, **facts: str) -> None:
    on = BEGAN + timedelta(days=days)
    for paper in papers:
        actions.file_paper(actor=SYSTEM, route_id=route.pk, kind=paper, on=on)
    if facts:
        actions.record_facts(actor=SYSTEM, route_id=route.pk, facts=facts, on=on)
    actions.take_step(actor=SYSTEM, route_id=route.pk, action=action, reason="Так решили", on=on)


@pytest.fixture
def people() -> dict[str, Actor]:
    """Families at every place, and people who see all of them, those of the department, and some."""
    make_route()
    _program, department = trial_program()
    found = {
        "head": worker(Role.HEAD),
        "coordinator": worker(Role.COORDINATOR, department),
        "specialist": worker(Role.SPECIALIST, department),
        "stranger": worker(Role.COORDINATOR, None),
    }
    mine = make_route(worker_id=found["specialist"].user_id)
    invited = make_route()
    assert found["specialist"].user_id is not None
    actions.invite(actor=SYSTEM, route_id=invited.pk, user_id=found["specialist"].user_id, on=BEGAN)
    _step(mine, "begin_work", 1, "consent", risk="high")
    _step(invited, "decline", 4)
    _step(make_route(), "help_once", 2, risk="low")
    finished = make_route()
    _step(finished, "begin_work", 1, "consent", risk="high")
    _step(finished, "finish", 8, "plan")
    return found


@pytest.mark.parametrize("who", ["head", "coordinator", "specialist"])
def test_behind_every_number_stands_a_list_of_that_length(people: dict[str, Actor], who: str) -> None:
    program, _department = trial_program()
    counts = queries.map_counts(actor=people[who], program_id=program.pk, on=LATER)
    for place in PLACES:
        behind = queries.routes_at(actor=people[who], program_id=program.pk, stage=place, limit=100)
        assert len(behind) == counts.standing.get(place, 0) + counts.ended.get(place, 0), place
        late = [route for route in behind if route.due_on and route.due_on < LATER and not route.ended_on]
        assert len(late) == counts.late.get(place, 0), place


def test_who_sees_some_families_counts_these(people: dict[str, Actor]) -> None:
    program, _department = trial_program()
    counts = queries.map_counts(actor=people["specialist"], program_id=program.pk, on=LATER)
    assert (counts.standing, counts.ended) == ({"work": 1}, {"declined": 1})


def test_who_came_in_is_who_stands_somewhere_or_has_left(people: dict[str, Actor]) -> None:
    program, _department = trial_program()
    counts = queries.map_counts(actor=people["head"], program_id=program.pk, on=LATER)
    assert sum(counts.standing.values()) + sum(counts.ended.values()) == Route.objects.filter(program=program).count()
    came, went = Counter[str](), Counter[str]()
    for (origin, goal), taken in counts.taken.items():
        went[origin] += taken
        came[goal] += taken
    for place in ("work", "done", "helped", "declined"):
        assert came[place] - went[place] == counts.standing.get(place, 0) + counts.ended.get(place, 0)
    assert set(counts.median_days) == {place for place in went if went[place]}
