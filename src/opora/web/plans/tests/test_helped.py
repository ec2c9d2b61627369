"""Where weak sides may become goals, the page names services beside which they were solved, for one question more."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from opora.assessments.tests.factories import a_case, approved
from opora.evidence.models import ItemHelp
from opora.indicators.tests.houses import service
from opora.plans.tests.factories import make_plan
from opora.plans.tests.test_offered import path_of
from opora.web.intake.tests.test_signals import signed_in, text_of

pytestmark = pytest.mark.django_db


def test_a_weak_side_names_the_services_beside_which_it_was_solved() -> None:
    world = a_case("19/2021лд")
    route = path_of(world)
    approved(world, weak=7)
    make_plan(route_id=route.pk, on=world.case.opened_on)
    client, address = signed_in(world.manager), reverse("plans:offer", args=[route.pk])
    client.get(address)
    with CaptureQueriesContext(connection) as before:
        page = text_of(client.get(address))
    assert "где давали" not in page and "не доказывает" not in page
    usual = {"program": world.case.program, "item": "1.1", "counted_on": date(2022, 6, 30)}
    more = {"others_solved": 3, "others": 8, "beside": "not_seen"}
    ItemHelp.objects.create(service=service("Беседа"), solved=7, given=9, low=0.4, high=0.972, **more, **usual)
    ItemHelp.objects.create(service=service("Группа"), solved=6, given=9, low=0.3, high=0.925, **usual)
    ItemHelp.objects.create(service=service("Выезд"), solved=0, given=9, low=0.0, high=0.336, **usual)
    with CaptureQueriesContext(connection) as after:
        page = text_of(client.get(address))
    assert "Беседа: получили 9 семей, решилось у 7 (95 % интервал от 40 до 97,2" in page and "Выезд" not in page
    assert "без неё — у 3 из 8: разницы не видно" in page, "what can be said of it stands beside it"
    assert "Группа: получили 9 семей" in page and "сравнить не с кем: её получали все" in page
    assert "Это не доказывает, что она решилась из-за услуги." in page
    assert len(after) == len(before)
