"""The pages of a plan as the people who draw it up meet them."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from opora.access.models import User
from opora.access.rules import Actor, Role
from opora.cases.tests.factories import worker
from opora.common.dates import today
from opora.plans.models import FamilyStep, Goal, Milestone, Plan, PlanRevision, Task, UnforeseenEvent
from opora.plans.tests import factories
from opora.plans.tests.factories import Walk, make_agreed_plan, make_goal, make_plan, make_task, make_walk

pytestmark = pytest.mark.django_db

SOON = today() + timedelta(days=14)


def signed_in(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def begun() -> tuple[Walk, Client, str]:
    """A plan just begun, the browser of its case manager, the address of the plan."""
    walk = make_walk()
    make_plan(route_id=walk.route.pk)
    return walk, signed_in(walk.manager), reverse("plans:panel", args=[walk.route.pk])


def text_of(response: object) -> str:
    return response.content.decode()  # type: ignore[attr-defined]


def test_a_plan_from_its_beginning_to_its_agreement() -> None:
    walk = make_walk()
    client = signed_in(walk.manager)
    plan = reverse("plans:panel", args=[walk.route.pk])
    empty = text_of(client.get(plan))
    assert reverse("plans:begin", args=[walk.route.pk]) in empty
    words = {"track": "home_visiting", "own_words": "Хочу, чтобы дети были дома"}
    assert client.post(reverse("plans:begin", args=[walk.route.pk]), words).status_code == 302
    assert "Хочу, чтобы дети были дома" in text_of(client.get(plan))
    goal = {"title": "Дети высыпаются", "section": "2", "outcome": "m16"}
    assert client.post(reverse("plans:goal_new", args=[walk.route.pk]), goal).status_code == 302
    set_goal = Goal.objects.get()
    task = {
        "title": "Составить распорядок дня",
        "accountable": f"member:{walk.home.client.pk}",
        "due_on": SOON.isoformat(),
        "goal_id": set_goal.pk,
        "kind": "ordinary",
    }
    assert client.post(reverse("plans:task_new", args=[walk.route.pk]), task).status_code == 302
    page = text_of(client.get(plan))
    assert "Дети высыпаются" in page
    assert "Составить распорядок дня" in page
    agreed = {"attended": [walk.home.client.pk], "activity": "4", "on": today().isoformat(), "revision": ""}
    assert client.post(reverse("plans:agree", args=[walk.route.pk]), agreed).status_code == 302
    assert Plan.objects.get().state == "current"
    assert PlanRevision.objects.get().attended == [walk.home.client.pk]


def test_a_plan_that_lacks_something_is_not_agreed_on_and_says_what() -> None:
    walk, client, _plan = begun()
    response = client.post(reverse("plans:agree", args=[walk.route.pk]), {"on": today().isoformat()})
    assert response.status_code == 422
    assert "Поставьте хотя бы одну цель" in text_of(response)


def test_a_task_needs_exactly_one_who_answers_and_keeps_what_was_typed() -> None:
    walk, client, _plan = begun()
    typed = {"title": "Записать сына в секцию", "due_on": SOON.isoformat(), "kind": "ordinary", "accountable": ""}
    response = client.post(reverse("plans:task_new", args=[walk.route.pk]), typed)
    assert response.status_code == 422
    assert "Записать сына в секцию" in text_of(response)
    assert not Task.objects.exists()
    form = text_of(client.get(reverse("plans:task_new", args=[walk.route.pk])))
    assert form.count('name="accountable"') == 1
    assert f'value="member:{walk.home.client.pk}"' in form
    assert f'value="worker:{walk.volunteer.user_id}"' in form


@pytest.mark.parametrize(
    ("reached", "of", "sentence"),
    [
        (1, 2, "Ровно 50 % — это ещё не больше 50 %"),
        (2, 3, "больше 50 %: план считается выполненным"),
        (1, 3, "План считается выполненным, когда достигнуто больше 50 % целей"),
    ],
)
def test_the_share_of_goals_is_told_strictly(reached: int, of: int, sentence: str) -> None:
    walk, client, plan = begun()
    goals = [make_goal(route_id=walk.route.pk, title=f"Цель {number}") for number in range(of)]
    for goal in goals[:reached]:
        answer = {"state": "achieved", "on": today().isoformat()}
        assert client.post(reverse("plans:decide", args=[goal.pk]), answer).status_code == 302
    assert sentence in text_of(client.get(plan)).replace("\xa0", " ")


def test_a_goal_is_changed_with_levels_decided_and_worked_on_again() -> None:
    walk, client, plan = begun()
    goal = make_goal(route_id=walk.route.pk)
    address = reverse("plans:goal", args=[goal.pk])
    levels = {f"level_{number}": f"Ступень {number}" for number in range(5)}
    entry = {"title": "Хватает до зарплаты", "section": "1", "outcome": "", "level_start": "-1", "level_now": "0"}
    assert client.post(address, {**entry, **levels, "level_4": "", "revision": "0"}).status_code == 422
    assert client.post(address, {**entry, **levels, "revision": "0"}).status_code == 302
    assert "Ступень 4" in text_of(client.get(plan))
    decided = {"state": "not_achieved", "level_now": "1", "on": today().isoformat(), "revision": ""}
    assert client.post(reverse("plans:decide", args=[goal.pk]), decided).status_code == 302
    goal.refresh_from_db()
    assert (goal.state, goal.level_now) == ("not_achieved", 1)
    assert client.post(reverse("plans:reopen", args=[goal.pk])).status_code == 302
    goal.refresh_from_db()
    assert goal.state == "active"


def test_of_two_people_at_one_goal_the_second_is_told_and_loses_nothing() -> None:
    walk, client, _plan = begun()
    goal = make_goal(route_id=walk.route.pk)
    address = reverse("plans:goal", args=[goal.pk])
    assert client.post(address, {"title": "Первая правка", "revision": "0"}).status_code == 302
    late = client.post(address, {"title": "Вторая правка", "revision": "0"})
    assert late.status_code == 422
    assert "Первая правка" in text_of(late)
    assert "Вторая правка" in text_of(late)
    assert 'name="revision" value="1"' in text_of(late)
    assert client.post(address, {"title": "Вторая правка", "revision": "1"}).status_code == 302


def test_a_corrected_plan_has_its_reason_and_its_former_version() -> None:
    walk = make_walk()
    make_agreed_plan(walk=walk)
    client = signed_in(walk.manager)
    goal = Goal.objects.order_by("pk")[0]
    client.post(reverse("plans:goal", args=[goal.pk]), {"title": "Цель 1, но ближе", "section": "1"})
    plan = text_of(client.get(reverse("plans:panel", args=[walk.route.pk])))
    assert reverse("plans:correct", args=[walk.route.pk]) in plan
    correction = reverse("plans:correct", args=[walk.route.pk])
    assert client.post(correction, {"on": today().isoformat()}).status_code == 422
    assert client.post(correction, {"reason": "Мать нашла работу", "on": today().isoformat()}).status_code == 302
    listed = text_of(client.get(reverse("plans:versions", args=[walk.route.pk])))
    assert reverse("plans:version", args=[walk.route.pk, 1]) in listed
    old = text_of(client.get(reverse("plans:version", args=[walk.route.pk, 1])))
    assert "Цель 1" in old
    assert "но ближе" not in old
    new = text_of(client.get(reverse("plans:version", args=[walk.route.pk, 2])))
    assert "Мать нашла работу" in new
    assert '<ins class="came">' in new


def test_life_beside_the_plan_events_steps_and_reviews() -> None:
    walk = make_walk()
    make_agreed_plan(walk=walk)
    client = signed_in(walk.manager)
    event = {
        "kind": "illness",
        "on": today().isoformat(),
        "effect": "Мать в больнице две недели",
        "review_due_on": today().isoformat(),
    }
    assert client.post(reverse("plans:event_new", args=[walk.route.pk]), event).status_code == 302
    assert UnforeseenEvent.objects.get().kind == "illness"
    page = text_of(client.get(reverse("plans:panel", args=[walk.route.pk])))
    assert "Мать в больнице две недели" in page
    assert reverse("plans:review", args=[walk.route.pk]) in page
    assert client.post(reverse("plans:review", args=[walk.route.pk]), {"next_on": SOON.isoformat()}).status_code == 302
    step = {"what": "step", "notes": "Сама записалась к врачу", "day": "today"}
    assert client.post(reverse("life:route_record", args=[walk.route.pk, "step"]), step).status_code == 302
    assert FamilyStep.objects.count() == 1


def test_a_mini_project_has_its_stops() -> None:
    walk, client, _plan = begun()
    task = make_task(route_id=walk.route.pk, accountable=f"worker:{walk.manager.user_id}", kind="mini_project")
    address = reverse("plans:milestones", args=[task.pk])
    assert client.post(address, {"title": "Подать иск", "due_on": SOON.isoformat()}).status_code == 302
    stop = Milestone.objects.get()
    tick = reverse("plans:milestone", args=[task.pk, stop.pk])
    assert client.post(tick).status_code == 302
    stop.refresh_from_db()
    assert stop.done_on == today()
    client.post(tick)
    stop.refresh_from_db()
    assert stop.done_on is None


def test_the_stops_of_an_ended_path_are_told_but_lead_nowhere() -> None:
    walk, client, plan = begun()
    task = make_task(route_id=walk.route.pk, accountable=f"worker:{walk.manager.user_id}", kind="mini_project")
    address = reverse("plans:milestones", args=[task.pk])
    assert address in text_of(client.get(plan))
    type(walk.route).objects.filter(pk=walk.route.pk).update(ended_on=today())
    page = text_of(client.get(plan))
    assert client.get(address).status_code == 404
    assert "мини-проект" in page
    assert address not in page


def test_the_copy_for_the_family_stands_alone_and_has_a_place_for_signatures() -> None:
    walk = make_walk()
    make_agreed_plan(walk=walk)
    copy = text_of(signed_in(walk.manager).get(reverse("plans:copy", args=[walk.route.pk])))
    assert "<nav" not in copy
    assert "подпись" in copy
    assert "Цель 1" in copy
    assert "Мать, " in copy


def test_strangers_find_no_such_plan() -> None:
    walk = make_walk()
    make_agreed_plan(walk=walk)
    goal, task = Goal.objects.order_by("pk")[0], Task.objects.order_by("pk")[0]
    for actor in (walk.stranger, worker(Role.ANALYST)):
        stranger = signed_in(actor)
        for name, number in (
            ("panel", walk.route.pk),
            ("copy", walk.route.pk),
            ("versions", walk.route.pk),
            ("agree", walk.route.pk),
            ("goal", goal.pk),
            ("decide", goal.pk),
            ("task", task.pk),
            ("finish", task.pk),
        ):
            address, absent = (reverse(f"plans:{name}", args=[one]) for one in (number, 99_999_999))
            assert stranger.get(address).status_code == 404
            # A page that is only shown takes nothing from whoever may knock (405), be the plan there or not.
            refused = stranger.post(address).status_code
            assert refused == stranger.post(absent).status_code
            assert refused == (405 if actor == walk.stranger and name in {"panel", "copy", "versions"} else 404)


def test_who_has_left_the_team_finds_the_plan_no_more() -> None:
    walk, client, plan = begun()
    assert client.get(plan).status_code == 200
    from opora.cases.models import TeamMember

    TeamMember.objects.filter(user_id=walk.manager.user_id).update(to_on=today() - timedelta(days=1))
    type(walk.route).objects.filter(pk=walk.route.pk).update(worker=None)
    assert client.get(plan).status_code == 404


def test_a_long_plan_asks_no_more_questions_than_a_short_one(django_assert_max_num_queries: object) -> None:
    walk, client, plan = begun()
    for number in range(12):
        goal = make_goal(route_id=walk.route.pk, title=f"Цель {number}")
        for kind in ("ordinary", "mini_project"):
            make_task(route_id=walk.route.pk, accountable=f"member:{walk.home.client.pk}", goal_id=goal.pk, kind=kind)
    with django_assert_max_num_queries(18):  # type: ignore[operator]
        assert client.get(plan).status_code == 200
    with django_assert_max_num_queries(18):  # type: ignore[operator]
        assert client.get(reverse("plans:task_new", args=[walk.route.pk])).status_code == 200
    assert factories.SOON


def test_every_page_of_a_plan_opens_with_few_questions(django_assert_max_num_queries: object) -> None:
    walk = make_walk()
    make_agreed_plan(walk=walk)
    client = signed_in(walk.manager)
    goal, task = Goal.objects.order_by("pk")[0], Task.objects.order_by("pk")[1]
    of_path = (
        "words",
        "copy",
        "offer",
        "goal_new",
        "task_new",
        "correct",
        "review",
        "versions",
        "event_new",
    )
    addresses = [reverse(f"plans:{name}", args=[walk.route.pk]) for name in of_path]
    addresses += [reverse(f"plans:{name}", args=[goal.pk]) for name in ("goal", "decide")]
    addresses += [reverse(f"plans:{name}", args=[task.pk]) for name in ("task", "cancel", "milestones", "finish")]
    addresses.append(reverse("plans:version", args=[walk.route.pk, 1]))
    for address in addresses:
        with django_assert_max_num_queries(18, info=address):  # type: ignore[operator]
            assert client.get(address).status_code == 200, address
