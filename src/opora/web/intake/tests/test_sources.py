"""Information by source and the log of contacts, as people meet them."""

from datetime import date, time, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from opora.access.models import User
from opora.access.rules import SYSTEM, Actor
from opora.cases.tests.factories import scene
from opora.common.dates import today
from opora.intake import actions
from opora.intake.models import ContactRecord, SourceNote
from opora.intake.queries import ContactFilters, contact_log
from opora.intake.tests.factories import elsewhere, make_referral, registrar
from opora.process import actions as process
from opora.process.models import Paper, Route
from opora.process.tests.factories import BEGAN

pytestmark = pytest.mark.django_db


def signed_in(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def test_what_a_school_told_is_recorded_with_its_ground_and_found_by_source() -> None:
    client, route_id = signed_in(registrar()), make_referral().route_id
    address = reverse("intake:new_source", args=[route_id])
    assert client.get(address).status_code == 200
    sent = {"kind": "school", "who": "Детский сад № 5", "text": "Девочку забирают позже всех", "on": BEGAN.isoformat()}
    answer = client.post(address, sent)
    assert answer.status_code == 422 and "Девочку забирают позже всех" in answer.content.decode()
    assert client.post(address, {**sent, "basis": "request"}).status_code == 302
    assert client.post(address, {**sent, "kind": "family", "text": "Мама одна"}).status_code == 302
    note = SourceNote.objects.get(kind="school")
    assert "Девочку".encode() not in bytes(note.told)
    assert Paper.objects.filter(route_id=route_id, kind="sources").count() == 2
    page = client.get(reverse("intake:source", args=[note.pk])).content.decode()
    assert "Девочку забирают позже всех" in page and "Детский сад № 5" in page
    listed = client.get(reverse("intake:sources", args=[route_id]) + "?kind=school").content.decode()
    assert reverse("intake:source", args=[note.pk]) in listed
    assert reverse("intake:source", args=[SourceNote.objects.get(kind="family").pk]) not in listed
    assert signed_in(elsewhere()).get(reverse("intake:source", args=[note.pk])).status_code == 404


def test_asking_with_consent_needs_a_consent() -> None:
    client, route_id = signed_in(registrar()), make_referral().route_id
    address = reverse("intake:new_source", args=[route_id])
    sent = {"kind": "clinic", "basis": "consent", "text": "Привита", "on": BEGAN.isoformat()}
    assert client.post(address, sent).status_code == 422
    process.file_paper(actor=SYSTEM, route_id=route_id, kind="consent", on=BEGAN)
    assert client.post(address, sent).status_code == 302


def test_a_call_keeps_its_hour_its_length_and_its_topic() -> None:
    client, route_id = signed_in(registrar()), make_referral().route_id
    sent = {
        "day": "other",
        "date": BEGAN.isoformat(),
        "at": "10:45",
        "party": "mother",
        "topic": "housing",
        "result": "reached",
        "minutes": 12,
    }
    assert client.post(reverse("life:route_record", args=[route_id, "call"]), sent).status_code == 302
    contact = ContactRecord.objects.get()
    assert (str(contact.at), contact.topic, contact.minutes) == ("10:45:00", "housing", 12)
    log = client.get(reverse("intake:contacts")).content.decode()
    assert "10:45" in log and "Жильё" in log
    assert "10:45" not in client.get(reverse("intake:contacts") + "?topic=law").content.decode()
    assert "10:45" not in signed_in(elsewhere()).get(reverse("intake:contacts")).content.decode()


def test_the_log_turns_its_pages(django_assert_max_num_queries) -> None:
    actor = registrar()
    client, route_id = signed_in(actor), make_referral().route_id
    for minute in range(30):
        actions.record_contact(
            actor=actor,
            route_id=route_id,
            kind="phone",
            party="mother",
            result="not_reached",
            minutes=minute + 1,
            on=BEGAN,
        )
    client.get(reverse("intake:contacts"))
    with django_assert_max_num_queries(15):
        page = client.get(reverse("intake:contacts")).content.decode()
    assert "before=" in page
    assert date(2026, 1, 1) < BEGAN


def test_the_log_goes_by_day_and_hour_whenever_a_contact_was_written_down_and_no_page_skips_one() -> None:
    actor = registrar()
    route_id = make_referral().route_id
    days = [BEGAN - timedelta(days=number % 7) for number in range(60)]
    Route.objects.filter(pk=route_id).update(started_on=BEGAN - timedelta(days=9))
    hours = [None if number % 3 == 0 else time(8 + number % 5) for number in range(60)]
    for number, (day, hour) in enumerate(zip(days, hours, strict=True)):
        actions.record_contact(
            actor=actor, route_id=route_id, kind="phone", party="mother", result="not_reached",
            minutes=number + 1, at=hour, on=day,
        )  # fmt: skip
    seen: list[tuple[date, time | None, int]] = []
    before = None
    while True:
        lines, more = contact_log(actor=actor, filters=ContactFilters(), before_id=before)
        seen += [(one.on, one.at, one.id) for one in lines]
        before = lines[-1].id
        if len(seen) == 25:
            # What is taken back meanwhile loses nobody his place.
            actions.void_contact(actor=actor, contact_id=before, reason="Дважды", on=today())
        if not more:
            break
    assert len({pk for _day, _hour, pk in seen}) == 60
    assert seen == sorted(seen, key=lambda one: (one[0], one[1] or time.min, one[2]), reverse=True)


def test_a_talk_on_a_case_without_a_path_stands_in_the_log_too() -> None:
    world = scene()
    case = {"case_id": world.case.pk, "route_id": None}
    said = {"kind": "phone", "party": "mother", "result": "reached", "at": time(10, 45), "on": today()}
    actions.record_contact(actor=world.case_manager, **case, **said)
    assert ContactRecord.objects.get().route_id is None
    log = signed_in(world.case_manager).get(reverse("intake:contacts")).content.decode()
    assert "10:45" in log and world.case.number in log
    assert "10:45" not in signed_in(elsewhere()).get(reverse("intake:contacts")).content.decode()


def test_after_a_withdrawal_nothing_is_gathered_but_bread_is_given() -> None:
    client, route_id = signed_in(registrar()), make_referral().route_id
    process.record_facts(actor=SYSTEM, route_id=route_id, facts={"processing_blocked": True}, on=BEGAN)
    sent = {"kind": "family", "text": "Слова", "on": BEGAN.isoformat()}
    answer = client.post(reverse("intake:new_source", args=[route_id]), sent)
    assert answer.status_code == 422 and "Согласие на обработку данных отозвано" in answer.content.decode()
    aid = reverse("intake:new_aid", args=[route_id])
    assert client.post(aid, {"on": BEGAN.isoformat(), "food": "1", "remark": "Ветрова"}).status_code == 422
    assert client.post(aid, {"on": BEGAN.isoformat(), "food": "1"}).status_code == 302


def test_the_queue_hands_out_the_address_of_the_form() -> None:
    page = signed_in(registrar()).get(reverse("intake:list")).content.decode()
    assert "http://testserver/help/" in page and 'data-copy="help-address"' in page
