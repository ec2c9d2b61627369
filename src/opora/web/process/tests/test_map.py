"""The map of a program and of one family, the passport of a process and its file, as people meet them."""

import xml.etree.ElementTree as ET
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from opora.access.models import User
from opora.access.rules import SYSTEM, Role
from opora.cases.tests.factories import worker
from opora.process.actions import take_step
from opora.process.tests.factories import BEGAN, make_route

pytestmark = pytest.mark.django_db


@pytest.fixture
def head() -> Client:
    client = Client(headers={"accept-language": "ru"})
    client.force_login(User.objects.get(pk=worker(Role.HEAD).user_id))
    return client


def page(client: Client, name: str, *args: object) -> str:
    answer = client.get(reverse(f"process:{name}", args=args))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_the_list_names_processes_and_their_programs(head: Client) -> None:
    make_route()
    found = page(head, "list")
    assert "Пробный процесс" in found and "Пробная программа" in found


def test_the_map_counts_families_and_delays_and_leads_to_them(head: Client) -> None:
    route = make_route()
    found = page(head, "map", "trial")
    assert 'class="chart process-map"' in found
    assert "просрочено: 1" in found
    assert f"/process/trial/stage/start/?program={route.program_id}" in found
    assert f'"/routes/{route.pk}/"' in page(head, "stage", "trial", "start")


def test_where_families_went_on_is_a_share(head: Client) -> None:
    take_step(actor=SYSTEM, route_id=make_route().pk, action="decline", reason="Не нужно", on=BEGAN + timedelta(days=4))
    found = page(head, "map", "trial")
    assert "4\xa0дн." in found or "4 дн." in found
    assert page(head, "stage", "trial", "declined").count("/routes/") >= 1


def test_a_family_sees_where_it_is_and_has_been(head: Client) -> None:
    route = make_route()
    take_step(actor=SYSTEM, route_id=route.pk, action="decline", reason="Не нужно", on=BEGAN + timedelta(days=4))
    found = page(head, "route_map", route.pk)
    assert "вы здесь" in found
    assert 'class="place stage passed"' in found
    assert "02.03.2026–06.03.2026" in found


def test_the_passport_names_steps_papers_and_criteria(head: Client) -> None:
    make_route()
    found = page(head, "tables", "trial")
    for words in ("Начать работу", "Согласие", "Критерии нуждаемости", "Риск низкий", "из любого этапа"):
        assert words in found


def test_the_file_opens_in_other_programs(head: Client) -> None:
    make_route()
    answer = head.get(reverse("process:bpmn", args=["trial"]))
    assert 'filename="trial-' in answer.headers["Content-Disposition"]
    root = ET.fromstring(answer.content)
    model = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
    assert {task.get("name") for task in root.iter(f"{model}userTask")} == {"Начало", "Работа"}


@pytest.mark.parametrize("address", ["/process/gone/", "/process/trial/stage/gone/", "/routes/99999999/map/"])
def test_what_is_not_there_is_not_found(head: Client, address: str) -> None:
    make_route()
    assert head.get(address).status_code == 404
