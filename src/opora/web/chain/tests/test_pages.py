"""The page of a model with its figures: few questions, honest dashes, a workbook, an empty house."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from opora.__main__ import COMMANDS
from opora.access.actions import add_person
from opora.access.models import User
from opora.access.rules import SYSTEM, Role
from opora.packs.actions import publish_practice

pytestmark = pytest.mark.django_db
PAGE = "/chain/crisis_department/"


@pytest.fixture
def head() -> Client:
    made = add_person(
        actor=SYSTEM, name="Юлия Ким", email="head@opora.example", grants=[(Role.HEAD, None)],
        password="семь-синих-птиц-летят",
    )  # fmt: skip
    client = Client()
    client.force_login(User.objects.get(pk=getattr(made, "pk", made)))
    return client


def test_a_house_without_models_says_so(head: Client) -> None:
    assert "Логических моделей пока нет" in head.get("/chain/").content.decode()
    assert head.get(PAGE).status_code == 404


def test_the_model_stands_with_its_figures(head: Client) -> None:
    publish_practice(actor=SYSTEM, folder=COMMANDS.parent / "packs" / "practices" / "crisis_department")
    assert PAGE in head.get("/chain/").content.decode()
    assert PAGE in head.get("/logic/of/crisis_department/").content.decode()
    head.get(PAGE)
    with CaptureQueriesContext(connection) as asked:
        shown = head.get(f"{PAGE}?from_on=2024-01-01&to_on=2024-12-31")
    assert len(asked) <= 15
    text = shown.content.decode()
    assert "/indicators/of/IND-" in text and "from_on=2024-01-01" in text, "each value leads to its indicator"
    assert "это не ноль" in text and "по записям" in text
    workbook = head.get(f"{PAGE}?as=xlsx")
    assert workbook.headers["Content-Type"].endswith("spreadsheetml.sheet")
