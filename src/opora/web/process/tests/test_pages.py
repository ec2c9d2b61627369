"""The path as its page shows it: once, with few questions; its type, its refusal, its move to a new version."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from opora.access.models import User
from opora.access.rules import SYSTEM, Actor, Role
from opora.cases.tests.factories import worker
from opora.pathways.actions import publish_route
from opora.process import actions
from opora.process.models import Paper, Route
from opora.process.tests.factories import BEGAN, make_route
from opora.process.tests.test_carrying import _renamed

pytestmark = pytest.mark.django_db
ON = BEGAN.isoformat()


@pytest.fixture
def route() -> Route:
    return make_route(facts={"risk": "high"})


@pytest.fixture
def head() -> Actor:
    return worker(Role.HEAD)


def signed_in(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def text_of(response: Any) -> str:
    return " ".join(response.content.decode().split())


def questions(ask: Callable[[], Any]) -> int:
    """How many questions a page asks the database, the second time it is asked for."""
    ask()
    with CaptureQueriesContext(connection) as captured:
        ask()
    return len(captured)


def test_a_path_asks_few_questions_and_no_more_of_a_long_one(route: Route, head: Actor) -> None:
    client, address = signed_in(head), reverse("process:route", args=[route.pk])
    short = questions(lambda: client.get(address))
    for _round in range(4):
        actions.file_paper(actor=SYSTEM, route_id=route.pk, kind="consent", on=BEGAN)
        for to in ("work", "start"):
            actions.override(actor=SYSTEM, route_id=route.pk, to=to, reason="Так было", on=BEGAN)
    assert questions(lambda: client.get(address)) == short <= 20


def test_whoever_leads_and_walks_no_path_reads_of_those_that_colleagues_walk(route: Route, head: Actor) -> None:
    client, address = signed_in(head), reverse("process:work")
    page, own = text_of(client.get(address)), text_of(client.get(address, {"whose": "mine"}))
    line = f'href="{reverse("process:route", args=[route.pk])}"'
    assert line in page and 'value="all" id="id_whose_1" checked' in page
    assert line not in own and 'value="mine" id="id_whose_0" checked' in own
    Route.objects.filter(pk=route.pk).update(worker_id=head.user_id)
    make_route()
    assert 'value="mine" id="id_whose_0" checked' in text_of(client.get(address))


def test_a_step_asks_few_questions(route: Route, head: Actor) -> None:
    actions.file_paper(actor=SYSTEM, route_id=route.pk, kind="consent", on=BEGAN)
    make_route()
    with CaptureQueriesContext(connection) as captured:
        actions.take_step(actor=head, route_id=route.pk, action="begin_work", on=BEGAN)
    assert len(captured) <= 12


def test_papers_are_shown_once(route: Route, head: Actor) -> None:
    actions.file_paper(actor=SYSTEM, route_id=route.pk, kind="consent", on=BEGAN)
    client = signed_in(head)
    assert "Согласие" not in text_of(client.get(reverse("process:route", args=[route.pk]))).split("Что дальше")[0]
    panel = text_of(client.get(reverse("papers:panel", args=[route.pk])))
    assert "Всё, что приложено к пути: 1" in panel


def test_a_paper_seen_by_mistake_is_taken_back_from_the_papers(route: Route, head: Actor) -> None:
    client = signed_in(head)
    client.post(reverse("process:file_paper", args=[route.pk]), {"kind": "consent", "on": ON})
    paper = Paper.objects.get()
    address = reverse("process:withdraw_paper", args=[route.pk, paper.pk])
    assert address in text_of(client.get(reverse("papers:panel", args=[route.pk])))
    client.post(address)
    assert Paper.objects.get().withdrawn_on is not None


def test_the_type_of_a_case_is_changed_with_a_reason(route: Route, head: Actor) -> None:
    client, address = signed_in(head), reverse("process:palliative", args=[route.pk])
    refused = client.post(address, {"on": ON, "reason": "", "was": ""})
    assert refused.status_code == 422
    assert client.post(address, {"on": ON, "reason": "Ребёнок с инвалидностью"}).status_code == 302
    page = text_of(client.get(reverse("process:route", args=[route.pk])))
    assert "Социальный паллиатив: Ребёнок с инвалидностью" in page
    assert client.post(address, {"on": ON, "reason": "Семья справляется", "was": "True"}).status_code == 302
    assert not Route.objects.get(pk=route.pk).is_palliative


def test_families_are_tried_out_and_then_carried(route: Route, head: Actor) -> None:
    publish_route(actor=SYSTEM, code="trial", body=_renamed())
    client, address = signed_in(head), reverse("process:move", args=["trial"])
    page = text_of(client.get(address))
    assert "такого этапа больше нет" in page
    tried = text_of(client.post(address, {"to_number": 2, "goal_start": "", "do": "try"}))
    assert "1 семье не нашлось бы места" in tried
    tried = text_of(client.post(address, {"to_number": 2, "goal_start": "arrival", "do": "try"}))
    assert "Никто не потеряется" in tried
    assert Route.objects.get(pk=route.pk).stage == "start"
    assert client.post(address, {"to_number": 2, "goal_start": "arrival", "do": "move"}).status_code == 302
    assert Route.objects.get(pk=route.pk).stage == "arrival"
    assert "Все идут по действующей версии" in text_of(client.get(address))


def test_a_move_that_would_lose_somebody_is_refused_and_what_was_chosen_stays(route: Route, head: Actor) -> None:
    publish_route(actor=SYSTEM, code="trial", body=_renamed())
    answer = signed_in(head).post(
        reverse("process:move", args=["trial"]), {"to_number": 2, "goal_start": "", "do": "move"}
    )
    assert answer.status_code == 422
    assert "Ничего не изменено" in text_of(answer)
    assert Route.objects.get(pk=route.pk).version.number == 1


def test_a_case_manager_has_no_page_for_moving_families(route: Route) -> None:
    client = signed_in(worker(Role.CASE_MANAGER, route.department))
    assert client.get(reverse("process:move", args=["trial"])).status_code == 404


def test_a_path_that_goes_on_has_nothing_to_notify_of(route: Route, head: Actor) -> None:
    page = signed_in(head).get(reverse("process:refusal", args=[route.pk]))
    assert page.status_code == 200
    assert "Уведомлять не о чем" in text_of(page)


def test_back_after_a_step_leads_to_the_family_and_not_to_an_absent_page(route: Route, head: Actor) -> None:
    actions.file_paper(actor=SYSTEM, route_id=route.pk, kind="consent", on=BEGAN)
    client = signed_in(head)
    address = reverse("process:step", args=[route.pk, "begin_work"])
    taken_before = client.get(address).status_code
    actions.take_step(actor=head, route_id=route.pk, action="begin_work", on=BEGAN)
    answer = client.get(address)
    assert taken_before in (200, 302)
    assert (answer.status_code, answer.headers["Location"]) == (302, reverse("process:route", args=[route.pk]))
    assert client.get(reverse("process:step", args=[route.pk, "no_such_step"])).status_code == 404
    assert signed_in(worker(Role.VOLUNTEER)).get(address).status_code == 404


def test_who_comes_too_late_with_a_step_is_led_to_the_family_as_it_stands_now(route: Route, head: Actor) -> None:
    actions.file_paper(actor=SYSTEM, route_id=route.pk, kind="consent", on=BEGAN)
    client = signed_in(head)
    family, address = (
        reverse(f"process:{name}", args=args)
        for name, args in (("route", [route.pk]), ("step", [route.pk, "begin_work"]))
    )
    actions.take_step(actor=SYSTEM, route_id=route.pk, action="begin_work", on=BEGAN)
    late = client.post(address, {"revision": 0, "on": ON}, headers={"referer": f"http://testserver{family}"})
    assert late.status_code == 409
    assert f'href="{family}"' in text_of(late)
    for elsewhere in (
        "http://elsewhere.example/routes/1/",
        "javascript://testserver/",
        f"http://testserver{address}",
        "",
    ):
        page = text_of(client.post(address, {"revision": 0, "on": ON}, headers={"referer": elsewhere}))
        assert 'class="btn primary" href="/"' in page, elsewhere
