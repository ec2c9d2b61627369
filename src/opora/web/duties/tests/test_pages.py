"""The pages of passing work on, as people meet them."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from opora.access.models import RoleAssignment, User
from opora.access.rules import Actor, Role
from opora.cases.models import TeamMember
from opora.cases.tests.factories import Scene, scene, worker
from opora.common.dates import today
from opora.plans.models import Task
from opora.reminders.tests.factories import life

pytestmark = pytest.mark.django_db


def _browser(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def _text(response: Any) -> str:
    return " ".join(response.content.decode().split())


def _work(place: Scene, name: str = "work") -> str:
    return reverse(f"duties:{name}", args=[place.case_manager.user_id])


def test_one_sees_ones_own_work_from_the_account_and_a_colleagues_not_at_all() -> None:
    place = scene()
    own = _browser(place.case_manager)
    assert _work(place) in _text(own.get(reverse("access:profile")))
    assert place.case.number in _text(own.get(_work(place)))
    stranger = worker(Role.CASE_MANAGER, place.department)
    assert _browser(stranger).get(_work(place)).status_code == 404


def test_ones_own_work_is_told_to_oneself_and_not_as_of_somebody_else() -> None:
    actor = worker(Role.ANALYST)
    text = _text(_browser(actor).get(reverse("duties:work", args=[actor.user_id])))
    assert "Можно спокойно уйти в отпуск" in text and "За этим сотрудником" not in text and "без сотрудника" not in text
    leader = _browser(worker(Role.HEAD))
    assert "За этим сотрудником ничего не числится" in _text(leader.get(reverse("duties:work", args=[actor.user_id])))


def test_a_volunteer_is_led_to_the_own_tasks_and_not_told_that_they_are_closed() -> None:
    life(on=today())
    actor = worker(Role.VOLUNTEER)
    Task.objects.filter(member=None).update(worker_id=actor.user_id)
    text = _text(_browser(actor).get(reverse("duties:work", args=[actor.user_id])))
    assert "открыть вам нельзя" not in text and "передать поможет координатор" in text
    assert 'href="/tasks/"' in text


def test_a_coordinator_looks_first_and_then_passes_all_on() -> None:
    place = scene()
    colleague = worker(Role.CASE_MANAGER, place.department, "Анна Реброва")
    browser = _browser(place.coordinator)
    assert "Анна Реброва" in _text(browser.get(_work(place, "pass_on")))
    typed = {"to": colleague.user_id, "reason": "Ушла в отпуск", "step": "look"}
    looked = browser.post(_work(place, "pass_on"), typed)
    assert place.case.number in _text(looked)
    assert TeamMember.objects.get(case=place.case, to_on=None).user_id == place.case_manager.user_id
    done = browser.post(_work(place, "pass_on"), {**typed, "step": "do"}, follow=True)
    assert "Ушла в отпуск" in _text(done)
    assert TeamMember.objects.get(case=place.case, to_on=None).user_id == colleague.user_id


def test_without_a_reason_nothing_happens_and_what_was_typed_stays() -> None:
    place = scene()
    colleague = worker(Role.CASE_MANAGER, place.department, "Анна Реброва")
    answer = _browser(place.coordinator).post(_work(place, "pass_on"), {"to": colleague.user_id, "step": "do"})
    assert answer.status_code == 422
    assert re.search(rf'value="{colleague.user_id}"[^>]*checked', _text(answer))


def test_an_account_with_work_on_it_leads_to_the_page_instead_of_closing() -> None:
    place = scene()
    admin = _browser(worker(Role.ADMINISTRATOR))
    address = reverse("access:deactivate", args=[place.case_manager.user_id])
    for answer in (admin.get(address), admin.post(address)):
        assert answer["Location"] == _work(place)
    page = _text(admin.get(_work(place)))
    assert place.case.number not in page
    assert User.objects.get(pk=place.case_manager.user_id).is_active


def test_nobodys_case_is_given_away_with_one_tap() -> None:
    place = scene()
    RoleAssignment.objects.filter(user_id=place.case_manager.user_id).delete()
    colleague = worker(Role.CASE_MANAGER, place.department, "Анна Реброва")
    browser = _browser(place.coordinator)
    page = _text(browser.get(reverse("duties:unowned")))
    assert place.case.number in page
    assert "Анна Реброва" in page
    assign = reverse("duties:assign", args=["case", place.case.pk])
    browser.post(assign, {"to": colleague.user_id})
    assert TeamMember.objects.get(case=place.case, to_on=None).user_id == colleague.user_id
    assert place.case.number not in _text(browser.get(reverse("duties:unowned")))


def test_the_list_of_colleagues_says_that_something_is_nobodys() -> None:
    place = scene()
    browser = _browser(place.coordinator)
    address = reverse("duties:unowned")
    assert address not in _text(browser.get(reverse("duties:colleagues")))
    RoleAssignment.objects.filter(user_id=place.case_manager.user_id).delete()
    assert address in _text(browser.get(reverse("duties:colleagues")))


def test_passing_on_from_a_coming_day_is_shown_before_it_and_can_be_called_off() -> None:
    place = scene()
    colleague = worker(Role.CASE_MANAGER, place.department, "Анна Реброва")
    browser = _browser(place.coordinator)
    day = today() + timedelta(days=3)
    typed = {"to": colleague.user_id, "reason": "Отпуск", "on": day.isoformat()}
    look = _text(browser.post(_work(place, "pass_on"), {**typed, "step": "look"}))
    assert "Анна Реброва" in look and TeamMember.objects.filter(user_id=colleague.user_id).count() == 0
    answer = browser.post(_work(place, "pass_on"), {**typed, "step": "do"}, follow=True)
    assert "перейдёт сам" in _text(answer) and "Отпуск" in _text(answer)
    assert TeamMember.objects.filter(user_id=colleague.user_id).count() == 0
    answer = browser.post(_work(place, "call_off"), follow=True)
    assert "Работа остаётся" in _text(answer)
    past = {**typed, "on": (today() - timedelta(days=1)).isoformat(), "step": "do"}
    assert browser.post(_work(place, "pass_on"), past).status_code == 422
