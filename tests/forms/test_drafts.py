"""What is typed and not sent is kept, sealed, for its writer alone, and ends when it is sent."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from opora.access.rules import Actor
from opora.cases.tests.factories import scene
from opora.common.dates import now
from opora.drafts.actions import forget_old
from opora.drafts.models import FormDraft
from opora.drafts.queries import count_drafts, drafts_of
from opora.families.sealed_fields import told_everywhere
from opora.intake.models import ContactRecord
from opora.intake.tests.factories import make_referral, registrar
from opora.process.tests.factories import BEGAN
from tests.forms.test_sent_twice import signed_in

pytestmark = pytest.mark.django_db
NOTES = "Печь дымит, обещали переложить"
KEEP = {"HTTP_X_OPORA_DRAFT": "keep", "HTTP_HX_REQUEST": "true"}


def contact_form() -> tuple[Actor, Client, str]:
    actor = registrar()
    return actor, signed_in(actor), reverse("intake:new_contact", args=[make_referral().route_id])


def keep(client: Client, address: str, revision: str = "0", **typed: Any) -> Any:
    return client.post(address, {"draft-title": "Новый контакт", **typed}, **KEEP, HTTP_X_OPORA_DRAFT_REVISION=revision)


def test_what_was_typed_stands_in_the_form_again_on_any_device() -> None:
    actor, client, address = contact_form()
    assert keep(client, address, notes=NOTES, kind="phone", result="agreed").json()["revision"] == 1
    assert not ContactRecord.objects.exists()
    page = signed_in(actor).get(address)
    assert NOTES in page.content.decode() and "Вернули начатое" in page.content.decode()
    assert page.context["form"]["kind"].value() == "phone"
    [line] = drafts_of(actor=actor)
    assert (line.title, line.address, line.form) == ("Новый контакт", address, "intake:new_contact")
    assert count_drafts(user_id=actor.user_id or 0) == {"intake:new_contact": 1}


def test_a_draft_is_sealed_and_its_writer_s_alone() -> None:
    _actor, client, address = contact_form()
    keep(client, address, notes=NOTES)
    assert NOTES.encode() not in bytes(FormDraft.objects.get().words)
    assert NOTES not in signed_in(registrar()).get(address).content.decode()


def test_whoever_may_not_open_a_form_keeps_no_draft_of_it() -> None:
    _actor, _client, address = contact_form()
    assert keep(signed_in(scene().case_manager), address, notes=NOTES).status_code == 404
    assert keep(Client(), address, notes=NOTES).status_code == 401
    assert not FormDraft.objects.exists()


def test_of_two_devices_the_older_text_is_not_kept_over_the_newer_one() -> None:
    actor, phone, address = contact_form()
    keep(phone, address, notes="с телефона")
    desk = signed_in(actor)
    assert keep(desk, address, revision="1", notes="с компьютера").json()["revision"] == 2
    told = keep(phone, address, revision="1", notes="снова с телефона")
    assert told.status_code == 409 and told.json()["saved_at"]
    assert "с компьютера" in phone.get(address).content.decode()
    # Whoever says so goes on with this text.
    forced = phone.post(address, {"notes": "снова с телефона"}, **KEEP)
    assert forced.json()["revision"] == 3


def test_a_draft_ends_when_the_form_is_sent_or_given_up() -> None:
    _actor, client, address = contact_form()
    keep(client, address, notes=NOTES)
    typed = {"on": BEGAN.isoformat(), "kind": "phone", "party": "mother", "result": "agreed", "notes": NOTES}
    assert client.post(address, {**typed, "kind": ""}).status_code == 422
    assert FormDraft.objects.exists(), "a refused form is still begun"
    assert client.post(address, typed).status_code == 302
    assert not FormDraft.objects.exists()
    keep(client, address, notes=NOTES)
    client.post(address, {}, HTTP_X_OPORA_DRAFT="discard")
    assert not FormDraft.objects.exists()


def test_drafts_end_with_what_they_speak_of_and_are_not_kept_for_ever() -> None:
    _actor, client, address = contact_form()
    keep(client, address, notes=NOTES)
    route_id = FormDraft.objects.get().route_id
    assert address == reverse("intake:new_contact", args=[route_id])
    assert any(one.key == "drafts.FormDraft.words" and one.whole for one in told_everywhere())
    assert forget_old(at=now() + timedelta(days=29)) == 0
    assert forget_old(at=now() + timedelta(days=31)) == 1


def test_the_people_of_a_new_family_come_back_with_all_their_rows() -> None:
    place = scene()
    client, address = signed_in(place.coordinator), reverse("cases:new") + "?family=new"
    typed = {"rows": "4", "caregiver-surname": "Лукошкина", "child-3-given": "Вера"}
    assert keep(client, address, **typed).status_code == 200
    page = client.get(address).content.decode()
    assert "Лукошкина" in page and 'name="child-3-given" value="Вера"' in page
