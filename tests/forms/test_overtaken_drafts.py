"""Who writes on a draft that a colleague ends meanwhile is told so, keeps the words and may go on with them."""

import re
from typing import Any

import pytest
from django.test import Client

from opora.access.rules import SYSTEM
from opora.indicators import actions as indicators
from opora.instruments import actions as instruments
from opora.instruments.models import InstrumentDraft
from opora.logic import actions as logic
from opora.packs.actions import publish_practice
from opora.packs.queries import shipped_practices
from opora.pathways import actions as pathways
from opora.pathways.models import ProcessDraft
from opora.web.logic.tests.test_editor import client, fields_of

pytestmark = pytest.mark.django_db
CODE = "support_and_shelter"
WORDS = "Слова, которые нельзя потерять"
# Each editor: where a part is written, in which field, and how a colleague ends the draft.
EDITORS: dict[str, tuple[str, str, Any]] = {
    "model": (f"/logic/of/{CODE}/draft/boxes/r2/", "text_ru", lambda: logic.drop_draft(actor=SYSTEM, code=CODE)),
    "process": (
        f"/process/{CODE}/draft/parts/stage/visit/",
        "title_ru",
        lambda: pathways.drop_draft(actor=SYSTEM, code=CODE),
    ),
    "form": (
        "/instruments/of/efo/draft/items/1.1/",
        "weak_if_ru",
        lambda: instruments.drop_draft(actor=SYSTEM, code="efo"),
    ),
    "indicator": (
        "/indicators/of/own-1/draft/",
        "title",
        lambda: indicators.drop_draft(actor=SYSTEM, code="own-1"),
    ),
}


@pytest.fixture
def anna() -> Client:
    publish_practice(actor=SYSTEM, folder=shipped_practices()[CODE])
    indicators.publish_indicator(actor=SYSTEM, code="own-1", title="Сигналы", measure="IND-01", filters={})
    logic.begin_draft(actor=SYSTEM, code=CODE)
    pathways.begin_draft(actor=SYSTEM, code=CODE)
    instruments.begin_draft(actor=SYSTEM, code="efo")
    indicators.begin_draft(actor=SYSTEM, code="own-1")
    return client("Анна", "methodologist")


@pytest.mark.parametrize("editor", EDITORS)
def test_the_words_go_into_a_new_draft(anna: Client, editor: str) -> None:
    path, field, end = EDITORS[editor]
    typed = {**fields_of(anna, path), field: WORDS}
    end()
    page = anna.post(path, typed)
    assert page.status_code == 409 and WORDS in page.content.decode()
    assert "Черновик уже оставлен" in page.content.decode()
    kept = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page.content.decode())
    sent: dict[str, list[str]] = {}
    for name, value in kept:
        sent.setdefault(name, []).append(value)
    assert anna.post(path, sent).status_code == 302
    assert fields_of(anna, path)[field] == WORDS


def test_what_changed_meanwhile_is_shown_before_it_is_replaced(anna: Client) -> None:
    path = EDITORS["process"][0]
    typed = {**fields_of(anna, path), "title_ru": WORDS}
    boris = client("Борис", "methodologist")
    boris.post(path, {**fields_of(boris, path), "title_ru": "Слова Бориса"})
    boris.post(f"/process/{CODE}/draft/publish/", fields_of(boris, f"/process/{CODE}/draft/publish/"))
    page = anna.post(path, typed)
    assert page.status_code == 409 and "опубликовано, Борис" in page.content.decode()
    again = anna.post(path, {**typed, "anew": "1"})
    assert again.status_code == 422 and "Слова Бориса" in again.content.decode() and WORDS in again.content.decode()
    assert ProcessDraft.objects.get(state="open").body["stages"]["visit"]["title"]["ru"] == "Слова Бориса"


def test_words_on_a_part_that_was_removed_are_shown(anna: Client) -> None:
    path = EDITORS["form"][0]
    typed = {**fields_of(anna, path), "weak_if_ru": WORDS}
    instruments.drop_item(actor=SYSTEM, code="efo", item="1.1", seen=None)
    page = anna.post(path, typed)
    assert page.status_code == 409 and WORDS in page.content.decode() and "убрали" in page.content.decode()
    assert InstrumentDraft.objects.get().state == "open"


def test_a_draft_that_is_only_opened_is_not_found_and_tells_nobody_else_who_ended_it(anna: Client) -> None:
    path, _field, end = EDITORS["model"]
    end()
    found = anna.get(path)
    assert found.status_code == 404 and "Черновик уже оставлен" in found.content.decode()
    stranger = client("Читатель", "specialist").get(path)
    assert stranger.status_code == 404 and "Черновик" not in stranger.content.decode()
