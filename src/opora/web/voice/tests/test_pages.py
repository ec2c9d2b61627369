"""What is said in public is entered by hand, counted in the period asked for, and shows nobody without consent."""

import pytest
from django.test import Client
from django.urls import reverse

from opora.access.models import User
from opora.access.rules import Role
from opora.cases.tests.factories import worker
from opora.common.dates import show_day, today
from opora.voice.models import FollowerCount, PublicPiece, VoiceChannel

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=worker(Role.COORDINATOR).user_id))
    return client


def test_whether_somebody_can_be_recognized_must_be_answered(client: Client) -> None:
    new = reverse("voice:new")
    typed = {"kind": "material", "title": "Листовка", "on": show_day(today()), "copies": "300", "revision": 0}
    assert "shows_people" in client.post(new, typed).context["form"].errors
    assert "consent_number" in client.post(new, typed | {"shows_people": "somebody"}).context["form"].errors
    assert not PublicPiece.objects.exists()
    assert client.post(new, typed | {"shows_people": "nobody"}).status_code == 302
    assert PublicPiece.objects.get().copies == 300
    change = client.get(reverse("voice:change", args=[PublicPiece.objects.get().pk]))
    assert change.context["form"].initial["shows_people"] == "nobody"


def test_a_form_for_an_event_asks_what_an_event_has(client: Client) -> None:
    page = client.get(reverse("voice:new"), {"kind": "event"})
    assert "part" in page.context["form"].fields and "copies" not in page.context["form"].fields
    assert [code for code, _label in page.context["form"].fields["kind"].choices] == ["event"]
    event = {"kind": "event", "title": "Форум", "on": show_day(today()), "part": "speaker", "shows_people": "nobody"}
    assert client.post(reverse("voice:new") + "?kind=event", event | {"revision": 0}).status_code == 302
    assert PublicPiece.objects.get().part == "speaker"


def test_the_list_counts_the_period_asked_for_and_goes_to_a_workbook(client: Client) -> None:
    where = reverse("voice:list")
    piece = {"kind": "event", "title": "Круглый стол", "on": "01.02.2024", "shows_people": "nobody", "revision": 0}
    client.post(reverse("voice:new"), piece)
    assert client.get(where).context["counted"] == {}
    page = client.get(where, {"from_on": "2024-01-01", "to_on": "2024-12-31"})
    assert page.context["counted"] == {"event": 1}
    # What a filter exchanges on the page has the figures in it.
    assert "01.01.2024 – 31.12.2024" in page.content.decode().partition('id="results"')[2]
    assert client.get(where, {"as": "xlsx"})["Content-Type"].endswith("spreadsheetml.sheet")


def test_the_followers_of_all_channels_are_summed(client: Client) -> None:
    for name, counts in (("Сообщество", ("100", "120")), ("Канал", ("50", "45"))):
        client.post(reverse("voice:channel_new"), {"name": name, "is_active": "on", "revision": 0})
        channel = VoiceChannel.objects.get(name=name)
        for on, followers in zip(("01.01.2026", "01.02.2026"), counts, strict=True):
            client.post(reverse("voice:count", args=[channel.pk]), {"on": on, "followers": followers})
    assert FollowerCount.objects.count() == 4
    page = client.get(reverse("voice:channels"))
    assert (page.context["followers"], page.context["change"]) == (165, 15)
