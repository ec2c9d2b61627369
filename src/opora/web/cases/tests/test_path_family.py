"""The pages on which a signal gets its family and finds its program."""

from typing import Any

import pytest
from django.test import Client

from opora.access.models import User
from opora.access.rules import SYSTEM, Role
from opora.cases.tests.factories import Scene, scene, worker
from opora.families.models import FamilyMember
from opora.intake import actions as intake
from opora.pathways.actions import publish_route
from opora.process import actions as process
from opora.process.models import Route
from opora.process.tests.factories import BEGAN, TRIAL

pytestmark = pytest.mark.django_db


def _place() -> tuple[Scene, Client, Route]:
    place = scene()
    publish_route(actor=SYSTEM, code="trial", body={**TRIAL, "programs": [place.program.code], "code": "trial"})
    route = process.begin(actor=SYSTEM, program_id=place.program.pk, department_id=place.department.pk, on=BEGAN)
    client = Client()
    client.force_login(User.objects.get(pk=place.coordinator.user_id))
    return place, client, route


def test_what_the_signal_told_is_offered_for_the_family() -> None:
    place, client, _route = _place()
    told = {"story": "Ждёт помощи", "surname": "Лукошкина", "given": "Вера", "phone": "+7 900 555-01-12"}
    referral = intake.receive(
        actor=SYSTEM,
        program_id=place.program.pk,
        department_id=place.department.pk,
        channel="phone",
        source="self",
        urgency="days",
        children_count=3,
        told=told,
        on=BEGAN,
    )
    page = client.get(f"/routes/{referral.route_id}/family/?family=new").content.decode()
    assert page.count('value="Лукошкина"') == 4, "the parent, and three children by the same surname"
    assert 'value="+7 900 555-01-12"' in page


def test_a_new_family_is_entered_once_and_the_case_is_opened_for_it() -> None:
    _scene, client, route = _place()
    address = f"/routes/{route.pk}/family/"
    assert client.get(address).status_code == 200
    typed: dict[str, Any] = {
        "rows": "2",
        "caregiver-kind": "mother",
        "caregiver-surname": "Лукошкина",
        "child-0-given": "Вера",
    }
    assert client.post(address + "?family=new", {**typed, "child-0-given": ""}).status_code == 422
    assert client.post(address + "?family=new", typed).status_code == 302
    route.refresh_from_db()
    assert FamilyMember.objects.filter(family_id=route.family_id).count() == 2
    assert client.get(address).context["own"]
    opening = client.get(f"/cases/new/?route={route.pk}&step=begin_work")
    assert 'name="client_id"' in opening.content.decode()


def test_from_the_name_of_the_family_one_goes_on_to_what_its_path_lacks() -> None:
    _scene, client, route = _place()
    home, address = f"/routes/{route.pk}/", f"/routes/{route.pk}/family/"
    assert f'href="{address}?then={route.pk}.next"' in client.get(home).content.decode()
    looking = client.get(f"{address}?then={route.pk}.next").content.decode()
    entering = f"?then={route.pk}.next&family=new"
    assert f'href="{entering.replace("&", "&amp;")}"' in looking
    assert "Сохранить и перейти к следующему" in client.get(address + entering).content.decode()
    typed = {"rows": "1", "caregiver-kind": "mother", "caregiver-surname": "Лукошкина", "child-0-given": "Вера"}
    named = client.post(address + entering, {**typed, "then": f"{route.pk}.next"})
    assert named.headers["Location"] == f"{home}?onto=next"
    route.refresh_from_db()
    assert route.family_id is not None


def test_a_family_that_is_known_is_chosen() -> None:
    place, client, route = _place()
    answer = client.post(f"/routes/{route.pk}/family/", {"family": str(place.case.family_id)})
    assert answer.status_code == 302
    route.refresh_from_db()
    assert route.family_id == place.case.family_id


def test_a_family_out_of_sight_is_not_there() -> None:
    place, _client, route = _place()
    other = scene("support", "{n}/чужие")
    coordinator = worker(Role.COORDINATOR, place.department)
    client = Client()
    client.force_login(User.objects.get(pk=coordinator.user_id))
    assert client.post(f"/routes/{route.pk}/family/", {"family": str(other.case.family_id)}).status_code == 404
    assert client.post(f"/routes/{route.pk}/family/", {"family": "abc"}).status_code == 404


def test_handing_over_keeps_what_was_typed_when_the_reason_is_missing() -> None:
    place, client, route = _place()
    other = scene("shelter", "{n}/кц")
    publish_route(actor=SYSTEM, code="shelter", body={**TRIAL, "programs": [other.program.code], "code": "shelter"})
    address = f"/routes/{route.pk}/hand-on/"
    target = f"{other.program.pk}-{other.department.pk}"
    refused = client.post(address, {"target": target, "on": "03.03.2026", "reason": ""})
    assert refused.status_code == 422
    assert f'value="{target}"' in refused.content.decode()
    done = client.post(address, {"target": target, "on": "03.03.2026", "reason": "Нужно жильё"})
    # The other department's path is out of this coordinator's sight: the work list comes instead.
    assert (done.status_code, done["Location"]) == (302, "/routes/")
    route.refresh_from_db()
    assert route.program_id == other.program.pk
    assert client.get(address).status_code == 404
    assert place.department.pk != route.department_id


def test_a_signal_is_given_to_the_colleague_with_room_for_it() -> None:
    place, client, route = _place()
    address = f"/routes/{route.pk}/worker/"
    page = client.get(address).content.decode()
    assert place.case_manager.name in page
    assert client.post(address, {}).status_code == 422
    assert client.post(address, {"user_id": str(place.case_manager.user_id)}).status_code == 302
    route.refresh_from_db()
    assert route.worker_id == place.case_manager.user_id


def test_a_path_with_a_case_is_handed_over_with_its_case() -> None:
    place, client, _signal = _place()
    process.follow_cases(case_ids=[place.case.pk])
    route = Route.objects.get(case=place.case)
    answer = client.get(f"/routes/{route.pk}/worker/")
    assert answer["Location"] == f"/cases/{place.case.pk}/hand-over/"
