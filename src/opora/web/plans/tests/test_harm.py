"""A child away from home asks for less harm to it and to its mother, or for the reason why nothing is planned."""

import pytest
from django.test import Client
from django.urls import reverse

from opora.access.models import User
from opora.access.rules import SYSTEM
from opora.families.actions import seal_identities
from opora.families.rules import Identity
from opora.plans.models import HarmWaiver
from opora.plans.tests.factories import BEGAN, Walk, make_goal, make_plan, make_task, make_walk
from opora.plans.tests.test_tasks import place, raise_high_risk

pytestmark = pytest.mark.django_db


@pytest.fixture
def walk(monkeypatch: pytest.MonkeyPatch) -> Walk:
    """A path of high risk whose elder child lives in an institution."""
    found = make_walk()
    make_plan(route_id=found.route.pk)
    raise_high_risk(found, monkeypatch)
    place(found, found.home.children[0], BEGAN)
    return found


@pytest.fixture
def client(walk: Walk) -> Client:
    browser = Client()
    browser.force_login(User.objects.get(pk=walk.manager.user_id))
    return browser


def test_the_plan_asks_for_tasks_until_child_and_mother_have_one(walk: Walk, client: Client) -> None:
    plan = reverse("plans:panel", args=[walk.route.pk])
    child = walk.home.children[0]
    waiver = reverse("plans:waive", args=[walk.route.pk, child.pk])
    assert waiver in client.get(plan).content.decode()
    who = f"worker:{walk.manager.user_id}"
    make_task(route_id=walk.route.pk, accountable=who, kind="harm_child", about_id=child.pk, title="Навещать")
    assert waiver in client.get(plan).content.decode()
    make_task(route_id=walk.route.pk, accountable=who, kind="harm_mother", title="Побыть с мамой")
    page = client.get(plan).content.decode()
    assert waiver not in page
    assert "Навещать" in page


def test_whoever_may_know_the_child_reads_its_name(walk: Walk, client: Client) -> None:
    child = walk.home.children[0]
    seal_identities(actor=SYSTEM, identities={child.pk: Identity(surname="Лосева", given="Злата")})
    plan = reverse("plans:panel", args=[walk.route.pk])
    asked = client.get(plan).content.decode().split('id="harm"')[1].split("</section>")[0]
    assert "Злата" in asked and child.code not in asked


def test_or_for_the_reason_why_there_is_none(walk: Walk, client: Client) -> None:
    waiver = reverse("plans:waive", args=[walk.route.pk, walk.home.children[0].pk])
    assert client.get(waiver).status_code == 200
    assert client.post(waiver, {"reason": ""}).status_code == 422
    assert client.post(waiver, {"reason": "Ребёнок вернётся завтра"}).status_code == 302
    assert HarmWaiver.objects.count() == 1
    assert client.get(waiver).status_code == 404
    other = reverse("plans:waive", args=[walk.route.pk, walk.home.children[1].pk])
    assert client.get(other).status_code == 404


def test_a_plan_in_such_a_time_still_asks_few_questions(
    walk: Walk, client: Client, django_assert_max_num_queries: object
) -> None:
    who = f"worker:{walk.manager.user_id}"
    make_goal(route_id=walk.route.pk)
    make_task(route_id=walk.route.pk, accountable=who, kind="mini_project", title="Вернуть права")
    with django_assert_max_num_queries(17):  # type: ignore[operator]
        assert client.get(reverse("plans:panel", args=[walk.route.pk])).status_code == 200
