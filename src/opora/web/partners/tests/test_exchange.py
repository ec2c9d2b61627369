"""Exchange with other directories through its page."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from opora.access.models import User
from opora.access.rules import Role
from opora.cases.tests.factories import worker
from opora.partners.hsds import Entry, write
from opora.partners.models import Partner

pytestmark = pytest.mark.django_db


def test_an_archive_is_shown_first_and_taken_in_on_a_second_press() -> None:
    client = Client()
    client.force_login(User.objects.get(pk=worker(Role.HEAD).user_id))
    address = reverse("partners:exchange")
    assert client.get(address).status_code == 200
    assert client.post(address, {}).status_code == 422
    assert client.post(address, {"file": SimpleUploadedFile("a.zip", b"no")}).status_code == 422
    data = write([Entry(name="Приют «Дом»", services="Жильё", contacts="8 800 000-00-00")])
    page = client.post(address, {"file": SimpleUploadedFile("a.zip", data)})
    text = page.content.decode()
    assert page.status_code == 200 and "Приют «Дом»" in text and "добавится" in text
    assert not Partner.objects.exists()
    kept = re.findall(r'name="kept" value="([^"]+)"', text)[0]
    assert client.post(address, {"kept": kept, "take": "1"}).status_code == 302
    assert Partner.objects.get().services == "Жильё"
    export = client.get(reverse("partners:export"))
    assert export.headers["Content-Type"] == "application/zip" and export.content[:2] == b"PK"
