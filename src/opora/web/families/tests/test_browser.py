"""Pages about people in a real browser: names on request, hints while typing, a phone, no script at all."""

import re
from datetime import date
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import expect

from opora.access.rules import SYSTEM
from opora.audit.models import JournalEntry
from opora.cases.tests import factories
from opora.families import actions
from opora.families.rules import Identity
from opora.web.shell.tests import browser as walk

pytestmark = [pytest.mark.journey, pytest.mark.django_db]
ANNA = Identity(surname="Ёлкина", given="Анна", birth_date=date(1994, 3, 12), phones=("+7 921 123-45-67",))


@pytest.fixture
def desk(chromium, db):
    """The case manager of a case at a browser; `open(path, …)` gives a page of the family."""
    scene = factories.scene()
    actions.update_identity(actor=SYSTEM, person=scene.home.client, identity=ANNA)
    child = scene.home.children[0]
    for kind, day in (("own_family", date(2021, 6, 18)), ("hospital", date(2021, 9, 1))):
        actions.record_placement(actor=SYSTEM, child=child, kind=kind, from_on=day, case_ids=[])
    client = Client()
    client.force_login(get_user_model().objects.get(pk=scene.case_manager.user_id))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    contexts, complaints = [], []

    def open_page(path="", *, size=walk.DESKTOP, scheme="light", script=True, case=None):
        context = chromium.new_context(viewport=size, color_scheme=scheme, java_script_enabled=script)
        context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": address}])
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{address}/cases/{(case or scene.case).pk}/people/{path}", wait_until="networkidle")
        return page

    with walk.served() as address:
        yield SimpleNamespace(open=open_page, scene=scene, mother=scene.home.client, child=child)
        for context in contexts:
            context.close()
    assert not [said for said in complaints if "422" not in said]


def test_names_come_and_go_without_leaving_the_page(desk):
    page = desk.open()
    expect(page.get_by_text("Ёлкина")).to_have_count(0)
    page.locator("#family-panel form button").click()
    page.get_by_text("Ёлкина Анна").wait_for()
    expect(page).to_have_url(re.compile("/people/$"))
    page.locator("#family-panel header a").click()
    page.get_by_text("Ёлкина Анна").wait_for(state="detached")
    assert JournalEntry.objects.filter(verb="families.identity_opened", person_id=desk.mother.pk).count() == 1


def test_a_hint_comes_while_typing_and_enter_still_adds(desk):
    home = factories.household()
    program = factories.program(desk.scene.department)
    mine = factories.open_case(desk.scene.department, program, home, desk.scene.case_manager)
    page = desk.open("add/", case=mine)
    page.select_option("#id_role_in_family", "relative")
    page.fill("#id_phones", "8 921 123 45 67")
    page.fill("#id_surname", "Сосенко")
    page.locator("#known").get_by_role("link", name=desk.mother.code).wait_for()
    expect(page.locator("#known button[name=known]")).to_have_count(1)
    expect(page.locator("#id_surname")).to_have_value("Сосенко")
    page.check("#id_is_different")
    page.wait_for_load_state("networkidle")
    page.locator("#id_surname").press("Enter")
    page.wait_for_url("**/people/")
    assert home.family.members.order_by("id").last().person.code == "С7"
    assert not desk.mother.memberships.filter(family=home.family).exists()


def test_without_a_script_a_known_person_is_noticed_and_a_new_one_added(desk):
    page = desk.open("add-child/", script=False)
    page.fill("#id_surname", "елкина")
    page.fill("#id_given", "анна")
    page.locator(".acts button").last.click()
    expect(page.locator("#known").get_by_text(desk.mother.code)).to_have_count(1)
    page.fill("#id_given", "Вера")
    page.locator("main .acts button").last.click()
    page.wait_for_url("**/people/")
    expect(page.get_by_text("Е1")).to_have_count(1)
