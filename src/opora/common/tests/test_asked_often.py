"""A question put together once gives what the ORM gives, whatever the values; what cannot be kept is refused."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from opora.access.models import RoleAssignment, User
from opora.common.asked_often import asked_often

pytestmark = pytest.mark.django_db
HERE = timezone.now()


@pytest.fixture(autouse=True)
def people() -> Iterator[list[User]]:
    made = [User(email=f"{n}@asked.example", name=f"Имя {n}", created_at=HERE) for n in range(4)]
    yield User.objects.bulk_create(made)


@asked_often
def roles_of(*, user_id: int, role: str) -> "QuerySet[RoleAssignment]":
    found = RoleAssignment.objects.filter(user_id=user_id, role=role).select_related("user").defer("user__password")
    return found.annotate(n=Count("user__role_assignments")).order_by("pk")


@asked_often
def newer(*, since: datetime, is_active: bool) -> "QuerySet[User, tuple[int, str]]":
    held = RoleAssignment.objects.filter(user=OuterRef("pk"))
    found = User.objects.filter(~Exists(held), created_at__gte=since, is_active=is_active)
    return found.order_by("pk").values_list("pk", "name")


def test_each_gets_the_own_answer_as_records_of_the_orm(people: list[User], django_assert_num_queries) -> None:
    for person in people[:2]:
        RoleAssignment.objects.bulk_create([RoleAssignment(user=person, role=role) for role in ("head", "analyst")])
    for person in people[:2]:
        with django_assert_num_queries(1):
            [found] = roles_of(user_id=person.pk, role="head")
            assert (found.user.name, found.role, found.n) == (person.name, "head", 2)
        assert found.user == person and found.pk == RoleAssignment.objects.get(user=person, role="head").pk
    assert roles_of(user_id=people[3].pk, role="head") == []


def test_records_are_made_anew_each_time(people: list[User]) -> None:
    RoleAssignment.objects.create(user=people[0], role="head")
    first, second = (roles_of(user_id=people[0].pk, role="head")[0] for _time in range(2))
    first.user.name = "Другое"
    assert second.user.name == people[0].name


def test_moments_are_values_and_yes_and_no_are_questions_of_their_own(people: list[User]) -> None:
    User.objects.filter(pk=people[3].pk).update(is_active=False, created_at=HERE - timedelta(days=3))
    assert {pk for pk, _name in newer(since=HERE, is_active=True)} >= {one.pk for one in people[:3]}
    assert newer(since=HERE, is_active=False) == []
    assert newer(since=HERE - timedelta(days=4), is_active=False) == [(people[3].pk, people[3].name)]


def test_nothing_for_a_value_is_asked_in_the_usual_way() -> None:
    @asked_often
    def in_department(*, department_id: int | None) -> "QuerySet[RoleAssignment]":
        return RoleAssignment.objects.filter(department=department_id)

    @asked_often
    def by(*, department_id: int | None) -> "QuerySet[RoleAssignment]":
        return RoleAssignment.objects.filter(department=department_id)

    RoleAssignment.objects.create(user=User.objects.first(), role="head")
    assert len(by(department_id=None)) == len(in_department(department_id=None)) == 1
    assert by(department_id=77) == in_department(department_id=77) == []


def test_several_numbers_are_values_and_how_many_they_are_makes_a_question(people: list[User]) -> None:
    made = []

    @asked_often
    def of(*, people: frozenset[int], others: frozenset[int], role: str) -> "QuerySet[RoleAssignment]":
        made.append(len(people))
        held = Q(user__in=people) | Q(user__in=others) if others else Q(user__in=people)
        return RoleAssignment.objects.filter(held, role=role).order_by("pk")

    ids = [person.pk for person in people]
    RoleAssignment.objects.bulk_create([RoleAssignment(user_id=pk, role="head") for pk in ids])
    for few in ({0, 1}, {2, 3}, {1, 3}, {2}, {0}, set()):
        chosen = frozenset(ids[n] for n in few)
        found = of(people=chosen, others=frozenset(), role="head")
        assert {one.user_id for one in found} == chosen
        assert of(people=chosen, others=frozenset(), role="analyst") == []
        both = of(people=chosen, others=frozenset(ids[:1]), role="head")
        assert {one.user_id for one in both} == chosen | {ids[0]}
    assert sorted(made) == [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2], "twice for each size of each"


def test_a_value_that_is_changed_on_its_way_is_refused() -> None:
    @asked_often
    def since_week(*, on: date) -> "QuerySet[User]":
        return User.objects.filter(created_at__date__gte=on - timedelta(days=7))

    with pytest.raises(TypeError, match="as they are given"):
        since_week(on=HERE.date())


def test_a_question_whose_sentence_hangs_on_a_value_is_refused() -> None:
    @asked_often
    def first_ones(*, most: int) -> "QuerySet[User]":
        return User.objects.order_by("pk")[:most]

    with pytest.raises(TypeError, match="something else"):
        first_ones(most=2)
