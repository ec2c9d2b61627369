"""The pages of the directory and of referrals as people meet them."""

import pytest
from django.test import Client
from django.urls import reverse

from opora.access.models import User
from opora.access.rules import Actor, Role
from opora.cases.tests.factories import worker
from opora.common.dates import add_months, today
from opora.partners.models import OnwardReferral, Partner
from opora.process.tests.factories import make_route

pytestmark = pytest.mark.django_db
ENTRY = {
    "name": "Центр «Вместе»",
    "kind": "charity",
    "services": "Юридические консультации",
    "contacts": "+7 495 000-00-00",
    "is_active": "on",
}


def signed_in(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def test_an_entry_is_added_found_and_changed() -> None:
    client = signed_in(worker(Role.COORDINATOR))
    assert client.get(reverse("partners:new")).status_code == 200
    assert client.post(reverse("partners:new"), {**ENTRY, "services": ""}).status_code == 422
    assert client.post(reverse("partners:new"), ENTRY, follow=True).status_code == 200
    partner = Partner.objects.get()
    page = client.get(reverse("partners:list"), {"q": "юридическая консультация"}).content.decode()
    assert partner.name in page
    assert "нужно проверить" in page
    change = reverse("partners:change", args=[partner.pk])
    assert client.get(change).status_code == 200
    sent = {**ENTRY, "revision": partner.revision, "checked_on": today().isoformat(), "rating": "4"}
    assert client.post(change, sent, follow=True).status_code == 200
    assert client.post(change, sent).status_code == 422
    assert Partner.objects.get().rating == 4


def test_the_directory_is_not_for_volunteers_and_not_for_specialists_to_change() -> None:
    assert signed_in(worker(Role.VOLUNTEER)).get(reverse("partners:list")).status_code == 404
    specialist = signed_in(worker(Role.SPECIALIST))
    assert specialist.get(reverse("partners:list")).status_code == 200
    assert specialist.get(reverse("partners:new")).status_code == 404


def test_a_family_is_referred_and_its_referral_confirmed() -> None:
    route = make_route()
    client = signed_in(worker(Role.COORDINATOR, route.department))
    client.post(reverse("partners:new"), ENTRY)
    partner = Partner.objects.get()
    refer = reverse("partners:refer", args=[route.pk])
    assert client.get(refer, {"partner": str(partner.pk)}).status_code == 200
    sent = {"partner_id": partner.pk, "on": add_months(today(), -1).isoformat(), "told": "Мать с детьми"}
    assert client.post(refer, sent).status_code == 422
    assert client.post(refer, {**sent, "has_consent": "on"}, follow=True).status_code == 200
    onward = OnwardReferral.objects.get()
    confirm = reverse("partners:confirm", args=[onward.pk])
    assert confirm in client.get(reverse("partners:unconfirmed")).content.decode()
    assert "Мать с детьми" in client.get(confirm).content.decode()
    assert client.post(confirm, {"outcome": "received", "on": today().isoformat()}).status_code == 302
    panel = client.get(reverse("partners:panel", args=[route.pk])).content.decode()
    assert "<section" in panel
    assert "помощь получена" in panel
    stranger = signed_in(worker(Role.SPECIALIST))
    for address in (refer, confirm, reverse("partners:panel", args=[route.pk])):
        assert stranger.get(address).status_code == 404
