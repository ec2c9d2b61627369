"""Pages on which one writes down whom we asked for what families need, and what came of it."""

import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from opora.access.rules import Role
from opora.cases.tests.factories import worker
from opora.common.dates import today
from opora.goods.models import Appeal
from opora.web.intake.tests.test_signals import signed_in, text_of

pytestmark = pytest.mark.django_db


def test_from_asking_to_what_came_of_it():
    client = signed_in(worker(Role.WAREHOUSE))
    home = reverse("goods:appeals")
    assert "Пока никого не просили" in text_of(client.get(home))
    sent = {"what": "Коляски к зиме", "way": "letter", "whom": "Фонд «Тепло»", "on": today().isoformat()}
    assert client.post(reverse("goods:appeal_new"), {**sent, "whom": ""}).status_code == 422
    assert client.post(reverse("goods:appeal_new"), sent).status_code == 302
    made = Appeal.objects.get()
    assert "Фонд «Тепло»" in text_of(client.get(home)) and "Фонд «Тепло»".encode() not in bytes(made.whom)
    answer = {"state": "promised", "on": today().isoformat(), "promised_by": today().isoformat()}
    assert client.post(reverse("goods:appeal_answer", args=[made.pk]), answer).status_code == 302
    assert "обещано" in text_of(client.get(home, {"q": "коляски ТЕПЛО"}))
    assert "Ничего не найдено" in text_of(client.get(home, {"q": "велосипед"}))
    book = load_workbook(io.BytesIO(client.get(home, {"as": "xlsx"}).content))
    assert "Коляски к зиме" in list(book.worksheets[1].iter_rows(values_only=True))[1]
    assert client.post(reverse("goods:appeal_void", args=[made.pk]), {"reason": "Записали дважды"}).status_code == 302
    assert "Записали дважды" in text_of(client.get(home))
    assert signed_in(worker(Role.CASE_MANAGER)).get(home).status_code == 404
