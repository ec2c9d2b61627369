"""The map counts what is so: whoever stands, whoever is late, whoever went on, and after how many days."""

from datetime import timedelta
from random import Random
from statistics import median

import pytest

from opora.access.rules import SYSTEM, Actor
from opora.process import actions, queries
from opora.process.models import Route, RouteFlow, RouteStanding
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


@pytest.mark.django_db
def test_the_usual_days_are_the_median_of_all_steps() -> None:
    route = make_route()
    rng = Random(7)
    for _round in range(12):
        days = [rng.randrange(0, 40) for _step in range(rng.randrange(1, 30))]
        RouteFlow.objects.all().delete()
        RouteFlow.objects.bulk_create(
            RouteFlow(
                program_id=route.program_id,
                department_id=route.department_id,
                from_stage="start",
                to_stage="declined",
                days=day,
                count=days.count(day),
            )
            for day in set(days)
        )
        counts = queries.map_counts(actor=SYSTEM, program_id=route.program_id, on=BEGAN)
        assert counts.median_days == {"start": median(days)}
        assert counts.taken == {("start", "declined"): len(days)}
