"""The page of a family: one request, few questions, the next step first, names for the team only."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from opora.access.models import User
from opora.access.rules import SYSTEM, Actor, Role
from opora.audit.models import JournalEntry
from opora.cases.tests.factories import close_case, scene, worker
from opora.common.dates import today
from opora.families import actions as families
from opora.families.rules import Identity
from opora.intake import actions as intake
from opora.plans.models import Task
from opora.plans.tests.factories import Walk, make_agreed_plan, make_walk
from opora.process import actions as process
from opora.process.models import Route
from opora.process.tests.factories import BEGAN, make_route

pytestmark = pytest.mark.django_db


def signed_in(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def text_of(response: Any) -> str:
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def by_path(route: Route) -> str:
    return reverse("process:route", args=[route.pk])


@pytest.fixture
def walk() -> Walk:
    found = make_walk()
    mother = Identity(
        surname="Лебедева", given="Ольга", birth_date=date(1992, 1, 1), phones=("+7 900 555-01-12, вечером",)
    )
    families.update_identity(actor=SYSTEM, person=found.home.client, identity=mother)
    return found


def test_case_and_path_lead_to_one_page(walk: Walk) -> None:
    client = signed_in(walk.manager)
    one, other = (text_of(client.get(address)) for address in (by_path(walk.route), f"/cases/{walk.case.pk}/"))
    assert "Семья Лебедевых" in one
    assert one.split("<main")[1].split("csrf")[0] == other.split("<main")[1].split("csrf")[0]


def test_the_sheet_to_take_home_is_found_on_the_page_of_the_family_and_among_its_results(walk: Walk) -> None:
    client = signed_in(walk.manager)
    assert reverse("reports:route_sheet", args=[walk.route.pk]) in text_of(client.get(by_path(walk.route)))
    results = text_of(client.get(reverse("results:case", args=[walk.case.pk])))
    assert reverse("reports:case_sheet", args=[walk.case.pk]) in results


def test_it_asks_few_questions_of_the_fullest_family(walk: Walk, django_assert_max_num_queries: Any) -> None:
    make_agreed_plan(walk=walk, goals=6)
    for _round in range(3):
        process.file_paper(actor=SYSTEM, route_id=walk.route.pk, kind="plan", on=BEGAN)
    client = signed_in(walk.manager)
    with django_assert_max_num_queries(23):
        client.get(by_path(walk.route))


def test_looking_is_journaled_once_with_every_name_shown(walk: Walk) -> None:
    client = signed_in(walk.manager)
    for _time in range(2):
        client.get(by_path(walk.route))
    lines = JournalEntry.objects.filter(case_id=walk.case.pk, actor_id=walk.manager.user_id)
    assert lines.filter(verb="cases.file_opened").count() == 1
    assert lines.filter(verb="families.identity_opened", person_id=walk.home.client.pk).count() == 1


def test_a_telephone_is_one_tap_away(walk: Walk) -> None:
    assert 'href="tel:+79005550112"' in text_of(signed_in(walk.manager).get(by_path(walk.route)))


def test_an_invited_colleague_sees_the_path_by_code(walk: Walk) -> None:
    guest = worker(Role.PSYCHOLOGIST)
    process.invite(actor=SYSTEM, route_id=walk.route.pk, user_id=guest.own_id, on=BEGAN)
    page = text_of(signed_in(guest).get(by_path(walk.route)))
    assert walk.home.client.code in page
    assert "Лебедев" not in page
    assert "555-01-12" not in page
    assert f"/cases/{walk.case.pk}/" not in page


def test_a_stranger_finds_no_such_page(walk: Walk) -> None:
    client = signed_in(walk.stranger)
    assert client.get(by_path(walk.route)).status_code == 404
    assert client.get(f"/cases/{walk.case.pk}/").status_code == 404


def test_what_lacks_has_one_button_that_leads_into_its_form() -> None:
    route = make_route()
    page = text_of(signed_in(worker(Role.HEAD)).get(by_path(route)))
    assert f'href="{reverse("papers:new_consent", args=[route.pk])}?back={by_path(route)}"' in page
    assert f'href="{reverse("intake:screening", args=[route.pk])}?back={by_path(route)}&amp;then=' in page
    assert page.count('class="btn primary"') <= 1


def test_a_form_begun_here_leads_back_here() -> None:
    route = make_route()
    client = signed_in(worker(Role.HEAD))
    address = f"{reverse('intake:new_risks', args=[route.pk])}?back={by_path(route)}"
    sent = {"on": BEGAN.isoformat(), "risk_isolation": "low"}
    answer = client.post(address, sent)
    assert (answer.status_code, answer.headers.get("Location")) == (302, by_path(route))
    elsewhere = f"{reverse('intake:new_risks', args=[route.pk])}?back=//example.org/"
    assert "example.org" not in client.post(elsewhere, sent).headers["Location"]


def test_a_step_that_lacks_nothing_is_the_one_filled_button() -> None:
    route = make_route(facts={"risk": "high"})
    process.file_paper(actor=SYSTEM, route_id=route.pk, kind="consent", on=BEGAN)
    head = signed_in(worker(Role.HEAD))
    page = text_of(head.get(by_path(route)))
    assert page.count('class="btn primary"') == 1
    form = re.search(
        rf'action="{reverse("process:step", args=[route.pk, "begin_work"])}">(.*?)</form>', page, re.DOTALL
    )
    assert form
    assert 'class="btn primary"' in form.group(1)


def test_a_step_that_asks_nothing_is_taken_where_it_is_read_and_taken_back_there() -> None:
    route = make_route(facts={"risk": "high"})
    process.file_paper(actor=SYSTEM, route_id=route.pk, kind="consent", on=BEGAN)
    head = signed_in(worker(Role.HEAD))
    page = text_of(head.get(by_path(route)))
    form = re.search(
        rf'action="({reverse("process:step", args=[route.pk, "begin_work"])})">(.*?)</form>', page, re.DOTALL
    )
    assert form
    typed = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form.group(2)))
    assert head.post(form.group(1), typed).status_code == 302
    moved = text_of(head.get(by_path(route)))
    assert reverse("process:take_back", args=[route.pk]) in moved
    assert reverse("process:take_back", args=[route.pk]) not in text_of(
        signed_in(worker(Role.HEAD)).get(by_path(route))
    )
    assert head.post(reverse("process:take_back", args=[route.pk]), {"revision": "2"}).status_code == 302
    assert reverse("process:step", args=[route.pk, "begin_work"]) in text_of(head.get(by_path(route)))
    assert "Помочь один раз" not in page, "the criteria speak against it"


def test_a_family_without_a_case_is_named_on_its_path() -> None:
    home = make_walk().home
    family = families.create_family(actor=SYSTEM)
    families.add_person(
        actor=SYSTEM,
        family=family,
        role="mother",
        identity=Identity(surname="Соколовская", given="Анна"),
        on=BEGAN,
    )
    route = make_route(family_id=family.pk)
    assert home.family.pk != family.pk
    assert "Семья Соколовских" in text_of(signed_in(worker(Role.HEAD)).get(by_path(route)))
    coordinator = worker(Role.COORDINATOR, route.department)
    assert "Семья Соколовских" in text_of(signed_in(coordinator).get(by_path(route)))


def test_what_was_told_stands_on_the_page_of_a_signal() -> None:
    route = make_route()
    referral = intake.receive(
        actor=SYSTEM,
        program_id=route.program_id,
        department_id=route.department_id,
        channel="phone",
        source="self",
        urgency="days",
        told={"story": "Дома холодно", "phone": "8 900 555-01-12, звонить после 18:00"},
        on=BEGAN,
    )
    page = text_of(signed_in(worker(Role.HEAD)).get(by_path(referral.route)))
    assert 'href="tel:+79005550112"' in page, "the hour is no part of the number"
    assert f"Сигнал № {referral.pk}" in page
    assert "Дома холодно" in page
    assert JournalEntry.objects.filter(verb="intake.opened").count() == 1


def test_a_task_is_ticked_here_and_taken_back(walk: Walk) -> None:
    make_agreed_plan(walk=walk, goals=1)
    task = Task.objects.get(plan__route=walk.route)
    client = signed_in(walk.manager)
    answer = client.post(reverse("plans:finish", args=[task.pk]), {"back": "family"})
    assert answer["Location"] == by_path(walk.route)
    assert f'action="{reverse("plans:undo", args=[task.pk])}"' in text_of(client.get(by_path(walk.route)))
    client.post(reverse("plans:undo", args=[task.pk]), {"back": "family"})
    assert Task.objects.get(pk=task.pk).state == "open"


def test_the_most_pressing_tasks_stand_first_and_the_rest_unfold(walk: Walk) -> None:
    make_agreed_plan(walk=walk, goals=8)
    Task.objects.update(due_on=today() + timedelta(days=20))
    pressing = Task.objects.order_by("-pk")[0]
    Task.objects.filter(pk=pressing.pk).update(due_on=today() - timedelta(days=3), given_on=today() - timedelta(days=9))
    page = text_of(signed_in(walk.manager).get(by_path(walk.route)))
    shown, folded = page[page.index('id="plan"') :].split('class="line-fold"', 1)
    assert shown.count('class="tick"') == 5
    assert "просрочено на 3 дня" in shown, "what is late is never folded away while there is room"
    assert "Ещё 3 задачи" in folded


def test_a_late_task_is_said_in_the_words_of_the_house(walk: Walk) -> None:
    make_agreed_plan(walk=walk, goals=1)
    Task.objects.update(due_on=today() - timedelta(days=3), given_on=today() - timedelta(days=9))
    page = text_of(signed_in(walk.manager).get(by_path(walk.route)))
    assert "просрочено на 3 дня" in page
    assert "ничего не ждёт" not in page


def test_a_closed_case_shows_how_it_ended() -> None:
    place = scene()
    close_case(place)
    page = text_of(signed_in(place.case_manager).get(f"/cases/{place.case.pk}/"))
    assert "Чем закончилась работа" in page or "Семья справляется сама." in page
    assert "Что дальше" not in page


def test_an_imported_case_has_a_page_though_it_has_no_path() -> None:
    place = scene()
    Route.objects.filter(case=place.case).update(case=None)
    assert "Что дальше" in text_of(signed_in(place.case_manager).get(f"/cases/{place.case.pk}/"))
