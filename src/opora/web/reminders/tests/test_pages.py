"""The pages of reminders and the calendar file as people and programs meet them."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from opora.access.rules import Actor, Role
from opora.audit.models import JournalEntry
from opora.cases.tests.factories import worker
from opora.common.dates import today
from opora.plans.models import Task
from opora.reminders import actions
from opora.reminders.queries import ALL_KINDS, DIARY, KINDS
from opora.reminders.tests.factories import NAMES, life, someone
from opora.web.reminders.views import calendar as calendar_view
from opora.web.reminders.views.listing import ICONS

pytestmark = pytest.mark.django_db


def signed_in(actor: Actor) -> Client:
    client = Client()
    client.force_login(someone(actor))
    return client


def page(client: Client, address: str = "/reminders/") -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_every_kind_has_an_icon() -> None:
    assert set(ICONS) == set(ALL_KINDS) | set(DIARY)


def test_every_line_leads_to_a_page_that_is_there() -> None:
    found = life(on=today())
    client = signed_in(found.scene.case_manager)
    main = page(client, "/reminders/?ahead=quarter").partition("<main")[2]
    # The trial program has no form of assessment.
    led_to = {one for one in re.findall(r'<span class="grow"><a href="([^"]+)"', main) if "/assessments/" not in one}
    assert f"/cases/{found.case.pk}/stays/" in led_to and len(led_to) > 10
    assert {one for one in led_to if client.get(one, follow=True).status_code != 200} == set()


def test_the_list_names_what_is_due_by_day_without_a_name() -> None:
    found = life(on=today())
    shown = page(signed_in(found.scene.case_manager))
    assert f"{found.case.number} · {found.home.client.code}" in shown and "Визит" in shown
    assert "Завтра" in shown
    for name in NAMES[:5]:
        assert name not in shown


def test_late_things_stand_together_and_say_how_late_they_are() -> None:
    found = life(on=today() - timedelta(days=6))
    shown = page(signed_in(found.scene.case_manager), "/reminders/?kind=visit")
    assert "Просрочено" in shown and "3 дня" in shown


def test_filters_narrow_and_nonsense_in_the_address_does_not() -> None:
    found = life(on=today())
    client = signed_in(found.scene.case_manager)
    assert "/signals/visits/" in page(client, "/reminders/?kind=visit")
    assert "/signals/visits/" not in page(client, "/reminders/?kind=answer")
    assert "/signals/visits/" in page(client, "/reminders/?kind=nonsense&ahead=1000000&whose=all")


def test_a_coordinator_looks_at_all_families_in_sight_or_at_the_own_ones() -> None:
    """The same families as on today, which leads here."""
    found = life(on=today())
    client = signed_in(found.scene.coordinator)
    assert f"/cases/{found.case.pk}/" in page(client, "/")
    assert found.case.number in page(client)
    assert found.case.number not in page(client, "/reminders/?whose=own")


def test_a_volunteer_finds_the_own_tasks_only() -> None:
    life(on=today())
    volunteer = worker(Role.VOLUNTEER)
    Task.objects.filter(member=None).update(worker_id=volunteer.user_id)
    shown = page(signed_in(volunteer))
    assert "/tasks/" in shown and "/signals/visits/" not in shown


@pytest.mark.parametrize(
    "address",
    ["/reminders/", "/reminders/settings/", "/reminders/?whose=", "/reminders/?ahead=92"],
)
def test_the_pages_ask_few_questions(address: str) -> None:
    found = life(on=today())
    client = signed_in(found.scene.coordinator if "whose" in address else found.scene.case_manager)
    page(client, address)
    with CaptureQueriesContext(connection) as questions:
        page(client, address)
    assert len(questions) <= 15


def test_the_letter_is_chosen_on_the_settings_page() -> None:
    found = life()
    client = signed_in(found.scene.coordinator)
    answer = client.post("/reminders/settings/", {"rhythm": "weekly", "whose": "all"})
    assert answer.status_code == 302
    shown = page(client, "/reminders/settings/")
    assert re.search(r'value="weekly"[^>]*checked', shown) and re.search(r'value="all"[^>]*checked', shown)
    assert JournalEntry.objects.filter(verb="reminders.chosen").exists()
    assert client.post("/reminders/settings/", {"rhythm": "hourly", "whose": "all"}).status_code == 422


def test_only_those_who_lead_are_asked_of_which_families() -> None:
    found = life()
    assert 'name="whose"' not in page(signed_in(found.scene.case_manager), "/reminders/settings/")
    answer = signed_in(found.scene.case_manager).post("/reminders/settings/", {"rhythm": "weekdays", "whose": "all"})
    assert answer.status_code == 302


def test_the_settings_are_reached_from_the_menu_of_the_account() -> None:
    assert "/reminders/settings/" in page(signed_in(worker(Role.SPECIALIST)), "/")
    assert "/reminders/settings/" not in page(signed_in(worker(Role.ANALYST)), "/")


def made(client: Client) -> str:
    """The address of a new calendar, as the page shows it once."""
    answer = client.post("/reminders/calendar/new/")
    found = re.search(r'value="http://testserver(/calendar/[\w-]+\.ics)"', answer.content.decode())
    assert found
    return found.group(1)


# An agreement is told to those who sign letters, and of a palliative case only one of the two birthdays is told.
TOLD_TO_A_CASE_MANAGER = len(KINDS) - 2


def test_a_calendar_from_its_making_to_its_end() -> None:
    found = life(on=today())
    client = signed_in(found.scene.case_manager)
    address = made(client)
    assert address not in page(client, "/reminders/settings/")
    answer = Client().get(address)
    assert answer.status_code == 200 and answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "no-store" and not answer.cookies
    body = answer.content.decode().replace("\r\n ", "")
    assert body.count("BEGIN:VEVENT") == TOLD_TO_A_CASE_MANAGER
    assert f"SUMMARY:Визит · {found.case.number} · {found.home.client.code}" in body
    for secret in (*NAMES, found.scene.case_manager.name, "Вместе", "17122026", "20081217"):
        assert secret not in body, secret
    assert today().strftime("%d.%m.%Y") in page(client, "/reminders/settings/")
    second = made(client)
    assert Client().get(address).status_code == 404 and Client().get(second).status_code == 200
    assert "больше ничего" in page(client, "/reminders/calendar/revoke/")
    assert client.post("/reminders/calendar/revoke/").status_code == 302
    assert Client().get(second).status_code == 404


def test_the_birthday_stands_in_the_calendar_on_the_first_day_of_its_month() -> None:
    found = life()
    client = signed_in(found.scene.case_manager)
    body = Client().get(made(client)).content.decode()
    assert "DTSTART;VALUE=DATE:20261217" not in body


def test_names_of_things_stay_the_same_from_one_reading_to_the_next() -> None:
    found = life(on=today())
    address = made(signed_in(found.scene.case_manager))
    first, second = (set(re.findall(r"UID:\S+", Client().get(address).content.decode())) for _ in range(2))
    assert first == second and len(first) == TOLD_TO_A_CASE_MANAGER
    assert not any(uid.startswith("UID:agreement") for uid in first)


def test_a_wrong_address_is_not_there_and_guessing_ends_soon(monkeypatch) -> None:
    monkeypatch.setattr(calendar_view, "WRONG_AN_HOUR", 3)
    guesser = Client(REMOTE_ADDR="203.0.113.9")
    answers = [guesser.get(f"/calendar/guess-{n}.ics").status_code for n in range(6)]
    assert answers == [404] * 4 + [429] * 2
    address = made(signed_in(worker(Role.SPECIALIST)))
    assert Client(REMOTE_ADDR="203.0.113.10").get(address).status_code == 200


def test_one_calendar_is_not_made_without_end(monkeypatch) -> None:
    monkeypatch.setattr(calendar_view, "READ_AN_HOUR", 2)
    address = made(signed_in(worker(Role.SPECIALIST)))
    assert [Client().get(address).status_code for _ in range(4)] == [200, 200, 429, 429]


def test_the_calendar_of_somebody_who_left_is_not_there() -> None:
    found = life()
    token = actions.make_calendar(actor=found.scene.case_manager)
    account = someone(found.scene.case_manager)
    account.is_active = False
    account.save()
    assert Client().get(reverse("reminders:calendar", args=[token])).status_code == 404


def test_a_calendar_takes_no_forms() -> None:
    assert Client().post("/calendar/anything.ics").status_code == 405
