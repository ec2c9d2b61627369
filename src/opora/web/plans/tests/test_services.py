"""Services are part of the plan: on its page, at the task they are for, on the copy for the family."""

import pytest
from django.urls import reverse

from opora.common.dates import today
from opora.plans.tests.factories import make_plan, make_task
from opora.services.actions import stop_planned
from opora.services.tests.factories import give, plan, walk_with_services
from opora.web.plans.tests.test_pages import signed_in, text_of

pytestmark = pytest.mark.django_db


def test_a_planned_service_stands_in_the_plan_at_its_task_and_on_the_copy_until_it_is_stopped() -> None:
    walk = walk_with_services()
    make_plan(route_id=walk.route.pk)
    task = make_task(route_id=walk.route.pk, accountable=f"worker:{walk.manager.user_id}")
    client = signed_in(walk.manager)
    addresses = [
        reverse("plans:panel", args=[walk.route.pk]),
        reverse("plans:task", args=[task.pk]),
        reverse("plans:copy", args=[walk.route.pk]),
    ]
    title = "Консультации по социально-правовым вопросам"
    assert [title in text_of(client.get(address)) for address in addresses] == [False, False, False]
    planned = plan(walk, "v3", times=3, task_id=task.pk, worker_id=walk.manager.user_id, on=today())
    give(walk, "v3", on=today(), planned_id=planned.pk)
    whole, at_task, copy = (text_of(client.get(address)) for address in addresses)
    assert title in whole and "оказано 1 из 3" in whole and "для задачи «" in whole
    assert title in at_task and "оказано 1 из 3" in at_task
    assert title in copy and "3 раза" in copy
    stop_planned(actor=walk.manager, planned_id=planned.pk, on=today())
    assert [title in text_of(client.get(address)) for address in addresses] == [False, False, False]
