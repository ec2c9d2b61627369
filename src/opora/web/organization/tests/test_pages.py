"""The page of the organization's details: seen, kept, corrected; papers say what is missing."""

import pytest
from django.test import Client
from django.urls import reverse

from opora.access.rules import SYSTEM, Role
from opora.cases.tests.factories import worker
from opora.demo.rules.organization import DETAILS
from opora.organization import queries
from opora.organization.actions import keep_details
from opora.web.papers.tests.test_pages import signed_in

pytestmark = pytest.mark.django_db
PAGE = "/organization/"


@pytest.fixture
def head() -> Client:
    return signed_in(worker(Role.HEAD))


def test_the_details_are_kept_and_shown_again(head: Client) -> None:
    assert "Пока не указано" in head.get(PAGE).content.decode()
    answer = head.post(PAGE, {**DETAILS, "revision": 0}, follow=True)
    page = answer.content.decode()
    assert answer.redirect_chain and DETAILS["short_name"] in page and "Версия 1" in page
    assert queries.details().bik == DETAILS["bik"]


def test_a_wrong_number_is_told_beside_it_and_nothing_typed_is_lost(head: Client) -> None:
    answer = head.post(PAGE, {**DETAILS, "inn": "7701001006", "revision": 0})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "В таком ИНН есть ошибка" in page and 'value="7701001006"' in page and DETAILS["address"] in page


def test_after_a_conflict_the_same_words_can_be_sent_again(head: Client) -> None:
    keep_details(actor=SYSTEM, revision=0, given={"name": "Другой"})
    answer = head.post(PAGE, {**DETAILS, "revision": 0})
    assert answer.status_code == 422 and 'name="revision" value="1"' in answer.content.decode()


def test_the_settings_lead_here(head: Client) -> None:
    assert f'href="{PAGE}"' in head.get(reverse("shell:settings")).content.decode()
