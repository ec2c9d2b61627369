"""An organization adds a field of its own, a caseworker fills it in, the list of cases and its workbook show it."""

import io
from typing import Any

import openpyxl
import pytest
from django.test import Client

from opora.access.models import User
from opora.details.tests.factories import a_field
from opora.plans.tests.factories import Walk, make_walk
from opora.web.instruments.tests.test_editor import client

pytestmark = pytest.mark.django_db


@pytest.fixture
def walk() -> Walk:
    return make_walk()


def manager_of(walk: Walk) -> Client:
    browser = Client()
    browser.force_login(User.objects.get(pk=walk.manager.user_id))
    return browser


def text(answer: Any) -> str:
    page: str = answer.content.decode()
    return page


def test_a_field_is_added_filled_in_found_and_taken_away(walk: Walk) -> None:
    head = client("Руководитель")
    typed = {"about": "family", "kind": "choice", "title_ru": "Откуда узнали", "choices_ru": "Соседи\nОпека"}
    assert "Откуда узнали" in text(head.post("/fields/new/", typed, follow=True))
    manager, case = manager_of(walk), walk.case.pk
    file = text(manager.get(f"/cases/{case}/"))
    assert "Дополнительно" in file and "Пока ничего не заполнено" in file
    form = manager.get(f"/cases/{case}/details/fill/").context["form"]
    name = next(one for one in form.fields if one.startswith("family-"))
    sent = {"revision": form.initial["revision"], name: "c2"}
    assert manager.post(f"/cases/{case}/details/fill/", sent).status_code == 302
    assert "Откуда узнали" in (page := text(manager.get(f"/cases/{case}/"))) and "Опека" in page
    # A colleague's page of before overwrites nothing.
    late = manager.post(f"/cases/{case}/details/fill/", {**sent, name: "c1"})
    assert late.status_code == 422 and "Коллега за это время изменил" in text(late)
    assert "Опека" in text(manager.get(f"/cases/{case}/details/"))
    # The list is narrowed by it, shows it as a column, and its workbook has it.
    code = name_of_field(head)
    found = text(manager.get(f"/cases/?{code}=c2&column={code}"))
    row = f'href="/cases/{case}/"'
    assert row in found and "Опека" in found
    assert row not in text(manager.get(f"/cases/?{code}=c1"))
    book = openpyxl.load_workbook(io.BytesIO(manager.get(f"/cases/?as=xlsx&{code}=c2").content))
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "Откуда узнали" in cells and "Опека" in cells


def name_of_field(head: Client) -> str:
    fields = head.get("/fields/").context["groups"][0][1]
    return str(fields[0].field.code)


def test_english_stays_with_its_answer_where_another_has_none() -> None:
    head = client("Руководитель")
    typed = {"about": "family", "kind": "choice", "title_ru": "Откуда узнали", "choices_ru": "Соседи\nОпека\nСами"}
    head.post("/fields/new/", {**typed, "choices_en": "\nGuardianship"})
    address = "/fields/{}/".format(head.get("/fields/").context["groups"][0][1][0].field.id)
    form = head.get(address).context["form"]
    assert head.post(address, form.initial).status_code == 302
    again = head.get(address).context["field"]
    assert [one.title.en for one in again.offered] == ["", "Guardianship", ""]


def test_words_do_not_leave_the_house_by_a_list(walk: Walk) -> None:
    field = a_field(kind="text", title="О чём молчат")
    page = text(manager_of(walk).get("/cases/"))
    assert field.code not in page


def test_what_only_a_psychologist_sees_nobody_else_is_asked(walk: Walk) -> None:
    a_field(roles=["psychologist"], title="Для психолога")
    manager = manager_of(walk)
    assert "Дополнительно" not in text(manager.get(f"/cases/{walk.case.pk}/"))
    assert "Для психолога" not in text(manager.get(f"/cases/{walk.case.pk}/details/fill/"))


def test_a_field_is_ended_and_asked_again() -> None:
    head = client("Руководитель")
    field = a_field()
    assert "Ответы останутся видны" in text(head.get(f"/fields/{field.id}/end/"))
    head.post(f"/fields/{field.id}/end/")
    assert "Больше не спрашиваются" in text(head.get("/fields/"))
    head.post(f"/fields/{field.id}/again/")
    assert "Больше не спрашиваются" not in text(head.get("/fields/"))


def test_a_stranger_finds_nothing(walk: Walk) -> None:
    stranger = Client()
    stranger.force_login(User.objects.get(pk=walk.stranger.user_id))
    assert stranger.get(f"/cases/{walk.case.pk}/details/").status_code == 404
    assert stranger.get("/fields/").status_code == 404
