"""Anybody who works here can read what the organization gives, and find a service by its words."""

from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from opora.access.models import RoleAssignment, User
from opora.access.rules import SYSTEM
from opora.packs.actions import publish_practice
from opora.packs.queries import shipped_practices

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader():
    publish_practice(actor=SYSTEM, folder=shipped_practices()["family_help"])
    user = User.objects.create(email="reader@example.org", name="Читатель", password="!")
    RoleAssignment.objects.create(user=user, role="volunteer")
    browser = Client()
    browser.force_login(user)
    return browser


def test_services_of_one_label_are_read_in_their_directions(reader):
    page = reader.get("/catalogue/", {"q": "консультации психолога"}).content.decode()
    assert page.count("<h4>Индивидуальные консультации психолога</h4>") == 2
    assert "Психологическая помощь родителям" in page
    assert "У родителя стабилизировалось эмоциональное состояние" in page
    assert "Оплата аренды жилья" not in page


def test_words_that_nothing_answers_leave_a_calm_page(reader):
    page = reader.get("/catalogue/", {"q": "дирижабль"}).content.decode()
    assert "Ничего не нашлось" in page or "Ничего не найдено" in page


def test_the_catalogue_is_had_as_a_workbook(reader):
    answer = reader.get("/catalogue/", {"as": "xlsx"})
    book = load_workbook(BytesIO(answer.content))
    texts = {str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row}
    assert {"Транспортная помощь", "v17", "Практическая помощь семье"} <= texts
    assert f"{date.today():%Y}" in answer.headers["Content-Disposition"]
