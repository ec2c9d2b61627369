"""The card of help: one row from each room, by one question, and nothing of other families."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.db.models import Count, Max
from django.test.utils import CaptureQueriesContext

from opora.intake import actions as intake
from opora.intake.models import Observation
from opora.life.queries import Scope, standing, standings_of
from opora.life.queries.life_lines import Told
from opora.life.queries.standing_facts import Facts, facts_of
from opora.plans.tests.factories import Walk, make_walk
from opora.process.tests.factories import BEGAN

pytestmark = pytest.mark.django_db


def _observed(scope: Scope) -> Any:
    return facts_of(Observation.objects.filter(scope.records), "seen", n=Count("pk"), last=Max("on"))


def _worried(scope: Scope) -> Any:
    found = Observation.objects.filter(scope.records, is_worry=True)
    return facts_of(found, "worry", n=Count("pk"))


def _told(facts: Facts, on: date) -> Told | None:
    return Told(f"{facts['n']}", aside=facts.get("last", "")) if facts["n"] else None


def _observe(walk: Walk) -> None:
    intake.record_observation(
        actor=walk.manager, route_id=walk.route.pk, text="Играют вместе", at=None, is_worry=False, on=BEGAN
    )


def test_each_room_says_one_line_of_this_family_by_one_question(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing, "STANDINGS", {"seen": (_observed, _told), "worry": (_worried, _told)})
    standing._question.cache_clear()
    walk, other = make_walk(), make_walk()
    _observe(walk)
    _observe(walk)
    _observe(other)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        found = standings_of(scope=Scope((walk.route.pk,), (), None), on=BEGAN)
    assert {room: (one.told.title, one.told.aside) for room, one in found.items()} == {"seen": ("2", BEGAN.isoformat())}
    assert len(asked) == 1
    standing._question.cache_clear()


def test_no_room_is_asked_where_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing, "STANDINGS", {})
    standing._question.cache_clear()
    assert standings_of(scope=Scope((1,), (2,), None), on=BEGAN) == {}
    standing._question.cache_clear()
