"""A question written down is asked again: with other values in its places, or with its own in the sentence."""

from typing import Any

import pytest
from django.db import connection
from django.db.models import F, Q, Value
from django.test.utils import CaptureQueriesContext

from opora.access.models import User
from opora.common.planning import planned_once
from opora.common.questions import write_down

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> list[User]:
    names = ("Анна", "O'Hara", "100 %", "%s")
    return [User.objects.create(email=f"{n}@example.org", name=name) for n, name in enumerate(names)]


def test_with_its_values_in_the_sentence_it_says_the_same(people: list[User]) -> None:
    for one in people:
        found = User.objects.filter(Q(name=one.name), is_active=True).annotate(said=Value("%d ' %%"))
        written = write_down(found.values_list("pk", F("said")))
        spelled = written.spelled_out()
        assert spelled.places == () and spelled.spelled_out() == spelled
        assert spelled.ask() == written.ask() == [(one.pk, "%d ' %%")]


def test_it_is_planned_once_for_good(people: list[User]) -> None:
    spelled = write_down(User.objects.filter(name=people[0].name, is_active=True).values_list("pk")).spelled_out()
    with planned_once():
        for _time in range(4):
            assert spelled.ask() == [(people[0].pk,)]
        with connection.cursor() as cursor:
            cursor.execute("SELECT generic_plans, custom_plans FROM pg_prepared_statements WHERE statement ~ 'Анна'")
            plans: list[Any] = cursor.fetchall()
    assert [custom for _generic, custom in plans] == [0] and plans[0][0] >= 1


def test_a_question_without_an_answer_is_not_asked() -> None:
    with CaptureQueriesContext(connection) as asked:
        assert write_down(User.objects.none().values_list("pk")).spelled_out().ask() == []
    assert len(asked) == 0
