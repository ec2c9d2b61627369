"""Pages by which a case is set right or marked as a mistake."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from opora.access.models import User
from opora.access.rules import Actor
from opora.cases.models import Case
from opora.cases.tests.factories import OPENED, Scene, close_case, scene

pytestmark = pytest.mark.django_db


def _browser(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def _text(response: Any) -> str:
    return " ".join(response.content.decode().split())


def _typed(place: Scene, **changes: object) -> dict[str, object]:
    case = place.case
    return {
        "opened_on": OPENED.isoformat(),
        "number": case.number,
        "program_id": case.program_id,
        "department_id": case.department_id,
        "client_id": case.client_id,
        "reason": "Опечатка",
    } | changes


def test_a_number_is_set_right_and_the_page_says_what_it_was() -> None:
    place = scene()
    was = place.case.number
    page = _browser(place.coordinator).post(
        reverse("cases:correct", args=[place.case.pk]), _typed(place, number="55/2021лд"), follow=True
    )
    assert f"(было: {was})" in _text(page)
    assert "Опечатка" in _text(page)


def test_errors_of_several_fields_are_told_at_once_and_what_was_typed_stays() -> None:
    place = scene()
    answer = _browser(place.coordinator).post(
        reverse("cases:correct", args=[place.case.pk]), _typed(place, number="", reason="", client_id=0)
    )
    assert answer.status_code == 422
    assert {"number", "reason", "client_id"} <= set(answer.context["form"].errors)


def test_a_case_opened_by_mistake_leaves_the_list_and_comes_back_from_the_list_of_mistakes() -> None:
    place = scene()
    close_case(place)
    browser = _browser(place.coordinator)
    browser.post(reverse("cases:void", args=[place.case.pk]), {"reason": "Не та семья"})
    listed = {"state": "all"}
    assert place.case.number not in _text(browser.get(reverse("cases:list"), listed))
    assert browser.get(reverse("cases:file", args=[place.case.pk])).status_code == 404
    mistakes = _text(browser.get(reverse("cases:voided")))
    assert place.case.number in mistakes
    assert "Не та семья" in mistakes
    address = reverse("cases:voided")
    for typed in (place.case.number, place.case.number.replace("/", " "), "семья", "ctvmz", "Семьи"):
        assert place.case.number in _text(browser.post(address, {"text": typed})), typed
    nothing = _text(browser.post(address, {"text": "пожар"}))
    assert 'value="пожар"' in nothing and "Попробуйте" in nothing and "Не та семья" not in nothing
    browser.post(reverse("cases:take_back", args=[place.case.pk]), {"reason": "Всё верно"})
    assert Case.objects.filter(pk=place.case.pk).exists()
