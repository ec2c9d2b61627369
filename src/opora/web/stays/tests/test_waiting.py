"""Who waits for a place, on pages: the form, the stay, the page of the family, its life, the board, the list."""

import re
from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from opora.access.rules import Role
from opora.cases.tests.factories import worker
from opora.common.dates import today
from opora.process.tests.factories import make_route
from opora.stays.models import Waiting
from opora.stays.tests.factories import house
from opora.web.intake.tests.test_signals import signed_in, text_of

pytestmark = pytest.mark.django_db


def test_a_family_is_put_on_the_list_and_its_stay_its_page_the_board_and_the_list_tell_it() -> None:
    place = house()
    case, client = place.scene.case, signed_in(place.scene.case_manager)
    stay, board = reverse("stays:case", args=[case.pk]), reverse("stays:board", args=[place.shelter.pk])
    way = reverse("stays:case_wait", args=[case.pk])
    assert way in text_of(client.get(stay))
    form = client.get(way).context["form"]
    assert form.initial["people"] == 3
    since = today() - timedelta(days=2)
    typed = {"urgency": "", "people": "3", "shelter_id": place.shelter.pk, "on": since.strftime("%d.%m.%Y")}
    assert client.post(way, typed).status_code == 422
    sent = typed | {"urgency": "tonight", "note": "Ночуют на вокзале"}
    assert client.post(way, sent).headers["Location"] == stay
    page = text_of(client.get(stay))
    assert f"Ждёт места с {since:%d.%m.%Y}" in page and "Ночуют на вокзале" in page and way not in page
    assert "Негде ночевать сегодня" in page
    assert "ждёт места с" in text_of(client.get(reverse("cases:file", args=[case.pk])))
    assert "Ждёт места в центре" in text_of(client.get(reverse("life:case", args=[case.pk])))
    code = place.scene.home.client.code
    for address in (board, reverse("stays:waiting")):
        shown = re.sub(r"\s*(<|>)\s*", r"\1", text_of(client.get(address)))
        assert f">{code}" in shown and "3 человека" in shown
        assert 'class="tag late">негде ночевать сегодня' in shown, "a night has passed"
    colleague = signed_in(worker(Role.SPECIALIST, place.scene.department, "Анна Белова"))
    seen = text_of(colleague.get(reverse("stays:waiting")))
    assert code not in seen and "Ждёт ещё 1 семья, с которой работают коллеги." in seen
    waiting = Waiting.objects.get()
    answer = reverse("stays:wait_answer", args=[waiting.pk])
    assert client.post(answer, {"answer": "elsewhere", "on": today().strftime("%d.%m.%Y")}).headers["Location"] == stay
    shown = text_of(client.get(reverse("stays:waiting")))
    assert "Места никто не ждёт" in shown
    assert "нашла другой приют" in text_of(client.get(reverse("stays:waiting"), {"state": "over"}))
    assert "Нашла другой приют" in text_of(client.get(stay)) and "Ждут места" not in text_of(client.get(board))
    book = load_workbook(BytesIO(client.get(reverse("stays:waiting"), {"as": "xlsx"}).getvalue()))
    cells = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
    assert code in cells and "нашла другой приют" in cells and not any("вокзал" in cell for cell in cells)


def test_a_family_without_a_case_waits_by_the_number_of_its_path() -> None:
    route = make_route()
    client = signed_in(worker(Role.COORDINATOR, route.department))
    way = reverse("stays:route_wait", args=[route.pk])
    assert way in text_of(client.get(reverse("stays:route", args=[route.pk])))
    client.post(way, {"urgency": "days", "people": "2", "on": today().strftime("%d.%m.%Y")})
    shown = text_of(client.get(reverse("stays:waiting")))
    assert reverse("stays:route", args=[route.pk]) in shown and "любой центр" in shown
