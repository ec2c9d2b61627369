"""A form sent after the session has ended, without a script: signed in again, its writer finds all of it, and nobody
else ever does."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from opora.access.models import User
from opora.access.rules import Actor
from opora.drafts.models import FormDraft
from opora.intake.models import ContactRecord
from opora.intake.tests.factories import registrar
from opora.process.tests.factories import BEGAN
from tests.forms.test_drafts import NOTES, contact_form
from tests.forms.test_sent_twice import signed_in

pytestmark = pytest.mark.django_db
TYPED = {"day": "other", "date": BEGAN.isoformat(), "party": "mother", "result": "agreed", "notes": NOTES}


def marks_of(page: Any) -> dict[str, str]:
    shown = page.content.decode()
    found = {name: re.findall(rf'name="{name}" value="([^"]*)"', shown) for name in ("csrfmiddlewaretoken", "whose")}
    return {name: values[-1] for name, values in found.items()}


def strict(actor: Actor | None = None) -> Client:
    client = Client(enforce_csrf_checks=True)
    if actor is not None:
        client.force_login(User.objects.get(pk=actor.own_id))
    return client


def opened() -> tuple[Actor, Client, str, dict[str, str]]:
    """Somebody has opened the form of a contact in a browser that checks against forgery."""
    actor, _client, address = contact_form()
    browser = strict(actor)
    return actor, browser, address, marks_of(browser.get(address))


def ended(browser: Client) -> Client:
    """The session is over; the other cookies of the browser are there as before."""
    browser.session.flush()
    return browser


def test_what_is_sent_without_a_session_stands_in_the_form_after_signing_in() -> None:
    actor, browser, address, marks = opened()
    answer = ended(browser).post(address, {**TYPED, **marks})
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/account/login/?next=%2Froutes%2F")
    assert "сохранено" in browser.get(answer.headers["Location"]).content.decode()
    assert not ContactRecord.objects.exists(), "nobody has sent it yet"
    assert NOTES.encode() not in bytes(FormDraft.objects.get().words)
    assert FormDraft.objects.get().route_id, "found by a destruction"
    page = signed_in(actor).get(address)
    assert NOTES in page.content.decode() and page.context["form"]["party"].value() == "mother"
    assert strict(actor).get("/").content.decode().count('aria-labelledby="unfinished"') == 1
    assert signed_in(actor).post(address, TYPED).status_code == 302
    assert ContactRecord.objects.count() == 1 and not FormDraft.objects.exists()


def test_somebody_else_who_signs_in_there_finds_nothing() -> None:
    _actor, browser, address, marks = opened()
    ended(browser).post(address, {**TYPED, **marks})
    other = registrar()
    browser.force_login(User.objects.get(pk=other.own_id))
    assert NOTES not in browser.get(address, follow=True).content.decode()
    assert "unfinished" not in browser.get("/").content.decode()


@pytest.mark.parametrize("whose", ["", "forged", "WzEsMl0:1abc:def"])
def test_without_a_sound_mark_nothing_is_kept(whose: str) -> None:
    _actor, browser, address, marks = opened()
    answer = ended(browser).post(address, {**TYPED, **marks, "whose": whose})
    assert answer.status_code == 302 and not FormDraft.objects.exists()


def test_the_mark_of_one_page_keeps_nothing_on_another() -> None:
    _actor, browser, address, marks = opened()
    route_id = address.split("/")[2]
    other = reverse("intake:new_aid", args=[route_id])
    assert other != address
    ended(browser).post(other, {**TYPED, **marks})
    assert not FormDraft.objects.exists()


def test_a_page_of_the_session_before_is_given_back_to_be_sent_anew() -> None:
    actor, _browser, address, marks = opened()
    again = strict(actor)
    again.get(address)
    answer = again.post(address, {**TYPED, **marks, "csrfmiddlewaretoken": "a" * 64})
    assert (answer.status_code, answer.headers["Location"]) == (302, address)
    assert not ContactRecord.objects.exists()
    assert NOTES in again.get(address).content.decode()
    other = strict(registrar())
    other.get("/")
    FormDraft.objects.all().delete()
    assert other.post(address, {**TYPED, **marks}).status_code == 403
    assert not FormDraft.objects.exists(), "the mark of one person is of no use to another"


def test_a_sheet_sent_without_a_session_leads_to_the_door_and_back() -> None:
    _actor, browser, address, marks = opened()
    answer = ended(browser).post(address, {**TYPED, **marks}, headers={"HX-Request": "true"})
    assert answer.status_code == 401
    assert answer.headers["HX-Redirect"].startswith("/account/login/?next=%2Froutes%2F")
    assert FormDraft.objects.count() == 1


def test_sent_again_after_going_back_no_sentence_of_either_is_lost() -> None:
    actor, browser, address, marks = opened()
    ended(browser).post(address, {**TYPED, **marks})
    browser.post(address, {**TYPED, **marks, "notes": f"{NOTES} и ещё"})
    form = signed_in(actor).get(address).context["form"]
    assert form["notes"].value() == f"{NOTES} и ещё"
