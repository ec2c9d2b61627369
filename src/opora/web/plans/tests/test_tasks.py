"""The list of tasks: one tap says done, one tap takes it back; a volunteer sees this list and no family."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from opora.access.models import User
from opora.access.rules import Actor
from opora.common.dates import today
from opora.plans.models import Task
from opora.plans.tests.factories import make_goal, make_plan, make_task, make_walk
from opora.web.plans.doors import DOORS

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}


def signed_in(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def test_the_most_pressing_stand_first_and_what_is_late_says_so() -> None:
    walk = make_walk()
    make_plan(route_id=walk.route.pk)
    mine = f"worker:{walk.manager.user_id}"
    make_task(route_id=walk.route.pk, accountable=mine, title="Потом", due_on=today() + timedelta(days=9))
    make_task(route_id=walk.route.pk, accountable=mine, title="На днях", due_on=today() - timedelta(days=4))
    page = signed_in(walk.manager).get("/tasks/").content.decode()
    assert page.index("На днях") < page.index("Потом")
    assert "просрочено на 4 дня" in page
    assert f"/routes/{walk.route.pk}/plan/" in page


def test_done_by_one_tap_and_taken_back_by_another() -> None:
    walk = make_walk()
    make_plan(route_id=walk.route.pk)
    task = make_task(route_id=walk.route.pk, accountable=f"worker:{walk.volunteer.user_id}", title="Отвезти коляску")
    client = signed_in(walk.volunteer)
    done = client.post(reverse("plans:finish", args=[task.pk]), headers=HTMX).content.decode()
    assert done.lstrip().startswith("<li")
    assert reverse("plans:undo", args=[task.pk]) in done
    assert Task.objects.get().state == "done"
    back = client.post(reverse("plans:undo", args=[task.pk]), headers=HTMX)
    assert back.headers["HX-Refresh"] == "true"
    assert Task.objects.get().state == "open"


def test_without_scripts_the_list_offers_to_take_it_back() -> None:
    walk = make_walk()
    make_plan(route_id=walk.route.pk)
    task = make_task(route_id=walk.route.pk, accountable=f"worker:{walk.volunteer.user_id}", title="Отвезти коляску")
    client = signed_in(walk.volunteer)
    page = client.post(reverse("plans:finish", args=[task.pk]), follow=True).content.decode()
    assert "Отвезти коляску" in page
    assert reverse("plans:undo", args=[task.pk]) in page
    client.post(reverse("plans:undo", args=[task.pk]))
    assert Task.objects.get().state == "open"


def test_a_word_on_what_came_of_it() -> None:
    walk = make_walk()
    make_plan(route_id=walk.route.pk)
    task = make_task(route_id=walk.route.pk, accountable=f"worker:{walk.volunteer.user_id}")
    client = signed_in(walk.volunteer)
    address = reverse("plans:finish", args=[task.pk])
    assert client.get(address).status_code == 200
    future = {"note": "Отвёз", "on": (today() + timedelta(days=1)).isoformat()}
    assert client.post(address, future).status_code == 422
    assert client.post(address, {"note": "Отвёз", "on": today().isoformat()}).status_code == 302
    assert "Отвёз" in client.get("/tasks/?done=1").content.decode()


def test_a_volunteer_sees_own_tasks_and_nothing_of_the_family() -> None:
    walk = make_walk()
    make_plan(route_id=walk.route.pk)
    goal = make_goal(route_id=walk.route.pk)
    own = make_task(route_id=walk.route.pk, accountable=f"worker:{walk.volunteer.user_id}", title="Отвезти коляску")
    other = make_task(route_id=walk.route.pk, accountable=f"worker:{walk.manager.user_id}", title="Сходить в суд")
    client = signed_in(walk.volunteer)
    page = client.get("/tasks/").content.decode()
    assert "Отвезти коляску" in page
    # Whoever helps three families tells them apart by their codes.
    assert f"· {walk.home.client.code}" in page
    for hidden in ("Сходить в суд", "/cases/", "/routes/"):
        assert hidden not in page
    assert "Отвезти коляску" in client.get("/").content.decode()
    for address in (reverse("plans:finish", args=[other.pk]), reverse("plans:undo", args=[other.pk])):
        assert client.post(address).status_code == 404
    places = {"route_id": walk.route.pk, "goal_id": goal.pk, "task_id": own.pk, "number": 1}
    for name in DOORS.keys() - {"plans:tasks", "plans:finish", "plans:undo"}:
        wanted = {place: places.get(place, 1) for place in _places(name)}
        assert client.get(reverse(name, kwargs=wanted)).status_code == 404, name
    for address in (f"/routes/{walk.route.pk}/", f"/cases/{walk.case.pk}/", f"/cases/{walk.case.pk}/people/"):
        assert client.get(address).status_code == 404


def test_a_worker_without_tasks_meets_a_calm_page() -> None:
    walk = make_walk()
    page = signed_in(walk.volunteer).get("/tasks/").content.decode()
    assert 'class="empty"' in page


def test_many_tasks_turn_pages_and_ask_no_more_questions(django_assert_max_num_queries: object) -> None:
    walk = make_walk()
    make_plan(route_id=walk.route.pk)
    for number in range(30):
        make_task(route_id=walk.route.pk, accountable=f"worker:{walk.volunteer.user_id}", title=f"Дело {number}")
    client = signed_in(walk.volunteer)
    with django_assert_max_num_queries(15):  # type: ignore[operator]
        page = client.get("/tasks/").content.decode()
    assert "?page=2" in page
    assert client.get("/tasks/?page=2").content.decode().count("Дело ") < 30


def _places(name: str) -> list[str]:
    from tests.access_table.addresses import places

    return places(name)
