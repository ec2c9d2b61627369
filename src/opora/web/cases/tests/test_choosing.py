"""Choosing a colleague among hundreds: the likely ones are drawn, anybody else is found by name."""

import pytest
from django.test import Client
from django.urls import reverse

from opora.access.models import RoleAssignment, User
from opora.access.rules import Role
from opora.cases.models import Case
from opora.cases.tests.factories import OPENED, Scene, household, scene
from opora.web.cases.tests.test_pages import signed_in

pytestmark = pytest.mark.django_db
CARD = 'class="candidate"'


def big_house() -> tuple[Scene, Client, str]:
    """A department with two hundred case managers, and the page where a case is opened in it."""
    place, home = scene(), household(1, "Ж")
    names = [f"Кейсова{n:03} Анна" for n in range(199)] + ["Синицына Вера"]
    people = User.objects.bulk_create([User(email=f"w{n}@example.org", name=name) for n, name in enumerate(names)])
    RoleAssignment.objects.bulk_create(
        [RoleAssignment(user=user, role=Role.CASE_MANAGER, department=place.department) for user in people]
    )
    return place, signed_in(place.coordinator), reverse("cases:new") + f"?family={home.family.pk}"


def sent(place: Scene, **typed: str) -> dict[str, str]:
    return {
        "department_id": str(place.department.pk),
        "program_id": str(place.program.pk),
        "on": OPENED.isoformat(),
        **typed,
    }


def test_two_hundred_colleagues_are_not_drawn(django_assert_max_num_queries) -> None:
    _place, client, page = big_house()
    client.get(page)
    with django_assert_max_num_queries(13):
        answer = client.get(page)
    text = answer.content.decode()
    assert text.count(CARD) <= 7
    assert len(text) < 30_000


def test_anybody_is_found_while_a_name_is_typed_and_nothing_is_opened() -> None:
    _place, client, page = big_house()
    before = Case.objects.count()
    found = client.post(page, {"case_manager_id_named": "вер син"}, HTTP_X_OPORA_LOOK="case_manager_id")
    assert found.status_code == 200 and "Синицына Вера" in found.content.decode()
    assert found.content.decode().count(CARD) == 1
    many = client.post(page, {"case_manager_id_named": "кейсова"}, HTTP_X_OPORA_LOOK="case_manager_id")
    assert many.content.decode().count(CARD) == 8
    assert Case.objects.count() == before


def test_without_a_script_the_name_is_looked_up_when_the_form_is_sent() -> None:
    place, client, page = big_house()
    fields = client.get(page).context["members"].fields
    people = {"client_id": fields["client_id"].choices[0][0], "child_ids": fields["child_ids"].choices[0][0]}
    several = client.post(page, sent(place, case_manager_id_named="Анна", **people))
    assert several.status_code == 422
    assert "Выберите одного из них" in several.content.decode() and several.content.decode().count(CARD) > 6
    nobody = client.post(page, sent(place, case_manager_id_named="Никто", **people))
    assert nobody.status_code == 422
    opened = client.post(page, sent(place, case_manager_id_named="Синицына", **people))
    assert opened.status_code == 302
    case = Case.objects.latest("pk")
    assert case.team.get(part="case_manager").user.name == "Синицына Вера"


def test_all_that_is_wrong_is_said_at_once_and_of_whom() -> None:
    _place, client, _page = big_house()
    typed = {"rows": "2", "caregiver-kind": "", "child-0-given": "Вера", "child-1-birth_date": "вчера", "on": ""}
    answer = client.post(reverse("cases:new") + "?family=new", typed)
    assert answer.status_code == 422
    told = [(one.whose, one.anchor) for one in answer.context["problems"]]
    assert ("Родитель или опекун", "id_caregiver-kind") in told
    assert ("Ребёнок 2", "id_child-1-birth_date") in told
    assert ("", "id_on") in told
    assert answer.content.decode().count('class="errors"') == 1


def test_a_new_family_is_asked_about_and_opened_with_few_questions(django_assert_max_num_queries) -> None:
    place, client, _page = big_house()
    page = reverse("cases:new") + "?family=new"
    with django_assert_max_num_queries(7):
        assert "Родитель или опекун" in client.get(page).content.decode()
    people = {"rows": "2", "caregiver-kind": "mother", "caregiver-surname": "Лисицына", "child-0-given": "Вера"}
    with django_assert_max_num_queries(27):
        answer = client.post(page, sent(place, case_manager_id=str(place.case_manager.user_id), **people))
    assert answer.status_code == 302
    case = Case.objects.latest("pk")
    assert case.team.get(part="case_manager").user_id == place.case_manager.user_id
    assert [child.person.code for child in case.children.all()] == ["В1"]


def test_whoever_was_not_offered_is_refused_by_the_action() -> None:
    place, client, _page = big_house()
    stranger = User.objects.create(email="stranger@example.org", name="Чужой Пётр")
    elsewhere = scene()
    page = reverse("cases:new") + "?family=new"
    people = {"rows": "2", "caregiver-kind": "mother", "child-0-given": "Вера"}
    before = Case.objects.count()
    for wrong in (str(stranger.pk), str(elsewhere.case_manager.user_id), "9" * 30):
        answer = client.post(page, sent(place, case_manager_id=wrong, **people))
        assert answer.status_code == 422
        assert answer.context["form"].errors["case_manager_id"]
    for wrong in (str(elsewhere.program.pk), "9" * 30):
        typed = sent(place, case_manager_id=str(place.case_manager.user_id), **people) | {"program_id": wrong}
        answer = client.post(page, typed)
        assert answer.status_code == 422
        assert answer.context["form"].errors["program_id"]
    assert Case.objects.count() == before
