"""A note is written on the page of a family, opened by its author, shared, and nowhere to be met by others."""

import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from opora.access.models import User
from opora.access.rules import Role
from opora.cases.models import TeamMember
from opora.cases.tests.factories import worker
from opora.common.dates import today
from opora.notes.actions import write_note
from opora.notes.models import ConfidentialNote
from opora.plans.tests.factories import make_walk
from opora.process.tests.factories import BEGAN
from opora.web.intake.tests.test_signals import signed_in, text_of

pytestmark = pytest.mark.django_db
WORDS = "Плакала, говоря о матери"


def test_from_writing_to_sharing():
    walk = make_walk()
    author, colleague = worker(Role.PSYCHOLOGIST), worker(Role.PSYCHOLOGIST)
    TeamMember.objects.create(case=walk.case, user_id=author.user_id, part="psychologist", from_on=BEGAN)
    client, other = signed_in(author), signed_in(colleague)
    sent = {"kind": "therapy", "on": today().isoformat(), "text": WORDS}
    assert client.post(reverse("notes:case", args=[walk.case.pk]), sent).status_code == 302
    note = ConfidentialNote.objects.get()
    address = reverse("notes:note", args=[note.pk])
    assert WORDS in text_of(client.get(address)) and address in text_of(client.get(reverse("notes:list")))
    assert other.get(address).status_code == 404
    assert client.post(reverse("notes:readers", args=[note.pk]), {"user_ids": [colleague.user_id]}).status_code == 302
    assert WORDS in text_of(other.get(address))
    for stranger in (worker(Role.HEAD), worker(Role.COORDINATOR, walk.department), walk.manager, walk.volunteer):
        browser = signed_in(stranger)
        assert browser.get(address).status_code == 404
        assert WORDS not in text_of(browser.get(reverse("cases:file", args=[walk.case.pk])))


def test_what_was_written_wrong_is_corrected_and_taken_back_on_its_page():
    walk = make_walk()
    author = worker(Role.PSYCHOLOGIST)
    TeamMember.objects.create(case=walk.case, user_id=author.user_id, part="psychologist", from_on=BEGAN)
    client = signed_in(author)
    client.post(
        reverse("notes:case", args=[walk.case.pk]), {"kind": "therapy", "on": today().isoformat(), "text": WORDS}
    )
    note = ConfidentialNote.objects.get()
    address = reverse("notes:note", args=[note.pk])
    assert client.post(reverse("notes:correct", args=[note.pk]), {"text": "Смеялась"}).status_code == 302
    told = text_of(client.get(address))
    assert "Смеялась" in told and WORDS in told, "what stood there before"
    void = reverse("notes:void", args=[note.pk])
    assert client.post(void, {"reason": ""}).status_code == 422
    assert client.post(void, {"reason": "Не та семья"}).status_code == 302
    told = text_of(client.get(address))
    assert "Не та семья" in told and reverse("notes:correct", args=[note.pk]) not in told
    assert "is-voided" in text_of(client.get(reverse("notes:list")))
    assert signed_in(worker(Role.HEAD)).post(void, {"reason": "Нет"}).status_code == 404


def test_the_list_is_searched_and_taken_away_with_days_and_kinds_and_no_word_of_a_note():
    walk = make_walk()
    author = worker(Role.PSYCHOLOGIST)
    TeamMember.objects.create(case=walk.case, user_id=author.user_id, part="psychologist", from_on=BEGAN)
    write_note(actor=author, case_id=walk.case.pk, kind="therapy", text=WORDS, on=BEGAN, today=BEGAN)
    client = signed_in(author)
    address = reverse("notes:list")
    assert "ничего" in text_of(client.get(address, {"q": "Сидорова"})).lower()
    assert walk.case.number in text_of(client.get(address, {"q": walk.case.number}))
    book = load_workbook(io.BytesIO(client.get(address, {"as": "xlsx"}).content))
    rows = list(book.worksheets[1].iter_rows(values_only=True))
    assert len(rows) == 2 and walk.case.number in rows[1]
    assert not [cell for row in rows for cell in row if WORDS in str(cell)]
    stranger = signed_in(worker(Role.PSYCHOLOGIST))
    other = load_workbook(io.BytesIO(stranger.get(address, {"as": "xlsx"}).content))
    assert len(list(other.worksheets[1].iter_rows())) == 1
    User.objects.filter(pk=author.user_id).update(is_active=False)
    left = signed_in(worker(Role.HEAD)).get(reverse("notes:left"), {"q": walk.case.number})
    assert walk.case.number in text_of(left) and WORDS not in text_of(left)
