"""A volunteer is entered, gives hours, and is found again in the list and its workbook."""

import pytest
from django.test import Client
from django.urls import reverse

from opora.access.models import User
from opora.access.rules import Actor, Role
from opora.audit.models import JournalEntry
from opora.cases.tests.factories import worker
from opora.common.dates import show_day, today
from opora.volunteers.models import GivenHours, Helper

pytestmark = pytest.mark.django_db


def signed_in(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def test_a_volunteer_is_entered_and_gives_hours_that_are_put_right() -> None:
    client = signed_in(worker(Role.COORDINATOR))
    day = show_day(today())
    client.post(reverse("volunteers:new"), {"kind": "both", "name": "Мария Тихая", "joined_on": day, "revision": 0})
    helper = Helper.objects.get()
    page = reverse("volunteers:helper", args=[helper.pk])
    hours = {"on": day, "hours": "12", "what": "Сборка наборов"}
    assert client.post(reverse("volunteers:hours", args=[helper.pk]), hours)["Location"] == page
    line = GivenHours.objects.get()
    assert client.post(reverse("volunteers:hours_correct", args=[line.pk]), hours | {"hours": "2"})["Location"] == page
    said = client.get(page).content.decode()
    assert "<s>Сборка наборов</s>" in said and said.count("/correct/") == 1
    right = GivenHours.objects.get()
    assert client.post(reverse("volunteers:hours_void", args=[right.pk]))["Location"] == page
    assert not GivenHours.objects.exists()
    assert JournalEntry.objects.filter(verb="volunteers.hours_corrected").count() == 1


def test_the_list_counts_who_joined_in_the_period_and_goes_to_a_workbook() -> None:
    client = signed_in(worker(Role.COORDINATOR))
    where = reverse("volunteers:list")
    assert "Пока никого нет" in client.get(where).content.decode()
    joined = {"kind": "donor", "name": "Завод «Луч»", "joined_on": "01.02.2024", "revision": 0}
    client.post(reverse("volunteers:new"), joined)
    page = client.get(where, {"from_on": "2024-01-01", "to_on": "2024-12-31"})
    assert page.context["joined"] == {"volunteer": 0, "donor": 1}
    assert "Завод «Луч»" in page.content.decode()
    assert "Завод «Луч»" not in client.get(where, {"from_on": "2025-01-01"}).content.decode()
    sheet = client.get(where, {"as": "xlsx"})
    assert sheet["Content-Type"].endswith("spreadsheetml.sheet")
