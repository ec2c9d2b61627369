"""The pages of people, roles, departments and joining, as a person at the screen meets them."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from opora.access import actions, queries
from opora.access.models import User
from opora.access.rules import ABILITIES, ROLES, Role
from opora.access.tests.people import PASSWORD, account, administrator, department, head, somebody
from opora.programs import queries as programs
from opora.programs.models import Program
from opora.web.access.ability_words import ABILITY_WORDS, ROLE_HINTS, WITHOUT_REACH

pytestmark = pytest.mark.django_db

PAIR = {"password1": PASSWORD, "password2": PASSWORD}


@pytest.fixture
def keeper(client):
    """Somebody who keeps the accounts, signed in."""
    actor = administrator()
    client.force_login(account(actor))
    return actor


def _text(response) -> str:
    return response.content.decode()


def _invite(client: Client, **changes):
    given = {"name": "Новая Сотрудница", "email": "new@example.org", "roles": ["specialist:"]} | changes
    return client.post("/people/invite/", given)


def _link(response) -> str:
    return re.search(r'value="http://testserver([^"]+)"', _text(response)).group(1)


class TestSetup:
    def test_the_first_visit_creates_the_administrator_and_lets_in(self, client):
        link = actions.create_setup_link()
        assert "Вы первый человек" in _text(client.get(link))
        given = {"name": "Анна", "email": "anna@example.org", "is_head": "on"} | PAIR
        assert client.post(link, given)["Location"] == "/"
        assert client.get("/people/").status_code == 200
        assert client.get(link).status_code == 404

    @pytest.mark.parametrize(
        ("changes", "said"),
        [
            ({"email": "not an address"}, "Это не похоже на адрес почты"),
            ({"password2": "другое совсем"}, "Пароли не совпадают"),
            ({"password1": "короткий", "password2": "короткий"}, "12"),
            ({"name": " "}, "Заполните, пожалуйста"),
        ],
    )
    def test_what_cannot_be_taken_is_said_at_its_field(self, client, changes, said):
        link = actions.create_setup_link()
        page = client.post(link, {"name": "Анна", "email": "anna@example.org"} | PAIR | changes)
        assert said in _text(page)
        assert not User.objects.exists()

    def test_a_link_that_never_was_is_answered_calmly(self, client):
        response = client.get("/setup/nothing/")
        assert response.status_code == 404
        assert "Ссылка больше не действует" in _text(response)


class TestInviting:
    def test_the_link_is_shown_once_and_opens_the_door(self, client, keeper):
        link = _link(_invite(client))
        assert link not in _text(client.get("/people/"))
        guest = Client()
        page = _text(guest.get(link))
        assert "new@example.org" in page
        assert "Специалист" in page
        assert guest.post(link, {"name": "Новая Сотрудница"} | PAIR)["Location"] == "/"
        assert guest.get("/account/").status_code == 200
        assert Client().get(link).status_code == 404

    def test_a_revoked_one_is_answered_like_one_that_never_was(self, client, keeper):
        link = _link(_invite(client))
        invitation = queries.list_invitations(actor=keeper)[0]
        client.post(f"/people/invitations/{invitation.pk}/revoke/")
        revoked, never = Client().get(link), Client().get("/join/never-was/")
        assert (revoked.status_code, never.status_code) == (404, 404)
        changing = re.compile(r'name="(csrfmiddlewaretoken|next)" value="[^"]+"')
        assert changing.sub("", _text(revoked)) == changing.sub("", _text(never))

    def test_somebody_signed_in_does_not_join_by_mistake(self, client, keeper):
        link = _link(_invite(client))
        assert "уже выполнен вход" in _text(client.get(link))
        client.post(link, {"name": "X"} | PAIR)
        assert not User.objects.filter(email="new@example.org").exists()

    def test_an_invitation_without_a_role_is_not_made(self, client, keeper):
        response = _invite(client, roles=[])
        assert response.status_code == 422
        assert "Выберите хотя бы одну роль" in _text(response)

    def test_a_role_that_is_not_on_the_list_is_not_given(self, client, keeper):
        for forged in ("owner:", "head:999999", "coordinator:999999", "system:"):
            assert _invite(client, roles=[forged]).status_code == 422
        assert queries.list_invitations(actor=keeper) == []

    def test_a_coordinator_for_one_department_is_invited(self, client, keeper):
        place = department("Кризисный центр")
        page = _invite(client, roles=[f"coordinator:{place.pk}"])
        assert page.status_code == 200
        guest = Client()
        assert "Кризисный центр" in _text(guest.get(_link(page)))

    def test_an_administrator_cannot_invite_a_head(self, client, keeper):
        head()
        response = _invite(client, roles=["head:"])
        assert response.status_code == 422
        assert "только руководитель организации" in _text(response)


class TestPeople:
    def test_the_page_of_a_person_shows_roles_and_history(self, client, keeper):
        worker = somebody(Role.PSYCHOLOGIST, name="Мария Орлова")
        actions.change_roles(actor=keeper, user_id=worker.user_id, grants=[(Role.ANALYST, None)])
        page = _text(client.get(f"/people/{worker.user_id}/"))
        assert "Мария Орлова" in page
        assert "Аналитик" in page
        assert "Мария Орлова больше не выполняет роли: Психолог" in page

    def test_roles_are_changed_by_ticks(self, client, keeper):
        worker, place = somebody(Role.SPECIALIST), department("Отдел сопровождения")
        page = _text(client.get(f"/people/{worker.user_id}/roles/"))
        assert re.search(r'value="specialist:" checked', page)
        client.post(f"/people/{worker.user_id}/roles/", {"roles": ["analyst:", f"case_manager:{place.pk}"]})
        grants = queries.actor_of(user_id=worker.user_id).grants
        assert grants == {(Role.ANALYST, None), (Role.CASE_MANAGER, place.pk)}

    def test_own_roles_cannot_be_changed(self, client, keeper):
        response = client.post(f"/people/{keeper.user_id}/roles/", {"roles": ["administrator:", "coordinator:"]})
        assert response.status_code == 422
        assert "Изменить собственные роли нельзя" in _text(response)

    def test_closing_access_asks_first(self, client, keeper):
        worker = somebody(Role.SPECIALIST)
        assert "Закрыть доступ" in _text(client.get(f"/people/{worker.user_id}/close/"))
        assert account(worker).is_active
        client.post(f"/people/{worker.user_id}/close/")
        assert not account(worker).is_active
        client.post(f"/people/{worker.user_id}/open/")
        assert account(worker).is_active

    def test_a_refusal_is_said_on_the_next_page(self, client, keeper):
        page = client.post(f"/people/{keeper.user_id}/close/", follow=True)
        assert "Закрыть доступ самому себе нельзя" in _text(page)

    def test_somebody_who_does_not_exist_looks_like_somebody_hidden(self, client, keeper):
        for path in ("", "roles/", "name/", "close/", "second-factor/"):
            assert client.get(f"/people/999999/{path}").status_code == 404

    def test_names_on_the_page_are_text(self, client, keeper):
        worker = somebody(Role.SPECIALIST, name="<script>alert(1)</script>")
        for path in ("/people/", f"/people/{worker.user_id}/", f"/people/{worker.user_id}/close/"):
            assert "<script>alert" not in _text(client.get(path))

    def test_more_people_and_invitations_cost_no_more_questions(self, client, keeper):
        place = department()

        def fill(count):
            for n in range(count):
                worker = somebody((Role.COORDINATOR, place.pk))
                actions.invite(
                    actor=keeper,
                    name="Имя",
                    email=f"{worker.user_id}-{n}@example.org",
                    grants=[(Role.CASE_MANAGER, place.pk)],
                )

        fill(2)
        with CaptureQueriesContext(connection) as few:
            client.get("/people/")
        fill(8)
        with CaptureQueriesContext(connection) as many:
            client.get("/people/")
        assert len(many) == len(few) <= 15

    def test_the_list_is_searched(self, client, keeper):
        somebody(Role.SPECIALIST, name="Пётр Семёнов")
        assert "Пётр Семёнов" in _text(client.get("/people/?q=семенов"))
        assert "Пётр Семёнов" not in _text(client.get("/people/?q=орлова"))

    def test_everybody_corrects_the_own_name(self, client):
        worker = somebody(Role.VOLUNTEER)
        client.force_login(account(worker))
        client.post("/account/name/", {"name": "Другое Имя"})
        assert account(worker).name == "Другое Имя"

    def test_the_organization_decides_about_the_second_factor(self, client, keeper):
        client.post("/people/second-factor/", {"policy": "nonsense"})
        assert queries.second_factor_policy() == "optional"
        client.post("/people/second-factor/", {"policy": "everybody"})
        assert queries.second_factor_policy() == "everybody"


class TestDepartments:
    def test_programs_are_chosen_and_taken_back(self, client, keeper):
        program = Program.objects.create(code="p", name="Поддержка", layout="support")
        given = {"name": "Отдел", "number_pattern": "{n}", "programs": [program.pk]}
        client.post("/departments/new/", given)
        place = queries.list_departments(actor=keeper)[0]
        assert programs.programs_by_department(actor=keeper) == {place.pk: [program.pk]}
        assert "Поддержка" in _text(client.get("/departments/"))
        client.post(f"/departments/{place.pk}/", given | {"programs": [], "is_active": "on"})
        assert programs.programs_by_department(actor=keeper) == {}

    def test_one_is_added_and_changed(self, client, keeper):
        client.post("/departments/new/", {"name": "Отдел", "number_pattern": "{n}/{year}лд"})
        place = queries.list_departments(actor=keeper)[0]
        client.post(f"/departments/{place.pk}/", {"name": "Отдел помощи", "number_pattern": "{n}"})
        place.refresh_from_db()
        assert (place.name, place.number_pattern, place.is_active) == ("Отдел помощи", "{n}", False)

    @pytest.mark.parametrize("pattern", ["лд", "{n}{n}", "{n}/{month}", "{year}", "{0.__class__}{n}"])
    def test_a_pattern_that_cannot_number_cases_is_not_taken(self, client, keeper, pattern):
        page = client.post("/departments/new/", {"name": "Отдел", "number_pattern": pattern})
        assert page.status_code == 422
        assert queries.list_departments(actor=keeper) == []


class TestWhoMayDoWhat:
    def test_every_ability_and_every_role_has_plain_words(self):
        assert set(ABILITY_WORDS) == set(ABILITIES)
        assert set(ROLE_HINTS) == set(ROLES)
        assert set(ABILITIES) >= WITHOUT_REACH

    def test_the_page_says_what_the_table_says(self, client):
        client.force_login(account(somebody(Role.VOLUNTEER)))
        page = _text(client.get("/roles/"))
        assert page.count("<tr>") == len(ABILITIES) + 1
        row = re.search(r"Видеть имена.*?</tr>", page, re.S).group(0)
        analyst = re.search(r'data-label="Аналитик"[^>]*>(.*?)</td>', row, re.S).group(1)
        coordinator = re.search(r'data-label="Координатор"[^>]*>(.*?)</td>', row, re.S).group(1)
        assert ("нет" in analyst, "свой отдел" in coordinator) == (True, True)
