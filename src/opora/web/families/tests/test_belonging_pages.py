"""Pages on which somebody leaves a family, is put back, is born, or two families become one."""

from datetime import date

import pytest
from django.test import Client
from django.utils import translation

from opora.access.rules import SYSTEM
from opora.cases import actions as cases
from opora.cases.tests import factories
from opora.common.dates import today
from opora.families import actions
from opora.families.models import FamilyMember, Merge
from opora.families.rules import Identity

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english(settings, tmp_path):
    settings.LANGUAGE_CODE, settings.OPORA_HOME = "en", tmp_path
    with translation.override("en"):
        yield


@pytest.fixture
def scene():
    return factories.scene()


def browser(who) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(factories.User.objects.get(pk=who.user_id))
    return client


def text(response) -> str:
    return response.content.decode()


def at(scene, rest="") -> str:
    return f"/cases/{scene.case.pk}/people/{rest}"


def test_a_child_entered_by_mistake_is_taken_out_and_put_back(scene):
    client, child = browser(scene.case_manager), scene.home.children[0]
    page = text(client.get(at(scene, f"{child.pk}/leave/")))
    assert "Was entered by mistake" in page and "was not born" not in page
    assert client.post(at(scene, f"{child.pk}/leave/"), {"why": ""}).status_code == 422
    after = text(client.post(at(scene, f"{child.pk}/leave/"), {"why": "mistake", "day": ""}, follow=True))
    assert "Entered by mistake" in after and at(scene, f"{child.pk}/return/") in after
    assert "Put" in text(client.get(at(scene, f"{child.pk}/return/")))
    back = text(client.post(at(scene, f"{child.pk}/return/"), follow=True))
    assert "Entered by mistake" not in back
    assert client.get(at(scene, f"{child.pk}/return/")).status_code == 409


def test_an_expected_child_is_entered_by_the_month_and_born_by_a_button(scene):
    client = browser(scene.case_manager)
    actions.update_identity(actor=SYSTEM, person=scene.home.client, identity=Identity(surname="Ёлкина", given="Анна"))
    typed = {"surname": "", "given": "", "patronymic": "", "phones": "", "code": "", "kind": "", "sex": ""}
    sent = client.post(at(scene, "add-child/"), typed | {"is_expected": "on", "expected_in": "2027-03"})
    assert sent.status_code == 302
    member = FamilyMember.objects.get(is_expected=True)
    assert member.expected_in == date(2027, 3, 1)
    panel = text(client.get(at(scene)))
    assert "a child is expected: march 2027" in panel and at(scene, f"{member.person_id}/born/") in panel
    page = text(client.get(at(scene, f"{member.person_id}/born/")))
    assert 'value="Ёлкина"' in page, "the surname of the mother is offered"
    named = {"surname": "Ёлкин", "given": "Лев", "birth_date": today().isoformat(), "kind": "own_family", "sex": "m"}
    assert client.post(at(scene, f"{member.person_id}/born/"), named | {"birth_date": ""}).status_code == 422
    assert client.post(at(scene, f"{member.person_id}/born/"), named).status_code == 302
    assert "a child is expected" not in text(client.get(at(scene)))


def test_the_line_of_a_grown_daughter_leads_to_a_family_of_her_own(scene):
    grown = scene.home.children[0]
    known = Identity(surname="Ёлкина", given="Мария", birth_date=date(today().year - 19, 1, 1))
    actions.update_identity(actor=SYSTEM, person=grown, identity=known)
    page = text(browser(scene.coordinator).get(at(scene)))
    assert f"/cases/{scene.case.pk}/people/{grown.pk}/own-family/" in page
    assert at(scene, f"{grown.pk}/placement/") not in page


def test_two_families_are_looked_at_brought_together_and_taken_apart(scene):
    other = factories.household(children=1, letter="Ж")
    case = factories.open_case(scene.department, scene.program, other, scene.case_manager)
    client = browser(scene.coordinator)
    sent = client.post(at(scene, "same/"), {"code": other.client.code})
    assert sent.headers["Location"] == at(scene, f"same/{other.family.pk}/")
    page = text(client.get(sent.headers["Location"]))
    assert other.client.code in page and case.number in page and scene.home.client.code in page
    assert client.post(sent.headers["Location"], {"reason": ""}).status_code == 422
    after = text(client.post(sent.headers["Location"], {"reason": "family_twice"}, follow=True))
    assert "Two families were brought together here" in after and other.client.code in after
    merge = Merge.objects.get()
    back = text(client.post(at(scene, f"merges/{merge.pk}/undo/"), follow=True))
    assert other.client.code not in back
    assert client.post(at(scene, "same/"), {"code": scene.home.client.code}).status_code == 422
    assert browser(scene.case_manager).get(at(scene, "same/")).status_code == 404


def test_the_exit_form_does_not_ask_where_a_grown_son_lives(scene):
    grown, small = scene.home.children
    known = Identity(surname="Ёлкин", given="Иван", birth_date=date(today().year - 19, 1, 1))
    actions.update_identity(actor=SYSTEM, person=grown, identity=known)
    page = text(browser(scene.case_manager).get(f"/cases/{scene.case.pk}/close/"))
    if "home_" in page:
        assert f"home_{small.pk}" in page and f"home_{grown.pk}" not in page
    asked = cases.close_case(
        actor=scene.case_manager,
        case_id=scene.case.pk,
        reason="goals_achieved",
        summary="Справились",
        placements={small.pk: "own_family"},
        on=today(),
    )
    assert asked.children.get(person=grown).not_asked == "grown"
