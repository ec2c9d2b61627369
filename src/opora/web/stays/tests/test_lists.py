"""Lists of a centre: its rooms and the log of its shifts, searched and taken away."""

import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from opora.access.rules import SYSTEM
from opora.audit.models import JournalEntry
from opora.common.dates import today
from opora.stays import actions
from opora.stays.tests.factories import House, admit, house
from opora.web.intake.tests.test_signals import signed_in, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> House:
    return house()


def rows_of(answer) -> list[tuple[object, ...]]:
    return list(load_workbook(io.BytesIO(answer.content)).worksheets[1].iter_rows(values_only=True))


def test_rooms_are_searched_printed_and_taken_away(place: House) -> None:
    actions.block_bed(actor=SYSTEM, bed_id=place.beds[0].pk, from_on=today(), why="Красим стены", on=today())
    client, address = signed_in(place.scene.coordinator), reverse("stays:rooms", args=[place.shelter.pk])
    page = text_of(client.get(address))
    assert "data-print" in page and "as=xlsx" in page
    rows = rows_of(client.get(address, {"as": "xlsx"}))
    assert len(rows) == 7 and "Красим стены" in rows[1]
    assert len(rows_of(client.get(address, {"as": "xlsx", "q": "красим"}))) == 2
    found = text_of(client.get(address, {"q": "КРАСИМ"}))
    assert "<h2>Комната 1</h2>" in found and "<h2>Комната 2</h2>" not in found
    assert "Ничего не найдено" in text_of(client.get(address, {"q": "чердак"}))


def test_the_log_of_shifts_is_searched_by_words_and_codes_and_each_look_is_noted(place: House) -> None:
    admit(place)
    about = {"actor": place.scene.coordinator, "shelter_id": place.shelter.pk, "shift": "day"}
    actions.note_on_shift(**about, text="Ёлку нарядили", on=today())
    actions.note_on_shift(**about, text="Гуляли в парке", case_id=place.scene.case.pk, on=today())
    client, address = signed_in(place.scene.coordinator), reverse("stays:duty", args=[place.shelter.pk])
    found = text_of(client.get(address, {"q": "елку"}))
    assert "Ёлку нарядили" in found and "Гуляли" not in found
    assert not JournalEntry.objects.filter(verb="stays.duty_read", case_id=place.scene.case.pk).exists()
    code = place.scene.home.client.code
    assert "Гуляли в парке" in text_of(client.get(address, {"q": code.lower()}))
    assert JournalEntry.objects.filter(verb="stays.duty_read", case_id=place.scene.case.pk).exists()
    assert "Ничего не найдено" in text_of(client.get(address, {"q": "пожар"}))
    assert len(rows_of(client.get(address, {"q": "елку", "as": "xlsx"}))) == 2
