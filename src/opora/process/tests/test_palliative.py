"""A social palliative path says why, and since when (S4-39)."""

from datetime import timedelta

import pytest

from opora.access.rules import SYSTEM, Actor
from opora.audit.models import JournalEntry
from opora.common import news
from opora.common.errors import Conflict, Invalid, NotFound
from opora.process import actions
from opora.process.models import Route
from opora.process.tests.factories import BEGAN, make_route

pytestmark = pytest.mark.django_db
DAY = BEGAN + timedelta(days=1)


def _mark(route: Route, *, is_palliative: bool = True, reason: str = "Опора на годы", actor: Actor = SYSTEM) -> Route:
    return actions.set_palliative(actor=actor, route_id=route.pk, is_palliative=is_palliative, reason=reason, on=DAY)


def test_a_path_is_marked_with_a_reason_and_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    route, told = make_route(), []
    monkeypatch.setitem(news._listeners, "routes.changed", (lambda **said: told.append(said),))
    _mark(route)
    marked = Route.objects.get(pk=route.pk)
    assert (marked.is_palliative, marked.palliative_reason_text, marked.palliative_on) == (True, "Опора на годы", DAY)
    assert told == [{"route_ids": [route.pk]}]
    assert JournalEntry.objects.filter(verb="process.palliative_set").count() == 1


def test_without_a_reason_nothing_is_marked() -> None:
    with pytest.raises(Invalid):
        _mark(make_route(), reason="  ")


def test_the_mark_is_taken_away_with_a_reason_too() -> None:
    route = make_route()
    _mark(route)
    _mark(route, is_palliative=False, reason="Семья справляется")
    assert not Route.objects.get(pk=route.pk).is_palliative
    with pytest.raises(Conflict):
        _mark(route, is_palliative=False)


def test_a_stranger_knows_of_no_such_path() -> None:
    with pytest.raises(NotFound):
        _mark(make_route(), actor=Actor(user_id=None, name="Никто", grants=frozenset()))
