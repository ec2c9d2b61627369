"""What is typed and not sent is kept, sealed, for its writer alone, and ends when it is sent."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from opora.access.models import RoleAssignment
from opora.access.queries import actor_of
from opora.access.rules import SYSTEM, Actor
from opora.cases.tests.factories import scene
from opora.common.dates import now, today
from opora.drafts.actions import forget_old
from opora.drafts.models import FormDraft
from opora.drafts.queries import drafts_of
from opora.drafts.rules import joined
from opora.families.actions.erasing import erase_told
from opora.families.sealing import opened
from opora.families.told_words import told_everywhere
from opora.intake.models import ContactRecord
from opora.intake.tests.factories import make_referral, registrar
from opora.process.models import Route
from opora.process.tests.factories import BEGAN
from tests.forms.test_sent_twice import signed_in

pytestmark = pytest.mark.django_db
NOTES = "Печь дымит, обещали переложить"
KEEP: dict[str, Any] = {"HTTP_X_OPORA_DRAFT": "keep", "HTTP_HX_REQUEST": "true"}


def contact_form() -> tuple[Actor, Client, str]:
    actor = registrar()
    return actor, signed_in(actor), reverse("life:route_record", args=[make_referral().route_id, "call"])


def keep(client: Client, address: str, revision: str = "0", **typed: Any) -> Any:
    return client.post(address, {"draft-title": "Звонок", **typed}, **KEEP, HTTP_X_OPORA_DRAFT_REVISION=revision)


def test_what_was_typed_stands_in_the_form_again_on_any_device() -> None:
    actor, client, address = contact_form()
    assert keep(client, address, notes=NOTES, party="mother", result="agreed").json()["revision"] == 1
    assert not ContactRecord.objects.exists()
    page = signed_in(actor).get(address)
    assert NOTES in page.content.decode() and "Вернули начатое" in page.content.decode()
    assert page.context["form"]["party"].value() == "mother"
    [line] = drafts_of(actor=actor)
    assert (line.title, line.address) == ("Звонок", address)


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
    typed = {"day": "other", "date": BEGAN.isoformat(), "party": "mother", "result": "agreed", "notes": NOTES}
    assert client.post(address, {**typed, "party": ""}).status_code == 422
    assert FormDraft.objects.exists(), "a refused form is still begun"
    assert client.post(address, typed).status_code == 302
    assert not FormDraft.objects.exists()
    keep(client, address, notes=NOTES)
    client.post(address, {}, HTTP_X_OPORA_DRAFT="discard")
    assert not FormDraft.objects.exists()


def test_what_arrives_after_its_form_was_sent_begins_nothing_and_the_page_opened_anew_does() -> None:
    _actor, client, address = contact_form()
    opened_first, opened_anew = {"intention": "a" * 22}, {"intention": "b" * 22}
    typed = {"day": "other", "date": BEGAN.isoformat(), "party": "mother", "result": "agreed", "notes": NOTES}
    assert client.post(address, {**typed, **opened_first}).status_code == 302
    late = keep(client, address, notes=NOTES, **opened_first)
    assert late.status_code == 410 and "уже отправ" in late.json()["message"]
    assert not FormDraft.objects.exists()
    assert keep(client, address, notes=NOTES, **opened_anew).status_code == 200


def typed_in(draft: FormDraft) -> dict[str, list[str]]:
    words: dict[str, list[str]] = opened(draft, "words")["typed"]
    return words


def test_a_destruction_takes_what_was_begun_about_the_family() -> None:
    _actor, client, address = contact_form()
    keep(client, address, notes=NOTES)
    route_id = FormDraft.objects.get().route_id
    assert address == reverse("life:route_record", args=[route_id, "call"])
    assert any(one.key == "drafts.FormDraft.words" and one.whole for one in told_everywhere())
    erase_told(actor=SYSTEM, route_ids=[route_id or 0], case_ids=[])
    assert not FormDraft.objects.exists()


def test_a_form_nobody_goes_on_with_is_told_a_week_before_its_words_go() -> None:
    actor, client, address = contact_form()
    keep(client, address, notes=NOTES)
    saved = now()
    forget_old(at=saved + timedelta(days=22))
    assert drafts_of(actor=actor)[0].ends_on is None
    forget_old(at=saved + timedelta(days=24))
    assert "Долго никто не продолжал" in client.get("/").content.decode()
    assert NOTES in client.get(address).content.decode(), "it may still be gone on with"
    assert forget_old(at=saved + timedelta(days=31)) == 1
    assert typed_in(FormDraft.objects.get()) == {}, "no sealed word is left"
    assert "Набранного больше нет" in client.get("/").content.decode(), "what went is told"
    assert NOTES not in client.get(address).content.decode()
    forget_old(at=saved + timedelta(days=62))
    assert not FormDraft.objects.exists()


def test_going_on_with_a_form_spares_it() -> None:
    actor, client, address = contact_form()
    keep(client, address, notes=NOTES)
    forget_old(at=now() + timedelta(days=24))
    keep(client, address, revision="1", notes=f"{NOTES}!")
    assert drafts_of(actor=actor)[0].why == ""


def test_what_was_begun_on_a_path_that_ended_ends_with_it_and_its_writer_is_told_at_once() -> None:
    actor, client, address = contact_form()
    keep(client, address, notes=NOTES)
    route = Route.objects.get(pk=FormDraft.objects.get().route_id or 0)
    Route.objects.filter(pk=route.pk).update(ended_on=today())
    assert drafts_of(actor=actor)[0].why == "over"
    assert f'href="{address}"' not in client.get("/").content.decode(), "no link leads to a form that is refused"
    forget_old(at=now())
    Route.objects.filter(pk=route.pk).update(ended_on=None)
    forget_old(at=now() + timedelta(days=1))
    assert drafts_of(actor=actor)[0].why == "", "a path that goes on again keeps what was begun"
    Route.objects.filter(pk=route.pk).update(ended_on=today())
    forget_old(at=now())
    assert forget_old(at=now() + timedelta(days=8)) == 1
    assert typed_in(FormDraft.objects.get()) == {}


def test_begun_about_a_family_one_may_not_open_any_more_it_is_hidden_and_goes() -> None:
    actor, client, address = contact_form()
    keep(client, address, notes=NOTES)
    RoleAssignment.objects.filter(user_id=actor.own_id).delete()
    [line] = drafts_of(actor=actor_of(user_id=actor.own_id))
    assert (line.why, line.title, line.address) == ("shut", "", "")
    forget_old(at=now())
    assert forget_old(at=now() + timedelta(days=8)) == 1


def test_what_is_unfinished_stands_on_today_with_its_family_and_leads_back() -> None:
    _actor, client, address = contact_form()
    keep(client, address, notes=NOTES)
    shown = client.get("/").content.decode()
    part = shown[shown.index('aria-labelledby="unfinished"') :]
    assert f'href="{address}"' in part and "Звонок" in part
    assert NOTES not in shown
    assert "Звонок" not in signed_in(registrar()).get("/").content.decode()


def test_what_is_unfinished_is_thrown_away_after_a_question_and_only_by_its_writer() -> None:
    _actor, client, address = contact_form()
    keep(client, address, notes=NOTES)
    where = reverse("today:throw_away", args=[FormDraft.objects.get().pk])
    assert signed_in(registrar()).post(where).status_code == 404
    assert "вернуть" in client.get(where).content.decode() and FormDraft.objects.exists()
    sent = {"intention": "a" * 22}
    first = client.post(where, sent)
    assert not FormDraft.objects.exists()
    again = client.post(where, sent)
    assert first.headers["Location"] == again.headers["Location"] == "/", "a double click gets the first answer"


def test_two_begun_forms_of_one_kind_become_one_and_no_sentence_is_lost() -> None:
    own = {"notes": ["Печь дымит"], "kind": ["phone"], "place": [""], "why": ["то же самое"]}
    came = {"notes": ["Обещали переложить"], "kind": ["visit"], "place": ["дом"], "why": ["то же самое"], "n": ["1"]}
    assert joined(own, came) == {
        "notes": ["Печь дымит\n\nОбещали переложить"],
        "kind": ["phone"],
        "place": ["дом"],
        "why": ["то же самое"],
        "n": ["1"],
    }


def test_the_people_of_a_new_family_come_back_with_all_their_rows() -> None:
    place = scene()
    client, address = signed_in(place.coordinator), reverse("cases:new") + "?family=new"
    typed = {"rows": "4", "caregiver-surname": "Лукошкина", "child-3-given": "Вера"}
    assert keep(client, address, **typed).status_code == 200
    page = client.get(address).content.decode()
    assert "Лукошкина" in page and 'name="child-3-given" value="Вера"' in page
