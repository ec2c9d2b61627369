"""Questions of several rooms asked as one: each gets its own answer, as if it had been asked alone."""

from datetime import date
from typing import Any

import pytest
from django.db.models import F, QuerySet

from opora.access.models import Department, RoleAssignment, User
from opora.common.asked_often import written_once
from opora.common.asked_together import Asking, answers_to
from opora.common.told_along import told_by

pytestmark = pytest.mark.django_db


@written_once
def _people(*, name: str) -> QuerySet[User, dict[str, Any]]:
    return told_by(User.objects.filter(name=name).order_by("pk"), "id", "email")


@written_once
def _roles(*, of: frozenset[int]) -> QuerySet[RoleAssignment, dict[str, Any]]:
    found = RoleAssignment.objects.filter(user_id__in=of).order_by("pk")
    return told_by(found, "role", who=F("user__name"))[:2]


@written_once
def _nobody() -> QuerySet[User, dict[str, Any]]:
    return told_by(User.objects.none(), "id")


@written_once
def _since(*, day: date | None) -> QuerySet[User, dict[str, Any]]:
    return told_by(User.objects.filter(created_at__gte=day), "id")


def _as_told(told: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return told


@pytest.fixture
def anna() -> User:
    found = User.objects.create(email="anna@example.org", name="Анна")
    place = Department.objects.create(name="Отдел")
    for role in ("head", "coordinator", "analyst"):
        RoleAssignment.objects.create(user=found, role=role, department=place if role == "coordinator" else None)
    return found


def test_each_is_answered_by_one_question_to_the_database(anna: User, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        found = answers_to(
            {
                "nobody": Asking(_nobody(), _as_told),
                "people": Asking(_people(name="Анна"), _as_told),
                "roles": Asking(_roles(of=frozenset({anna.pk, 0})), lambda told: [one["who"] for one in told]),
                "strangers": Asking(_people(name="Никто"), len),
            }
        )
    assert found == {
        "nobody": [],
        "people": [{"id": anna.pk, "email": "anna@example.org"}],
        "roles": ["Анна", "Анна"],
        "strangers": 0,
    }


def test_the_next_time_other_values_get_another_answer(anna: User) -> None:
    other = User.objects.create(email="other@example.org", name="Вера")
    for who in (anna, other, anna):
        assert Asking(_people(name=who.name), _as_told).answer() == [{"id": who.pk, "email": who.email}]


def test_nothing_is_asked_where_nobody_wants_to_know(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert answers_to({}) == {}
        assert Asking(_nobody(), len).answer() == 0


def test_a_value_that_is_nothing_is_refused_at_once() -> None:
    with pytest.raises(TypeError, match="_since"):
        _since(day=None)
