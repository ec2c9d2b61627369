"""A case for somebody who grew up in a family of ours: what will happen is said, and nothing is entered twice."""

from datetime import date

import pytest
from django.test import Client
from django.utils import translation

from opora.access.rules import SYSTEM
from opora.cases.models import Case
from opora.cases.tests import factories
from opora.common.dates import today
from opora.families import actions
from opora.families.models import Person
from opora.families.rules import Identity

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene(settings, tmp_path):
    settings.LANGUAGE_CODE, settings.OPORA_HOME = "en", tmp_path
    with translation.override("en"):
        yield factories.scene()


def browser(who) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(factories.User.objects.get(pk=who.user_id))
    return client


def test_a_grown_daughter_gets_a_case_of_her_own_and_both_pages_tell_of_each_other(scene):
    grown, small = scene.home.children
    known = Identity(surname="Ёлкина", given="Мария", birth_date=date(today().year - 19, 1, 1))
    actions.update_identity(actor=SYSTEM, person=grown, identity=known, sex="f")
    client = browser(scene.coordinator)
    address = f"/cases/{scene.case.pk}/people/{grown.pk}/own-family/"
    page = client.get(address).content.decode()
    assert "What will happen" in page and "Мария Ёлкина" in page and grown.code in page
    assert 'name="child-0-surname" value="Ёлкина"' in page and "child-1-surname" not in page
    assert 'value="father"' not in page and small.code in page
    case = {
        "department_id": scene.department.pk,
        "program_id": scene.program.pk,
        "case_manager_id": scene.case_manager.user_id,
        "on": today().isoformat(),
        "number": "",
        "rows": "1",
        "caregiver-kind": "mother",
    }
    assert client.post(address, case).status_code == 422, "without a child there is no case"
    people = Person.objects.count()
    sent = client.post(address, case | {"child-0-given": "Ева", "child-0-surname": "Ёлкина"})
    assert sent.status_code == 302
    own = Case.objects.get(client=grown)
    assert sent.headers["Location"] == f"/cases/{own.pk}/" and Person.objects.count() == people + 1
    assert scene.case.number in client.get(f"/cases/{own.pk}/").content.decode()
    assert own.number in client.get(f"/cases/{scene.case.pk}/").content.decode()
    assert client.post(address, case | {"child-0-given": "Ян", "child-0-surname": "Ёлкин"}).status_code == 422
    back = client.get(address)
    assert back.headers["Location"] == f"/cases/{scene.case.pk}/people/{grown.pk}/", "nobody fills it in for nothing"
    assert "has a family of the own already" in client.get(back.headers["Location"]).content.decode()


def test_the_former_family_is_named_to_nobody_who_may_not_know_it(scene):
    grown = scene.home.children[0]
    actions.update_identity(actor=SYSTEM, person=grown, identity=Identity(surname="Ёлкина", given="Мария"))
    elsewhere = factories.scene()
    family = actions.create_family(actor=SYSTEM)
    actions.add_member(actor=SYSTEM, family=family, person=grown, role="mother")
    child = actions.add_person(actor=SYSTEM, family=family, role="child", letter="Б")
    home = factories.Household(family, grown, [child])
    own = factories.open_case(elsewhere.department, elsewhere.program, home, elsewhere.case_manager)
    page = browser(elsewhere.case_manager).get(f"/cases/{own.pk}/").content.decode()
    assert f"/cases/{scene.case.pk}/" not in page and "grew up" not in page
