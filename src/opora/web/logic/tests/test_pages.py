"""Anybody who works here reads a logic model: its picture, its list, and each box with by what it is seen."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from opora.access.models import RoleAssignment, User
from opora.access.rules import SYSTEM
from opora.catalogue.models import Service
from opora.indicators.actions import publish_indicator
from opora.logic.actions import begin_draft, publish_draft, put_node
from opora.logic.queries import model_in_force, models_in_force
from opora.packs.actions import publish_practice
from opora.packs.queries import shipped_practices

pytestmark = pytest.mark.django_db


def client(role: str, name: str = "Читатель") -> Client:
    user = User.objects.create(email=f"{role}@example.org", name=name, password="!")
    RoleAssignment.objects.create(user=user, role=role)
    browser = Client()
    browser.force_login(user)
    return browser


@pytest.fixture
def reader() -> Client:
    for practice in ("family_help", "support_and_shelter"):
        publish_practice(actor=SYSTEM, folder=shipped_practices()[practice])
    return client("volunteer")


def text_of(browser: Client, path: str) -> str:
    answer = browser.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_models_are_listed_with_what_shows_their_results(reader: Client) -> None:
    page = text_of(reader, "/logic/")
    assert page.count("<h2>") == 3
    assert "пока ничем не подтверждается" not in page


def test_the_chain_is_a_picture_with_every_box_and_arrow_and_the_same_as_a_list(reader: Client) -> None:
    page = text_of(reader, "/logic/of/outcome_chain/")
    picture = page[page.index("<svg") : page.index("model-list")]
    assert len(re.findall(r'data-key="', picture)) == 81
    assert len(re.findall(r'class="arrow[ "]', picture)) == 78
    listed = page[page.index("model-list") :]
    assert listed.count("/boxes/") == 81
    assert "Услуги от внешних партнеров" in page
    assert "предположено" in page


def test_a_box_says_what_shows_it_and_where_else_it_stands(reader: Client) -> None:
    page = text_of(reader, "/logic/of/outcome_chain/boxes/L2/")
    assert "Слабых сторон по ЕФО" in page
    assert "IND-30" in page
    assert "S4-26" in page and "S3-15" in page
    # The printed arrow of the source.
    assert "←" in page
    assert reader.get("/logic/of/outcome_chain/boxes/nothing/").status_code == 404
    assert reader.get("/logic/of/nothing/").status_code == 404


def test_what_only_people_see_is_shown_by_their_word_and_what_nothing_shows_is_said_openly(reader: Client) -> None:
    box = text_of(reader, "/logic/of/outcome_chain/boxes/s14/")
    assert "результаты, о которых сказали люди" in box and "пока ничем не подтверждается" not in box
    assert "пока ничем не подтверждается" in text_of(reader, "/logic/assumptions/")


def test_an_outcome_lists_the_models_that_show_it(reader: Client) -> None:
    page = text_of(reader, "/logic/outcomes/?q=S4-27")
    assert page.count('<details class="fold" id="') == 1
    assert 'id="child_safe_at_home"' in page and "S1-97" in page
    assert "Ничего не найдено" in text_of(reader, "/logic/outcomes/?q=дирижабль")
    only = text_of(reader, "/logic/outcomes/?kind=rated")
    assert 'id="values_changed"' in only and 'id="child_safe_at_home"' not in only


def test_the_register_of_assumptions_has_them_all(reader: Client) -> None:
    page = text_of(reader, "/logic/assumptions/")
    assert len(set(re.findall(r'<span class="code">(S\d-\d+)', page))) == 13


def test_a_model_is_had_as_a_workbook(reader: Client) -> None:
    book = load_workbook(BytesIO(reader.get("/logic/of/outcome_chain/", {"as": "xlsx"}).content))
    texts = {str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row}
    assert {"S1-98", "Родитель освоил бытовые навыки"} <= texts


def test_the_process_is_linked_for_those_who_may_see_it(reader: Client) -> None:
    assert "/process/family_help/" not in text_of(reader, "/logic/of/theory_of_change/")
    assert "/process/family_help/" in text_of(client("head"), "/logic/of/theory_of_change/")


def test_a_house_without_models_has_a_calm_page() -> None:
    assert "Логических моделей пока нет" in text_of(client("head"), "/logic/")


def test_an_indicator_of_our_own_is_led_to_from_its_box(reader: Client) -> None:
    publish_indicator(
        actor=SYSTEM, code="own-one", title="Позвонили сами", about="", measure="IND-01", filters={}, split=""
    )
    code = "support_and_shelter"
    begin_draft(actor=SYSTEM, code=code)
    node = model_in_force(code=code).model.node("i1_signals")
    shown = replace(node, evidence=replace(node.evidence, indicators=("own-one",)))
    put_node(actor=SYSTEM, code=code, node=shown, seen=None)
    publish_draft(actor=SYSTEM, code=code, seen=None)
    page = text_of(client("analyst", "Аналитик"), f"/logic/of/{code}/boxes/i1_signals/")
    assert 'href="/indicators/of/own-one/">Позвонили сами</a>' in page


def test_services_that_show_a_box_are_called_by_their_names(reader: Client) -> None:
    found = ((one, node) for one in models_in_force() for node in one.model.nodes if node.evidence.services)
    published, node = next(found)
    service = Service.objects.get(practice=published.practice, code=node.evidence.services[0])
    assert service.title.ru in reader.get(f"/logic/of/{published.code}/boxes/{node.code}/").content.decode()
