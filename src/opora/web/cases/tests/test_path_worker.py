"""A signal is given to a colleague from a page on which another name may have stood."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from opora.access.rules import Role
from opora.cases.tests.factories import worker
from opora.process.models import Route
from opora.process.tests.factories import make_route
from opora.web.cases.tests.test_pages import signed_in

pytestmark = pytest.mark.django_db


def seen_on(client: Client, page: str) -> str:
    found = re.search(r'name="revision" value="(\d+)"', client.get(page).content.decode())
    assert found
    return found[1]


def test_who_was_given_the_signal_meanwhile_is_told_and_the_second_press_is_a_decision() -> None:
    route = make_route()
    head = worker(Role.HEAD, None)
    first, second = (worker(Role.CASE_MANAGER, route.department) for _ in range(2))
    client, page = signed_in(head), reverse("cases:path_worker", args=[route.pk])
    typed: dict[str, Any] = {"user_id": second.own_id, "revision": seen_on(client, page)}
    Route.objects.filter(pk=route.pk).update(worker_id=first.own_id)

    refused = client.post(page, typed)
    assert refused.status_code == 422
    assert f"теперь его ведёт {first.name}" in refused.content.decode()
    route.refresh_from_db()
    assert route.worker_id == first.own_id

    again = re.search(r'name="revision" value="(\d+)"', refused.content.decode())
    assert again
    assert client.post(page, {**typed, "revision": again[1]}).status_code == 302
    route.refresh_from_db()
    assert route.worker_id == second.own_id
