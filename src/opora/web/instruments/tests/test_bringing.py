"""A form is brought as a file: looked at first, kept as a draft after a yes, refused in words."""

import io
import re
import zipfile
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from opora.access.rules import SYSTEM
from opora.common.sheets_writing import write_sheets
from opora.instruments.actions import publish_version
from opora.instruments.models import InstrumentDraft
from opora.instruments.queries import published_definitions
from opora.instruments.rules import read_instrument, xlsform_of
from opora.instruments.tests.forms import SMALL
from opora.instruments.tests.test_xlsform import CHOICES, SETTINGS, SURVEY
from opora.web.instruments.tests.test_editor import client, send

pytestmark = pytest.mark.django_db


def look(browser: Client, name: str, content: bytes) -> str:
    page = browser.post("/instruments/bring/", {"file": SimpleUploadedFile(name, content)})
    text: str = page.content.decode()
    return text


def take(browser: Client, page: str) -> Any:
    held = re.search(r'name="held"\s+value="([^"]+)"', page)
    assert held is not None
    return browser.post("/instruments/bring/in/", {"held": held[1]}, follow=True)


def zipped(**files: str) -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        for name, text in files.items():
            archive.writestr(f"practice/instruments/{name}.toml", text)
        archive.writestr("practice/practice.toml", "")
    return memory.getvalue()


def test_a_workbook_of_kobo_is_looked_at_row_by_row_and_taken_as_a_draft() -> None:
    anna = client("Анна")
    page = look(anna, "kobo.xlsx", write_sheets({"survey": SURVEY, "choices": CHOICES, "settings": SETTINGS}))
    assert "Не берётся" in page and "лист survey, строка 14" in page and "слабая сторона начинается с «Плохо»" in page
    assert not InstrumentDraft.objects.exists()
    assert take(anna, page).redirect_chain[-1][0] == "/instruments/of/kobo_form_1/draft/"
    assert "Теперь форма — черновик" in anna.get("/").content.decode() or InstrumentDraft.objects.count() == 1
    send(anna, "/instruments/of/kobo_form_1/draft/publish/")
    assert len(published_definitions(code="kobo_form_1")[0].items) == 4


def test_a_file_goes_round_through_the_editor_unchanged() -> None:
    anna = client("Анна")
    take(anna, look(anna, "mini.toml", SMALL.encode()))
    taken = anna.get("/instruments/of/mini/draft/toml/").content.decode()
    assert read_instrument(taken).definition == read_instrument(SMALL).definition


def test_a_folder_brings_the_next_version_of_a_known_form() -> None:
    known = read_instrument(SMALL).definition
    assert known is not None
    publish_version(actor=SYSTEM, definition=known)
    anna = client("Анна")
    page = look(anna, "practice.zip", zipped(mini=SMALL.replace("Есть где жить", "Есть где жить семье"), bad="code = "))
    assert "после версии 1" in page and "<ins>Есть где жить семье</ins>" in page and "Исправьте файл" in page
    take(anna, page)
    assert "Действует версия 2" in send(anna, "/instruments/of/mini/draft/publish/").content.decode()


def test_our_own_workbook_of_a_published_form_changes_nothing_but_what_was_edited() -> None:
    known = read_instrument(SMALL).definition
    assert known is not None
    publish_version(actor=SYSTEM, definition=known)
    anna = client("Анна")
    taken = anna.get("/instruments/of/mini/versions/1/xlsform/")
    assert taken.headers["Content-Disposition"].endswith('.xlsx"')
    take(anna, look(anna, "mini.xlsx", taken.content))
    assert "Пока ничего не изменено" in anna.get("/instruments/of/mini/draft/publish/").content.decode()
    # While the draft is worked on, no other file pushes it aside.
    again = look(anna, "mini.xlsx", write_sheets(xlsform_of(known)))
    assert "сейчас работают" in again and 'name="held"' not in again


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.docx", b"x"), ("a.zip", b"x"), ("a.xlsx", b"x"), ("a.zip", zipped())],
)
def test_what_is_no_form_is_refused_in_a_sentence(name: str, content: bytes) -> None:
    page = client("Анна").post("/instruments/bring/", {"file": SimpleUploadedFile(name, content)})
    assert page.status_code == 422


def test_what_was_looked_at_cannot_be_swapped() -> None:
    anna = client("Анна")
    assert anna.post("/instruments/bring/in/", {"held": "invented"}).status_code == 409
    assert not InstrumentDraft.objects.exists()
