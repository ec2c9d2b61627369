"""A double click, a slow net, two tabs: the very same sent twice makes one record and gets one answer."""

import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Barrier
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse

from opora.access.models import User
from opora.access.rules import Actor
from opora.cases.models import Case
from opora.cases.tests.factories import scene
from opora.families.models import Family
from opora.intake.models import ContactRecord, Referral, UrgentAid
from opora.intake.tests.factories import make_referral, registrar
from opora.process.tests.factories import BEGAN, publish_trial, trial_program

FINAL = ("audit_journalentry", "audit_entry_no_truncate"), ("audit_journalseal", "audit_seal_no_truncate")
TOKEN = re.compile(r'name="intention" value="([\w-]{22})"')
ON = BEGAN.isoformat()


@pytest.fixture(scope="module")
def emptied_journal(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A test that commits empties its database afterwards: the one time the journal may be."""

    def let(word: str) -> None:
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            for table, trigger in FINAL:
                cursor.execute(f"ALTER TABLE {table} {word} TRIGGER {trigger}")

    let("DISABLE")
    yield
    let("ENABLE")


@dataclass
class Sending:
    """A form of some page, filled in, and how many records there are of what it makes."""

    client: Client
    address: str
    typed: dict[str, Any]
    count: Callable[[], int]

    def open(self) -> None:
        """The person looks at the page, so that the form bears its token."""
        page = self.client.get(self.address)
        assert page.status_code == 200
        found = TOKEN.search(page.content.decode())
        assert found, f"{self.address} bears no token"
        self.typed["intention"] = found[1]

    def send(self, **changed: Any) -> Any:
        return self.client.post(self.address, {**self.typed, **changed})

    def send_at_once(self) -> list[Any]:
        """Two requests at one moment, as a double click sends them."""
        start = Barrier(2)

        def one(_number: int) -> Any:
            client = Client()
            client.cookies = self.client.cookies
            start.wait()
            try:
                return client.post(self.address, self.typed)
            finally:
                connection.close()

        with ThreadPoolExecutor(2) as pool:
            return list(pool.map(one, range(2)))


def signed_in(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.own_id))
    return client


def signal() -> Sending:
    publish_trial()
    program, department = trial_program()
    typed = {
        "story": "Нечем кормить ребёнка",
        "urgency": "today",
        "channel": "phone",
        "source": "neighbour",
        "on": ON,
        "target": f"{program.pk}-{department.pk}",
    }
    return Sending(signed_in(registrar()), reverse("intake:new"), typed, Referral.objects.count)


def asking_for_help() -> Sending:
    publish_trial()
    trial_program()
    cache.clear()
    typed = {"story": "Нечем кормить ребёнка", "urgency": "today", "for_whom": "self"}
    return Sending(Client(), reverse("intake:help"), typed, Referral.objects.count)


def contact() -> Sending:
    address = reverse("life:route_record", args=[make_referral().route_id, "call"])
    typed = {"day": "other", "date": ON, "party": "mother", "result": "agreed", "notes": "Просит позвонить"}
    return Sending(signed_in(registrar()), address, typed, ContactRecord.objects.count)


def help_given() -> Sending:
    address = reverse("intake:new_aid", args=[make_referral().route_id])
    return Sending(signed_in(registrar()), address, {"on": ON, "food": "2"}, UrgentAid.objects.count)


def nameless_family() -> Sending:
    place = scene()
    typed = {
        "rows": "2",
        "caregiver-kind": "mother",
        "child-0-is_known_by_code": "on",
        "department_id": place.department.pk,
        "program_id": place.program.pk,
        "case_manager_id": place.case_manager.user_id,
        "on": "2021-07-01",
    }
    return Sending(signed_in(place.coordinator), reverse("cases:new") + "?family=new", typed, Family.objects.count)


# One test for all: each that commits has to empty a hundred tables afterwards.
@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("emptied_journal")
def test_two_at_one_moment_make_one_record_and_get_one_answer() -> None:
    for kind in (signal, asking_for_help, contact, help_given, nameless_family):
        sending = kind()
        sending.open()
        before = sending.count()
        answers = sending.send_at_once()
        assert [answer.status_code for answer in answers] == [302, 302], kind
        assert len({answer.headers["Location"] for answer in answers}) == 1, kind
        assert sending.count() == before + 1, kind
        # An hour later the browser offers to send the page again.
        assert sending.send().headers["Location"] == answers[0].headers["Location"], kind
        assert sending.count() == before + 1, kind


@pytest.mark.django_db
def test_what_was_refused_is_the_same_intention_when_it_is_mended() -> None:
    sending = signal()
    sending.open()
    refused = sending.send(story="")
    assert refused.status_code == 422
    [kept] = TOKEN.findall(refused.content.decode())
    assert kept == sending.typed["intention"]
    assert sending.send().status_code == 302
    assert Referral.objects.count() == 1


@pytest.mark.django_db
def test_whoever_goes_back_and_changes_the_words_makes_a_second_record() -> None:
    sending = contact()
    sending.open()
    first, second = sending.send(), sending.send(notes="Перезвонила сама")
    assert (first.status_code, second.status_code) == (302, 302)
    assert ContactRecord.objects.count() == 2


@pytest.mark.django_db
def test_the_token_of_one_person_says_nothing_to_another() -> None:
    sending = contact()
    sending.open()
    sending.send()
    sending.client = signed_in(registrar())
    assert sending.send().status_code == 302
    assert ContactRecord.objects.count() == 2


@pytest.mark.django_db
def test_a_step_taken_twice_answers_twice_as_done() -> None:
    place = scene()
    client, address = signed_in(place.case_manager), reverse("cases:close", args=[place.case.pk])
    homes = {f"home_{child.pk}": "own_family" for child in place.home.children}
    typed = {"on": "2022-01-10", "reason": "goals_achieved", "summary": "Справились", "no_exit": "declined", **homes}
    closing = Sending(client, address, typed, Case.objects.exclude(closed_on=None).count)
    closing.open()
    assert closing.send().status_code == 302
    # The page itself would not take it any more: the case is closed.
    assert closing.send().status_code == 302
    assert closing.count() == 1
