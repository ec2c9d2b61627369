"""The pages of votes and councils as people meet them."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from opora.access.models import User
from opora.access.rules import SYSTEM, Actor, Role
from opora.audit.models import JournalEntry
from opora.cases.tests.factories import worker
from opora.common.dates import today
from opora.councils.models import Ballot, Conference, Vote
from opora.families import actions as families
from opora.families.rules import Identity
from opora.intake import actions as intake
from opora.pathways.actions import publish_route
from opora.plans.tests.factories import make_walk
from opora.process.actions import begin
from opora.process.tests.factories import BEGAN, TRIAL, make_route, trial_program

pytestmark = pytest.mark.django_db

# A process in which the minutes decide which step is taken.
DECIDES: dict[str, Any] = {
    **TRIAL,
    "criteria": {
        "vote": {
            "title": {"ru": "Голосование", "en": "Vote"},
            "facts": {
                "vote": {
                    "title": {"ru": "что решено", "en": "what was decided"},
                    "paper": "vote_minutes",
                    "values": ["open", "one_off"],
                }
            },
            "rows": [
                {"when": {"vote": "open"}, "then": "open", "why": {"ru": "Решено взять", "en": "Taken"}},
                {"when": {"vote": "one_off"}, "then": "one_off", "why": {"ru": "Решено помочь", "en": "Helped"}},
            ],
        }
    },
    "actions": {
        **TRIAL["actions"],
        "begin_work": {
            "title": {"ru": "Начать работу", "en": "Begin the work"},
            "from": "start",
            "to": "work",
            "documents": ["vote_minutes"],
            "criteria": {"vote": ["open"]},
        },
        "help_once": {
            "title": {"ru": "Помочь один раз", "en": "Help once"},
            "from": "start",
            "to": "helped",
            "documents": ["vote_minutes"],
            "criteria": {"vote": ["one_off"]},
        },
    },
}


def signed_in(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def opened(client: Client, route: Any, members: list[Actor], **more: Any) -> Ballot:
    sent = {
        "kind": "open_case",
        "member_ids": [member.user_id for member in members],
        "chair_id": members[0].user_id,
        "closes_on": (today() + timedelta(days=2)).isoformat(),
        **more,
    }
    response = client.post(reverse("councils:ballot_new", args=[route.pk]), sent)
    assert response.status_code == 302, response.content.decode()
    return Ballot.objects.get(route=route)


def test_a_vote_from_its_opening_to_its_minutes() -> None:
    route = make_route()
    coordinator = worker(Role.COORDINATOR, route.department)
    first, second = (worker(Role.PSYCHOLOGIST, route.department) for _ in range(2))
    ballot = opened(signed_in(coordinator), route, [first, second])
    page = reverse("councils:ballot", args=[ballot.pk])
    assert reverse("councils:ballot", args=[ballot.pk]) in signed_in(first).get("/ballots/").content.decode()
    sent = {"choice": "open", "reason": "Мать просит о помощи сама"}
    assert signed_in(first).post(page, sent).status_code == 302
    assert "Мать просит о помощи сама" not in signed_in(second).get(page).content.decode()
    assert signed_in(second).post(page, {"choice": "danger"}).status_code == 422
    assert signed_in(second).post(page, {"choice": "open"}).status_code == 302
    assert "Мать просит о помощи сама" in signed_in(second).get(page).content.decode()
    closing = reverse("councils:close", args=[ballot.pk])
    assert signed_in(second).get(closing).status_code == 404
    assert signed_in(first).get(closing).status_code == 200
    assert signed_in(first).post(closing, {"on": today().isoformat()}).status_code == 302
    minutes = signed_in(coordinator).get(reverse("councils:minutes", args=[ballot.pk])).content.decode()
    assert "открыть случай" in minutes
    panel = signed_in(coordinator).get(reverse("councils:panel", args=[route.pk]))
    assert "<section" in panel.content.decode()


def test_the_minutes_lead_into_what_was_decided() -> None:
    publish_route(actor=SYSTEM, code="trial", body=DECIDES)
    program, department = trial_program()
    route = begin(actor=SYSTEM, program_id=program.pk, department_id=department.pk, on=BEGAN)
    coordinator = worker(Role.COORDINATOR, route.department)
    ballot = opened(signed_in(coordinator), route, [coordinator])
    client = signed_in(coordinator)
    client.post(reverse("councils:ballot", args=[ballot.pk]), {"choice": "open"})
    client.post(reverse("councils:close", args=[ballot.pk]), {"on": today().isoformat()})
    minutes = client.get(reverse("councils:minutes", args=[ballot.pk])).content.decode()
    step = reverse("process:step", args=[route.pk, "begin_work"])
    assert re.search(rf'<a\s+class="btn primary"\s+href="{step}">Начать работу', minutes)
    assert "help_once" not in minutes, "what was not decided is no button"


def test_stepping_back_for_a_conflict_of_interest() -> None:
    route = make_route()
    coordinator = worker(Role.COORDINATOR, route.department)
    member = worker(Role.SPECIALIST, route.department)
    ballot = opened(signed_in(coordinator), route, [member])
    address = reverse("councils:conflict", args=[ballot.pk])
    assert signed_in(coordinator).get(address).status_code == 404
    assert signed_in(member).get(address).status_code == 200
    assert signed_in(member).post(address, {"conflict": "Соседка"}).status_code == 302
    assert Ballot.objects.get(pk=ballot.pk).seats.get().conflict_on == today()


def test_a_council_on_the_plan_and_its_minutes() -> None:
    route = make_route()
    coordinator = worker(Role.COORDINATOR, route.department)
    client = signed_in(coordinator)
    address = reverse("councils:conference_new", args=[route.pk])
    assert client.get(address).status_code == 200
    sent = {
        "on": today().isoformat(),
        "participant_ids": [coordinator.user_id],
        "decision": "return",
        "remarks": "Добавить цель о жилье",
    }
    assert client.post(address, {**sent, "remarks": ""}).status_code == 422
    assert client.post(address, sent, follow=True).status_code == 200
    minutes = client.get(reverse("councils:conference", args=[Conference.objects.get().pk])).content.decode()
    assert "Добавить цель о жилье" in minutes


def test_strangers_find_no_such_pages() -> None:
    route = make_route()
    ballot = opened(
        signed_in(worker(Role.COORDINATOR, route.department)), route, [worker(Role.SPECIALIST, route.department)]
    )
    for role in (Role.SPECIALIST, Role.VOLUNTEER, Role.ANALYST):
        stranger = signed_in(worker(role))
        for name, number in (
            ("panel", route.pk),
            ("ballot_new", route.pk),
            ("ballot", ballot.pk),
            ("close", ballot.pk),
        ):
            assert stranger.get(reverse(f"councils:{name}", args=[number])).status_code == 404


def test_nothing_is_chosen_and_a_refusal_without_a_reason_keeps_the_choice() -> None:
    route = make_route()
    member = worker(Role.SPECIALIST, route.department)
    ballot = opened(signed_in(worker(Role.COORDINATOR, route.department)), route, [member])
    page = reverse("councils:ballot", args=[ballot.pk])
    client = signed_in(member)
    assert " checked" not in client.get(page).content.decode()
    assert client.post(page, {}).status_code == 422
    answer = client.post(page, {"choice": "reject", "reason": " "})
    text = answer.content.decode()
    assert answer.status_code == 422 and 'value="reject" checked' in text and "в нескольких словах, почему" in text
    assert not Vote.objects.exists()


def test_the_ballot_stands_beside_what_it_decides_on() -> None:
    route = make_route()
    member = worker(Role.SPECIALIST, route.department)
    sections = {"situation": "Хозяйка просит съехать", "recommendation": "Взять", "voice": "Идти нам некуда"}
    report = intake.write_report(actor=SYSTEM, route_id=route.pk, sections=sections, on=route.started_on)
    intake.freeze_report(actor=SYSTEM, report_id=report.pk, on=route.started_on)
    ballot = opened(signed_in(worker(Role.COORDINATOR, route.department)), route, [member])
    page = reverse("councils:ballot", args=[ballot.pk])
    text = signed_in(member).get(page).content.decode()
    assert all(words in text for words in sections.values()) and reverse("intake:report", args=[report.pk]) in text
    assert "это вы" in text and 'href="#vote"' in text and "есть новая версия" not in text
    intake.write_report(actor=SYSTEM, route_id=route.pk, sections=sections, on=today())
    assert "есть новая версия" in signed_in(member).get(page).content.decode()


def test_with_a_conflict_of_interest_the_page_tells_nothing_of_the_case() -> None:
    route = make_route()
    member, other = (worker(Role.SPECIALIST, route.department) for _ in range(2))
    sections = {"situation": "Хозяйка просит съехать", "recommendation": "Взять"}
    report = intake.write_report(actor=SYSTEM, route_id=route.pk, sections=sections, on=route.started_on)
    intake.freeze_report(actor=SYSTEM, report_id=report.pk, on=route.started_on)
    ballot = opened(signed_in(worker(Role.COORDINATOR, route.department)), route, [other, member])
    client = signed_in(member)
    client.post(reverse("councils:conflict", args=[ballot.pk]), {"conflict": "Соседка"})
    answer = client.get(reverse("councils:ballot", args=[ballot.pk]))
    text = answer.content.decode()
    assert answer.status_code == 200 and "Вы не участвуете в этом голосовании" in text
    assert "Хозяйка" not in text and "<textarea" not in text and other.name not in text
    assert client.get(reverse("process:route", args=[route.pk])).status_code == 404


def test_when_the_time_is_over_the_chair_is_led_to_the_minutes() -> None:
    route = make_route()
    chair, member = (worker(Role.SPECIALIST, route.department) for _ in range(2))
    ballot = opened(signed_in(worker(Role.COORDINATOR, route.department)), route, [chair, member])
    Ballot.objects.filter(pk=ballot.pk).update(opened_on=today() - timedelta(days=9), closes_on=today() - timedelta(1))
    page = reverse("councils:ballot", args=[ballot.pk])
    closing = reverse("councils:close", args=[ballot.pk])
    for who in (chair, member):
        text = signed_in(who).get(page).content.decode()
        assert "Время голосования вышло" in text and 'type="radio"' not in text
        assert (closing in text) is (who is chair)


def test_the_family_of_a_vote_is_called_by_its_name_for_whoever_may_know_it() -> None:
    walk = make_walk()
    mother = Identity(surname="Соколовская", given="Анна")
    families.update_identity(actor=SYSTEM, person=walk.home.client, identity=mother)
    coordinator = worker(Role.COORDINATOR, walk.department)
    client = signed_in(coordinator)
    assert "Семья Соколовских" in client.get(reverse("councils:ballot_new", args=[walk.route.pk])).content.decode()
    stranger = worker(Role.PSYCHOLOGIST)
    ballot = opened(client, walk.route, [coordinator, stranger])
    assert "Семья Соколовских" in client.get("/ballots/").content.decode()
    asked = signed_in(stranger).get("/ballots/").content.decode()
    assert reverse("councils:ballot", args=[ballot.pk]) in asked and "Соколовск" not in asked
    assert not JournalEntry.objects.filter(verb="families.identity_opened", actor_id=stranger.user_id).exists()


def test_a_vote_opened_by_mistake_is_called_off_from_its_page_and_stays_readable() -> None:
    route = make_route()
    coordinator = signed_in(worker(Role.COORDINATOR, route.department))
    member = worker(Role.PSYCHOLOGIST, route.department)
    ballot = opened(coordinator, route, [member])
    page, void = reverse("councils:ballot", args=[ballot.pk]), reverse("life:void", args=["ballot", ballot.pk])
    assert void in coordinator.get(page).content.decode()
    assert void not in signed_in(member).get(page).content.decode()
    assert coordinator.post(void, {"reason": "Открыли не на той семье"}).status_code == 302
    assert page not in signed_in(member).get("/ballots/").content.decode()
    shown = coordinator.get(page).content.decode()
    assert "Открыли не на той семье" in shown and void not in shown
    assert coordinator.get(reverse("councils:minutes", args=[ballot.pk])).status_code == 302
    life = coordinator.get(reverse("life:route", args=[route.pk])).content.decode()
    assert "is-voided" in life and "Открыли не на той семье" in life
    assert "отменено" in coordinator.get(reverse("councils:panel", args=[route.pk])).content.decode()
