"""The queue, the intake card and the card of a signal as people meet them."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from opora.access.models import User
from opora.access.rules import Actor, Role
from opora.audit.models import JournalEntry
from opora.cases.actions import open_case
from opora.cases.tests.factories import household, worker
from opora.families import actions as families
from opora.families.models import FamilyMember
from opora.families.rules.identity import Identity
from opora.intake.actions import join_signals, record_contact
from opora.intake.models import Referral, SignalJoin
from opora.intake.tests.factories import STORY, elsewhere, make_referral, registrar
from opora.process.models import Route
from opora.process.tests.factories import BEGAN, publish_trial, trial_program

pytestmark = pytest.mark.django_db


def signed_in(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def text_of(response: Any) -> str:
    return " ".join(response.content.decode().split())


def card(**typed: Any) -> dict[str, Any]:
    """The intake card as it is sent."""
    publish_trial()
    program, department = trial_program()
    plain = {
        "story": STORY,
        "urgency": "today",
        "channel": "phone",
        "source": "neighbour",
        "on": BEGAN.isoformat(),
        "target": f"{program.pk}-{department.pk}",
    }
    return {**plain, **typed}


def test_a_call_becomes_a_signal_on_a_path() -> None:
    client = signed_in(registrar())
    assert client.get(reverse("intake:new")).status_code == 200
    answer = client.post(reverse("intake:new"), card(caller="Ольга", phone="+7 900 000-00-01"))
    referral = Referral.objects.get()
    assert answer.headers["Location"] == reverse("intake:signal", args=[referral.pk])
    page = client.get(answer.headers["Location"], follow=True)
    assert page.redirect_chain[-1][0] == f"/routes/{referral.route_id}/", "a signal is read on the page of its family"
    assert STORY in text_of(page) and "+7 900 000-00-01" in text_of(page)


def test_while_the_caller_is_there_one_goes_on_to_what_is_asked_next() -> None:
    client = signed_in(registrar())
    page = client.post(reverse("intake:new"), card(next="1"), follow=True)
    route = Referral.objects.get().route
    home = reverse("process:route", args=[route.pk])
    assert page.redirect_chain[0][0] == f"{home}?onto=next"
    assert page.redirect_chain[-1][0].startswith(f"{reverse('intake:screening', args=[route.pk])}?back={home}")


def test_what_is_missing_is_said_and_nothing_is_lost() -> None:
    client = signed_in(registrar())
    answer = client.post(reverse("intake:new"), card(source="", story=""))
    assert answer.status_code == 422 and not Referral.objects.exists()
    assert 'aria-labelledby="errors-title"' in text_of(answer)


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.ANALYST, Role.VOLUNTEER])
def test_signals_are_no_place_for_those_who_do_not_work_on_them(role: str) -> None:
    referral = make_referral()
    client = signed_in(worker(role))
    for address in (reverse("intake:list"), reverse("intake:new"), reverse("intake:signal", args=[referral.pk])):
        assert client.get(address).status_code == 404


def test_another_department_sees_no_signal() -> None:
    referral = make_referral()
    client = signed_in(elsewhere())
    assert f"/signals/{referral.pk}/" not in text_of(client.get(reverse("intake:list")))
    assert client.get(reverse("intake:signal", args=[referral.pk])).status_code == 404
    assert client.get(reverse("intake:panel", args=[referral.route_id])).status_code == 404


def test_a_family_in_sight_is_recognized_by_code_and_named_with_one_press() -> None:
    actor = registrar()
    program, department = trial_program()
    publish_trial()
    family = families.create_family(actor=actor)
    identity = Identity(surname="Ветрова", given="Анна", phones=("+7 900 111-22-33",))
    mother = families.add_person(actor=actor, family=family, role="mother", identity=identity)
    child = families.add_person(actor=actor, family=family, role="child", letter="В")
    case = open_case(
        actor=actor,
        program_id=program.pk,
        department_id=department.pk,
        family_id=family.pk,
        client_id=mother.pk,
        child_ids=[child.pk],
        on=BEGAN,
    )
    client = signed_in(actor)
    asked = {"phone": "8 900 1112233"}
    page = text_of(client.post(reverse("intake:known"), asked))
    assert mother.code in page and case.number in page and "Ветрова" not in page
    assert mother.code not in text_of(signed_in(elsewhere()).post(reverse("intake:known"), asked))
    client.post(reverse("intake:new"), card(family_id=family.pk))
    assert Route.objects.get(pk=Referral.objects.get().route_id).family_id == family.pk


def test_a_second_signal_of_a_family_shows_the_first_and_both_are_found_by_telephone() -> None:
    client = signed_in(registrar())
    told = {"surname": "Ветрова", "phone": "+7 900 111-22-33"}
    first, second = make_referral(told=told), make_referral(told={**told, "surname": "Ветрва"})
    address = reverse("intake:signal", args=[first.pk])
    assert address in text_of(client.post(reverse("intake:known"), {"phone": "1112233, вечером", "surname": "Ветрова"}))
    assert address in text_of(client.get(reverse("intake:signal", args=[second.pk]), follow=True))
    sent = client.post(reverse("intake:list"), {"q": "111-22-33", "state": "all"})
    assert "111" not in sent.headers["Location"]
    page = text_of(client.get(sent.headers["Location"]))
    assert address in page and reverse("intake:signal", args=[second.pk]) in page


def test_the_second_signal_of_a_family_joins_the_first() -> None:
    actor = registrar()
    client, home = signed_in(actor), household(children=1)
    told = {"surname": "Ветрова", "phone": "+7 900 111-22-33"}
    first, second = make_referral(told=told), make_referral(told=told)
    address = reverse("intake:join", args=[second.pk, first.pk])
    assert client.post(address).status_code == 409, "neither names its family yet"
    Route.objects.filter(pk=first.route_id).update(family=home.family)
    assert address in text_of(client.get(reverse("intake:signal", args=[second.pk]), follow=True))
    assert client.post(address).status_code == 302
    assert Route.objects.get(pk=second.route_id).family_id == home.family.pk
    assert address not in text_of(client.get(reverse("intake:signal", args=[second.pk]), follow=True))
    assert signed_in(elsewhere()).post(address).status_code == 404
    assert JournalEntry.objects.filter(verb="intake.joined").count() == 1


def joined_by_mistake(actor: Actor) -> tuple[Referral, Referral, SignalJoin]:
    """Two signals of one telephone, the second of which followed the first to its family."""
    told = {"surname": "Ветрова", "phone": "+7 900 111-22-33"}
    first, second = make_referral(told=told), make_referral(told=told)
    Route.objects.filter(pk=first.route_id).update(family=household(children=1).family)
    join_signals(actor=actor, referral_id=second.pk, second_id=first.pk)
    return first, second, SignalJoin.objects.get()


def test_signals_joined_by_mistake_are_looked_at_and_taken_apart_as_they_were() -> None:
    actor = registrar()
    client = signed_in(actor)
    first, second, join = joined_by_mistake(actor)
    family = Route.objects.get(pk=first.route_id).family_id
    address = reverse("intake:part", args=[first.pk, join.pk])
    assert address in text_of(client.get(reverse("intake:signal", args=[first.pk]), follow=True))
    assert f"№ {second.pk}" in text_of(client.get(address)), "it says which signal will know no family again"
    assert Route.objects.get(pk=second.route_id).family_id == family, "a look changes nothing"
    assert signed_in(elsewhere()).post(address).status_code == 404
    assert client.post(address).status_code == 302
    assert Route.objects.get(pk=second.route_id).family_id is None
    assert Route.objects.get(pk=first.route_id).family_id == family
    assert JournalEntry.objects.filter(verb="intake.parted", family_id=family).count() == 1
    assert client.post(address).status_code == 404, "what stands apart is not taken apart again"
    join_signals(actor=actor, referral_id=first.pk, second_id=second.pk)
    assert Route.objects.get(pk=second.route_id).family_id == family, "and may be joined anew"


def test_signals_stay_joined_once_the_path_names_people_of_the_family() -> None:
    actor = registrar()
    client = signed_in(actor)
    _first, second, join = joined_by_mistake(actor)
    route = Route.objects.get(pk=second.route_id)
    mother = FamilyMember.objects.filter(family_id=route.family_id, role="mother").get()
    known = {"kind": "phone", "party": "mother", "result": "reached", "people_ids": [mother.person_id]}
    record_contact(actor=actor, route_id=route.pk, notes="Готова встретиться", on=BEGAN, **known)
    address = reverse("intake:part", args=[second.pk, join.pk])
    assert "названы люди" in text_of(client.get(address))
    assert client.post(address).status_code >= 400
    assert Route.objects.get(pk=second.route_id).family_id == route.family_id


def test_the_queue_is_read_in_few_questions_at_any_length(django_assert_max_num_queries: Any) -> None:
    client = signed_in(registrar())
    for _ in range(27):
        make_referral()
    for query in ({}, {"page": "2"}, {"state": "all"}, {"late": "on"}, {"state": "nonsense", "page": "x"}):
        with django_assert_max_num_queries(15):
            assert client.get(reverse("intake:list"), query).status_code == 200


def test_old_signals_turn_by_key() -> None:
    client = signed_in(registrar())
    referrals = [make_referral() for _ in range(27)]
    first = text_of(client.get(reverse("intake:list"), {"state": "all"}))
    assert f"before={referrals[2].pk}" in first
    second = text_of(client.get(reverse("intake:list"), {"state": "all", "before": referrals[2].pk}))
    assert f"/signals/{referrals[0].pk}/" in second and f"/signals/{referrals[5].pk}/" not in second


def test_a_look_at_the_card_is_journaled_and_cheap(django_assert_max_num_queries: Any) -> None:
    referral = make_referral()
    client = signed_in(registrar())
    with django_assert_max_num_queries(30):
        client.get(reverse("intake:signal", args=[referral.pk]), follow=True)
    assert JournalEntry.objects.filter(verb="intake.opened").count() == 1
