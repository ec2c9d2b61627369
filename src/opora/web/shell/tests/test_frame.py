"""The bar beside every page is drawn once for all who see it alike: each still has what is one's own."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from opora.access.actions import add_person
from opora.access.rules import SYSTEM, Role
from opora.cases.tests import factories

pytestmark = pytest.mark.django_db


def as_somebody(name: str, *roles: Role) -> Client:
    place = factories.department()
    grants = [(role, None if role == Role.HEAD else place.pk) for role in roles]
    person = add_person(
        actor=SYSTEM,
        name=name,
        email=f"frame-{place.pk}@frame.example",
        grants=grants,
        password="frame-4f1c",
    )
    client = Client()
    client.force_login(get_user_model().objects.get(pk=person.pk))
    return client


def bar_of(client: Client, address: str = "/gallery/") -> str:
    page = client.get(address).content.decode()
    found = re.search(r'<header class="side">.*?</header>', page, re.DOTALL)
    assert found is not None
    return found[0]


def test_everybody_has_the_own_name_and_the_own_marks() -> None:
    anna, boris = as_somebody("Анна <Ивановна>", Role.CASE_MANAGER), as_somebody("Борис Ильич", Role.CASE_MANAGER)
    bars = [bar_of(one) for one in (anna, boris, anna)]
    assert "Анна &lt;Ивановна&gt;" in bars[0] and "Борис" not in bars[0]
    assert "Борис Ильич" in bars[1] and "Анна" not in bars[1]
    assert ">БИ<" in bars[1]
    tokens = [set(re.findall(r'csrfmiddlewaretoken" value="([^"]+)"', bar)) for bar in bars]
    assert all(len(one) == 1 for one in tokens) and len(set.union(*tokens)) == 3
    assert not re.search("[\ue000-\uf8ff]", "".join(bars))


def test_the_bar_knows_the_page_it_stands_on() -> None:
    head = as_somebody("Вера Павловна", Role.HEAD)
    here, there = bar_of(head, "/cases/?q=1&sort=number"), bar_of(head, "/tasks/")
    assert 'name="next" value="/cases/?q=1&amp;sort=number"' in here
    assert re.search(r'href="/cases/" aria-current="page"', here) and 'href="/tasks/" aria-current' not in here
    assert re.search(r'href="/tasks/" aria-current="page"', there) and 'href="/cases/" aria-current' not in there


def test_nobody_gets_the_places_of_another_role() -> None:
    assert "/people/" in bar_of(as_somebody("Админ Один", Role.ADMINISTRATOR))
    volunteer = bar_of(as_somebody("Волонтёр Два", Role.VOLUNTEER))
    assert "/people/" not in volunteer and "/cases/" not in volunteer


def test_the_bar_speaks_the_language_and_bears_the_look_of_its_reader() -> None:
    one, other = as_somebody("Глеб Третий", Role.HEAD), as_somebody("Дина Пятая", Role.HEAD)
    other.post("/language/", {"language": "en", "next": "/"})
    other.post("/look/", {"theme": "dark", "next": "/"})
    assert "Мой кабинет" in bar_of(one) or "Журнал" in bar_of(one)
    assert "Journal" in bar_of(other) and "Журнал" not in bar_of(other)
    assert 'value="dark" aria-pressed="true"' in bar_of(other)
    assert 'value="dark" aria-pressed="false"' in bar_of(one)


def way_back_of(client: Client, address: str) -> str:
    page = client.get(address).content.decode()
    found = re.search(r'<nav class="crumbs"[^>]*>(.*?)</nav>', page, re.DOTALL)
    assert found is not None
    return found[1]


def test_a_list_within_a_place_leads_back_to_it_and_never_where_one_may_not_go() -> None:
    manager = as_somebody("Глеб Третий", Role.CASE_MANAGER)
    for address in ("/goods/", "/stays/", "/letters/", "/volunteers/", "/voice/", "/circumstances/", "/network/"):
        assert 'href="/given/"' in way_back_of(manager, address), address
    assert 'href="/outcomes/"' in way_back_of(manager, "/results/")
    assert way_back_of(manager, "/given/") == way_back_of(manager, "/") == ""
    assert way_back_of(as_somebody("Склад Четвёртый", Role.WAREHOUSE), "/goods/") == ""
