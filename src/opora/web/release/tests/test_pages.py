"""The way of a table through the pages: prepared by one, let go by another, downloaded, called back."""

from datetime import date

import pytest
from django.test import Client

from opora.access.rules import Role
from opora.release.models import Release
from opora.release.tests.desk import closed
from opora.web.evidence.tests.test_pages import signed_in, words_of

pytestmark = pytest.mark.django_db
ADDRESS = "/releases/new/outcomes/?by=program.answer&from_on=01.01.2024&to_on=31.12.2024"


@pytest.fixture
def cases() -> None:
    closed(20, change=3)
    closed(12, change=0)
    closed(15, change=2, program="Приют")
    closed(2, change=0, program="Приют")


def asked_by(client: Client) -> str:
    """The address of a release that somebody asked a second person for."""
    return str(client.post(ADDRESS, {"note": "Для сайта"}).headers["Location"])


def test_what_is_hidden_is_seen_with_its_reason(cases: None) -> None:
    page = words_of(signed_in(Role.ANALYST).get(ADDRESS).content)
    assert "скрыто" in page and "слишком мало людей" in page and "рядом скрытое число" in page
    assert "Отправить второму человеку" in page


def test_two_people_and_then_the_files(cases: None) -> None:
    analyst, head = signed_in(Role.ANALYST), signed_in(Role.HEAD)
    address = asked_by(analyst)
    assert "Вы её готовили" in words_of(analyst.get(address).content)
    assert analyst.post(f"{address}let-go/").status_code == 422
    page = words_of(head.get("/releases/").content)
    assert "Ждут вашего слова" in page
    page = words_of(head.get(address).content)
    assert "Для сайта" in page and "Опубликовать" in page and "слишком мало" not in page
    assert head.get(f"{address}file/csv/").status_code == 404
    head.post(f"{address}let-go/")
    for kind in ("pdf", "csv", "xlsx", "json"):
        assert head.get(f"{address}file/{kind}/").status_code == 200
    text = head.get(f"{address}file/csv/").content.decode("utf-8-sig")
    assert "скрыто" in text and ";2;" not in text
    head.post(f"{address}call-back/", {"why": "Ошибка в названии"})
    assert head.get(f"{address}file/csv/").status_code == 404
    assert "Ошибка в названии" in words_of(analyst.get(address).content)


def test_sent_back_it_says_why_and_is_prepared_anew(cases: None) -> None:
    analyst, head = signed_in(Role.ANALYST), signed_in(Role.HEAD)
    address = asked_by(analyst)
    assert head.post(f"{address}send-back/", {"why": ""}).status_code == 422
    head.post(f"{address}send-back/", {"why": "Нужен другой период"})
    page = analyst.get(address)
    assert "Нужен другой период" in words_of(page.content)
    again = page.context["again"]
    made = analyst.post(again).headers["Location"]
    assert Release.objects.get(pk=int(made.split("/")[-2])).replaces_id == Release.objects.order_by("pk").first().pk


def test_too_few_families_are_said_instead_of_a_table() -> None:
    closed(3, change=1)
    page = words_of(signed_in(Role.ANALYST).get(ADDRESS).content)
    assert "Это публиковать нельзя" in page and "Отправить второму человеку" not in page


def test_a_coordinator_gives_the_second_word_but_prepares_nothing(cases: None) -> None:
    coordinator, analyst = signed_in(Role.COORDINATOR), signed_in(Role.ANALYST)
    assert coordinator.get("/releases/new/").status_code == 404
    address = asked_by(analyst)
    manager = signed_in(Role.CASE_MANAGER)
    assert manager.get(address).status_code == 404
    assert coordinator.post(f"{address}let-go/").status_code == 302
    assert manager.get(address).status_code == 200


def test_the_limits_are_set_and_the_register_is_a_workbook(cases: None) -> None:
    head = signed_in(Role.HEAD)
    assert head.post("/releases/limits/", {"least": 6, "least_for_shares": 12}).status_code == 302
    assert "от 6 человек" in words_of(head.get("/releases/").content)
    assert head.post("/releases/limits/", {"least": 1, "least_for_shares": 12}).status_code == 422
    asked_by(head)
    assert head.get("/releases/?as=xlsx").content.startswith(b"PK")


@pytest.mark.parametrize("table", ["families", "children", "outcomes", "placement", "services", "indicators", "rows"])
def test_every_table_opens(cases: None, table: str) -> None:
    page = signed_in(Role.ANALYST).get(f"/releases/new/{table}/?from_on=01.01.2024&to_on=31.12.2024")
    assert page.status_code == 200
    assert date(2024, 5, 6).strftime("%d.%m.%Y") not in words_of(page.content)
