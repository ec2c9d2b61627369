"""The map counts what is so: whoever stands, whoever is late, whoever went on, and after how many days."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opora.access.rules import SYSTEM, Actor
from opora.process import actions, queries
from opora.process.models import Route, RouteStanding
from opora.process.rules.flow import weighted_median
from opora.process.tests.factories import BEGAN, make_route


def _decline(days: int) -> None:
    route = make_route()
    actions.take_step(
        actor=SYSTEM, route_id=route.pk, action="decline", reason="Не нужно", on=BEGAN + timedelta(days=days)
    )


@pytest.mark.django_db
def test_the_map_counts_the_standing_the_late_and_the_gone() -> None:
    for days in (1, 4, 6):
        _decline(days)
    route = make_route()
    late = BEGAN + timedelta(days=4)
    counts = queries.map_counts(actor=SYSTEM, program_id=route.program_id, on=late)
    assert counts.standing == {"start": 1}
    assert counts.late == {"start": 1}
    assert counts.ended == {"declined": 3}
    assert counts.taken == {("start", "declined"): 3}
    assert counts.median_days == {"start": 4}


@pytest.mark.django_db
def test_the_map_of_another_department_is_empty() -> None:
    _decline(2)
    route = make_route()
    grants = frozenset({("coordinator", route.department_id + 1)})
    counts = queries.map_counts(
        actor=Actor(user_id=1, name="Чужой", grants=grants), program_id=route.program_id, on=BEGAN
    )
    assert (counts.standing, counts.taken) == ({}, {})


@pytest.mark.django_db
def test_counts_put_together_say_the_same() -> None:
    _decline(3)
    routes = [make_route() for _family in range(3)]
    actions.take_step(actor=SYSTEM, route_id=routes[0].pk, action="decline", reason="Нет", on=BEGAN + timedelta(days=2))
    for on in (BEGAN, BEGAN + timedelta(days=4), BEGAN + timedelta(days=300)):
        before = queries.map_counts(actor=SYSTEM, program_id=routes[0].program_id, on=on)
        actions.put_counts_together(on=on)
        assert queries.map_counts(actor=SYSTEM, program_id=routes[0].program_id, on=on) == before
    assert sum(before.standing.values()) == 2


@pytest.mark.django_db
def test_counts_put_together_are_few() -> None:
    routes = [make_route() for _family in range(4)]
    actions.put_counts_together(on=BEGAN)
    assert [row.count for row in RouteStanding.objects.all()] == [4]
    Route.objects.filter(pk__in=[route.pk for route in routes]).update(ended_on=BEGAN + timedelta(days=1))
    actions.put_counts_together(on=BEGAN)
    assert not RouteStanding.objects.exists()


@given(st.lists(st.integers(0, 400), min_size=1, max_size=40))
def test_the_median_is_that_of_the_plain_row(days: list[int]) -> None:
    row = sorted(days)
    plain = (row[(len(row) - 1) // 2] + row[len(row) // 2]) / 2
    assert weighted_median([(day, days.count(day)) for day in set(days)]) == plain
